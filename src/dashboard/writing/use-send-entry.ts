import { useRef } from 'react';
import { CorrectEntryDocument, WriteEntryDocument } from '../api/generated';
import type { Draft } from './draft';
import { type EntryFields, entryInput } from './entry-input';
import { useSubmit } from './use-submit';
import { useWriting } from './writing';

/** An entry of its own, an answer to another, or a correction of it. What is typed while it goes out stays with its target. */
export function useSendEntry(
  { name, draft }: { readonly name: string; readonly draft: Draft<EntryFields> },
  onDone: (number: number | null) => void,
) {
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
