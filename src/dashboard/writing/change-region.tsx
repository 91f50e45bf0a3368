import { useTranslation } from 'react-i18next';
import { type AffectedRegionStatus, type RegionLineFragment, UpdateRegionDocument } from '../api/generated';
import { useDraft } from './draft';
import { FormDialog } from './form-dialog';
import { SituationForm } from './situation-form';
import { useSubmit } from './use-submit';
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
  return (
    <FormDialog action={t('write.change')} title={t('write.changeRegion', { name: region.region.name })}>
      {(close) => <Form region={region} close={close} />}
    </FormDialog>
  );
}

function Form({ region, close }: { readonly region: RegionLineFragment; readonly close: () => void }) {
  const name = `region:${region.id}`;
  const initial = { status: region.status as string, impact: region.impact ?? '', text: '' };
  const draft = useDraft(name, initial, region.version);
  const done = () => {
    draft.clear();
    close();
  };
  const { send, ...sending } = useSubmit({ name, mutation: UpdateRegionDocument, onDone: done });
  const { status, impact, text } = draft.fields;
  const onSend = () =>
    void send({
      affectedRegionId: region.id,
      expectedVersion: draft.version,
      ...(status !== region.status && { status: status as AffectedRegionStatus }),
      ...(impact !== (region.impact ?? '') && { impact }),
      ...(text && { entry: { text } }),
    });
  return (
    <SituationForm recorded={region} words="region" {...{ draft, statuses: regionStatuses, onSend, ...sending }} />
  );
}
