import { useTranslation } from 'react-i18next';
import { type Order, severities, statuses, type Wanted } from './order';
import css from './overview.module.css';
import { SoundSwitch } from './sound-switch';
import type { Line } from './use-incidents';

const orders: readonly Order[] = ['need', 'severity', 'updated', 'declared'];

interface Props {
  readonly incidents: Iterable<Line>;
  readonly wanted: Wanted;
  readonly onChange: (wanted: Wanted) => void;
}

export function Tools({ incidents, wanted, onChange }: Props) {
  const { t } = useTranslation();
  const set = (change: Partial<Wanted>) => onChange({ ...wanted, ...change });
  const named = (terms: string, values: readonly string[]) => values.map((one) => [one, t(`${terms}.${one}`)] as const);
  return (
    <div className={css.tools}>
      <label>
        {t('overview.search')}
        <input type="search" value={wanted.search} onChange={({ target }) => set({ search: target.value })} />
      </label>
      <Choice
        {...{ label: t('overview.order'), value: wanted.order, options: named('overview.orders', orders) }}
        onChange={(order) => set({ order: order as Order })}
      />
      <Choice
        {...{ label: t('write.severity'), value: wanted.severity, options: named('severity', severities.toReversed()) }}
        {...{ any: t('overview.any.severity'), onChange: (severity: string) => set({ severity }) }}
      />
      <Choice
        {...{ label: t('write.status'), value: wanted.status, options: named('status', statuses) }}
        {...{ any: t('overview.any.status'), onChange: (status: string) => set({ status }) }}
      />
      <Choice
        {...{ label: t('write.region'), value: wanted.region, options: regionsOf(incidents) }}
        {...{ any: t('overview.any.region'), onChange: (region: string) => set({ region }) }}
      />
      <label className={css.check}>
        <input
          type="checkbox"
          checked={wanted.withClosed}
          onChange={({ target }) => set({ withClosed: target.checked })}
        />
        {t('overview.withClosed')}
      </label>
      <SoundSwitch />
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly any?: string;
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, any, onChange }: ChoiceProps) {
  return (
    <label>
      {label}
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        {any !== undefined && <option value="">{any}</option>}
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

function regionsOf(incidents: Iterable<Line>): (readonly [string, string])[] {
  const regions = [...incidents].flatMap(({ affectedRegions }) => affectedRegions.map(({ region }) => region));
  const names = new Map(regions.map(({ code, name }) => [code, name]));
  return [...names].sort(([, a], [, b]) => a.localeCompare(b, 'fr'));
}
