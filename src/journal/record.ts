import type { Marking } from '../access/marking';
import type { NodeRef } from '../kernel/ids';
import type { Change, EntryKind } from './journal';
import { detailsOf, type EntryInput } from './journal.inputs';
import type { Work } from './work';

/** What a command did to a thing of an incident. */
export interface Deed {
  readonly kind: EntryKind;
  readonly incidentId: string;
  readonly subject: NodeRef;
  /** The marking of the thing: the entry takes it, unless its author chose a narrower one. */
  readonly marking: Marking;
  readonly changes?: readonly Change[];
}

/** Records a deed with its author's words, and answers with the id of the entry. */
export async function recordDeed(work: Work, deed: Deed, entry?: EntryInput | null): Promise<string> {
  const { kind, incidentId, subject, changes = [] } = deed;
  const marking = await work.marking(entry?.marking, deed.marking, incidentId, 'input.entry.marking');
  return work.record({ kind, stream: incidentId, subject, marking, changes, details: detailsOf(entry) });
}
