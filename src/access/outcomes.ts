import type { FieldNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Answer, Find, Plan } from './asks';
import { ReadRow } from './read-row';
import { type Handful, handfulsOf } from './readings';
import { readingsOf } from './thing';

type Finds = ReadonlyMap<string, Find>;

/** What comes of an answer of the database to a plan: it hangs on these two, and on nothing of who asked. */
export interface Outcome {
  /** What each key of the plan finds. */
  readonly finds: Finds;
  /** What the fields below it will find. */
  readonly below: readonly { readonly field: FieldNode; readonly finds: Finds }[];
  readonly rows: readonly object[];
  /** What is said to be read by whoever is handed it. */
  readonly handfuls: readonly Handful[];
}

/** An answer as it was when it came; without its outcome as long as it came but once. */
interface Sight {
  readonly answers?: readonly Answer[];
  readonly outcome?: Outcome;
}

/** Characters: to make anew what is shorter takes no longer than to look for it. */
const fewest = 2_000;
/** Nobody asks for it any more. */
const keptMs = 60_000;
/** What it costs to have seen an answer, in characters. */
const glance = 200;

/**
 * Keeps what came of answers that come again and again, as they do when a thousand dashboards ask for one incident. The
 * database is asked each time, under the rule of who asks; only if it answers to the letter what it answered before is
 * there nothing to be made anew.
 */
export class Outcomes {
  private readonly sights: LRUCache<string, Sight>;
  private readonly names = new WeakMap<Plan, number>();
  private named = 0;

  /** `most`: how many characters of answers are kept. */
  constructor(private readonly most: number) {
    this.sights = new LRUCache({ maxSize: Math.max(1, most), ttl: keptMs });
  }

  of(plan: Plan, keys: readonly string[], answers: readonly Answer[]): Outcome {
    const lengths = answers.map(({ found }) => found.length);
    const size = lengths.reduce((sum, length) => sum + length, 0);
    if (size < fewest || size + glance > this.most) return outcomeOf(plan, keys, answers);
    const name = JSON.stringify([this.nameOf(plan), keys, lengths]);
    const sight = this.sights.get(name);
    if (sight?.outcome && isSame(sight.answers, answers)) return sight.outcome;
    const outcome = outcomeOf(plan, keys, answers);
    if (sight) keep(outcome);
    this.sights.set(name, sight ? { answers, outcome } : {}, { size: sight ? glance + size : glance });
    return outcome;
  }

  private nameOf(plan: Plan): number {
    const name = this.names.get(plan) ?? ++this.named;
    this.names.set(plan, name);
    return name;
  }
}

function isSame(known: readonly Answer[] = [], answers: readonly Answer[]): boolean {
  return (
    known.length === answers.length &&
    answers.every(({ name, found }, at) => name === known[at]?.name && found === known[at]?.found)
  );
}

function outcomeOf(plan: Plan, keys: readonly string[], answers: readonly Answer[]): Outcome {
  const harvests = [...plan.harvest(keys, answers)];
  const readings = harvests.flatMap(({ ask, rows }) => readingsOf(ask.lookup.thing, rows));
  return {
    finds: harvests[0]?.finds as Finds,
    below: harvests.flatMap(({ ask, finds }) => ask.sources.map(({ field }) => ({ field, finds }))),
    rows: harvests.flatMap(({ rows }) => rows),
    handfuls: handfulsOf(readings),
  };
}

function keep({ rows, below }: Outcome): void {
  const finds = new Set(below.map((one) => one.finds));
  for (const row of rows) ReadRow.keep(row, finds);
}
