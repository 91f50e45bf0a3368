import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandForm } from './command-form';
import { Choice, LongText } from './fields';
import { noTime, type TimeFields, When } from './time-fields';
import type { Command } from './use-command';

export type Situation = TimeFields & { status: string; impact: string; text: string };

interface Recorded {
  readonly version: number;
  readonly status: string;
  readonly impact: string | null;
}

interface Props {
  /** As it is recorded now. */
  readonly recorded: Recorded;
  readonly command: Command<Situation, never>;
  readonly statuses: readonly string[];
  readonly words: string;
  readonly onSend: () => void;
  /** What is said besides, as it is recorded and as it was typed, and the field for it. */
  readonly also?: { readonly recorded: string; readonly yours: string; readonly field: ReactNode };
}

export function situationOf({ status, impact }: Recorded): Situation {
  return { ...noTime, status, impact: impact ?? '', text: '' };
}

/** The situation of a region or a service, and since when it is so. */
export function SituationForm({ recorded, command, statuses, words, onSend, also }: Props) {
  const { t } = useTranslation();
  const { fields, field, own, set } = command;
  return (
    <CommandForm
      {...{ command, onSend }}
      recorded={{
        version: recorded.version,
        words: [t(`${words}.${recorded.status}`), recorded.impact ?? '–', also?.recorded ?? ''],
      }}
      yours={[own('status') && t(`${words}.${fields.status}`), own('impact'), also?.yours ?? '', fields.text]}
    >
      <Choice {...field('status')} words={words} options={statuses} />
      <LongText {...field('impact')} />
      <When label={t(fields.status === 'RESTORED' ? 'write.restored' : 'write.since')} fields={fields} onChange={set} />
      {also?.field}
      <LongText {...field('text')} />
    </CommandForm>
  );
}
