import { badInput } from '../kernel/errors';
import { toGlobalId } from '../kernel/ids';
import type { Progress } from '../kernel/live';
import { type JournalPositionInput, type Position, positionsOf } from './journal.inputs';

/** Of a mark: as many incidents as a header has room for that proxies still pass on. */
const mostMarked = 100;
const form = '1.';
const [keyBytes, numberBytes, hashBytes] = [16, 4, 32];
const placeBytes = keyBytes + numberBytes + hashBytes;

/** Where a reader of journals is, as one short text: whoever hands it back goes on from there. It is no right to read anything. */
export class Bookmark {
  /** Who moved last stands last. */
  private readonly positions = new Map<string, Position>();
  private isKept = false;

  /** Takes up a text that was handed back. */
  static read(text: string): Bookmark {
    const bytes = Buffer.from(text.slice(form.length), 'base64url');
    const isWhole = bytes.length % placeBytes === 0 && bytes.length <= mostMarked * placeBytes;
    if (!isWhole || markOf(bytes) !== text) {
      throw badInput('The last event id is not one that this server gives: it is opaque, and handed back as it came.');
    }
    const bookmark = new Bookmark();
    bookmark.isKept = true;
    for (let start = 0; start < bytes.length; start += placeBytes) {
      const [key, number, hash] = [start, start + keyBytes, start + keyBytes + numberBytes];
      bookmark.positions.set(uuidIn(bytes.subarray(key, number)), {
        number: bytes.readUInt32BE(number),
        chainHash: bytes.subarray(hash, start + placeBytes).toString('hex'),
      });
    }
    return bookmark;
  }

  /** The arguments of the subscription `journal`, so that it begins here; one that was never moved begins where they say. */
  placed(args: Record<string, unknown>): Record<string, unknown> {
    if (this.isKept) return { ...args, after: this.after() };
    for (const [incidentId, position] of positionsOf(args['after'] as JournalPositionInput[]) ?? []) {
      this.positions.set(incidentId, position);
    }
    return args;
  }

  move(progress: Progress): void {
    this.isKept = true;
    for (const [incidentId, position] of progress) {
      if (position && position.number === this.positions.get(incidentId)?.number) continue;
      this.positions.delete(incidentId);
      if (position) this.positions.set(incidentId, position);
    }
  }

  /** Undefined as long as nothing was reached. */
  get text(): string | undefined {
    if (!this.isKept) return undefined;
    const places = [...this.positions].slice(-mostMarked).map(([incidentId, { number, chainHash }]) => {
      const place = Buffer.alloc(placeBytes);
      place.write(incidentId.replaceAll('-', ''), 'hex');
      place.writeUInt32BE(number, keyBytes);
      place.write(chainHash, keyBytes + numberBytes, 'hex');
      return place;
    });
    return markOf(Buffer.concat(places));
  }

  private after(): JournalPositionInput[] {
    return [...this.positions].map(([incidentId, { number, chainHash }]) => ({
      ...{ incidentId: toGlobalId('Incident', incidentId), number, chainHash },
    }));
  }
}

function markOf(bytes: Buffer): string {
  return `${form}${bytes.toString('base64url')}`;
}

function uuidIn(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
