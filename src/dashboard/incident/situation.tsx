import { useTranslation } from 'react-i18next';
import { reportedTime, stamp } from '../time/reported';
import css from './incident.module.css';
import type { IncidentData } from './incident-page';
import { Panel } from './panel';

export function Situation({ incident }: { readonly incident: IncidentData }) {
  const { t, i18n } = useTranslation();
  const entry = incident.latestSituation;
  return (
    <Panel title={t('incident.situation')}>
      {entry ? (
        <>
          <p className={css.situation}>{entry.text}</p>
          <p className={css.muted}>
            {t('journal.number', { number: entry.number })} · {entry.author.stakeholderName} ·{' '}
            {entry.occurred
              ? reportedTime(entry.occurred, i18n.language)
              : stamp(new Date(entry.recordedAt), i18n.language)}
            {entry.correctedBy.map(({ number }) => ` · ${t('journal.correctedBy', { number })}`)}
          </p>
        </>
      ) : (
        <p className={css.muted}>{t('incident.noSituation')}</p>
      )}
    </Panel>
  );
}
