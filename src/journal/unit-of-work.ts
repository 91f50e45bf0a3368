import type { DataSource } from 'typeorm';
import type { Actors } from '../access/actor';
import type { VisibleReads } from '../access/reads';
import type { Viewer } from '../access/viewer';
import type { Clock } from '../kernel/clock';
import type { Doorbell } from '../kernel/doorbell';
import { runOn } from '../kernel/sql';
import { Appends } from './append';
import { type Done, keepDone, type OnceOnly, takeKey } from './bookkeeping';
import { Transaction } from './transaction';
import { Work } from './work';

/**
 * Serialization failure and deadlock: PostgreSQL asks for the transaction to be run again. A unique violation: somebody
 * was faster, and the command that runs again sees it and says so in its own words.
 */
const retryable = new Set(['40001', '40P01', '23505']);
const attempts = 5;

/** What a finished command answers with: ids, for reads to look up under the viewer's rights of the moment. */
export interface Finished<Result> {
  readonly result: Result;
  readonly entryIds: string[];
}

export interface Request {
  readonly mutation: string;
  readonly input: { readonly idempotencyKey?: string | null; readonly incidentId?: string | null };
}

/**
 * The only way to change anything: one transaction, in which the command runs and its entries are appended. After the
 * commit the doorbell rings for the journals that grew.
 */
export class UnitOfWork {
  private readonly appends: Appends;

  constructor(
    private readonly dataSource: DataSource,
    private readonly actors: Actors,
    private readonly reads: VisibleReads,
    private readonly doorbell: Doorbell,
    private readonly clock: Clock,
  ) {
    this.appends = new Appends(runOn(dataSource), dataSource);
  }

  async run<Result>(
    viewer: Viewer,
    request: Request,
    command: (work: Work) => Promise<Result>,
  ): Promise<Finished<Result>> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(viewer, request, command);
      } catch (error) {
        const code = (error as { code?: string }).code ?? '';
        if (!retryable.has(code) || attempt === attempts) throw error;
      }
    }
  }

  private async attempt<Result>(viewer: Viewer, request: Request, command: (work: Work) => Promise<Result>) {
    let grown: string[] = [];
    const finished = await Transaction.run(
      { dataSource: this.dataSource, appends: this.appends },
      async (transaction) => {
        const { done, streams } = await this.inside(transaction, viewer, request, command);
        grown = streams;
        return done as Finished<Result>;
      },
    );
    this.doorbell.ring(grown);
    return finished;
  }

  private async inside<Result>(
    transaction: Transaction,
    viewer: Viewer,
    { mutation, input }: Request,
    command: (work: Work) => Promise<Result>,
  ): Promise<{ done: Done; streams: string[] }> {
    const { actor, startedAt } = await this.actors.of(viewer, input.incidentId);
    const once: OnceOnly | undefined =
      input.idempotencyKey == null ? undefined : { actor, mutation, key: input.idempotencyKey, input };
    const earlier = once && (await takeKey(transaction.change, once));
    if (earlier) return { done: earlier, streams: [] };
    const now = new Date(startedAt.getTime() + this.clock.offset);
    const hours = { now, realNow: startedAt };
    const work = new Work(actor, hours, transaction, this.reads.within(transaction.run), this.reads);
    const result = await command(work);
    const done = { result, entryIds: work.entryIds };
    if (once) await keepDone(transaction.change, once, done);
    return { done, streams: await work.finish() };
  }
}
