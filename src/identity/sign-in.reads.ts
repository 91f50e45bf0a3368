import type { Thing, Visible, VisibleReads } from '../access/reads';
import type { Viewer } from '../access/viewer';
import { visibleSql } from '../access/visibility';
import { toGlobalId } from '../kernel/ids';
import { type Sql, sql } from '../kernel/sql';
import { StakeholderRow } from '../stakeholder/stakeholder.entity';
import { stakeholder } from '../stakeholder/stakeholder.reads';
import { MembershipRow } from './membership.entity';
import { person } from './person.reads';

export type Acting = MembershipRow & { readonly stakeholder: StakeholderRow };

const acting: Thing<Acting> = {
  table: 'membership',
  entity: MembershipRow,
  joined: { stakeholder: { entity: StakeholderRow, as: 'stakeholder' } },
  joins: () => sql`JOIN stakeholder ON stakeholder.id = membership.stakeholder_id AND ${visibleSql('stakeholder')}`,
};

/** What has to be known before anybody is signed in: asked in the name of the platform, and shown to nobody. */
export class SignInReads {
  constructor(private readonly reads: VisibleReads) {}

  /** For whom a person who signed in before may act now. */
  actingFor(issuer: string, subject: string): Promise<Visible<Acting>[]> {
    return this.reads.rows({ kind: 'platform' }, acting, {
      where: sql`membership.person_id =
          (SELECT person.id FROM person WHERE ${visibleSql('person')} AND ${isIdentity(issuer, subject)})
        AND membership.ended_at IS NULL AND stakeholder.enrolled`,
      order: sql`stakeholder.code`,
    });
  }

  async isKnown(issuer: string, subject: string): Promise<boolean> {
    return (await this.reads.one({ kind: 'platform' }, person, isIdentity(issuer, subject))) !== null;
  }

  /** Whether somebody may act now for whom they say to act for. */
  async isEntitled(viewer: Viewer): Promise<boolean> {
    return (await this.reads.one(viewer, stakeholder, sql`stakeholder.id = viewer.stakeholder_id`)) !== null;
  }

  /** Whether this is the code or the id of the stakeholder. */
  async isCalled(stakeholderId: string, name: string): Promise<boolean> {
    const row = await this.reads.one({ kind: 'platform' }, stakeholder, sql`stakeholder.id = ${stakeholderId}`);
    return row !== null && isCalled(row, name);
  }
}

export function isCalled({ id, code }: StakeholderRow, name: string): boolean {
  return code === name || toGlobalId('Stakeholder', id) === name;
}

export function isIdentity(issuer: string, subject: string): Sql {
  return sql`person.issuer = ${issuer} AND person.subject = ${subject}`;
}
