import { Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FallenDue } from '../due/fallen-due';
import { later } from '../shell/later';
import { PageHeading } from '../shell/page-heading';
import { PageTitle } from '../shell/page-title';
import { IncidentCard } from './incident-card';
import { chosen, overdueOf, whatNeedsMe } from './order';
import css from './overview.module.css';
import { Tools } from './tools';
import { useIncidents } from './use-incidents';
import { useNeeds } from './use-needs';

const Declare = later(() => import('../writing/declare').then((part) => part.Declare));

export function Overview({ asOf }: { readonly asOf: Date | null }) {
  const { t } = useTranslation();
  const { incidents, isKnown } = useIncidents();
  const [wanted, setWanted] = useState(whatNeedsMe);
  const needs = useNeeds(incidents, asOf);
  const late = useMemo(
    () => [...incidents.values()].map((line) => ({ ...line, count: overdueOf(line, needs.get(line.id)) })),
    [incidents, needs],
  );
  const shown = chosen(incidents.values(), wanted, needs);
  return (
    <main id="content" tabIndex={-1} className={css.page}>
      <PageTitle parts={[t('overview.title')]} />
      <div className={css.head}>
        <PageHeading>{t('overview.title')}</PageHeading>
        <Suspense fallback={null}>
          <Declare />
        </Suspense>
      </div>
      <FallenDue all={isKnown ? late : undefined} />
      <Tools incidents={incidents.values()} wanted={wanted} onChange={setWanted} />
      {!isKnown && <p>{t('overview.waiting')}</p>}
      {isKnown && shown.length === 0 && <p>{t(incidents.size === 0 ? 'overview.none' : 'overview.noneFound')}</p>}
      <ul className={css.list}>
        {shown.map((line) => (
          <IncidentCard key={line.id} line={line} needs={needs.get(line.id)} />
        ))}
      </ul>
    </main>
  );
}
