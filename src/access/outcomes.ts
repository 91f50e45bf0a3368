import { hash } from 'node:crypto';
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

/** Characters: to make anew what is shorter takes no longer than to look for it. */
const fewest = 2_000;
/** What it costs to have seen an answer, in characters. */
const glance = 200;
const keptMs = 60_000;

/**
 * Keeps what came of answers that come again and again, as they do when a thousand dashboards ask for one incident. The
 * database is asked each time, under the rule of who asks; only if it answers to the letter what it answered before is
 * there nothing to be made anew.
 */
export class Outcomes {
  /** What is kept goes when the document does for which it was made. */
  private readonly outcomes = new WeakMap<Plan, Map<string, Outcome>>();
  /** The answers that were seen, by their hash; what came of them is made to be kept at the second sight. */
  private readonly sights: LRUCache<string, WeakRef<Plan>>;
  private readonly names = new WeakMap<Plan, number>();
  private named = 0;

  /** `most`: how many characters of answers are kept. */
  constructor(private readonly most: number) {
    this.sights = new LRUCache({
      maxSize: most,
      ttl: keptMs,
      ttlAutopurge: true,
      dispose: (plan, name, reason) => {
        if (reason !== 'set') this.of(plan.deref())?.delete(name);
      },
    });
  }

  outcome(plan: Plan, keys: readonly string[], answers: readonly Answer[]): Outcome {
    const size = answers.reduce((sum, { found }) => sum + found.length, glance);
    if (plan.isFleeting || size < fewest || size > this.most) return outcomeOf(plan, keys, answers);
    const name = this.nameOf(plan, keys, answers);
    const known = this.of(plan)?.get(name);
    if (known) return known;
    const outcome = outcomeOf(plan, keys, answers);
    const isSeenAgain = this.sights.has(name);
    if (isSeenAgain) this.keep(plan, name, outcome);
    this.sights.set(name, new WeakRef(plan), { size: isSeenAgain ? size : glance });
    return outcome;
  }

  private keep(plan: Plan, name: string, outcome: Outcome): void {
    const kept = this.of(plan) ?? new Map<string, Outcome>();
    this.outcomes.set(plan, kept.set(name, outcome));
    const finds = new Set(outcome.below.map((one) => one.finds));
    for (const row of outcome.rows) ReadRow.keep(row, finds);
  }

  private of(plan: Plan | undefined): Map<string, Outcome> | undefined {
    return plan && this.outcomes.get(plan);
  }

  private nameOf(plan: Plan, keys: readonly string[], answers: readonly Answer[]): string {
    const number = this.names.get(plan) ?? ++this.named;
    this.names.set(plan, number);
    // The lengths before the texts: so no two lists of texts are put together to the same.
    const asked = JSON.stringify([number, keys, answers.map(({ name, found }) => [name, found.length])]);
    return hash('sha256', [asked, ...answers.map(({ found }) => found)].join('\n'), 'base64');
  }
}

export function outcomeOf(plan: Plan, keys: readonly string[], answers: readonly Answer[]): Outcome {
  const harvests = [...plan.harvest(keys, answers)];
  const readings = harvests.flatMap(({ ask, rows }) => readingsOf(ask.lookup.thing, rows));
  return {
    finds: harvests[0]?.finds as Finds,
    below: harvests.flatMap(({ ask, finds }) => ask.sources.map(({ field }) => ({ field, finds }))),
    rows: harvests.flatMap(({ rows }) => rows),
    handfuls: handfulsOf(readings),
  };
}
