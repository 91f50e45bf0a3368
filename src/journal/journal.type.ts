import { createUnionType, Field, ID, Int, InterfaceType, ObjectType } from 'type-graphql';
import { Audience, type Marking, Pap, Tlp, tlpLabel } from '../access/marking';
import type { Visible } from '../access/reads';
import { asTheyAre, from, type Needs, ShownAs, showing, showingPart } from '../access/shown';
import { toGlobalId } from '../kernel/ids';
import { connectionType } from '../kernel/paging';
import { ReportedTime } from '../kernel/reported-time';
import { DateTime } from '../kernel/scalars';
import { canonicalContent } from './chain';
import { Channel, Confidence, Direction, EntryCategory, EntryKind } from './journal';
import type { JournalEntryRow } from './journal.entity';
import { type LineRow, markingOfEntry, type OpenLineRow } from './journal.reads';
import { Node } from './node';

@ObjectType('Marking', { description: 'How far a thing may be passed on, and who reads it here.' })
export class ShownMarking {
  @Field(() => Tlp, { description: 'The TLP 2.0 label, as an enum.' })
  tlp!: Tlp;

  @Field(() => String, {
    description: 'The label exactly as FIRST writes it, such as `TLP:AMBER+STRICT`. Never translated.',
  })
  label!: string;

  @Field(() => Audience, { description: 'Who reads it here.' })
  audience!: Audience;

  @Field(() => Pap, {
    nullable: true,
    description: 'What readers may do with it; null: nothing was said. Shown, and no rule of access.',
  })
  pap!: Pap | null;

  @Field(() => Int, {
    description: 'How many markings the thing has had, this one included; to be given as `expectedVersion`.',
  })
  version!: number;

  @Field(() => ID, { description: 'The id of `originator`.' })
  originatorId!: string;

  @Field(() => ID, { nullable: true, description: 'The id of `delegate`; null: nobody was named.' })
  delegateId!: string | null;

  readonly stored!: Marking;
}

/** What carries a marking. Presenters set `__typename`. */
@InterfaceType('Marked', {
  description: 'What carries a marking: `changeMarking` gives it another.',
  resolveType: (value: { __typename: string }) => value.__typename,
})
export abstract class Marked {
  @Field(() => ID, { description: 'Opaque, global, and lasting.' })
  id!: string;

  @Field(() => ShownMarking, { description: 'How far it may be passed on, and who reads it here.' })
  marking!: ShownMarking;
}

const presentedMarking = showingPart<Marking, ShownMarking>({
  ...asTheyAre<Marking>('tlp', 'audience', 'pap', 'version'),
  label: from<Marking>(['tlp'], ({ tlp }) => tlpLabel(tlp)),
  originatorId: from<Marking>(['originator'], ({ originator }) => toGlobalId('Stakeholder', originator)),
  delegateId: from<Marking>(['delegate'], ({ delegate }) => delegate && toGlobalId('Stakeholder', delegate)),
});

export function presentMarking(stored: Marking): ShownMarking {
  return presentedMarking(stored);
}

/** What the fields of a marking need of those that are stored there; what looks up who is named in it needs all. */
export function markingAt(...of: string[]): Needs {
  const own = { tlp: ['tlp'], audience: ['audience'], pap: ['pap'], version: ['version'] };
  return { of, parts: { ...own, label: ['tlp'], originatorId: ['originator'], delegateId: ['delegate'] } };
}

@ObjectType({ description: 'Who wrote an entry, with the names of that time.' })
export class Author {
  @Field(() => String, { nullable: true, description: 'The name of the person at that time; null for a system.' })
  personName!: string | null;

  @Field(() => String, {
    description: 'The name of the stakeholder at that time; "Cellule" for what the platform itself did.',
  })
  stakeholderName!: string;

  @Field(() => ID, { nullable: true, description: 'The id of the person; null for a system.' })
  personId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The id of the stakeholder; null for the platform itself.' })
  stakeholderId!: string | null;

  readonly personKey!: string | null;
  readonly stakeholderKey!: string | null;
}

@ObjectType({ description: 'Where a statement comes from.' })
export class Provenance {
  @Field(() => String, { description: 'The source, in words.' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'Where it can be read.' })
  url!: string | null;

  @Field(() => ReportedTime, { nullable: true, description: 'When the source was published.' })
  published!: ReportedTime | null;
}

@ObjectType('Change', {
  description:
    'One field that changed. Values are texts: enum names, codes (several with `, ` between), UTC instants. A reported time is `earliest/latest (PRECISION: words)`, as far as it has these; `..` is an earliest that is not known.',
})
export class ShownChange {
  @Field(() => String, { description: 'The field.' })
  field!: string;

  @Field(() => String, { nullable: true, description: 'What it was; null if there was nothing.' })
  old!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is; null if there is nothing.' })
  new!: string | null;
}

@InterfaceType('NumberedLine', {
  description: 'What every line of a journal has, readable or sealed.',
  resolveType: (value: { __typename: string }) => value.__typename,
})
export abstract class NumberedLine {
  @Field(() => Int, { description: 'Its place in the journal: 1, 2, 3… without holes. The number is the only order.' })
  number!: number;

  @Field(() => String, { description: 'SHA-256 of the canonical content, in hexadecimal.' })
  contentHash!: string;

  @Field(() => String, {
    description:
      'SHA-256 of the previous chain hash, the number (8 bytes, big-endian) and the content hash, in hexadecimal.',
  })
  chainHash!: string;
}

const shownLine = {
  number: from<LineRow>(['number'], ({ number }) => number),
  contentHash: from<LineRow>(['contentHash'], ({ contentHash }) => contentHash.toString('hex')),
  chainHash: from<LineRow>(['chainHash'], ({ chainHash }) => chainHash.toString('hex')),
};

@ShownAs(shownLine)
@ObjectType({
  implements: NumberedLine,
  description: 'A line above the rights of the viewer: it is there, and the chain can be verified over it.',
})
export class SealedEntry extends NumberedLine {
  readonly __typename = 'SealedEntry';
}

const ofEntry = (name: keyof JournalEntryRow & string) =>
  from<OpenLineRow>([`entry.${name}`], ({ entry }) => entry[name]);

const otherEntry = (name: 'repliesTo' | 'corrects') =>
  from<OpenLineRow>([`entry.${name}`], ({ entry }) => entry[name] && toGlobalId('JournalEntry', entry[name]));

const shownEntry = {
  ...shownLine,
  ...{ kind: ofEntry('kind'), category: ofEntry('category'), text: ofEntry('text'), occurred: ofEntry('occurred') },
  ...{ recordedAt: ofEntry('recordedAt'), direction: ofEntry('direction'), channel: ofEntry('channel') },
  ...{ confidence: ofEntry('confidence'), changes: ofEntry('changes') },
  ...{ from: ofEntry('sender'), to: ofEntry('recipient') },
  id: from<OpenLineRow>(['entry.id'], ({ entry }) => toGlobalId('JournalEntry', entry.id)),
  marking: from<OpenLineRow>(markingAt('entry.marking', 'remarked.marking'), (row) =>
    presentMarking(markingOfEntry(row)),
  ),
  subjectId: from<OpenLineRow>(
    ['entry.subjectType', 'entry.subjectId'],
    ({ entry }) => entry.subjectType && entry.subjectId && toGlobalId(entry.subjectType, entry.subjectId),
  ),
  author: from<OpenLineRow>(
    ['entry.authorPersonName', 'entry.authorStakeholderName', 'entry.authorPersonId', 'entry.authorStakeholderId'],
    ({ entry }) => authorOf(entry),
  ),
  provenance: from<OpenLineRow>(
    ['entry.provenanceLabel', 'entry.provenanceUrl', 'entry.provenancePublished'],
    ({ entry }) => provenanceOf(entry),
  ),
  repliesToId: otherEntry('repliesTo'),
  correctsId: otherEntry('corrects'),
  salt: from<OpenLineRow>(['entry.salt'], ({ entry }) => entry.salt.toString('hex')),
  canonicalContent: from<OpenLineRow>(['entry'], ({ entry }) => canonicalContent(entry)),
};

@ShownAs(shownEntry)
@ObjectType({
  implements: [Node, Marked, NumberedLine],
  description: 'One line of the main courante. It never changes: an error is corrected by another entry.',
})
export class JournalEntry extends NumberedLine {
  readonly __typename = 'JournalEntry';
  readonly row!: Visible<OpenLineRow>;

  @Field(() => ID, { description: 'Opaque, global, and lasting.' })
  id!: string;

  @Field(() => ShownMarking, { description: 'How far it may be passed on, and who reads it here, as of now.' })
  marking!: ShownMarking;

  @Field(() => ID, {
    nullable: true,
    description:
      'The id of what it is about, even where the viewer does not see that (any more). On WITHDRAWN: ask again (`nodes(ids:)`) for the subject and for every line that you hold about it, answering to it or correcting it: null means drop it, and show its number sealed.',
  })
  subjectId!: string | null;

  @Field(() => EntryKind, { description: 'What it records, for machines.' })
  kind!: EntryKind;

  @Field(() => EntryCategory, { description: 'What it is, for people.' })
  category!: EntryCategory;

  @Field(() => String, {
    nullable: true,
    description: 'What happened, in words; null if the kind and the changes say it all.',
  })
  text!: string | null;

  @Field(() => ReportedTime, { nullable: true, description: 'When it happened, as reported.' })
  occurred!: ReportedTime | null;

  @Field(() => DateTime, {
    description: 'When it was recorded: exact, the hour of the database at the start of the transaction (UTC).',
  })
  recordedAt!: Date;

  @Field(() => Author, { description: 'Who wrote it.' })
  author!: Author;

  @Field(() => Direction, { nullable: true, description: 'Which way the message went, seen from the author.' })
  direction!: Direction | null;

  @Field(() => String, { nullable: true, description: 'Who sent the message.' })
  from!: string | null;

  @Field(() => String, { nullable: true, description: 'Who received the message.' })
  to!: string | null;

  @Field(() => Channel, { nullable: true, description: 'How the message went.' })
  channel!: Channel | null;

  @Field(() => Confidence, { nullable: true, description: 'How sure it is.' })
  confidence!: Confidence | null;

  @Field(() => Provenance, { nullable: true, description: 'Where it comes from.' })
  provenance!: Provenance | null;

  @Field(() => [ShownChange], { description: 'What changed by it.' })
  changes!: readonly ShownChange[];

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the entry that it answers to, even where the viewer does not see that one.',
  })
  repliesToId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the entry that it corrects, even where the viewer does not see that one.',
  })
  correctsId!: string | null;

  @Field(() => String, {
    description: 'The salt that is part of the content, in hexadecimal: without it a sealed entry cannot be guessed.',
  })
  salt!: string;

  @Field(() => String, {
    description: 'Its canonical JSON (RFC 8785): the very text whose SHA-256 is `contentHash`.',
  })
  canonicalContent!: string;
}

export const JournalLine = createUnionType({
  name: 'JournalLine',
  description: 'A line of a journal: an entry that the viewer may read, or a sealed one.',
  types: () => [JournalEntry, SealedEntry] as const,
  resolveType: (line) => line.__typename,
});

export const JournalLineConnection = connectionType<JournalEntry | SealedEntry>('JournalLine', () => JournalLine);

@ObjectType({
  description:
    'A place in a journal: hand it back in `after` to resume there. Whoever keeps it is a witness of the chain.',
})
export class JournalPosition {
  @Field(() => ID, { description: 'The incident.' })
  incidentId!: string;

  @Field(() => Int, { description: 'The number of the line; 0 before the first.' })
  number!: number;

  @Field(() => String, { description: 'The chain hash of that line, in hexadecimal; 64 zeros before the first.' })
  chainHash!: string;
}

export function presentPosition(incidentKey: string, number: number, chainHash: string): JournalPosition {
  return { incidentId: toGlobalId('Incident', incidentKey), number, chainHash };
}

export function presentLine(row: Visible<LineRow>): JournalEntry | SealedEntry {
  return isOpen(row) ? presentEntry(row) : sealed(row);
}

function isOpen(row: Visible<LineRow>): row is Visible<OpenLineRow> {
  return row.entry !== null;
}

const presentedSeal = showing<LineRow, SealedEntry & { readonly row: LineRow }>('SealedEntry', shownLine);
const presented = showing<Visible<OpenLineRow>, JournalEntry>('JournalEntry', shownEntry);

function sealed(row: Visible<LineRow>): SealedEntry {
  return presentedSeal(row);
}

export function presentEntry(row: Visible<OpenLineRow>): JournalEntry {
  return presented(row);
}

export function presentEntries(rows: readonly Visible<OpenLineRow>[]): JournalEntry[] {
  return rows.map(presentEntry);
}

function authorOf(entry: JournalEntryRow): Author {
  const { authorPersonId, authorStakeholderId } = entry;
  return {
    personName: entry.authorPersonName,
    stakeholderName: entry.authorStakeholderName,
    // Made when they are asked for, since few ask.
    get personId() {
      return authorPersonId && toGlobalId('Person', authorPersonId);
    },
    get stakeholderId() {
      return authorStakeholderId && toGlobalId('Stakeholder', authorStakeholderId);
    },
    personKey: authorPersonId,
    stakeholderKey: authorStakeholderId,
  };
}

function provenanceOf({ provenanceLabel, provenanceUrl, provenancePublished }: JournalEntryRow): Provenance | null {
  return provenanceLabel === null
    ? null
    : { label: provenanceLabel, url: provenanceUrl, published: provenancePublished };
}
