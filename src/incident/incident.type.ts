import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import type { Visible } from '../access/reads';
import { asTheyAre, from, ShownAs, showing } from '../access/shown';
import {
  JournalEntry,
  JournalPosition,
  Marked,
  markingAt,
  presentMarking,
  presentPosition,
  ShownMarking,
} from '../journal/journal.type';
import { Node } from '../journal/node';
import { Cost } from '../kernel/cost';
import { toGlobalId } from '../kernel/ids';
import { connectionType } from '../kernel/paging';
import { ReportedTime } from '../kernel/reported-time';
import { DateTime } from '../kernel/scalars';
import { IncidentNature, IncidentStatus, Resolution, Severity } from './incident';
import type { StoredMilestone } from './incident.entity';
import type { ReadIncidentRow } from './incident.reads';

@ObjectType({ description: 'When an incident last reached a status. Earlier times are in the journal.' })
export class Milestone {
  @Field(() => IncidentStatus, { description: 'The status.' })
  status!: IncidentStatus;

  @Field(() => ReportedTime, { description: 'When it was reached, as reported.' })
  reached!: ReportedTime;
}

const shownIncident = {
  ...asTheyAre<ReadIncidentRow>('version', 'reference', 'title', 'summary', 'nature', 'status', 'severity'),
  ...asTheyAre<ReadIncidentRow>('exercise', 'began', 'declaredAt', 'resolution'),
  id: from<ReadIncidentRow>(['id'], ({ id }) => toGlobalId('Incident', id)),
  milestones: from<ReadIncidentRow>(['milestones'], ({ milestones }) => inOrder(milestones).map(presentMilestone)),
  marking: from<ReadIncidentRow>(markingAt('marking'), ({ marking }) => presentMarking(marking)),
  journalHead: from<ReadIncidentRow>(
    ['id', 'head.number', 'head.chainHash'],
    ({ id, head }) => head && presentPosition(id, head.number, head.chainHash.toString('hex')),
  ),
};

@ShownAs(shownIncident)
@ObjectType({ implements: [Node, Marked], description: 'A crisis that several parties follow together.' })
export class Incident extends Node {
  readonly __typename = 'Incident';
  readonly row!: Visible<ReadIncidentRow>;

  @Field(() => Int, {
    description:
      'Grows with each change of the incident itself, not of its journal or its parts; to be given as `expectedVersion`.',
  })
  version!: number;

  @Field(() => String, {
    description: 'What people call it by, such as `ARS-BRE-2024-7KQ2`: who declared it, the year, and no sequence.',
  })
  reference!: string;

  @Field(() => String, { description: 'What it is, in a line.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What it is, at more length.' })
  summary!: string | null;

  @Field(() => IncidentNature, { description: 'What kind of crisis it is.' })
  nature!: IncidentNature;

  @Field(() => IncidentStatus, { description: 'How far the response has come.' })
  status!: IncidentStatus;

  @Field(() => Severity, { description: 'How grave it is.' })
  severity!: Severity;

  @Field(() => Boolean, {
    description: 'An exercise, or a reconstruction: nothing of it is happening. Fixed at declaration.',
  })
  exercise!: boolean;

  @Field(() => ReportedTime, { nullable: true, description: 'When it began, as reported.' })
  began!: ReportedTime | null;

  @Field(() => DateTime, { description: 'When it was declared here (UTC).' })
  declaredAt!: Date;

  @Field(() => [Milestone], { description: 'When each status was last reached, in the order of the statuses.' })
  milestones!: Milestone[];

  @Field(() => Resolution, { nullable: true, description: 'With what it was closed; null while it is open.' })
  resolution!: Resolution | null;

  @Field(() => ShownMarking, {
    description:
      'How far it may be passed on, and who reads it here. What carries no marking of its own takes this one.',
  })
  marking!: ShownMarking;

  @Field(() => JournalPosition, {
    nullable: true,
    description:
      'The head of its journal: all else that is read of the incident in the same operation is at least as recent. Null to who does not follow it.',
  })
  journalHead!: JournalPosition | null;
}

export const IncidentConnection = connectionType<Incident>('Incident', () => Incident);

const statuses = Object.keys(IncidentStatus);

const presented = showing<Visible<ReadIncidentRow>, Incident>('Incident', shownIncident);

export function presentIncident(row: Visible<ReadIncidentRow>): Incident {
  return presented(row);
}

function inOrder(milestones: readonly StoredMilestone[]): StoredMilestone[] {
  return [...milestones].sort((a, b) => statuses.indexOf(a.status) - statuses.indexOf(b.status));
}

export function presentIncidentOrNone(row: Visible<ReadIncidentRow> | null): Incident | null {
  return row && presentIncident(row);
}

function presentMilestone({ status, earliest, latest, precision, words }: StoredMilestone): Milestone {
  return {
    status,
    reached: { earliest: earliest === null ? null : new Date(earliest), latest: new Date(latest), precision, words },
  };
}

@ObjectType({ description: 'What a change of an incident answers with.' })
export class IncidentPayload {
  @Field(() => Incident, {
    nullable: true,
    description: 'The incident as it is now; null if the viewer may no longer see it.',
  })
  incident!: Incident | null;

  @Field(() => [JournalEntry], { description: 'The entries that this recorded.' })
  entries!: JournalEntry[];
}

@ObjectType({ description: 'Incidents that the viewer sees, when it subscribes; several in a row if they are many.' })
export class IncidentsSnapshot {
  readonly __typename = 'IncidentsSnapshot';
  /** What a change of each would be sent as, so that one that changes nothing for this viewer is not sent. */
  readonly baselines!: readonly IncidentChanged[];

  @Cost({ size: 100 })
  @Field(() => [Incident], { description: 'Part of them.' })
  incidents!: Incident[];

  @Field(() => Boolean, { description: 'It is the last part: from here on come changes.' })
  caughtUp!: boolean;
}

@ObjectType({
  description:
    'An incident changed for this viewer, or came into sight. Not sent when the answer to this subscription stayed the same.',
})
export class IncidentChanged {
  readonly __typename = 'IncidentChanged';
  readonly suppressKey!: string;

  @Field(() => Incident, { description: 'The incident as it is now.' })
  incident!: Incident;
}

@ObjectType({ description: 'The viewer no longer sees an incident.' })
export class IncidentGone {
  readonly __typename = 'IncidentGone';
  readonly forgetKey!: string;

  @Field(() => ID, { description: 'The incident.' })
  id!: string;
}

export const IncidentsUpdate = createUnionType({
  name: 'IncidentsUpdate',
  description: 'What the subscription `incidents` delivers.',
  types: () => [IncidentsSnapshot, IncidentChanged, IncidentGone] as const,
  resolveType: (update) => update.__typename,
});
