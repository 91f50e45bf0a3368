import { useTranslation } from 'react-i18next';
import type { JournalLine } from '../link/following';
import { useWhen } from '../time/use-when';
import css from './incident.module.css';
import { useStatusSteps } from './status-steps';
import type { IncidentData } from './use-incident';

interface Props {
  readonly incident: IncidentData;
  readonly lines: readonly JournalLine[];
}

/** Each status as often as it was reached, in the order in which it was. */
export function StatusHistory({ incident, lines }: Props) {
  const { t } = useTranslation();
  const { reported } = useWhen();
  const steps = useStatusSteps({ incident, lines });
  return (
    <ol className={css.history} aria-label={t('incident.statusHistory')}>
      {steps.map(({ key, words, time }) => (
        <li key={key}>
          <span className={css.muted}>
            {words}
            <span className="hidden">{t('app.colon')}</span>
          </span>{' '}
          {reported(time)}
        </li>
      ))}
    </ol>
  );
}
