import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGoToLine } from '../journal/go-to-line';
import { type ReadersOf, useReaders } from '../journal/use-readers';
import type { JournalLine } from '../link/following';
import { composerId } from './composer';
import { useDraft } from './draft';
import { EntryDetails } from './entry-details';
import { type EntryFields, emptyEntry } from './entry-input';
import { Choice, LongText } from './fields';
import { KeptWords } from './kept-words';
import { type AsLine, Marking } from './marking-fields';
import { Outcome, Refusable } from './outcome';
import { onShortcut } from './shortcut';
import { TargetNotice } from './target-notice';
import { useSendEntry } from './use-send-entry';
import { useWriting } from './writing';
import css from './writing.module.css';

const categories = [
  ...['FACT', 'INFORMATION', 'REQUEST', 'DECISION', 'ACTION', 'COMMUNICATION', 'SITUATION', 'TECHNICAL'],
];

/** An entry is called so here, and not its text. */
const names = { text: 'entry' };

interface Props {
  readonly lines: readonly JournalLine[];
}

export function WriteEntry({ lines }: Props) {
  const { incident, may, isReader } = useWriting();
  const name = `entry:${incident.id}`;
  if (may('ENTRY_WRITE')) return <Composer {...{ name, lines }} />;
  return isReader ? <KeptWords name={name} /> : null;
}

function Composer({ name, lines }: Props & { readonly name: string }) {
  const { t } = useTranslation();
  const draft = useDraft<EntryFields>(name, emptyEntry);
  const [written, setWritten] = useState<number | null>(null);
  const { target } = useWriting();
  const answered = target ? lines.find(({ number }) => number === target.number) : undefined;
  const isOther = answered?.__typename === 'JournalEntry' && answered.id !== target?.entryId;
  const readersOf = useReaders(answered ? [answered] : []);
  const isClosed = answered?.__typename === 'SealedEntry' || isOther;
  const { send, isSending, failure } = useSendEntry({ name, draft, isClosed }, setWritten);
  const { fields, set } = draft;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (fields.text.trim() === '') return;
    setWritten(null);
    send();
  };
  return (
    <form
      {...{ id: composerId, className: css.composer, onSubmit: submit, onKeyDown: onShortcut }}
      aria-label={t('write.entry')}
    >
      <Refusable {...{ failure, names }}>
        <TargetNotice isClosed={isClosed} />
        <LongText label={t('write.entry')} value={fields.text} onChange={(text) => set({ text })} />
        <div className={css.row}>
          <Choice
            label={t('write.category')}
            words="category"
            options={categories}
            value={fields.category}
            onChange={(category) => set({ category })}
          />
          <Marking {...{ fields, asLine: answered && asLine(answered, isClosed, readersOf) }} onChange={set} />
        </div>
        <EntryDetails fields={fields} onChange={set} />
        {/* Why an answer to a closed line is refused is said above. */}
        {!(isClosed && failure?.code === 'NOT_FOUND') && <Outcome {...{ failure, names }} />}
      </Refusable>
      <div className={css.buttons}>
        <button
          {...{ type: 'submit', className: 'primary', 'aria-keyshortcuts': 'Control+Enter' }}
          aria-disabled={isSending || fields.text.trim() === ''}
        >
          {t(isSending ? 'write.sending' : 'write.send')}
        </button>
        <span className={css.muted}>{t(draft.isKept ? 'write.draft' : 'write.shortcut')}</span>
        <Written number={written} />
      </div>
    </form>
  );
}

function asLine(line: JournalLine, isClosed: boolean, readersOf: ReadersOf): AsLine {
  const isOpen = line.__typename === 'JournalEntry' && !isClosed;
  return { number: line.number, marking: isOpen ? line.marking : null, readers: isOpen ? readersOf(line) : undefined };
}

/** Where the entry went, and the way there: it may be far below what is looked at. */
function Written({ number }: { readonly number: number | null }) {
  const { t } = useTranslation();
  const goTo = useGoToLine();
  return (
    <>
      <span role="status">{number !== null && t('write.written', { number })}</span>
      {number !== null && (
        <button type="button" className="quiet small" onClick={() => goTo(number)}>
          {t('write.toWritten', { number })}
        </button>
      )}
    </>
  );
}
