import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { Audience, Pap, Tlp } from '../access/marking';
import { describedEnum } from '../kernel/enum';
import { badInput } from '../kernel/errors';
import type { NodeRef } from '../kernel/ids';
import { fromGlobalIdOf } from '../kernel/ids';
import { NodeRefField, RefField, RefsField, type SelfChecked, TextField } from '../kernel/input';
import { PageArgs } from '../kernel/paging';
import { ReportedTimeInput, reportedTimeOrNone } from '../kernel/reported-time';
import { DateTime } from '../kernel/scalars';
import { Channel, Confidence, Direction, EntryCategory, EntryKind } from './journal';
import type { EntryDetails } from './work';

/** The types of things that an entry can be about. */
export const subjectTypes = [
  'Incident',
  'AffectedRegion',
  'AffectedService',
  'Involvement',
  'Action',
  'StatementDraft',
  'PublicStatement',
  'JournalEntry',
  'Stakeholder',
  'Person',
] as const;

@InputType({
  description: 'How far a thing may be passed on, and who reads it here. Set by its originator, at creation.',
})
export class MarkingInput {
  @Field(() => Tlp, { description: 'The TLP 2.0 label.' })
  tlp!: Tlp;

  @Field(() => Audience, {
    nullable: true,
    description: 'Who reads it here. Absent: PERSONS under TLP:RED, INVOLVED under any other label.',
  })
  audience?: Audience | null;

  @Field(() => Pap, {
    nullable: true,
    description:
      'What readers may do with it, beside the TLP label; meant for entries and actions. Shown, and no rule of access.',
  })
  pap?: Pap | null;

  @RefsField('Stakeholder', {
    nullable: true,
    description: 'The stakeholders listed, all of them involved; for LISTED only. At most 100.',
  })
  stakeholders?: string[] | null;

  @RefsField('Person', {
    nullable: true,
    description:
      'The persons named, who act for involved stakeholders; for PERSONS only. The author need not be named. At most 100.',
  })
  persons?: string[] | null;
}

@InputType({ description: 'Where a statement comes from.' })
export class ProvenanceInput implements SelfChecked {
  @TextField({ max: 300, description: 'The source, in words.' })
  label!: string;

  @TextField({ nullable: true, max: 2000, description: 'Where it can be read: an http or https address.' })
  url?: string | null;

  @Field(() => ReportedTimeInput, { nullable: true, description: 'When the source was published.' })
  published?: ReportedTimeInput | null;

  fault() {
    if (this.url == null || isWebAddress(this.url)) return undefined;
    return { field: 'url', message: 'Expected an address that begins with `https://` or `http://`.' };
  }
}

/** Readers are given it to open, so it is nothing that does something else when it is opened (`javascript:`). */
function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}

@InputType({
  description: 'What the author adds to the journal entry that a mutation records, as a main courante has it.',
})
export class EntryInput {
  @TextField({ nullable: true, max: 10_000, description: 'What happened, in words.' })
  text?: string | null;

  @Field(() => EntryCategory, { nullable: true, description: 'What the entry is. Absent: what is usual for its kind.' })
  category?: EntryCategory | null;

  @Field(() => ReportedTimeInput, { nullable: true, description: 'When it happened, as reported.' })
  occurred?: ReportedTimeInput | null;

  @Field(() => Direction, { nullable: true, description: 'Which way the message went, seen from the author.' })
  direction?: Direction | null;

  @TextField({ nullable: true, max: 200, description: 'Who sent the message.' })
  from?: string | null;

  @TextField({ nullable: true, max: 200, description: 'Who received the message.' })
  to?: string | null;

  @Field(() => Channel, { nullable: true, description: 'How the message went.' })
  channel?: Channel | null;

  @Field(() => Confidence, { nullable: true, description: 'How sure it is.' })
  confidence?: Confidence | null;

  @Field(() => ProvenanceInput, { nullable: true, description: 'Where it comes from.' })
  provenance?: ProvenanceInput | null;

  @Field(() => MarkingInput, {
    nullable: true,
    description: 'Absent: the marking of what the entry is about. Never wider than that.',
  })
  marking?: MarkingInput | null;
}

/** What a mutation takes besides its own fields, for its input class to extend. */
@InputType({ description: 'What every mutation takes.' })
export abstract class CommandInput {
  @Field(() => EntryInput, { nullable: true, description: 'What to add to the journal entry that this records.' })
  entry?: EntryInput | null;

  @TextField({
    nullable: true,
    max: 200,
    description:
      'Makes repetition harmless: within 7 days the same key with the same input changes nothing and answers the same.',
  })
  idempotencyKey?: string | null;
}

/** The author's words, as commands take them. */
export function detailsOf(entry: EntryInput | null | undefined): EntryDetails {
  if (!entry) return {};
  const { occurred, provenance, marking: _, ...words } = entry;
  return {
    ...words,
    occurred: reportedTimeOrNone(occurred),
    provenance: provenance
      ? { label: provenance.label, url: provenance.url ?? null, published: reportedTimeOrNone(provenance.published) }
      : null,
  };
}

export const JournalOrder = describedEnum('JournalOrder', 'In which order the lines of a journal come.', {
  NUMBER: 'By number: the order in which they were recorded.',
  OCCURRED: 'By the latest instant at which what they tell occurred; lines that tell no time are left out.',
});
export type JournalOrder = keyof typeof JournalOrder;

@InputType({ description: 'Which entries of a journal: those that meet every condition given. Sealed lines never do.' })
export class JournalFilter {
  @Field(() => [EntryKind], { nullable: true, description: 'Of one of these kinds.' })
  kinds?: EntryKind[] | null;

  @Field(() => [EntryCategory], { nullable: true, description: 'Of one of these categories.' })
  categories?: EntryCategory[] | null;

  @RefField('Stakeholder', { nullable: true, description: 'Written by this stakeholder.' })
  author?: string | null;

  @NodeRefField(subjectTypes, { nullable: true, description: 'About this thing.' })
  subject?: NodeRef | null;

  @Field(() => DateTime, { nullable: true, description: 'Recorded at this instant or later.' })
  since?: Date | null;
}

@ArgsType()
export class JournalArgs extends PageArgs {
  @Field(() => JournalFilter, {
    nullable: true,
    description: 'Absent: every line, with what is above the rights of the viewer as sealed lines.',
  })
  filter?: JournalFilter | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Only lines after the one of this number: what changed since entry 42. It goes together with cursors, filters and any order.',
  })
  afterNumber?: number | null;

  @Field(() => JournalOrder, { defaultValue: 'NUMBER', description: 'In which order.' })
  orderBy!: JournalOrder;
}

@InputType({ description: 'A place in a journal: the last line that a reader has, and the proof that it has it.' })
export class JournalPositionInput {
  @Field(() => ID, { description: 'The incident.' })
  incidentId!: string;

  @Field(() => Int, { description: 'The number of the line; 0 before the first.' })
  number!: number;

  @Field(() => String, {
    description: 'The chain hash of that line: 64 hexadecimal digits; 64 zeros before the first.',
  })
  chainHash!: string;
}

/** A position as readers hold it; the hash in lower-case hexadecimal. */
export interface Position {
  readonly number: number;
  readonly chainHash: string;
}

/** How many incidents one subscription names; without names it follows any number. */
export const mostIncidents = 200;

/** Whoever follows all that there is hands back a position in each: as many as the variables of one operation have room for. */
const mostPositions = 1_400;

/** The arguments of the subscription come unchecked from the library: they are checked here. */
export function positionsOf(
  after: readonly JournalPositionInput[] | null | undefined,
  at = 'after',
): ReadonlyMap<string, Position> | null {
  if (after == null) return null;
  if (after.length > mostPositions)
    throw badInput(`Expected at most ${mostPositions} positions, and got ${after.length}.`, at);
  const positions = new Map<string, Position>();
  for (const [index, { incidentId, number, chainHash }] of after.entries()) {
    const { key } = fromGlobalIdOf(['Incident'], incidentId, `${at}.${index}.incidentId`);
    if (number < 0)
      throw badInput(`A position has a number of 0 or more, and this one has ${number}.`, `${at}.${index}.number`);
    if (!/^[0-9a-f]{64}$/i.test(chainHash))
      throw badInput('A chain hash is 64 hexadecimal digits.', `${at}.${index}.chainHash`);
    if (positions.has(key)) throw badInput('One position per incident.', `${at}.${index}.incidentId`);
    positions.set(key, { number, chainHash: chainHash.toLowerCase() });
  }
  return positions;
}
