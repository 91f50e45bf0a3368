import { useTranslation } from 'react-i18next';
import { type AffectedServiceStatus, type ServiceLineFragment, UpdateServiceDocument } from '../api/generated';
import { reported } from '../time/input';
import { FormDialog } from './form-dialog';
import { codesOf, RegionChoice, useRegionNames } from './region-choice';
import { chosenOf } from './several';
import { SituationForm, situationOf } from './situation-form';
import { inWords, useCommand } from './use-command';
import { useMay } from './writing';

export const serviceStatuses: readonly AffectedServiceStatus[] = ['OPERATIONAL', 'DEGRADED', 'DOWN', 'RESTORED'];

export function ChangeService({ service }: { readonly service: ServiceLineFragment }) {
  const { t } = useTranslation();
  const may = useMay(service.id, service.version);
  if (!may('SERVICE_UPDATE')) return null;
  const { name } = service;
  return (
    <FormDialog
      action={t('write.change')}
      about={name}
      title={t('write.changeService', { name })}
      kind={`${t('write.change')} – ${t('write.service')}`}
    >
      {(close) => <Form service={service} close={close} />}
    </FormDialog>
  );
}

function Form({ service, close }: { readonly service: ServiceLineFragment; readonly close: () => void }) {
  const named = useRegionNames();
  const served = codesOf(service.regions);
  const command = useCommand({
    ...{ name: `service:${service.id}`, mutation: UpdateServiceDocument, version: service.version, onDone: close },
    initial: { ...situationOf(service), served },
  });
  const { status, impact, text } = command.fields;
  const onSend = () =>
    void command.send({
      ...{ affectedServiceId: service.id, expectedVersion: command.version },
      ...(status !== service.status && { status: status as AffectedServiceStatus }),
      ...(impact !== (service.impact ?? '') && { impact: impact.trim() || null }),
      ...reported(status === 'RESTORED' ? 'restored' : 'since', command.fields),
      ...(command.fields.served !== served && { regions: chosenOf(command.fields.served) }),
      ...inWords(text),
    });
  const also = {
    ...{ recorded: named(served), yours: named(command.own('served')) },
    field: <RegionChoice {...command.field('served')} />,
  };
  return <SituationForm recorded={service} words="service" {...{ command, statuses: serviceStatuses, onSend, also }} />;
}
