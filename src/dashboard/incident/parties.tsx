import { useTranslation } from 'react-i18next';
import type { InvolvementLineFragment } from '../api/generated';
import { Involve } from '../writing/involve';
import { InvolvementMoves } from '../writing/involvement-moves';
import css from './incident.module.css';
import { Panel } from './panel';

export function Parties({ involvements }: { readonly involvements: readonly InvolvementLineFragment[] }) {
  const { t } = useTranslation();
  return (
    <Panel part="parties" title={t('incident.parties')} aside={<Involve />}>
      <ul className={css.parties}>
        {involvements.map((involvement) => (
          <li key={involvement.id}>
            <Party {...involvement} />
            <InvolvementMoves involvement={involvement} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Party({ role, access, stakeholder }: InvolvementLineFragment) {
  const { t } = useTranslation();
  return (
    <>
      <strong>{stakeholder?.name}</strong>
      <span className={css.muted}>
        {t(`role.${role}`)} · {stakeholder?.enrolled ? t(`access.${access}`) : t('incident.notEnrolled')}
        {stakeholder?.dutyContact && ` · ${t('incident.contact')}${t('app.colon')}${stakeholder.dutyContact}`}
      </span>
    </>
  );
}
