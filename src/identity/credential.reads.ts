import { allUnder } from '../access/lookups';
import type { Operation } from '../access/operation';
import type { Thing, Visible, VisibleReads } from '../access/reads';
import { visibleSql } from '../access/visibility';
import { sql } from '../kernel/sql';
import { StakeholderRow } from '../stakeholder/stakeholder.entity';
import { CredentialRow } from './credential.entity';
import { MembershipRow } from './membership.entity';

export const credential: Thing<CredentialRow> = { table: 'credential', entity: CredentialRow };

/** A credential with what it depends on; `membership`: that of its person, while it lasts. */
export type CredentialAtSignIn = CredentialRow & {
  readonly stakeholder: StakeholderRow;
  readonly membership: MembershipRow | null;
};

const atSignIn: Thing<CredentialAtSignIn> = {
  table: 'credential',
  entity: CredentialRow,
  joined: {
    stakeholder: { entity: StakeholderRow, as: 'stakeholder' },
    membership: { entity: MembershipRow, as: 'membership' },
  },
  joins: () => sql`JOIN stakeholder ON stakeholder.id = credential.stakeholder_id AND ${visibleSql('stakeholder')}
    LEFT JOIN membership ON membership.person_id = credential.person_id
      AND membership.stakeholder_id = credential.stakeholder_id AND membership.ended_at IS NULL
      AND ${visibleSql('membership')}`,
};

const credentialsOfStakeholder = allUnder(credential, 'stakeholder_id', sql`credential.id`);

const platform = { kind: 'platform' } as const;
export const isGood = sql`credential.revoked_at IS NULL AND (credential.expires_at IS NULL OR credential.expires_at > now())`;

export class CredentialReads {
  constructor(private readonly reads: VisibleReads) {}

  byId(operation: Operation, id: string): Promise<Visible<CredentialRow> | null> {
    return this.reads.byId(operation, credential, id);
  }

  of(operation: Operation, stakeholderId: string): Promise<readonly Visible<CredentialRow>[]> {
    return this.reads.lookUp(operation, () => credentialsOfStakeholder, stakeholderId);
  }

  /** For signing in: asked in the name of the platform, and shown to nobody. */
  withHash(hash: Buffer): Promise<CredentialAtSignIn | null> {
    return this.reads.one(platform, atSignIn, sql`credential.hash = ${hash}`);
  }

  /** Which of these are still good. */
  async goodAmong(ids: readonly string[]): Promise<Set<string>> {
    const where = sql`credential.id = ANY (${ids}::uuid[]) AND ${isGood}`;
    return new Set((await this.reads.rows(platform, credential, { where })).map(({ id }) => id));
  }

  /** Whether somebody could sign in with one. */
  async isAnyGood(): Promise<boolean> {
    const isEntitled = sql`stakeholder.enrolled AND (credential.person_id IS NULL OR membership.id IS NOT NULL)`;
    return (await this.reads.one(platform, atSignIn, sql`${isGood} AND ${isEntitled}`)) !== null;
  }
}
