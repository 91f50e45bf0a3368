import { useTranslation } from 'react-i18next';
import { type AffectedRegionStatus, type RegionLineFragment, UpdateRegionDocument } from '../api/generated';
import { reported } from '../time/input';
import { FormDialog } from './form-dialog';
import { PartyChoice, useAuthorities } from './party-choice';
import { SituationForm, situationOf } from './situation-form';
import { inWords, useCommand } from './use-command';
import { useMay } from './writing';

export const regionStatuses: readonly AffectedRegionStatus[] = [
  'SUSPECTED',
  'AFFECTED',
  'RECOVERING',
  'RESTORED',
  'CLEARED',
];

export function ChangeRegion({ region }: { readonly region: RegionLineFragment }) {
  const { t } = useTranslation();
  const may = useMay(region.id, region.version);
  if (!may('REGION_UPDATE')) return null;
  const { name } = region.region;
  return (
    <FormDialog
      action={t('write.change')}
      about={name}
      title={t('write.changeRegion', { name })}
      kind={`${t('write.change')} – ${t('write.region')}`}
    >
      {(close) => <Form region={region} close={close} />}
    </FormDialog>
  );
}

function Form({ region, close }: { readonly region: RegionLineFragment; readonly close: () => void }) {
  const { authority } = region;
  const among = useAuthorities(authority);
  const inCharge = authority?.id ?? '';
  const command = useCommand({
    ...{ name: `region:${region.id}`, mutation: UpdateRegionDocument, version: region.version, onDone: close },
    initial: { ...situationOf(region), charge: inCharge },
  });
  const { status, impact, charge, text } = command.fields;
  const onSend = () =>
    void command.send({
      ...{ affectedRegionId: region.id, expectedVersion: command.version },
      ...(status !== region.status && { status: status as AffectedRegionStatus }),
      ...(impact !== (region.impact ?? '') && { impact: impact.trim() || null }),
      ...reported(status === 'RESTORED' ? 'restored' : 'since', command.fields),
      ...(charge !== inCharge && { authorityId: charge }),
      ...inWords(text),
    });
  const also = {
    ...{ recorded: authority?.name ?? '', yours: among.find(({ id }) => id === command.own('charge'))?.name ?? '' },
    field: <PartyChoice {...{ ...command.field('charge'), among }} none={inCharge === '' ? '–' : undefined} />,
  };
  return <SituationForm recorded={region} words="region" {...{ command, statuses: regionStatuses, onSend, also }} />;
}
