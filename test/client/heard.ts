import WebSocket from 'ws';
import { type Following, type FollowOptions, followJournal, type Update } from '../../src/client';
import type { Party } from '../support/party';

interface Waiting {
  readonly met: () => boolean;
  readonly resolve: () => void;
}

/** Follows, and keeps what it was handed. */
export class Heard {
  readonly updates: Update[] = [];
  readonly following: Following;
  private waiting: Waiting[] = [];

  constructor(party: Party, { onUpdate, ...options }: Partial<FollowOptions> & { url: string }) {
    this.following = followJournal({
      token: party.token,
      webSocket: WebSocket,
      onUpdate: async (update, positions) => {
        this.updates.push(update);
        await onUpdate?.(update, positions);
        this.look();
      },
      ...options,
      url: `${options.url}/graphql`,
    });
  }

  /** The numbers of the lines of one incident, as they came. */
  numbers(incidentId: string): number[] {
    return this.lines(incidentId).map(({ number }) => number);
  }

  lines(incidentId: string) {
    return this.of('lines')
      .filter((update) => update.incidentId === incidentId)
      .flatMap(({ lines }) => lines);
  }

  of<Kind extends Update['kind']>(kind: Kind): Extract<Update, { kind: Kind }>[] {
    return this.updates.filter((update): update is Extract<Update, { kind: Kind }> => update.kind === kind);
  }

  /** Resolves when what was heard meets the condition; rejects if nothing more will be. */
  until(met: () => boolean): Promise<void> {
    const there = new Promise<void>((resolve) => {
      this.waiting.push({ met, resolve });
      this.look();
    });
    const ended = this.following.ended.then(() => {
      throw new Error(`It ended before, after ${JSON.stringify(this.updates)}`);
    });
    return Promise.race([there, ended]);
  }

  /** Resolves when the line has come. */
  reaches(incidentId: string, number: number): Promise<void> {
    return this.until(() =>
      this.following.positions.some((one) => one.incidentId === incidentId && one.number >= number),
    );
  }

  async stop(): Promise<void> {
    this.following.stop();
    await this.following.ended;
  }

  private look(): void {
    // A position is held once its update was dealt with.
    setImmediate(() => {
      const { waiting } = this;
      this.waiting = waiting.filter(({ met }) => !met());
      for (const one of waiting) if (!this.waiting.includes(one)) one.resolve();
    });
  }
}
