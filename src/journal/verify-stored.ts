import { registryStream } from '../access/visibility';
import { canonicalContent, contentHash } from './chain';
import { ChainCheck, type Fault } from './chain-check';
import type { JournalEntryRow } from './journal.entity';
import type { StoredJournal, StoredJournals, StoredLine } from './stored-journals';

/** What a verification found, as it goes: the name of a journal stands for it in front of people. */
export type Finding =
  | ({ readonly kind: 'fault'; readonly journal: string } & Fault)
  | { readonly kind: 'checked'; readonly journal: string; readonly number: number; readonly chainHash: string | null };

/** Verifies every journal of the database: the content of each entry, the chain, the head, that each has the others, and that entries tell of the later markings. */
export async function* verifyStored(stored: StoredJournals): AsyncGenerator<Finding> {
  for (const journal of await stored.all()) {
    const { number, chainHash } = journal;
    const name = nameOf(journal);
    for await (const fault of faultsOf(stored, journal)) yield { kind: 'fault', journal: name, ...fault };
    yield { kind: 'checked', journal: name, number: number ?? 0, chainHash };
  }
  for (const { id, streamId } of await stored.strayEntries()) {
    yield { kind: 'fault', journal: streamId, number: null, what: `no line leads to the entry ${id}` };
  }
  for (const { id, version, streamId } of await stored.untoldMarkings()) {
    const what = `no entry tells of the marking that the entry ${id} has in version ${version}`;
    yield { kind: 'fault', journal: streamId, number: null, what };
  }
}

function nameOf({ streamId, reference }: StoredJournal): string {
  if (streamId === registryStream) return 'registry';
  return reference ?? streamId;
}

async function* faultsOf(stored: StoredJournals, journal: StoredJournal): AsyncGenerator<Fault> {
  const { streamId, reference, number, chainHash, lastLine } = journal;
  if (reference === null && streamId !== registryStream) yield { number: null, what: 'there is no such incident' };
  const check = new ChainCheck('whole');
  for await (const { line, entry } of stored.lines(streamId, Math.max(number ?? 0, lastLine))) {
    const hashes = { contentHash: line.contentHash.toString('hex'), chainHash: line.chainHash.toString('hex') };
    const recomputed = entry && hashOf(entry);
    yield* check.line({ number: line.number, ...hashes, recomputed });
    yield* faultsOfEntry({ line, entry });
  }
  if (number === null || chainHash === null) yield { number: null, what: 'it has no head' };
  else yield* check.end({ number, chainHash });
}

function* faultsOfEntry({ line, entry }: StoredLine): Generator<Fault> {
  const { number } = line;
  if (entry === null) yield { number, what: 'its entry is missing' };
  else if (entry.streamId !== line.streamId) yield { number, what: 'its entry belongs to another journal' };
}

/** A row that somebody altered need not hold what a content is made of. */
function hashOf(entry: JournalEntryRow): string {
  try {
    return contentHash(canonicalContent(entry)).toString('hex');
  } catch {
    return 'none';
  }
}
