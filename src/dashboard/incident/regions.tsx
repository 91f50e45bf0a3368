import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegionLineFragment } from '../api/generated';
import { later } from '../shell/later';
import { AddRegion } from '../writing/add-region';
import { MarkingMoves } from '../writing/change-marking';
import { ChangeRegion } from '../writing/change-region';
import css from './incident.module.css';
import { OwnMarking } from './own-marking';
import { Panel } from './panel';
import { RegionMark } from './region-mark';
import { useTimes } from './use-times';

const RegionMap = later(() => import('./region-map').then((part) => part.RegionMap));

export function Regions({ regions }: { readonly regions: readonly RegionLineFragment[] }) {
  const { t } = useTranslation();
  return (
    <Panel part="regions" title={t('incident.regions')} aside={<AddRegion />}>
      {regions.length === 0 && <p className={css.muted}>{t('incident.noRegions')}</p>}
      <div className={css.regions}>
        <Suspense fallback={<div className={css.mapRoom} />}>
          <RegionMap regions={regions} />
        </Suspense>
        <ul className={css.rows}>
          {regions.map((region) => (
            <Region key={region.id} region={region} />
          ))}
        </ul>
      </div>
    </Panel>
  );
}

function Region({ region }: { readonly region: RegionLineFragment }) {
  const { t } = useTranslation();
  const authority = region.authority && `${t('incident.authority')}${t('app.colon')}${region.authority.name}`;
  const said = [authority, ...useTimes()(region)];
  return (
    <li className={css.row}>
      <div className={css.rowHead}>
        <h3>{region.region.name}</h3>
        <span className={css.state}>
          <RegionMark status={region.status} /> {t(`region.${region.status}`)}
        </span>
        <OwnMarking marking={region.marking} />
        <ChangeRegion region={region} />
        <MarkingMoves thing={region} name={region.region.name} />
      </div>
      {region.impact && <p className={css.asWritten}>{region.impact}</p>}
      <p className={css.muted}>{said.filter(Boolean).join(' · ')}</p>
    </li>
  );
}
