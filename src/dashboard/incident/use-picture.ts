import { useEffect, useRef } from 'react';
import { oneAtATime } from '../due/one-at-a-time';
import type { Followings, JournalLine } from '../link/following';

/** Together what comes within so many milliseconds: one more look for a burst of entries. */
const gatheredMs = 150;
/** What is on no line of the incident, such as who is on duty, is never older than this and a sign of life. */
export const stalestMs = 60_000;

/** Looks again at what is shown of an incident when a line came that may have changed it: most are words alone. */
export function usePicture({ lines, number, kind, asOf }: Followings, lookAgain: () => Promise<unknown>): void {
  const seen = useRef(0);
  const look = useLook(lookAgain);
  const isWithdrawn = kind === 'withdrawn';
  useEffect(() => {
    // What is held is of another journal, that is read from its beginning.
    if (number === null || number < seen.current) seen.current = 0;
    const from = seen.current;
    seen.current = number ?? 0;
    if (isWithdrawn || changesPicture(lines, from)) look.ask();
  }, [lines, number, isWithdrawn, look]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each sign of life.
  useEffect(() => look.askIfStale(), [asOf, look]);
}

function useLook(lookAgain: () => Promise<unknown>): Look {
  const ref = useRef<Look>(undefined);
  ref.current ??= new Look();
  const look = ref.current;
  look.lookAgain = lookAgain;
  useEffect(() => () => look.stop(), [look]);
  return look;
}

/** One look at a time; what comes while one is under way, or makes it fail, is looked at after it. */
class Look {
  lookAgain: () => Promise<unknown> = async () => undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lookedAt = Date.now();
  private readonly look = oneAtATime(async () => {
    try {
      await this.lookAgain();
      this.lookedAt = Date.now();
    } catch {
      // With the next line, or the next sign of life.
      this.lookedAt = 0;
    }
  });

  ask(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.look();
    }, gatheredMs);
  }

  /** Also where the last look failed. */
  askIfStale(): void {
    if (Date.now() - this.lookedAt > stalestMs) this.ask();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}

function changesPicture(lines: readonly JournalLine[], from: number): boolean {
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index] as JournalLine;
    if (line.number <= from) return false;
    // What a sealed line did may be in sight.
    if (line.__typename === 'SealedEntry' || line.kind !== 'NOTE' || line.category === 'SITUATION') return true;
  }
  return false;
}
