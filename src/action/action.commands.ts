import { permit } from '../access/permissions';
import { isWithin, reaches } from '../access/readership';
import { illegalTransition } from '../incident/incident';
import { keepOpen } from '../incident/incident.commands';
import { incident } from '../incident/incident.reads';
import { isInvolved } from '../incident/involvement.commands';
import { change, changesBetween } from '../journal/changes';
import type { Change, EntryKind } from '../journal/journal';
import type { CommandInput } from '../journal/journal.inputs';
import { recordDeed } from '../journal/record';
import { requireVersion, type Work } from '../journal/work';
import { badInput } from '../kernel/errors';
import { newId, toGlobalId } from '../kernel/ids';
import { exactly, type ReportedTimeInput, reportedTimeOrNone } from '../kernel/reported-time';
import { distinct } from '../region/region';
import type { StakeholderRow } from '../stakeholder/stakeholder.entity';
import { stakeholder } from '../stakeholder/stakeholder.reads';
import { actionMoved, isPending } from './action';
import { ActionRow } from './action.entity';
import type {
  CancelActionInput,
  CompleteActionInput,
  PlanActionInput,
  ReassignActionInput,
  StartActionInput,
  SupersedeActionInput,
} from './action.inputs';
import { action } from './action.reads';

export async function planAction(work: Work, input: PlanActionInput): Promise<string> {
  const of = await work.visible(incident, input.incidentId, 'input.incidentId');
  permit(await work.standing(of.id), 'ACTION_PLAN');
  await keepOpen(work, of, 'input.incidentId');
  const owner = await involvedOwner(work, of.id, input.ownerId ?? work.actor.stakeholderId ?? '');
  const addressees: StakeholderRow[] = [];
  for (const [index, id] of (input.addresseeIds ?? []).entries()) {
    addressees.push(await work.visible(stakeholder, id, `input.addresseeIds.${index}`));
  }
  const row = plannedRow(input, { ownerId: owner.id, addressees: addressees.map(({ id }) => id) });
  row.marking = await work.marking(input.marking, of.marking, of.id, 'input.marking');
  await requireReader(work, row, owner);
  await work.add(ActionRow, row);
  const { kind, title, description, regions, priority, due } = row;
  const told = {
    kind,
    title,
    description,
    regions,
    priority,
    due,
    owner: owner.code,
    addressees: addressees.map(({ code }) => code),
  };
  return tell(work, 'ACTION_PLANNED', row, changesBetween({}, told), input);
}

function plannedRow(input: PlanActionInput, who: { ownerId: string; addressees: string[] }): ActionRow {
  const { incidentId, kind, title, priority } = input;
  return Object.assign(new ActionRow(), {
    id: newId(),
    version: 1,
    ...{ incidentId, kind, title, priority },
    ...who,
    description: input.description ?? null,
    regions: distinct(input.regions ?? []),
    status: 'PLANNED' as const,
    due: reportedTimeOrNone(input.due),
    started: null,
    ended: null,
    result: null,
    supersededById: null,
  });
}

export async function startAction(work: Work, input: StartActionInput): Promise<string> {
  const row = await loaded(work, input);
  const status = actionMoved(row.status, 'IN_PROGRESS');
  const patch = { status, started: reported(work, input.started) };
  await work.change(ActionRow, row, patch, input.expectedVersion);
  return tell(work, 'ACTION_STARTED', row, changesBetween(row, patch), input);
}

export async function completeAction(work: Work, input: CompleteActionInput): Promise<string> {
  const row = await loaded(work, input);
  const status = actionMoved(row.status, 'DONE');
  const patch = { status, result: input.result ?? null, ended: reported(work, input.ended) };
  await work.change(ActionRow, row, patch, input.expectedVersion);
  return tell(work, 'ACTION_COMPLETED', row, changesBetween(row, patch), input);
}

export async function cancelAction(work: Work, input: CancelActionInput): Promise<string> {
  const row = await loaded(work, input);
  const status = actionMoved(row.status, 'CANCELLED');
  const patch = { status, result: input.reason, ended: exactly(work.now) };
  await work.change(ActionRow, row, patch, input.expectedVersion);
  return tell(work, 'ACTION_CANCELLED', row, changesBetween(row, patch), input);
}

export async function supersedeAction(work: Work, input: SupersedeActionInput): Promise<string> {
  const row = await loaded(work, input);
  const status = actionMoved(row.status, 'SUPERSEDED');
  const by = input.supersededById ? await successor(work, row, input.supersededById) : null;
  const patch = { status, result: input.reason ?? null, ended: reported(work, input.ended) };
  await work.change(ActionRow, row, { ...patch, supersededById: by?.id ?? null }, input.expectedVersion);
  // Named to those only who all see the successor too.
  const isShown = by !== null && isWithin(row.marking, by.marking, await work.parties(row.incidentId));
  const named = isShown ? [change('supersededBy', null, toGlobalId('Action', by.id))] : [];
  return tell(work, 'ACTION_SUPERSEDED', row, [...changesBetween(row, patch), ...named], input);
}

async function successor(work: Work, row: ActionRow, id: string): Promise<ActionRow> {
  const by = await work.visible(action, id, 'input.supersededById');
  if (by.id === row.id || by.incidentId !== row.incidentId) {
    throw badInput('An action is superseded by another action of the same incident.', 'input.supersededById');
  }
  if (by.status === 'CANCELLED' || by.status === 'SUPERSEDED') {
    throw badInput(`An action that is ${by.status} takes the place of no other.`, 'input.supersededById');
  }
  return by;
}

export async function reassignAction(work: Work, input: ReassignActionInput): Promise<string> {
  const row = await loaded(work, input);
  if (!isPending(row.status)) throw illegalTransition('An action', row.status, 'REASSIGNED');
  const owner = await involvedOwner(work, row.incidentId, input.ownerId);
  if (owner.id === row.ownerId) throw badInput(`${owner.code} owns the action already.`, 'input.ownerId');
  await requireReader(work, row, owner);
  const before = await work.visible(stakeholder, row.ownerId, 'input.actionId');
  await work.change(ActionRow, row, { ownerId: owner.id }, input.expectedVersion);
  return tell(work, 'ACTION_REASSIGNED', row, [change('owner', before.code, owner.code)], input);
}

interface OnAction {
  readonly actionId: string;
  readonly expectedVersion: number;
}

async function loaded(work: Work, { actionId, expectedVersion }: OnAction): Promise<ActionRow> {
  const row = await work.visible(action, actionId, 'input.actionId');
  const of = await work.visible(incident, row.incidentId, 'input.actionId');
  permit(await work.standing(row.incidentId), 'ACTION_CHANGE', { responsible: row.ownerId });
  requireVersion(row, expectedVersion);
  await keepOpen(work, of, 'input.actionId');
  return row;
}

async function involvedOwner(work: Work, incidentId: string, ownerId: string): Promise<StakeholderRow> {
  const owner = await work.visible(stakeholder, ownerId, 'input.ownerId');
  if (!(await isInvolved(work, incidentId, owner.id))) {
    throw badInput(`${owner.code} is not involved in the incident: involve it first.`, 'input.ownerId');
  }
  return owner;
}

/** Who owns an action is able to see it. */
async function requireReader(work: Work, { incidentId, marking }: ActionRow, owner: StakeholderRow): Promise<void> {
  if (owner.id === work.actor.stakeholderId) return;
  if (reaches(marking, owner.id, await work.parties(incidentId))) return;
  throw badInput(`${owner.code} would not see the action under its marking.`, 'input.ownerId');
}

function reported(work: Work, input: ReportedTimeInput | null | undefined): ReturnType<typeof exactly> {
  return reportedTimeOrNone(input) ?? exactly(work.now);
}

async function tell(
  work: Work,
  kind: EntryKind,
  row: ActionRow,
  changes: readonly Change[],
  input: CommandInput,
): Promise<string> {
  const subject = { type: 'Action', key: row.id };
  await recordDeed(work, { kind, incidentId: row.incidentId, subject, marking: row.marking, changes }, input.entry);
  return row.id;
}
