import { useCallback, useState } from 'react';

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
}

interface Kept<Some> {
  readonly fields: Some;
  readonly version: number;
}

/** What is being written: it survives a reload and a lost link, and no live refresh touches it. */
export function useDraft<Some extends Fields>(name: string, initial: Some, version = 0): Draft<Some> {
  const key = `cellule:draft:${name}`;
  const [kept, setKept] = useState<Kept<Some> | null>(() => read(key));
  const { fields, version: from } = kept ?? { fields: initial, version };
  const keep = (next: Kept<Some>) => {
    localStorage.setItem(key, JSON.stringify(next));
    setKept(next);
  };
  const clear = useCallback(() => {
    localStorage.removeItem(key);
    setKept(null);
  }, [key]);
  return {
    fields,
    version: from,
    isKept: kept !== null,
    set: (change) => keep({ fields: { ...fields, ...change }, version: from }),
    rebase: (next) => keep({ fields, version: next }),
    clear,
  };
}

function read<Some>(key: string): Kept<Some> | null {
  const text = localStorage.getItem(key);
  return text === null ? null : (JSON.parse(text) as Kept<Some>);
}
