import { chainHash, genesisHash } from './chain';
import type { Position } from './journal.inputs';

/** One line as it is stored or exported; hashes in hexadecimal. */
export interface CheckedLine extends Position {
  readonly contentHash: string;
  /** The content hash of the entry as it is now; null for a sealed line. */
  readonly recomputed: string | null;
}

/** What is wrong, and at which line; null where it is not about one line. */
export interface Fault {
  readonly number: number | null;
  readonly what: string;
}

/**
 * Checks the lines of one journal in their order, each against the line before it as that one is: so each alteration is
 * found where it is, and only there. Keeps nothing but the last line.
 */
export class ChainCheck {
  private last: Position = { number: 0, chainHash: genesisHash.toString('hex') };
  private absent = 0;
  private sealed = 0;
  private checked = 0;

  /** `whole`: every line must be there. `partial`: lines may be absent, and the chain is not checked across them. */
  constructor(private readonly extent: 'whole' | 'partial') {}

  get counts(): { readonly lines: number; readonly sealed: number; readonly absent: number } {
    return { lines: this.checked, sealed: this.sealed, absent: this.absent };
  }

  *line(line: CheckedLine): Generator<Fault> {
    const { number, contentHash, recomputed } = line;
    const before = this.last;
    const skipped = number - before.number - 1;
    this.checked++;
    if (recomputed === null) this.sealed++;
    else if (recomputed !== contentHash) yield { number, what: 'its content does not have its content hash' };
    if (skipped < 0) {
      yield { number, what: `it comes after line ${before.number}` };
      return;
    }
    this.last = line;
    if (skipped === 0 && chainAfter(before, line) !== line.chainHash) {
      yield { number, what: 'its chain hash does not follow from the line before' };
    }
    if (skipped === 0) return;
    if (this.extent === 'partial') this.absent += skipped;
    else yield missing(before.number + 1, number - 1);
  }

  /** What there is to say when all lines were seen: they must end at the head. */
  *end(head: Position): Generator<Fault> {
    const { number, chainHash: hash } = this.last;
    if (number < head.number) yield missing(number + 1, head.number);
    if (number > head.number) yield { number, what: `the head is at line ${head.number}, before it` };
    if (number === head.number && hash !== head.chainHash) yield { number, what: 'the head has another chain hash' };
  }
}

function chainAfter(before: Position, { number, contentHash }: CheckedLine): string {
  return chainHash(Buffer.from(before.chainHash, 'hex'), number, Buffer.from(contentHash, 'hex')).toString('hex');
}

function missing(from: number, to: number): Fault {
  return { number: from, what: from === to ? 'it is missing' : `it is missing, and all up to line ${to}` };
}
