import { type Access, permit, type Standing } from '../access/permissions';
import { change, given, requiredChanges } from '../journal/changes';
import type { EntryInput } from '../journal/journal.inputs';
import { recordDeed } from '../journal/record';
import type { Work } from '../journal/work';
import { AppError, notFound } from '../kernel/errors';
import { newId } from '../kernel/ids';
import { sql } from '../kernel/sql';
import type { StakeholderRow } from '../stakeholder/stakeholder.entity';
import { stakeholder } from '../stakeholder/stakeholder.reads';
import type { IncidentRow } from './incident.entity';
import { incident, type ReadIncidentRow } from './incident.reads';
import { type InvolvementRole, requireAnotherCoordinator } from './involvement';
import { InvolvementRow } from './involvement.entity';
import type {
  ChangeInvolvementInput,
  InvolveStakeholderInput,
  JoinIncidentInput,
  ReleaseStakeholderInput,
} from './involvement.inputs';
import { involvement } from './involvement.reads';

export interface Party {
  readonly stakeholder: StakeholderRow;
  readonly role: InvolvementRole;
  readonly access: Access;
}

/** Involves a party that is not involved yet; `since` is the entry by which it is, if that is another one. */
export async function involve(
  work: Work,
  { id: incidentId, marking }: Pick<IncidentRow, 'id' | 'marking'>,
  { stakeholder: whom, role, access }: Party,
  { since, entry }: { readonly since?: string; readonly entry?: EntryInput | null | undefined } = {},
): Promise<string> {
  const id = newId();
  const changes = [change('stakeholder', null, whom.code), change('role', null, role), change('access', null, access)];
  const subject = { type: 'Involvement', key: id };
  const entryId = await recordDeed(
    work,
    { kind: 'STAKEHOLDER_INVOLVED', incidentId, subject, marking, changes },
    entry,
  );
  await work.add(InvolvementRow, {
    ...{ id, version: 1, incidentId, role, access },
    stakeholderId: whom.id,
    joinedAt: work.now,
    leftAt: null,
    entryId: since ?? entryId,
  });
  return id;
}

export async function isInvolved(work: Work, incidentId: string, stakeholderId: string): Promise<boolean> {
  const where = sql`involvement.incident_id = ${incidentId} AND involvement.stakeholder_id = ${stakeholderId} AND involvement.left_at IS NULL`;
  return (await work.visibleRows(involvement, where)).length > 0;
}

export async function involveStakeholder(work: Work, input: InvolveStakeholderInput): Promise<string> {
  const row = await work.visible(incident, input.incidentId, 'input.incidentId');
  permit(await work.standing(row.id), 'STAKEHOLDER_INVOLVE');
  const { stakeholderId, role, access } = input.party;
  const whom = await work.visible(stakeholder, stakeholderId, 'input.party.stakeholderId');
  await requireNotInvolved(work, row, whom, ['input', 'party', 'stakeholderId']);
  return involve(work, row, { stakeholder: whom, role, access }, { entry: input.entry });
}

/** An enrolled stakeholder joins an incident that is open to it, by itself. */
export async function joinIncident(work: Work, input: JoinIncidentInput): Promise<string> {
  const { id } = await work.visible(incident, input.incidentId, 'input.incidentId');
  // An incident that is being narrowed is joined before, or not at all.
  await work.holdStill(id);
  const row = await work.visible(incident, id, 'input.incidentId');
  const whom = await work.visible(stakeholder, work.actor.stakeholderId ?? '', 'input');
  await requireNotInvolved(work, row, whom, ['input', 'incidentId']);
  permit(await work.standing(row.id), 'INCIDENT_JOIN', { openToEnrolled: row.marking.audience === 'ENROLLED' });
  return involve(work, row, { stakeholder: whom, role: 'INFORMED', access: 'READ' }, { entry: input.entry });
}

async function requireNotInvolved(
  work: Work,
  row: IncidentRow,
  whom: StakeholderRow,
  inputPath: string[],
): Promise<void> {
  if (await isInvolved(work, row.id, whom.id))
    throw new AppError('CONFLICT', `${whom.code} is involved already.`, { inputPath });
}

export async function changeInvolvement(work: Work, input: ChangeInvolvementInput): Promise<string> {
  const { row, of, standing } = await loaded(work, input.involvementId);
  permit(standing, 'INVOLVEMENT_CHANGE');
  const patch = given({ role: input.role, access: input.access });
  if (row.access === 'COORDINATE' && patch.access && patch.access !== 'COORDINATE')
    await requireCoordinatorBeside(work, row, patch.access);
  await work.change(InvolvementRow, row, patch, input.expectedVersion);
  const changes = requiredChanges(row, patch);
  await tell(work, 'INVOLVEMENT_CHANGED', { row, of, changes }, input.entry);
  return row.id;
}

export async function releaseStakeholder(work: Work, input: ReleaseStakeholderInput): Promise<string> {
  const { row, of, standing } = await loaded(work, input.involvementId);
  permit(standing, 'STAKEHOLDER_RELEASE', { responsible: row.stakeholderId });
  if (row.access === 'COORDINATE') await requireCoordinatorBeside(work, row, 'RELEASED');
  await work.change(InvolvementRow, row, { leftAt: work.now }, input.expectedVersion);
  const [released] = await work.visibleRows(stakeholder, sql`stakeholder.id = ${row.stakeholderId}`);
  await tell(
    work,
    'STAKEHOLDER_RELEASED',
    { row, of, changes: [change('stakeholder', released?.code, null)] },
    input.entry,
  );
  return row.id;
}

async function loaded(
  work: Work,
  id: string,
): Promise<{ row: InvolvementRow; of: ReadIncidentRow; standing: Standing }> {
  const { incidentId } = await work.visible(involvement, id, 'input.involvementId');
  // Rights and row are read after the turn has come: whoever had it before may have released the actor.
  await work.takeTurns(incidentId);
  const row = await work.visible(involvement, id, 'input.involvementId');
  const of = await work.visible(incident, incidentId, 'input.involvementId');
  const standing = await work.standing(incidentId);
  if (row.leftAt) throw notFound('involvement', 'input.involvementId');
  return { row, of, standing };
}

async function requireCoordinatorBeside(work: Work, row: InvolvementRow, attempted: string): Promise<void> {
  const others = await work.visibleRows(
    involvement,
    sql`involvement.incident_id = ${row.incidentId} AND involvement.left_at IS NULL AND involvement.access = 'COORDINATE'
      AND involvement.id <> ${row.id}
      AND EXISTS (SELECT FROM stakeholder WHERE stakeholder.id = involvement.stakeholder_id AND stakeholder.enrolled)`,
  );
  requireAnotherCoordinator(others.length, attempted);
}

interface Told {
  readonly row: InvolvementRow;
  readonly of: IncidentRow;
  readonly changes: readonly ReturnType<typeof change>[];
}

async function tell(
  work: Work,
  kind: 'INVOLVEMENT_CHANGED' | 'STAKEHOLDER_RELEASED',
  { row, of, changes }: Told,
  entry: EntryInput | null | undefined,
): Promise<void> {
  const subject = { type: 'Involvement', key: row.id };
  await recordDeed(work, { kind, incidentId: of.id, subject, marking: of.marking, changes }, entry);
}
