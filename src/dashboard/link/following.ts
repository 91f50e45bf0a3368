import {
  type Following as Followed,
  followJournal,
  type LinesUpdate,
  Refused,
  type Status,
  type Update,
} from '../../client';
import { requireContent } from '../../client/chain';
import type { LineContentFragment } from '../api/generated';
import { apiUrl, type Session } from '../session/session';
import { type Entry, entryOf, type HashedEntry } from './as-hashed';
import { journalFields } from './fields';
import { isBy, type Writer } from './is-by';
import { patientSocket } from './patient-socket';

export type { Entry };
export interface Sealed {
  readonly __typename: 'SealedEntry';
  readonly number: number;
  readonly contentHash: string;
  readonly chainHash: string;
}
export type JournalLine = Entry | Sealed;

export type LinkKind = 'connecting' | 'reading' | 'current' | 'cut' | 'withdrawn' | 'refused' | 'broken';
/** What is said until it is noticed. */
export type Notice = 'withdrawn' | 'reset';

/** What is known of the journals that are followed, and until when it is all. */
export interface Followings {
  readonly kind: LinkKind;
  readonly asOf: Date | null;
  readonly number: number | null;
  readonly notices: readonly Notice[];
  /** How many lines of others came since everything that was there had been read. */
  readonly received: number;
  readonly lines: readonly JournalLine[];
  /** The number of the line up to which each one followed from the one before. */
  readonly verified: number;
}

const atFirst: Followings = {
  ...{ kind: 'connecting', asOf: null, number: null },
  ...{ notices: [], received: 0, lines: [], verified: 0 },
};

/** How the link stands where nothing of an incident is held. */
export function holdingNothing(kind: LinkKind): Followings {
  return { ...atFirst, kind };
}

interface Options {
  readonly session: Session;
  readonly viewer: Writer;
  /** Of one incident, all its lines; of none in particular, only that they come. */
  readonly incidentId?: string;
}

/** One following as React reads it. What it says comes from positions and signs of life, never from an open socket. */
export class Following {
  private state = atFirst;
  private followed: Followed | undefined;
  /** The journals that have not caught up: before they have, the picture is not current. */
  private readonly behind = new Set<string>();
  /** Whether the server is there is being asked: until it answers the picture is not said to be current. */
  private isDoubted = false;
  private trust: () => void = () => undefined;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly options: Options) {}

  readonly snapshot = (): Followings => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (!this.followed) this.start();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.stop();
    };
  };

  /** After a marking has changed: the entries that can be read now, in their places, and seals on the others of these ids. */
  remark(readable: readonly HashedEntry[], ids: ReadonlySet<string>): void {
    const { incidentId = '' } = this.options;
    const byNumber = new Map(readable.map((line) => [line.number, line]));
    const remarked = (line: JournalLine): JournalLine => {
      const told = byNumber.get(line.number);
      if (!told) return line.__typename === 'JournalEntry' && ids.has(line.id) ? asSealed(line) : line;
      requireContent(incidentId, { ...told, contentHash: line.contentHash });
      return entryOf({ ...told, ...asSealed(line) });
    };
    this.set(this.trusted(() => ({ lines: this.state.lines.map(remarked) })));
  }

  /** What was said is noticed. */
  readonly notice = (): void => this.set({ notices: [] });

  private start(): void {
    const { session, incidentId } = this.options;
    const followed = followJournal<LineContentFragment>({
      url: apiUrl,
      token: () => session.token(),
      ...(session.actingFor !== undefined && { actingFor: session.actingFor }),
      ...(incidentId !== undefined && { incidents: [incidentId], after: [beginningOf(incidentId)] }),
      fields: journalFields,
      checksContent: true,
      webSocket: patientSocket(),
      onUpdate: (update) => this.take(update),
      onStatus: ({ kind }) => this.stand(kind),
    });
    this.followed = followed;
    this.trust = session.whenDoubted(() => followed.doubt());
    followed.ended.catch((fault: Error) => {
      if (this.followed !== followed) return;
      this.set({ kind: fault.name === 'BrokenChain' ? 'broken' : 'refused' });
      if (fault instanceof Refused && fault.isOfToken) session.refuse();
    });
  }

  private stand(status: Status['kind']): void {
    const wasDoubted = this.isDoubted;
    this.isDoubted = status === 'doubted' && (this.state.kind === 'current' || this.state.kind === 'reading');
    // Each journal of which a position is handed back is told of anew.
    if (status === 'connecting') {
      this.behind.clear();
      for (const { incidentId } of this.followed?.positions ?? []) this.behind.add(incidentId);
    }
    if (this.state.kind === 'withdrawn') return;
    if (status === 'connecting' && this.state.kind !== 'cut') this.set({ kind: 'connecting' });
    if (status === 'disconnected' || this.isDoubted) this.set({ kind: 'cut' });
    if (status === 'following' && wasDoubted) this.set({ kind: this.behind.size === 0 ? 'current' : 'reading' });
  }

  private stop(): void {
    this.followed?.stop();
    this.followed = undefined;
    this.trust();
    this.behind.clear();
    this.state = atFirst;
  }

  private take(update: Update<LineContentFragment>): void {
    if (this.state.kind === 'withdrawn') {
      // They are told only to who may read again.
      if (update.kind === 'lines') this.begin([]);
      return;
    }
    switch (update.kind) {
      case 'upToDate':
        this.behind.clear();
        this.set({ kind: 'current', asOf: update.asOf });
        break;
      case 'ended':
        // Of one incident there is nothing more to be told, until rights come back; others go on.
        this.behind.delete(update.incidentId);
        if (this.options.incidentId !== undefined) this.set(holdingNothing('withdrawn'));
        else this.set({ notices: this.and('withdrawn') });
        break;
      case 'reset':
        this.begin(this.and('reset'));
        break;
      case 'lines':
        this.takeLines(update);
    }
  }

  private takeLines({ incidentId, lines, head, caughtUp, asOf }: LinesUpdate<LineContentFragment>): void {
    if (caughtUp) this.behind.delete(incidentId);
    else this.behind.add(incidentId);
    const isCurrent = this.behind.size === 0;
    const come = lines.map((line) => (line.__typename === 'SealedEntry' ? line : entryOf(line)));
    const ofOthers = come.filter(
      (line) => line.__typename === 'SealedEntry' || !isBy(line.author, this.options.viewer),
    );
    this.set({
      kind: isCurrent ? 'current' : 'reading',
      ...(isCurrent && { asOf }),
      ...(this.state.asOf && { received: this.state.received + ofOthers.length }),
      ...(this.options.incidentId !== undefined && {
        number: head.number,
        verified: head.number,
        lines: [...this.state.lines, ...come],
      }),
    });
  }

  /** What comes of it; if that is not what was hashed, nothing more is taken from this server. */
  private trusted(change: () => Partial<Followings>): Partial<Followings> {
    try {
      return change();
    } catch {
      this.followed?.stop();
      return { kind: 'broken' };
    }
  }

  private and(notice: Notice): readonly Notice[] {
    return [...new Set([...this.state.notices, notice])];
  }

  /** What is held is of another journal, or nothing is: it is read again from its beginning. */
  private begin(notices: readonly Notice[]): void {
    this.stop();
    this.set({ notices });
    this.start();
  }

  private set(change: Partial<Followings>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

function asSealed({ number, contentHash, chainHash }: JournalLine): Sealed {
  return { __typename: 'SealedEntry', number, contentHash, chainHash };
}

/** Before line 1: whoever was involved later reads what came before, as far as it is open to them. */
function beginningOf(incidentId: string) {
  return { incidentId, number: 0, chainHash: '0'.repeat(64) };
}
