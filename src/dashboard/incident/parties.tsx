import { useTranslation } from 'react-i18next';
import type { InvolvementLineFragment } from '../api/generated';
import css from './incident.module.css';
import { Panel } from './panel';

export function Parties({ involvements }: { readonly involvements: readonly InvolvementLineFragment[] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('incident.parties')}>
      <ul className={css.parties}>
        {involvements.map(({ id, role, access, stakeholder }) => (
          <li key={id}>
            <strong>{stakeholder?.name}</strong>
            <span className={css.muted}>
              {t(`role.${role}`)} · {stakeholder?.enrolled ? t(`access.${access}`) : t('incident.notEnrolled')}
              {stakeholder?.dutyContact && ` · ${t('incident.contact')} : ${stakeholder.dutyContact}`}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
