import { useTranslation } from 'react-i18next';
import type { JournalLine } from '../link/following';
import { MarkingBadge } from '../marking/tlp';
import { sheetHref } from '../route/route';
import { PageHeading } from '../shell/page-heading';
import { Severity } from '../shell/severity';
import { useWhen } from '../time/use-when';
import { MarkingMoves } from '../writing/change-marking';
import { CloseOrReopen } from '../writing/close-incident';
import { MoveIncident } from '../writing/move-incident';
import { ReviseIncident } from '../writing/revise-incident';
import css from './incident.module.css';
import { StatusHistory } from './status-history';
import type { IncidentData } from './use-incident';

interface Props {
  readonly incident: IncidentData;
  readonly lines: readonly JournalLine[];
}

export function IncidentHeader({ incident, lines }: Props) {
  const { t } = useTranslation();
  const { reported } = useWhen();
  return (
    <header className={css.head}>
      <p className={css.crumbs}>
        <a href="#/">{t('incident.back')}</a> <span>{incident.reference}</span>{' '}
        <a href={sheetHref(incident.reference)}>{t('sheet.title')}</a>
      </p>
      <PageHeading>{incident.title}</PageHeading>
      <div className={css.marks}>
        <strong className={css.status}>{t(`status.${incident.status}`)}</strong>
        <Severity severity={incident.severity} />
        <MarkingBadge {...incident.marking} />
        <span className={css.muted}>{t('write.readers', { who: t(`audience.${incident.marking.audience}`) })}</span>
        <MoveIncident incident={incident} />
        <ReviseIncident incident={incident} />
        <CloseOrReopen incident={incident} />
        <MarkingMoves thing={incident} name={incident.title} isIncident />
      </div>
      <dl className={css.facts}>
        {incident.operator && <Fact term={t('incident.operator')} value={incident.operator.name} />}
        <Fact term={t('incident.nature')} value={t(`nature.${incident.nature}`)} />
        {incident.began && <Fact term={t('incident.began')} value={reported(incident.began)} />}
        {incident.resolution && <Fact term={t('incident.resolution')} value={t(`resolution.${incident.resolution}`)} />}
      </dl>
      <StatusHistory incident={incident} lines={lines} />
      {incident.summary && (
        <details className={css.summary}>
          <summary>{t('write.summary')}</summary>
          <p className={css.asWritten}>{incident.summary}</p>
        </details>
      )}
    </header>
  );
}

function Fact({ term, value }: { readonly term: string; readonly value: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}
