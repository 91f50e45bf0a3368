import { globalId } from '../../client/global-id';
import type {
  Channel,
  Confidence,
  Direction,
  EntryCategory,
  EntryKind,
  LineContentFragment,
  ReportedTimePartsFragment,
} from '../api/generated';

/** What is hashed of an entry, as far as it is shown: docs/chain.md. */
interface Content {
  readonly id: string;
  readonly kind: EntryKind;
  readonly category: EntryCategory;
  readonly text: string | null;
  readonly recordedAt: string;
  readonly occurred: ReportedTimePartsFragment | null;
  readonly author: {
    readonly person: string | null;
    readonly personName: string | null;
    readonly stakeholder: string | null;
    readonly stakeholderName: string;
  };
  readonly direction: Direction | null;
  readonly channel: Channel | null;
  readonly confidence: Confidence | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly provenance: { readonly label: string; readonly url: string | null } | null;
  readonly subject: { readonly type: string; readonly id: string } | null;
  readonly changes: readonly { readonly field: string; readonly old: string | null; readonly new: string | null }[];
  readonly repliesTo: string | null;
  readonly corrects: string | null;
}

/** An entry as it comes. */
export interface HashedEntry extends LineContentFragment {
  readonly number: number;
  readonly contentHash: string;
  readonly chainHash: string;
}

export type Entry = ReturnType<typeof entryOf>;

/** What was hashed, which is all that the chain vouches for, and the marking of now, which is not in the chain. */
export function entryOf({ number, contentHash, chainHash, canonicalContent, marking }: HashedEntry) {
  const content = JSON.parse(canonicalContent) as Content;
  const { id, kind, category, text, recordedAt, occurred, author, subject, changes, provenance } = content;
  const { direction, channel, confidence, from, to, repliesTo, corrects } = content;
  const { person, personName, stakeholder, stakeholderName } = author;
  return {
    __typename: 'JournalEntry' as const,
    ...{ number, contentHash, chainHash, marking },
    ...{ id, kind, category, text, recordedAt, occurred, changes, provenance },
    ...{ direction, channel, confidence, from, to },
    author: {
      ...{ personName, stakeholderName },
      personId: person && globalId('Person', person),
      stakeholderId: stakeholder && globalId('Stakeholder', stakeholder),
    },
    subjectId: subject && globalId(subject.type, subject.id),
    repliesToId: repliesTo && globalId('JournalEntry', repliesTo),
    correctsId: corrects && globalId('JournalEntry', corrects),
  };
}
