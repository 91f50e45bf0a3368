import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { BrokenChain } from './faults';
import { globalId } from './global-id';
import type { Position } from './update';

interface Link {
  readonly number: number;
  readonly contentHash: string;
  readonly chainHash: string;
  /** Of an entry, where it was asked for. */
  readonly canonicalContent?: string;
}

interface Line extends Link {
  readonly __typename: string;
}

const beginning = { number: 0, chainHash: '0'.repeat(64) };

/** Whether the lines follow one another and what was held, and reach `head`: docs/chain.md says how they are chained. */
export function requireChain(held: Position | undefined, lines: readonly Link[], head: Position): void {
  const { incidentId } = head;
  let last: Omit<Position, 'incidentId'> | undefined = held ?? (lines[0]?.number === 1 ? beginning : undefined);
  for (const line of lines) {
    const { number, contentHash, chainHash } = line;
    const broken = (what: string) => new BrokenChain(incidentId, number, what);
    if (last && number !== last.number + 1) throw broken(`it came after line ${last.number}.`);
    if (last && chained(last.chainHash, number, contentHash) !== chainHash) throw broken('the chain does not hold.');
    if (line.canonicalContent !== undefined) requireContent(incidentId, line);
    last = line;
  }
  if (!last || (last.number === head.number && last.chainHash === head.chainHash)) return;
  throw new BrokenChain(
    incidentId,
    head.number,
    `the lines reach ${last.number}, and not what is said to be their end.`,
  );
}

/** Whether each entry came with its content, which is checked with the chain: what is left out says nothing. */
export function requireContents(incidentId: string, lines: readonly Line[]): void {
  for (const { __typename, number, canonicalContent } of lines) {
    if (__typename !== 'SealedEntry' && typeof canonicalContent !== 'string') {
      throw new BrokenChain(incidentId, number, 'it came without its content.');
    }
  }
}

/** Whether what an entry says is what was hashed, and of this journal. */
export function requireContent(incidentId: string, { number, contentHash, canonicalContent }: Link): void {
  const broken = (what: string) => new BrokenChain(incidentId, number, what);
  if (canonicalContent === undefined) throw broken('it came without its content.');
  if (bytesToHex(sha256(utf8ToBytes(canonicalContent))) !== contentHash) {
    throw broken('its content is not what was hashed.');
  }
  const { stream } = JSON.parse(canonicalContent) as { readonly stream: string };
  if (globalId('Incident', stream) !== incidentId) throw broken('it is of another journal.');
}

function chained(previous: string, number: number, contentHash: string): string {
  const eightBytes = new Uint8Array(8);
  new DataView(eightBytes.buffer).setBigUint64(0, BigInt(number));
  return bytesToHex(sha256(concatBytes(hexToBytes(previous), eightBytes, hexToBytes(contentHash))));
}
