import { CorrectEntryDocument, type EntryInput, WriteEntryDocument } from '../api/generated';
import { useSubmit } from './use-submit';
import { useWriting } from './writing';

/** An entry of its own, an answer to another, or a correction of it. */
export function useSendEntry(name: string, onDone: (number: number | null) => void) {
  const { incident, target, aim } = useWriting();
  const done = (number: number | null) => {
    aim(null);
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
  const send = (entry: EntryInput) => {
    if (target?.kind === 'correction') return correcting.send({ entryId: target.entryId, entry });
    return writing.send({ incidentId: incident.id, entry, ...(target && { repliesTo: target.entryId }) });
  };
  return {
    send,
    isSending: writing.isSending || correcting.isSending,
    failure: target?.kind === 'correction' ? correcting.failure : writing.failure,
  };
}
