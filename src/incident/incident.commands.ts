import { type Permission, permit } from '../access/permissions';
import { change, given, givenOrEmptied, requiredChanges } from '../journal/changes';
import type { Change, EntryKind } from '../journal/journal';
import type { CommandInput } from '../journal/journal.inputs';
import { recordDeed } from '../journal/record';
import { requireVersion, type Work } from '../journal/work';
import { badInput } from '../kernel/errors';
import { toGlobalId } from '../kernel/ids';
import { exactly, type ReportedTime, reportedTimeOrNone, revisedTime } from '../kernel/reported-time';
import { closed, moved, reopened, requireOpen, severityRank } from './incident';
import { IncidentRow, type StoredMilestone } from './incident.entity';
import type {
  CloseIncidentInput,
  MoveIncidentInput,
  ReopenIncidentInput,
  RequalifyIncidentInput,
  ReviseIncidentInput,
} from './incident.inputs';
import { incident, type ReadIncidentRow } from './incident.reads';

interface OnIncident extends CommandInput {
  readonly incidentId: string;
  readonly expectedVersion: number;
}

/** The incident, for who may do this with it, and read it as it is. */
async function loaded(work: Work, input: OnIncident, permission: Permission): Promise<ReadIncidentRow> {
  const row = await work.visible(incident, input.incidentId, 'input.incidentId');
  permit(await work.standing(row.id), permission);
  requireVersion(row, input.expectedVersion);
  return row;
}

/** For what only an open incident takes: refuses a closed one, and lets nobody close it until this command has ended. */
export async function keepOpen(work: Work, { id }: IncidentRow, inputPath: string): Promise<void> {
  await work.holdStill(id);
  requireOpen((await work.visible(incident, id, inputPath)).status);
}

async function tell(
  work: Work,
  kind: EntryKind,
  row: IncidentRow,
  changes: readonly Change[],
  input: OnIncident,
): Promise<string> {
  const subject = { type: 'Incident', key: row.id };
  await recordDeed(work, { kind, incidentId: row.id, subject, marking: row.marking, changes }, input.entry);
  return row.id;
}

export async function reviseIncident(work: Work, input: ReviseIncidentInput): Promise<string> {
  const row = await loaded(work, input, 'INCIDENT_REVISE');
  requireOpen(row.status);
  const { title, nature, summary } = input;
  const patch = { ...given({ title, nature }), ...givenOrEmptied({ summary, began: revisedTime(input.began) }) };
  await work.change(IncidentRow, row, patch, input.expectedVersion);
  return tell(work, 'INCIDENT_REVISED', row, requiredChanges(row, patch), input);
}

export async function requalifyIncident(work: Work, input: RequalifyIncidentInput): Promise<string> {
  const row = await loaded(work, input, 'INCIDENT_REQUALIFY');
  requireOpen(row.status);
  const { severity } = input;
  await work.change(IncidentRow, row, { severity, severityRank: severityRank(severity) }, input.expectedVersion);
  return tell(work, 'INCIDENT_REQUALIFIED', row, requiredChanges(row, { severity }), input);
}

export async function moveIncident(work: Work, input: MoveIncidentInput): Promise<string> {
  const row = await loaded(work, input, 'INCIDENT_MOVE');
  const status = moved(row.status, input.to, input.reason ?? null);
  const reached = reportedTimeOrNone(input.reached) ?? exactly(work.now);
  await work.change(
    IncidentRow,
    row,
    { status, milestones: withMilestone(row, status, reached) },
    input.expectedVersion,
  );
  const changes = [change('status', row.status, status), change('reached', null, reached), ...reasonOf(input)];
  return tell(work, 'INCIDENT_MOVED', row, changes, input);
}

export async function closeIncident(work: Work, input: CloseIncidentInput): Promise<string> {
  const row = await loaded(work, input, 'INCIDENT_CLOSE');
  const status = closed(row.status);
  const { resolution } = input;
  const duplicateOf = input.duplicateOfId ? await followedInstead(work, row, input.duplicateOfId) : null;
  const reached = reportedTimeOrNone(input.reached) ?? exactly(work.now);
  const milestones = withMilestone(row, status, reached);
  await work.change(
    IncidentRow,
    row,
    { status, resolution, duplicateOfId: duplicateOf?.id ?? null, milestones },
    input.expectedVersion,
  );
  const changes = [
    change('status', row.status, status),
    change('reached', null, reached),
    change('resolution', null, resolution),
    // The id says no more than the resolution does: that there is another one.
    ...(duplicateOf ? [change('duplicateOf', null, toGlobalId('Incident', duplicateOf.id))] : []),
    ...reasonOf(input),
  ];
  return tell(work, 'INCIDENT_CLOSED', row, changes, input);
}

async function followedInstead(work: Work, row: IncidentRow, id: string): Promise<IncidentRow> {
  const other = await work.visible(incident, id, 'input.duplicateOfId');
  if (other.id === row.id) throw badInput('An incident is no duplicate of itself.', 'input.duplicateOfId');
  if (other.resolution === 'DUPLICATE') {
    throw badInput('That incident is followed as another one itself: name that one.', 'input.duplicateOfId');
  }
  return other;
}

export async function reopenIncident(work: Work, input: ReopenIncidentInput): Promise<string> {
  const row = await loaded(work, input, 'INCIDENT_REOPEN');
  const status = reopened(row.status);
  const milestones = withMilestone(row, status, exactly(work.now));
  await work.change(
    IncidentRow,
    row,
    { status, resolution: null, duplicateOfId: null, milestones },
    input.expectedVersion,
  );
  const changes = [
    change('status', row.status, status),
    change('resolution', row.resolution, null),
    ...reasonOf(input),
  ];
  return tell(work, 'INCIDENT_REOPENED', row, changes, input);
}

function reasonOf({ reason }: { readonly reason?: string | null }): Change[] {
  return reason == null ? [] : [change('reason', null, reason)];
}

/** A milestone is the latest time at which a status was reached. */
export function withMilestone(
  { milestones }: Pick<IncidentRow, 'milestones'>,
  status: IncidentRow['status'],
  { earliest, latest, precision, words }: ReportedTime,
): StoredMilestone[] {
  const reached = { status, earliest: earliest?.toISOString() ?? null, latest: latest.toISOString(), precision, words };
  return [...milestones.filter((one) => one.status !== status), reached];
}
