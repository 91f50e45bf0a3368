import { createHash } from 'node:crypto';
import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute } from 'graphql';
import type { Operation } from '../access/operation';
import { type Journey, Junction, type Progress } from '../kernel/live';
import type { Shared } from './sharing';

/** What an event may say about its own delivery. */
interface Event {
  /** Not delivered if this reader's answer is the one it last got under the key. */
  readonly suppressKey?: string;
  /** Always delivered; the next answer under the key is new again. */
  readonly forgetKey?: string;
  /** Events that this one makes old news: their answers are noted, and not delivered. */
  readonly baselines?: readonly Event[];
  readonly progress?: Progress;
}

/** How a subscriber is handed what others are handed, past the one who asks for its next result. */
export interface Direct extends Shared {
  show(result: ExecutionResult): Buffer;
  send(answer: Buffer, progress: Progress): boolean;
  /** Resolves when all that was sent before has left. */
  flushed(): Promise<void>;
}

export interface SubscriptionArgs extends ExecutionArgs {
  /** The variables by which its events are executed, if they are others. */
  readonly onceBegun?: ExecutionArgs['variableValues'];
  readonly direct?: Direct | undefined;
  /** Told just before each result is handed out. */
  readonly reached?: ((progress: Progress) => void) | undefined;
}

type Results = AsyncGenerator<ExecutionResult, void, void>;
type Step = IteratorResult<ExecutionResult, void>;

/**
 * As graphql-js has it, with a few differences: each event is executed with an `Operation` of its own, so that nothing
 * looked up for one is shown in the next; it ends at once when its reader leaves; and an event that cannot be shown at
 * all ends it with the error, since a reader that went on would have a gap and not know. While its reader travels with
 * others, it has no next result.
 */
export async function subscribe(args: SubscriptionArgs): Promise<Results | ExecutionResult> {
  const source = await createSourceEventStream(args);
  return Symbol.asyncIterator in source ? new Deliveries(args, source[Symbol.asyncIterator]()) : source;
}

class Deliveries implements Results {
  private readonly answers = new Map<string, string>();
  private readonly waiting = new Set<(step: Step) => void>();
  private readonly ofEvents: ExecutionArgs;
  private isLeft = false;
  private journey: Journey | undefined;

  constructor(
    private readonly args: SubscriptionArgs,
    private readonly source: AsyncIterator<unknown>,
  ) {
    this.ofEvents = { ...args, variableValues: args.onceBegun ?? args.variableValues };
  }

  next(): Promise<Step> {
    return new Promise((resolve, reject) => {
      this.waiting.add(resolve);
      this.pull()
        .then(resolve, reject)
        .finally(() => this.waiting.delete(resolve));
    });
  }

  /** Does not wait for the source, which may be waiting for an event that never comes. */
  async return(): Promise<Step> {
    for (const resolve of this.waiting) resolve(over);
    this.leave();
    return over;
  }

  async throw(error: unknown): Promise<Step> {
    await this.return();
    throw error;
  }

  [Symbol.asyncIterator](): Results {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.leave();
  }

  private leave(): void {
    if (this.isLeft) return;
    this.isLeft = true;
    this.journey?.leave();
    // Nobody is left to hear how the source ended.
    this.source.return?.().catch(() => undefined);
  }

  private async pull(): Promise<Step> {
    while (!this.isLeft) {
      const { value, done } = await this.source.next();
      if (done || this.isLeft) return over;
      if (value instanceof Junction) {
        await this.travel(value);
        continue;
      }
      const contextValue = (this.args.contextValue as Operation).afresh();
      const result = await this.show(value, contextValue);
      await this.note((value as Event).baselines ?? [], contextValue);
      if (this.isLeft) return over;
      if (!this.isNews(value as Event, result)) continue;
      const { progress } = value as Event;
      if (progress) this.args.reached?.(progress);
      return { value: result, done: false };
    }
    return over;
  }

  private async travel(junction: Junction): Promise<void> {
    const { direct } = this.args;
    await direct?.flushed();
    if (!direct || this.isLeft) return;
    const { key, isPlain, send } = direct;
    const show = async (event: object) => direct.show(await this.execute(event));
    this.journey = junction.join({ key, isPlain, send, show });
    await this.journey.ended;
    this.journey = undefined;
  }

  private async execute(event: object): Promise<ExecutionResult> {
    const contextValue = (this.args.contextValue as Operation).afresh();
    const result = await execute({ ...this.ofEvents, rootValue: event, contextValue });
    if (result.data) return result;
    throw result.errors?.[0] ?? new Error('An event came to nothing.');
  }

  /** All in one go and in one operation, so that what they look up is looked up together. */
  private async note(events: readonly Event[], contextValue: Operation): Promise<void> {
    await Promise.all(
      events.map(async (event) =>
        this.isNews(event, await execute({ ...this.ofEvents, rootValue: event, contextValue })),
      ),
    );
  }

  private async show(event: unknown, contextValue: Operation): Promise<ExecutionResult> {
    const result = await execute({ ...this.ofEvents, rootValue: event, contextValue });
    const [fault] = result.errors ?? [];
    if (!fault || result.data) return result;
    this.leave();
    throw fault;
  }

  private isNews({ suppressKey, forgetKey }: Event, { data, errors }: ExecutionResult): boolean {
    if (forgetKey !== undefined) this.answers.delete(forgetKey);
    if (suppressKey === undefined) return true;
    // A fault that comes again is no news either: it would tell that something was looked at again.
    const faults = errors?.map(({ message, path }) => ({ message, path }));
    const answer = createHash('sha256').update(JSON.stringify({ data, faults })).digest('base64');
    const isSame = this.answers.get(suppressKey) === answer;
    this.answers.set(suppressKey, answer);
    return !isSame;
  }
}

const over: Step = { value: undefined, done: true };
