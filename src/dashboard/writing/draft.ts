import { useCallback, useState } from 'react';
import { useSignedIn } from '../session/context';
import { ownKey } from '../session/own';

export type Fields = Readonly<Record<string, string>>;

export interface Draft<Some extends Fields> {
  readonly fields: Some;
  /** Of the thing, when it was begun to be changed. */
  readonly version: number;
  readonly isKept: boolean;
  set(change: Partial<Some>): void;
  /** Goes on from another version, with what was typed. */
  rebase(version: number): void;
  clear(): void;
  /** What was sent is done with; answers whether anything typed since is left. */
  settle(sent: Some): boolean;
}

interface Kept<Some> {
  readonly fields: Some;
  readonly version: number;
}

/** What is being written: it survives a reload and a lost link, no live refresh touches it, and it is the viewer's alone. */
export function useDraft<Some extends Fields>(name: string, initial: Some, version = 0): Draft<Some> {
  const { viewer } = useSignedIn();
  const key = ownKey(viewer, 'draft', name);
  const [kept, setKept] = useState<Kept<Some> | null>(() => read(key));
  const begun = { fields: initial, version };
  const current = kept ? { ...kept, fields: { ...initial, ...kept.fields } } : begun;
  const keep = (next: Kept<Some>) => {
    localStorage.setItem(key, JSON.stringify(next));
    setKept(next);
  };
  const clear = useCallback(() => {
    localStorage.removeItem(key);
    setKept(null);
  }, [key]);
  const latest = () => read<Some>(key) ?? begun;
  return {
    ...current,
    isKept: kept !== null,
    set: (change) => {
      const { fields, version: from } = latest();
      keep({ fields: { ...initial, ...fields, ...change }, version: from });
    },
    rebase: (next) => keep({ fields: latest().fields, version: next }),
    clear,
    settle: (sent) => {
      const now = read<Some>(key);
      const left = now && leftOf(sent, { ...initial, ...now.fields });
      // What was sent made the next version.
      if (left) keep({ fields: left, version: now.version + 1 });
      else clear();
      return Boolean(left);
    },
  };
}

/**
 * Words for the journal are added to it, so those sent are not sent again. All else stays while anything was changed
 * since: the marking that was chosen is that of the words that are left, too.
 */
function leftOf<Some extends Fields>(sent: Some, now: Some): Some | null {
  if (Object.keys(now).every((key) => now[key] === sent[key])) return null;
  const { text, ...others } = now;
  return { ...others, ...(text !== undefined && { text: leftOfWords(sent['text'] ?? '', text) }) } as unknown as Some;
}

function leftOfWords(sent: string, now: string): string {
  return now.startsWith(sent) ? now.slice(sent.length).trimStart() : now;
}

function read<Some>(key: string): Kept<Some> | null {
  const text = localStorage.getItem(key);
  return text === null ? null : (JSON.parse(text) as Kept<Some>);
}
