import { useTranslation } from 'react-i18next';
import { serviceStatuses } from './change-service';
import { emptyParty, emptyService } from './declare-input';
import { Choice, LongText, Text } from './fields';
import { RegionChoice } from './region-choice';
import { accesses, roles } from './roles';
import { Rows, rowsOf } from './rows';
import { StakeholderChoice, type useStakeholders } from './stakeholder-choice';
import { When } from './time-fields';

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function DeclaredServices(field: Props) {
  const { t } = useTranslation();
  return (
    <Rows {...field} label={t('write.service')} add={t('write.addService')} empty={emptyService}>
      {({ name, status, impact, served, ...since }, set) => (
        <>
          <Text label={t('write.name')} value={name} onChange={(next) => set({ name: next })} isRequired />
          <Choice
            {...{ label: t('write.status'), words: 'service', options: serviceStatuses, value: status }}
            onChange={(next) => set({ status: next })}
          />
          <LongText label={t('write.impact')} value={impact} onChange={(next) => set({ impact: next })} />
          <When label={t('write.since')} fields={since} onChange={set} />
          <RegionChoice label={t('write.served')} value={served} onChange={(next) => set({ served: next })} />
        </>
      )}
    </Rows>
  );
}

type Among = ReturnType<typeof useStakeholders>;

/** Beside those who are involved by the declaration itself. */
export function DeclaredParties({ among, ...field }: Props & { readonly among: Among }) {
  const { t } = useTranslation();
  const chosen = new Set(rowsOf(field.value, emptyParty).map(({ stakeholder }) => stakeholder));
  return (
    <Rows {...field} label={t('write.party')} add={t('write.addParty')} empty={emptyParty}>
      {({ stakeholder, role, access }, set) => (
        <>
          <StakeholderChoice
            {...{ label: t('write.stakeholder'), value: stakeholder, isRequired: true }}
            among={among.filter(({ id }) => id === stakeholder || !chosen.has(id))}
            onChange={(next) => set({ stakeholder: next })}
          />
          <Choice
            {...{ label: t('write.role'), words: 'role', options: roles, value: role }}
            onChange={(next) => set({ role: next })}
          />
          <Choice
            {...{ label: t('write.access'), words: 'grant', options: accesses, value: access }}
            onChange={(next) => set({ access: next })}
          />
        </>
      )}
    </Rows>
  );
}
