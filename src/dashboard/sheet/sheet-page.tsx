import { useQuery } from '@apollo/client/react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../api/faults';
import { IncidentPageDocument } from '../api/generated';
import { AbsentIncident, absence } from '../incident/absent-incident';
import type { IncidentData } from '../incident/incident-page';
import type { Entry } from '../link/following';
import { LinkState } from '../link/link-state';
import { useFollowing } from '../link/use-following';
import { incidentHref } from '../route/route';
import { PageTitle } from '../shell/page-title';
import { TopBar } from '../shell/top-bar';
import { labels as ceilings } from '../writing/marking-input';
import { type Label, lineMeant, type SheetLine, situationAsOf } from './as-of';
import { Sheet } from './sheet';
import css from './sheet.module.css';

export function SheetPage({ reference }: { readonly reference: string }) {
  const { data, error, loading, refetch } = useQuery(IncidentPageDocument, { variables: { reference } });
  const incident = data?.incident;
  if (incident) return <SheetOf {...incident} />;
  return <AbsentIncident reference={reference} why={absence(error && codeOf(error), loading)} lookAgain={refetch} />;
}

type Of = Pick<IncidentData, 'id' | 'reference' | 'exercise' | 'marking'>;

function SheetOf({ id: incidentId, reference, exercise, marking }: Of) {
  const { t } = useTranslation();
  const [state, following] = useFollowing(incidentId);
  const [asked, setAsked] = useState('');
  const [ceiling, setCeiling] = useState<Label>('TLP_AMBER');
  const head = state.number ?? 0;
  const number = lineMeant(asked, head);
  const situation = useMemo(
    () => situationAsOf<Entry>(state.lines as readonly SheetLine<Entry>[], { number, ceiling }),
    [state.lines, number, ceiling],
  );
  if (state.kind === 'withdrawn') return <AbsentIncident reference={reference} why="withdrawn" />;
  return (
    <>
      <PageTitle parts={[t('sheet.title'), reference]} />
      <TopBar isExercise={exercise}>
        <LinkState state={state} onNoticed={following.notice} />
      </TopBar>
      <main id="content" tabIndex={-1} className={css.page}>
        <Tools {...{ reference, head, number, asked, ceiling }} onAsk={setAsked} onCeiling={setCeiling} />
        {state.asOf === null ? (
          <p role="status">{t('link.reading')}</p>
        ) : (
          <Sheet {...{ situation, number, ceiling, isExercise: exercise, own: marking.tlp, madeAt: state.asOf }} />
        )}
      </main>
    </>
  );
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
