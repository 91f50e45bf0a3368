import type { Marking } from '../access/marking';
import type { Parties } from '../access/readership';
import { authorityOf } from '../access/viewer';
import { badInput } from '../kernel/errors';
import { type Run, sql } from '../kernel/sql';

interface Party {
  readonly id: string;
  readonly involved: boolean;
  readonly authority: boolean;
  readonly persons: readonly string[];
}

/** The stakeholders that are or were involved in an incident, as markings speak of them. */
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
    if (!stakeholders.every((id) => this.isInvolved(id))) {
      throw badInput('Every stakeholder listed must be involved in the incident.', `${inputPath}.stakeholders`);
    }
    if (!persons.every((id) => this.actsFor(id).some((party) => this.isInvolved(party)))) {
      throw badInput('Every person named must act for a stakeholder involved in the incident.', `${inputPath}.persons`);
    }
  }
}

export async function partiesOf(run: Run, incidentId: string): Promise<InvolvedParties> {
  const found = await run(sql`
    SELECT stakeholder.id, bool_or(party.left_at IS NULL) AS involved, ${authorityOf('stakeholder')} AS authority,
      array_remove(array_agg(DISTINCT membership.person_id), NULL) AS persons
    FROM involvement AS party JOIN stakeholder ON stakeholder.id = party.stakeholder_id
      LEFT JOIN membership ON membership.stakeholder_id = stakeholder.id AND membership.ended_at IS NULL
    WHERE party.incident_id = ${incidentId} GROUP BY stakeholder.id`);
  return new InvolvedParties(found as unknown as Party[]);
}
