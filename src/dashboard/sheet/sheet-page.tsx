import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AbsentIncident } from '../incident/absent-incident';
import type { Shown } from '../incident/incident-page';
import type { Entry, JournalLine } from '../link/following';
import { LinkState } from '../link/link-state';
import { incidentHref } from '../route/route';
import { PageTitle } from '../shell/page-title';
import { TopBar } from '../shell/top-bar';
import { labels as ceilings } from '../writing/marking-input';
import { type Label, lineMeant, type SheetLine, situationAsOf } from './as-of';
import { Sheet } from './sheet';
import css from './sheet.module.css';

export function SheetPage({ incident, state, unsure, onNoticed }: Omit<Shown, 'lookAgain'>) {
  const { t } = useTranslation();
  const { reference, exercise } = incident;
  const [asked, setAsked] = useState('');
  const [ceiling, setCeiling] = useState<Label>('TLP_AMBER');
  const head = state.number ?? 0;
  const number = lineMeant(asked, head);
  const situation = useMemo(
    () => situationAsOf<Entry>(sure(state.lines, unsure), { number, ceiling }),
    [state.lines, unsure, number, ceiling],
  );
  if (state.kind === 'withdrawn') return <AbsentIncident reference={reference} why="withdrawn" />;
  return (
    <>
      <PageTitle parts={[t('sheet.title'), ...(situation.incident ? [reference] : [])]} />
      <TopBar isExercise={exercise}>
        <LinkState state={state} onNoticed={onNoticed} />
      </TopBar>
      <main id="content" tabIndex={-1} className={css.page}>
        <Tools {...{ reference, head, number, asked, ceiling }} onAsk={setAsked} onCeiling={setCeiling} />
        {state.asOf === null ? (
          <p role="status">{t('link.reading')}</p>
        ) : (
          <Sheet
            {...{ situation, number, head, ceiling, isExercise: exercise, madeAt: state.asOf }}
            isLooking={unsure.size > 0}
            isCut={state.kind !== 'current' && state.kind !== 'reading'}
          />
        )}
      </main>
    </>
  );
}

/** What is not known to be open any more is on no sheet until it is. */
function sure(lines: readonly JournalLine[], unsure: ReadonlySet<string>): readonly SheetLine<Entry>[] {
  return lines.filter(
    (line) => line.__typename === 'SealedEntry' || !unsure.has(line.id),
  ) as readonly SheetLine<Entry>[];
}

interface ToolsProps {
  readonly reference: string;
  readonly head: number;
  readonly number: number;
  readonly asked: string;
  readonly ceiling: Label;
  readonly onAsk: (asked: string) => void;
  readonly onCeiling: (ceiling: Label) => void;
}

/** What the sheet is made with, and what is not printed. */
function Tools({ reference, head, number, asked, ceiling, onAsk, onCeiling }: ToolsProps) {
  const { t } = useTranslation();
  return (
    <div className={css.tools}>
      <a href={incidentHref(reference)}>{t('sheet.back')}</a>
      <label>
        {t('sheet.number')}
        <input
          type="number"
          {...{ min: 1, max: head, placeholder: `${head}`, value: asked }}
          onChange={({ target }) => onAsk(target.value)}
          onBlur={() => asked !== '' && onAsk(`${number}`)}
        />
      </label>
      <label>
        {t('sheet.ceiling')}
        <select value={ceiling} onChange={({ target }) => onCeiling(target.value as Label)}>
          {Object.entries(ceilings).map(([tlp, label]) => (
            <option key={tlp} value={tlp}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="primary" onClick={() => print()}>
        {t('sheet.print')}
      </button>
    </div>
  );
}
