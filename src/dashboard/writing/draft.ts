import { useCallback, useContext, useMemo, useRef, useState } from 'react';
import { useSignedIn } from '../session/context';
import { ownKey } from '../session/own';
import { InDialogContext } from './form-dialog';
import { useStored } from './stored';
import { WritingContext } from './writing';

export type Fields = Readonly<Record<string, string>>;

export interface Draft<Some extends Fields> {
  readonly name: string;
  readonly fields: Some;
  /** Of the thing, as it was when the form was opened, or begun to be filled in. */
  readonly version: number;
  readonly isKept: boolean;
  /** A field if it says something else than the thing did; empty otherwise. */
  own(key: keyof Some): string;
  set(change: Partial<Some>): void;
  /** Goes on from another version, with what was typed; the other fields say what that version says. */
  rebase(version: number): void;
  /** Begins again from the thing as it is now. */
  clear(): void;
  /** What was sent is done with; answers whether anything typed since is left. */
  settle(sent: Some): boolean;
}

export interface Kept<Some> {
  readonly fields: Some;
  /** What the fields said before anything was typed. */
  readonly base: Some;
  readonly version: number;
  /** The reference of the incident that it is about, and what form it is in: enough to find the words again without the form. */
  readonly at?: string;
  readonly form?: string;
}

/** What is being written: it survives a reload and a lost link, no live refresh touches it, and it is the viewer's alone. */
export function useDraft<Some extends Fields>(name: string, initial: Some, version = 0): Draft<Some> {
  const { viewer } = useSignedIn();
  const key = ownKey(viewer, 'draft', name);
  const [text, store] = useStored(key);
  const kept = useMemo(() => parsed<Some>(text), [text]);
  const now = useRef<Kept<Some>>(undefined);
  now.current = { fields: initial, base: initial, version };
  const [begun, setBegun] = useState(now.current);
  const current = kept ? { ...kept, fields: { ...initial, ...kept.fields } } : begun;
  const at = useContext(WritingContext)?.incident.reference;
  const form = useContext(InDialogContext)?.kind;
  const keep = (next: Kept<Some>) => store(JSON.stringify({ ...next, at, form }));
  const clear = useCallback(() => {
    store(null);
    if (now.current) setBegun(now.current);
  }, [store]);
  const read = () => parsed<Some>(localStorage.getItem(key));
  const latest = () => read() ?? begun;
  return {
    ...current,
    name,
    isKept: kept !== null,
    own: (name) => (current.fields[name] === current.base?.[name] ? '' : (current.fields[name] ?? '')),
    set: (change) => {
      const { fields, ...from } = latest();
      keep({ ...from, fields: { ...initial, ...fields, ...change } });
    },
    rebase: (next) => {
      const { fields, base } = latest();
      keep({ fields: rebased(fields, base, initial), base: initial, version: next });
    },
    clear,
    settle: (sent) => {
      const then = read();
      const left = then && leftOf(sent, { ...initial, ...then.fields });
      // What was sent made the next version.
      if (left) keep({ fields: left, base: sent, version: then.version + 1 });
      else clear();
      return Boolean(left);
    },
  };
}

/** What nobody touched follows the thing. */
function rebased<Some extends Fields>(fields: Some, base: Some | undefined, next: Some): Some {
  const touched = Object.entries(fields).filter(([key, value]) => value !== base?.[key]);
  return { ...next, ...(Object.fromEntries(touched) as Partial<Some>) };
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

function parsed<Some>(text: string | null): Kept<Some> | null {
  return text === null ? null : (JSON.parse(text) as Kept<Some>);
}
