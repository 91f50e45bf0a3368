import type { Marking } from '../access/marking';
import type { Parties } from '../access/readership';
import { authorityOf } from '../access/viewer';
import { badInput } from '../kernel/errors';
import { toGlobalId } from '../kernel/ids';
import { type Run, sql } from '../kernel/sql';

interface Party {
  readonly id: string;
  readonly involved: boolean;
  readonly authority: boolean;
  readonly persons: readonly string[];
}

/** The stakeholders that are or were involved in an incident, and those that their persons act for elsewhere. */
export class InvolvedParties implements Parties {
  private readonly parties: ReadonlyMap<string, Party>;

  constructor(parties: readonly Party[]) {
    this.parties = new Map(parties.map((party) => [party.id, party]));
  }

  isAuthority(stakeholderId: string): boolean {
    return this.parties.get(stakeholderId)?.authority ?? false;
  }

  actsFor(personId: string): readonly string[] {
    return [...this.parties.values()].filter(({ persons }) => persons.includes(personId)).map(({ id }) => id);
  }

  isInvolved(stakeholderId: string): boolean {
    return this.parties.get(stakeholderId)?.involved ?? false;
  }

  /** Refuses a marking that names who is not involved now, or acts for nobody who is. */
  requireInvolved({ stakeholders, persons }: Marking, inputPath: string): void {
    const absent = stakeholders.find((id) => !this.isInvolved(id));
    if (absent !== undefined) {
      const id = toGlobalId('Stakeholder', absent);
      throw badInput(
        `Every stakeholder listed must be involved in the incident, and ${id} is not.`,
        `${inputPath}.stakeholders`,
      );
    }
    const stranger = persons.find((id) => !this.actsFor(id).some((party) => this.isInvolved(party)));
    if (stranger !== undefined) {
      const id = toGlobalId('Person', stranger);
      throw badInput(
        `Every person named must act for a stakeholder involved in the incident, and ${id} does not.`,
        `${inputPath}.persons`,
      );
    }
  }
}

export async function partiesOf(run: Run, incidentId: string): Promise<InvolvedParties> {
  const found = await run(sql`
    WITH party AS (
      SELECT stakeholder_id, bool_or(left_at IS NULL) AS involved FROM involvement
      WHERE incident_id = ${incidentId} GROUP BY stakeholder_id
    ), acting AS (
      SELECT stakeholder_id, array_agg(person_id) AS persons FROM membership
      WHERE ended_at IS NULL AND person_id IN (
        SELECT colleague.person_id FROM membership AS colleague JOIN party ON party.stakeholder_id = colleague.stakeholder_id)
      GROUP BY stakeholder_id)
    SELECT stakeholder.id, COALESCE(party.involved, false) AS involved, ${authorityOf('stakeholder')} AS authority,
      COALESCE(acting.persons, '{}') AS persons
    FROM stakeholder LEFT JOIN party ON party.stakeholder_id = stakeholder.id
      LEFT JOIN acting ON acting.stakeholder_id = stakeholder.id
    WHERE party.stakeholder_id IS NOT NULL OR acting.stakeholder_id IS NOT NULL`);
  return new InvolvedParties(found as unknown as Party[]);
}
