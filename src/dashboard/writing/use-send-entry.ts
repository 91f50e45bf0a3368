import { useEffect, useRef } from 'react';
import { CorrectEntryDocument, WriteEntryDocument } from '../api/generated';
import type { Draft } from './draft';
import { type EntryFields, entryInput } from './entry-input';
import { useSubmit } from './use-submit';
import { useWriting } from './writing';

interface Sent {
  readonly name: string;
  readonly draft: Draft<EntryFields>;
  /** What it answers to is not open any more to who writes. */
  readonly isClosed: boolean;
}

/** An entry of its own, an answer to another, or a correction of it. What is typed while it goes out stays with its target. */
export function useSendEntry({ name, draft, isClosed }: Sent, onDone: (number: number | null) => void) {
  const { incident, target, release } = useWriting();
  const sent = useRef(draft.fields);
  const done = (number: number | null) => {
    if (!draft.settle(sent.current)) release(target);
    onDone(number);
  };
  const writing = useSubmit({
    ...{ name, mutation: WriteEntryDocument },
    onDone: ({ writeEntry }) => done(writeEntry.entry?.number ?? null),
  });
  const correcting = useSubmit({
    ...{ name: `${name}:correction`, mutation: CorrectEntryDocument },
    onDone: ({ correctEntry }) => done(correctEntry.entry?.number ?? null),
  });
  useForgetting(`${target?.entryId} ${isClosed}`, [writing.forget, correcting.forget]);
  const isSending = writing.isSending || correcting.isSending;
  const send = () => {
    if (isSending) return;
    sent.current = draft.fields;
    const entry = entryInput(draft.fields);
    if (target?.kind === 'correction') void correcting.send({ entryId: target.entryId, entry });
    else void writing.send({ incidentId: incident.id, entry, ...(target && { repliesTo: target.entryId }) });
  };
  return { send, isSending, failure: target?.kind === 'correction' ? correcting.failure : writing.failure };
}

/** Why it was refused holds for what it was an answer to. */
function useForgetting(what: string, forget: readonly (() => void)[]): void {
  const before = useRef(what);
  useEffect(() => {
    if (before.current === what) return;
    before.current = what;
    for (const each of forget) each();
  });
}
