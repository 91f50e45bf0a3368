import { useMemo, useSyncExternalStore } from 'react';
import { useSignedIn } from '../session/context';
import { ownKey } from '../session/own';
import type { Fields, Kept } from './draft';
import { whenStored } from './stored';

/** The fields that take words; what was chosen in others is of no use without them. */
const worded = [
  ...(['title', 'name', 'summary', 'statement', 'description', 'impact', 'result', 'reason'] as const),
  ...(['text', 'words', 'from', 'to', 'source', 'sourceUrl'] as const),
];

export interface Word {
  readonly field: (typeof worded)[number];
  readonly text: string;
}

/** What somebody has begun to write in one form. */
export interface Typed {
  readonly key: string;
  readonly name: string;
  /** What form it is; that for entries has no name here. */
  readonly form?: string;
  readonly words: readonly Word[];
}

/** All that the viewer typed about an incident and has not sent, whether or not there is a form for it any more; and nothing else. */
export function useTyped(reference: string): readonly Typed[] {
  const { viewer } = useSignedIn();
  const start = ownKey(viewer, 'draft', '');
  const look = () => JSON.stringify(keptAt(reference, start));
  const found = useSyncExternalStore(whenStored, look);
  return useMemo(() => JSON.parse(found) as readonly Typed[], [found]);
}

function keptAt(reference: string, start: string): readonly Typed[] {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(start));
  return keys.sort().flatMap((key) => {
    const { at, form, fields, base } = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Kept<Fields>>;
    if (at !== reference || !fields) return [];
    const words = worded.flatMap((field) => {
      const text = fields[field] ?? '';
      return text === '' || text === base?.[field] ? [] : [{ field, text }];
    });
    return words.length === 0 ? [] : [{ key, name: key.slice(start.length), ...(form && { form }), words }];
  });
}
