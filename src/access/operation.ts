import DataLoader from 'dataloader';
import type { FieldNode } from 'graphql';
import type { Viewer } from './viewer';

/** Looks many things up at once: the answers in the order of the keys. */
export type Batch<Key, Value> = (viewer: Viewer, keys: readonly Key[]) => Promise<readonly Value[]>;

/** Where the events of each subscription come from, by the name of its field. */
export type Sources = Readonly<
  Record<string, (viewer: Viewer, args: Record<string, unknown>) => AsyncIterable<object>>
>;

/**
 * One operation of one viewer, or one event of a subscription: the context of its resolvers. What it has looked up it
 * does not look up again, and nobody else, and no later event, gets to see it.
 */
export class Operation {
  private readonly loaders = new Map<unknown, DataLoader<never, unknown>>();
  private readonly ahead = new Map<FieldNode, ReadonlyMap<string, unknown>>();

  constructor(
    readonly viewer: Viewer,
    private readonly sources: Sources,
  ) {}

  /** The same for the next event: nothing looked up yet. */
  afresh(): Operation {
    return new Operation(this.viewer, this.sources);
  }

  /** The same, whose subscriptions begin elsewhere than asked for. */
  beginning(where: (field: string, args: Record<string, unknown>) => Record<string, unknown>): Operation {
    const moved = Object.entries(this.sources).map(([field, source]): [string, Sources[string]] => [
      field,
      (viewer, args) => source(viewer, where(field, args)),
    ]);
    return new Operation(this.viewer, Object.fromEntries(moved));
  }

  /** The viewer, about to change something: what was looked up before is old from here on. */
  acting(): Viewer {
    this.loaders.clear();
    this.ahead.clear();
    return this.viewer;
  }

  /** Gathers the keys asked for by sibling fields, and looks them up in one go. `name` tells look-ups apart. */
  load<Key, Value>(name: unknown, key: Key, batch: Batch<Key, Value>): Promise<Value> {
    let loader = this.loaders.get(name) as DataLoader<Key, Value> | undefined;
    if (!loader) {
      loader = new DataLoader<Key, Value>((keys) => batch(this.viewer, keys));
      this.loaders.set(name, loader as DataLoader<never, unknown>);
    }
    return loader.load(key);
  }

  /** What this field of the document will find by each of these keys. */
  foresee(field: FieldNode, finds: ReadonlyMap<string, unknown>): void {
    const known = this.ahead.get(field);
    this.ahead.set(field, known ? new Map([...known, ...finds]) : finds);
  }

  foreseen(field: FieldNode): ReadonlyMap<string, unknown> | undefined {
    return this.ahead.get(field);
  }

  /** The events of a subscription. The library calls `subscribe` on no instance: the feeds are reached through here. */
  events(field: string, args: Record<string, unknown>): AsyncIterable<object> {
    const source = this.sources[field];
    if (!source) throw new Error(`No feed for the subscription "${field}".`);
    return source(this.viewer, args);
  }
}
