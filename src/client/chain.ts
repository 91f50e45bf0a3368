import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { BrokenChain } from './faults';
import type { Position } from './update';

interface Link {
  readonly number: number;
  readonly contentHash: string;
  readonly chainHash: string;
  readonly canonicalContent?: string;
}

const beginning = { number: 0, chainHash: '0'.repeat(64) };

/** Whether the lines follow one another and what was held, and reach `head`: docs/chain.md says how they are chained. */
export function requireChain(held: Position | undefined, lines: readonly Link[], head: Position): void {
  const { incidentId } = head;
  let last: Omit<Position, 'incidentId'> | undefined = held ?? (lines[0]?.number === 1 ? beginning : undefined);
  for (const line of lines) {
    const { number, contentHash, chainHash, canonicalContent } = line;
    const broken = (what: string) => new BrokenChain(incidentId, number, what);
    if (last && number !== last.number + 1) throw broken(`it came after line ${last.number}.`);
    if (last && chained(last.chainHash, number, contentHash) !== chainHash) throw broken('the chain does not hold.');
    if (canonicalContent !== undefined && bytesToHex(sha256(utf8ToBytes(canonicalContent))) !== contentHash) {
      throw broken('its content is not what was hashed.');
    }
    last = line;
  }
  if (!last || (last.number === head.number && last.chainHash === head.chainHash)) return;
  throw new BrokenChain(
    incidentId,
    head.number,
    `the lines reach ${last.number}, and not what is said to be their end.`,
  );
}

function chained(previous: string, number: number, contentHash: string): string {
  const eightBytes = new Uint8Array(8);
  new DataView(eightBytes.buffer).setBigUint64(0, BigInt(number));
  return bytesToHex(sha256(concatBytes(hexToBytes(previous), eightBytes, hexToBytes(contentHash))));
}
