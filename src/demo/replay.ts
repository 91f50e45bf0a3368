import { setTimeout } from 'node:timers/promises';
import type { Step } from './scenario';
import type { Telling } from './telling';

interface ReplayOptions {
  /** How long the whole is to take; 0: no longer than it must. */
  readonly seconds: number;
  readonly signal: AbortSignal;
  readonly onTold: (step: Step) => void | Promise<void>;
}

/** Tells the steps one by one, at an even pace: people who watch want something to happen. */
export async function replay(telling: Telling, steps: readonly Step[], options: ReplayOptions): Promise<void> {
  const { seconds, signal, onTold } = options;
  const start = Date.now();
  for (const [index, step] of steps.entries()) {
    const due = start + (index / Math.max(1, steps.length - 1)) * seconds * 1000;
    if (seconds > 0) await setTimeout(Math.max(0, due - Date.now()), undefined, { signal });
    signal.throwIfAborted();
    await telling.tell(step);
    await onTold(step);
  }
}

const hour = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** A step in a line: when, who, what. */
export function stepLine({ at, by, mutation, facts, input }: Step): string {
  const { text = '' } = (input['entry'] ?? {}) as { text?: string };
  return `${hour.format(new Date(at))}  ${by.padEnd(8)} ${mutation} (${facts.join(', ')})  ${text}`;
}
