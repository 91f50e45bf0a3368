import { toldTime } from '../time/told-time';

/** From the widest to the strictest. */
const labels = ['TLP_CLEAR', 'TLP_GREEN', 'TLP_AMBER', 'TLP_AMBER_STRICT', 'TLP_RED'] as const;
export type Label = (typeof labels)[number];

interface Change {
  readonly field: string;
  readonly new: string | null;
}

/** What a line tells, as far as a sheet is made of it. */
export interface ToldLine {
  readonly __typename: 'JournalEntry';
  readonly id: string;
  readonly number: number;
  readonly kind: string;
  readonly category: string | null;
  readonly text: string | null;
  readonly recordedAt: string;
  readonly subjectId: string | null;
  readonly changes: readonly Change[];
  readonly marking: { readonly tlp: Label };
  readonly correctsId: string | null;
}

export type SheetLine<Told extends ToldLine = ToldLine> =
  | Told
  | { readonly __typename: 'SealedEntry'; readonly number: number };

/** What is known of a thing, by field, as the journal words it; nothing under what was emptied. */
export interface ToldThing {
  readonly id: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** How things stood after a line, by the lines that may be passed on under a label, and by nothing else. */
export interface SituationAsOf<Told extends ToldLine = ToldLine> {
  readonly incident: ToldThing | null;
  /** When each status was reached last. */
  readonly milestones: Readonly<Record<string, string>>;
  readonly regions: readonly ToldThing[];
  readonly services: readonly ToldThing[];
  readonly parties: readonly ToldThing[];
  readonly actions: readonly ToldThing[];
  /** The last entry of the category SITUATION, or what corrects it. */
  readonly situation: Told | null;
  /** When its line was recorded, also one that exceeds the ceiling; null where it is sealed. */
  readonly recordedAt: string | null;
  /** When the last of the lines up to it was recorded that the viewer reads. */
  readonly readUntil: string | null;
  /** The strictest label of what it holds: its own. */
  readonly label: Label | null;
  /** The line by which a marking changed last, of something that is told of, after the line of which this is the state. */
  readonly remarkedAt: number | null;
  /** Lines that the viewer reads and that exceed the ceiling. */
  readonly leftOut: number;
  /** Lines that are sealed to the viewer. */
  readonly sealed: number;
}

/**
 * The journal, told again up to a line. A line that exceeds the ceiling tells nothing, not even what a later state of a
 * thing that may be passed on would give away: so a thing whose first line is left out is not on the sheet. The markings
 * are those of the last line there is: what may be passed on is decided now.
 */
export function situationAsOf<Told extends ToldLine>(
  lines: readonly SheetLine<Told>[],
  { number, ceiling }: { readonly number: number; readonly ceiling: Label },
): SituationAsOf<Told> {
  const until = lines.filter((line) => line.number <= number);
  const readable = until.filter((line): line is Told => line.__typename === 'JournalEntry');
  const labelNow = labelsNow(lines);
  const told = readable.filter((line) => labelNow(line) <= strictness(ceiling));
  const [incident = null] = thingsOf(told, 'INCIDENT', 'INCIDENT_DECLARED');
  return {
    incident,
    milestones: milestonesOf(told),
    regions: thingsOf(told, 'REGION', 'REGION_ADDED'),
    services: thingsOf(told, 'SERVICE', 'SERVICE_ADDED'),
    parties: thingsOf(told, 'INVOLVEMENT', 'STAKEHOLDER_INVOLVED', 'STAKEHOLDER_RELEASED'),
    actions: thingsOf(told, 'ACTION', 'ACTION_PLANNED').map(planned),
    situation: lastSituation(told),
    recordedAt: readable.find((line) => line.number === number)?.recordedAt ?? null,
    readUntil: readable.at(-1)?.recordedAt ?? null,
    label: labels[Math.max(...told.map(labelNow))] ?? null,
    remarkedAt: remarkedAfter(lines, number),
    leftOut: readable.length - told.length,
    sealed: until.length - readable.length,
  };
}

/** The line that is meant by what was typed: a whole one of those there are, and the last where nothing was. */
export function lineMeant(typed: string, head: number): number {
  return typed === '' ? head : Math.min(Math.max(Math.floor(Number(typed)), 1), head);
}

/** Whether an action waits for longer than it should; in a closed incident nothing is waited for any more. */
export function isOverdue({ status, due }: ToldThing['fields'], incident: ToldThing, at: Date): boolean {
  const isPending = status === 'PLANNED' || status === 'IN_PROGRESS';
  const latest = due === undefined ? undefined : toldTime(due)?.latest;
  if (!isPending || latest === undefined || incident.fields['status'] === 'CLOSED') return false;
  return Date.parse(latest) < at.getTime();
}

function strictness(label: Label): number {
  return labels.indexOf(label);
}

/**
 * How strict a line is now: no less than the thing that it is about, or the entry that it corrects, has been marked since.
 * Who marks a thing more strictly for the same readers leaves the lines about it as they are.
 */
function labelsNow(lines: readonly SheetLine[]): (line: ToldLine) => number {
  const marked = new Map<string, number>();
  for (const line of lines) if (isRemark(line)) marked.set(line.subjectId, strictness(line.marking.tlp));
  const byId = new Map(lines.filter(isReadable).map((line) => [line.id, line]));
  return function labelNow({ marking, subjectId, correctsId }): number {
    const of = [subjectId, correctsId].map((id) => marked.get(id ?? '') ?? 0);
    const corrected = byId.get(correctsId ?? '');
    const before = corrected ? labelNow({ ...corrected, marking: { tlp: 'TLP_CLEAR' } }) : 0;
    return Math.max(strictness(marking.tlp), before, ...of);
  };
}

function remarkedAfter(lines: readonly SheetLine[], number: number): number | null {
  const before = lines.filter(isReadable).filter((line) => line.number <= number);
  const held = new Set(before.flatMap(({ id, subjectId }) => [id, subjectId]));
  const isLater = (line: ToldLine) => line.number > number && held.has(line.subjectId);
  const last = lines.findLast((line) => isReadable(line) && tellsOfMarking(line) && isLater(line));
  return last?.number ?? null;
}

function isReadable(line: SheetLine): line is ToldLine {
  return line.__typename === 'JournalEntry';
}

function tellsOfMarking({ kind }: ToldLine): boolean {
  return kind === 'MARKING_CHANGED' || kind === 'WITHDRAWN';
}

function isRemark(line: SheetLine): line is ToldLine & { readonly subjectId: string } {
  return isReadable(line) && line.kind === 'MARKING_CHANGED' && line.subjectId !== null;
}

/** Things of one sort, in the order in which they began. */
function thingsOf(told: readonly ToldLine[], sort: string, begins: string, ends?: string): ToldThing[] {
  const found = new Map<string, Record<string, string>>();
  for (const { kind, subjectId, changes } of told) {
    if (subjectId === null) continue;
    if (kind === begins) found.set(subjectId, {});
    if (kind === ends) found.delete(subjectId);
    const fields = found.get(subjectId);
    if (fields && (kind === begins || kind.startsWith(`${sort}_`))) take(fields, changes);
  }
  return [...found].map(([id, fields]) => ({ id, fields }));
}

function take(fields: Record<string, string>, changes: readonly Change[]): void {
  for (const { field, new: value } of changes) {
    if (value === null) delete fields[field];
    else fields[field] = value;
  }
}

/** That an action is planned is told by its kind alone. */
function planned({ id, fields }: ToldThing): ToldThing {
  return { id, fields: { status: 'PLANNED', ...fields } };
}

function milestonesOf(told: readonly ToldLine[]): Record<string, string> {
  const reached: Record<string, string> = {};
  for (const { kind, recordedAt, changes } of told) {
    const status = changes.find(({ field }) => field === 'status')?.new;
    if (!kind.startsWith('INCIDENT_') || !status) continue;
    reached[status] = changes.find(({ field }) => field === 'reached')?.new ?? recordedAt;
  }
  return reached;
}

function lastSituation<Told extends ToldLine>(told: readonly Told[]): Told | null {
  let last = told.findLast(({ category, kind }) => category === 'SITUATION' && kind !== 'CORRECTION');
  for (const line of told) if (last && line.correctsId === last.id) last = line;
  return last ?? null;
}
