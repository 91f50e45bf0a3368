import { useTranslation } from 'react-i18next';
import { type AffectedServiceStatus, type ServiceLineFragment, UpdateServiceDocument } from '../api/generated';
import { useDraft } from './draft';
import { FormDialog } from './form-dialog';
import { SituationForm } from './situation-form';
import { useSubmit } from './use-submit';
import { useMay } from './writing';

export const serviceStatuses: readonly AffectedServiceStatus[] = ['OPERATIONAL', 'DEGRADED', 'DOWN', 'RESTORED'];

export function ChangeService({ service }: { readonly service: ServiceLineFragment }) {
  const { t } = useTranslation();
  const may = useMay(service.id, service.version);
  if (!may('SERVICE_UPDATE')) return null;
  return (
    <FormDialog action={t('write.change')} title={t('write.changeService', { name: service.name })}>
      {(close) => <Form service={service} close={close} />}
    </FormDialog>
  );
}

function Form({ service, close }: { readonly service: ServiceLineFragment; readonly close: () => void }) {
  const name = `service:${service.id}`;
  const initial = { status: service.status as string, impact: service.impact ?? '', text: '' };
  const draft = useDraft(name, initial, service.version);
  const done = () => {
    draft.clear();
    close();
  };
  const { send, ...sending } = useSubmit({ name, mutation: UpdateServiceDocument, onDone: done });
  const { status, impact, text } = draft.fields;
  const onSend = () =>
    void send({
      affectedServiceId: service.id,
      expectedVersion: draft.version,
      ...(status !== service.status && { status: status as AffectedServiceStatus }),
      ...(impact !== (service.impact ?? '') && { impact }),
      ...(text && { entry: { text } }),
    });
  return (
    <SituationForm recorded={service} words="service" {...{ draft, statuses: serviceStatuses, onSend, ...sending }} />
  );
}
