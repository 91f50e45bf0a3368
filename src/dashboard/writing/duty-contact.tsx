import { useTranslation } from 'react-i18next';
import { type InvolvementLineFragment, SetDutyContactDocument } from '../api/generated';
import { CommandForm } from './command-form';
import { Text } from './fields';
import { DialogAbout } from './form-dialog';
import { useCommand } from './use-command';
import { useMay } from './writing';

interface Props {
  readonly stakeholder: NonNullable<InvolvementLineFragment['stakeholder']>;
}

/** Who is on duty for one's own party is said by whoever administers it. */
export function DutyContact({ stakeholder }: Props) {
  const { t } = useTranslation();
  const may = useMay(stakeholder.id, stakeholder.version);
  if (!may('STAKEHOLDER_REVISE')) return null;
  return (
    <DialogAbout action={t('incident.contact')} about={stakeholder.name} className="quiet small">
      {(close) => <Form {...{ stakeholder, close }} />}
    </DialogAbout>
  );
}

function Form({ stakeholder: { id, version, dutyContact }, close }: Props & { readonly close: () => void }) {
  const command = useCommand({
    ...{ name: `dutyContact:${id}`, mutation: SetDutyContactDocument, version, onDone: close },
    initial: { dutyContact: dutyContact ?? '' },
  });
  const contact = command.fields.dutyContact.trim();
  const onSend = () =>
    void command.send({ stakeholderId: id, expectedVersion: command.version, dutyContact: contact || null });
  return (
    <CommandForm {...{ command, onSend, recorded: { version, words: [dutyContact ?? '–'] }, yours: [contact] }}>
      <Text {...command.field('dutyContact')} />
    </CommandForm>
  );
}
