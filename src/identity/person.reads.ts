import { allUnder } from '../access/lookups';
import type { Operation } from '../access/operation';
import type { Thing, Visible, VisibleReads } from '../access/reads';
import { sql } from '../kernel/sql';
import { MembershipRow } from './membership.entity';
import { PersonRow } from './person.entity';

export const person: Thing<PersonRow> = { table: 'person', entity: PersonRow };
export const membership: Thing<MembershipRow> = { table: 'membership', entity: MembershipRow };

const membershipsOfPerson = allUnder(membership, 'person_id', sql`membership.id`);
const membershipsOfStakeholder = allUnder(membership, 'stakeholder_id', sql`membership.id`);

export class PersonReads {
  constructor(private readonly reads: VisibleReads) {}

  byId(operation: Operation, id: string): Promise<Visible<PersonRow> | null> {
    return this.reads.byId(operation, person, id);
  }

  async some(operation: Operation, ids: readonly string[]): Promise<Visible<PersonRow>[]> {
    const rows = await Promise.all(ids.map((id) => this.byId(operation, id)));
    return rows.filter((row) => row !== null);
  }

  membershipsOf(operation: Operation, personId: string): Promise<readonly Visible<MembershipRow>[]> {
    return this.reads.lookUp(operation, () => membershipsOfPerson, personId);
  }

  membersOf(operation: Operation, stakeholderId: string): Promise<readonly Visible<MembershipRow>[]> {
    return this.reads.lookUp(operation, () => membershipsOfStakeholder, stakeholderId);
  }

  /** As whom the viewer acts. */
  async own(operation: Operation): Promise<Visible<MembershipRow> | null> {
    const { viewer } = operation;
    if (viewer.kind !== 'person') return null;
    const all = await this.membershipsOf(operation, viewer.personId);
    return all.find((one) => one.stakeholderId === viewer.stakeholderId && one.endedAt === null) ?? null;
  }
}
