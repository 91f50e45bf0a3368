import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useGoToLine } from '../journal/go-to-line';
import { useWhen } from '../time/use-when';
import css from './incident.module.css';
import { Panel } from './panel';
import type { IncidentData } from './use-incident';

export function Situation({ incident }: { readonly incident: IncidentData }) {
  const { t } = useTranslation();
  const { reported, stamped } = useWhen();
  const goTo = useGoToLine();
  const entry = incident.latestSituation;
  return (
    <Panel title={t('incident.situation')}>
      {entry ? (
        <>
          <p className={css.situation}>{entry.text}</p>
          <p className={css.muted}>
            <button type="button" className="quiet small" onClick={() => goTo(entry.number)}>
              {t('journal.number', { number: entry.number })}
            </button>{' '}
            · {entry.author.stakeholderName} · {entry.occurred ? reported(entry.occurred) : stamped(entry.recordedAt)}
            {entry.correctedBy.map(({ number }) => (
              <Fragment key={number}>
                {' '}
                ·{' '}
                <button type="button" className="quiet small" onClick={() => goTo(number)}>
                  {t('journal.correctedBy', { number })}
                </button>
              </Fragment>
            ))}
          </p>
        </>
      ) : (
        <p className={css.muted}>{t('incident.noSituation')}</p>
      )}
    </Panel>
  );
}
