import { useTranslation } from 'react-i18next';
import type { ServiceLineFragment } from '../api/generated';
import { AddService } from '../writing/add-service';
import { MarkingMoves } from '../writing/change-marking';
import { ChangeService } from '../writing/change-service';
import css from './incident.module.css';
import { OwnMarking } from './own-marking';
import { Panel } from './panel';
import { useTimes } from './use-times';

const marks: Readonly<Record<string, string>> = { OPERATIONAL: '●', DEGRADED: '◐', DOWN: '✕', RESTORED: '✓' };

export function Services({ services }: { readonly services: readonly ServiceLineFragment[] }) {
  const { t } = useTranslation();
  const times = useTimes();
  return (
    <Panel part="services" title={t('incident.services')} aside={<AddService />}>
      {services.length === 0 && <p className={css.muted}>{t('incident.noServices')}</p>}
      <ul className={css.rows}>
        {services.map((service) => (
          <li key={service.id} className={css.row}>
            <div className={css.rowHead}>
              <h3>{service.name}</h3>
              <span className={css.state} data-status={service.status}>
                <span aria-hidden="true">{marks[service.status]}</span> {t(`service.${service.status}`)}
              </span>
              <OwnMarking marking={service.marking} />
              <ChangeService service={service} />
              <MarkingMoves thing={service} name={service.name} />
            </div>
            {service.impact && <p className={css.asWritten}>{service.impact}</p>}
            <p className={css.muted}>
              {[service.regions.map(({ name }) => name).join(', '), ...times(service)].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
