import { useTranslation } from 'react-i18next';
import { AddRegionDocument, type AffectedRegionStatus } from '../api/generated';
import { reported } from '../time/input';
import { regionStatuses } from './change-region';
import { CommandForm } from './command-form';
import { Checked, Choice, LongText, Selection } from './fields';
import { FormDialog } from './form-dialog';
import { Marking } from './marking-fields';
import { type MarkingFields, markingOf, noMarking } from './marking-input';
import { PartyChoice, useAuthorities } from './party-choice';
import { noTime, type TimeFields, When } from './time-fields';
import { inWords, said, useCommand } from './use-command';
import { useRegions } from './use-regions';
import { useWriting } from './writing';

export function AddRegion() {
  const { t } = useTranslation();
  const { may } = useWriting();
  if (!may('REGION_ADD')) return null;
  return (
    <FormDialog action={t('write.addRegion')} title={t('write.addRegion')}>
      {(close) => <Form close={close} />}
    </FormDialog>
  );
}

type Added = MarkingFields &
  TimeFields & { region: string; status: string; impact: string; charge: string; authority: string; text: string };
const empty: Added = {
  ...{ ...noMarking, ...noTime },
  ...{ region: '', status: 'AFFECTED', impact: '', charge: '', authority: 'yes', text: '' },
};

function Form({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const { incident } = useWriting();
  const regions = useRegions();
  const among = useAuthorities();
  const command = useCommand({
    ...{ name: `add-region:${incident.id}`, mutation: AddRegionDocument, onDone: close },
    initial: empty,
  });
  const { fields, field, set } = command;
  const affected = new Set(incident.affectedRegions.map(({ region }) => region.code));
  const marking = markingOf(fields);
  const situation = {
    ...{ region: fields.region, status: fields.status as AffectedRegionStatus },
    ...said('impact', fields.impact),
    ...reported('since', fields),
    ...said('authorityId', fields.charge),
    involveAuthority: fields.authority !== '',
    ...(marking && { marking }),
  };
  const onSend = () => void command.send({ incidentId: incident.id, situation, ...inWords(fields.text) });
  return (
    <CommandForm
      {...{ command, onSend, action: t('write.addRegion') }}
      canSend={fields.region !== '' && !affected.has(fields.region)}
    >
      <Selection {...field('region')} isRequired>
        <option value="">–</option>
        {regions
          .filter(({ code }) => !affected.has(code))
          .map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
      </Selection>
      <Choice {...field('status')} words="region" options={regionStatuses} />
      <LongText {...field('impact')} />
      <When label={t('write.since')} fields={fields} onChange={set} />
      <PartyChoice {...{ ...field('charge'), among, none: t('write.competentArs') }} />
      <Checked {...field('authority')} />
      <Marking fields={fields} onChange={set} />
      <LongText {...field('text')} />
    </CommandForm>
  );
}
