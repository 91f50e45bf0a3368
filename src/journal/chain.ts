import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Marking } from '../access/marking';
import { toGlobalId } from '../kernel/ids';
import type { ReportedTime } from '../kernel/reported-time';
import type { JournalEntryRow } from './journal.entity';

/**
 * The chain of a journal, as docs/chain.md describes it for other programs:
 * content hash = SHA-256 of the canonical JSON (RFC 8785) of `contentOf`; chain hash = SHA-256 of the previous chain
 * hash, the number as 8 bytes big-endian, and the content hash. Before line 1 stand 32 zero bytes.
 */
export const genesisHash = Buffer.alloc(32);

/** What is hashed of an entry: everything that it says, and its salt, but not its number. */
function contentOf(entry: JournalEntryRow): object {
  return {
    format: 'cellule-entry/1',
    id: toGlobalId('JournalEntry', entry.id),
    stream: entry.streamId,
    kind: entry.kind,
    category: entry.category,
    text: entry.text,
    occurred: timeOf(entry.occurred),
    recordedAt: entry.recordedAt.toISOString(),
    author: {
      person: entry.authorPersonId,
      personName: entry.authorPersonName,
      stakeholder: entry.authorStakeholderId,
      stakeholderName: entry.authorStakeholderName,
    },
    direction: entry.direction,
    from: entry.sender,
    to: entry.recipient,
    channel: entry.channel,
    confidence: entry.confidence,
    provenance:
      entry.provenanceLabel === null
        ? null
        : { label: entry.provenanceLabel, url: entry.provenanceUrl, published: timeOf(entry.provenancePublished) },
    subject: entry.subjectType === null ? null : { type: entry.subjectType, id: entry.subjectId },
    changes: entry.changes,
    repliesTo: entry.repliesTo,
    corrects: entry.corrects,
    marking: markingOf(entry.marking),
    salt: entry.salt.toString('hex'),
  };
}

/** The marking that an entry was made with. What came later, a delegate and further markings, is told by other entries. */
function markingOf({ tlp, audience, pap, stakeholders, persons, originator, author }: Marking): object {
  return { tlp, audience, pap, stakeholders, persons, originator, author };
}

function timeOf(time: ReportedTime | null): object | null {
  if (time === null) return null;
  const { earliest, latest, precision, words } = time;
  return { earliest: earliest?.toISOString() ?? null, latest: latest.toISOString(), precision, words };
}

/** The canonical JSON of an entry: the very text that is hashed. */
export function canonicalContent(entry: JournalEntryRow): string {
  return canonicalJson(contentOf(entry));
}

/** The one text that stands for a value, whatever the order of its properties (RFC 8785). */
export function canonicalJson(value: object): string {
  return canonicalize(value) as string;
}

export function contentHash(content: string): Buffer {
  return createHash('sha256').update(content, 'utf8').digest();
}

export function chainHash(previous: Buffer, number: number, content: Buffer): Buffer {
  const eightBytes = Buffer.alloc(8);
  eightBytes.writeBigInt64BE(BigInt(number));
  return createHash('sha256').update(previous).update(eightBytes).update(content).digest();
}
