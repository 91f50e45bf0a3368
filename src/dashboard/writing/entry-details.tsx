import { useTranslation } from 'react-i18next';
import type { EntryFields } from './entry-input';
import { Choice, Text } from './fields';
import { Folded } from './folded';
import { Reported } from './time-fields';
import { webAddress } from './web-address';
import css from './writing.module.css';

const confidences = ['TO_VERIFY', 'VERIFIED', 'DENIED'];
const directions = ['RECEIVED', 'SENT', 'INTERNAL'];
const channels = ['PHONE', 'EMAIL', 'MEETING', 'SYSTEM', 'OTHER'];

const details = [
  ...([
    'occurred',
    'until',
    'words',
    'confidence',
    'direction',
    'channel',
    'from',
    'to',
    'source',
    'sourceUrl',
  ] as const),
];

interface Props {
  readonly fields: EntryFields;
  readonly onChange: (change: Partial<EntryFields>) => void;
}

/** The fields of a main courante that not every entry needs. */
export function EntryDetails({ fields, onChange }: Props) {
  const { t } = useTranslation();
  const field = (name: 'confidence' | 'direction' | 'channel' | 'from' | 'to') => ({
    label: t(`write.${name}`),
    value: fields[name] ?? '',
    onChange: (value: string) => onChange({ [name]: value }),
  });
  const isFilled = details.some((name) => fields[name]);
  return (
    <Folded summary={t('write.more')} isFilled={isFilled}>
      <div className={css.row}>
        <Reported label={t('write.occurred')} fields={fields} onChange={onChange} />
        <Choice {...field('confidence')} words="confidence" options={confidences} none="–" />
        <Choice {...field('direction')} words="direction" options={directions} none="–" />
        <Choice {...field('channel')} words="channel" options={channels} none="–" />
        <Text {...field('from')} />
        <Text {...field('to')} />
        <Source fields={fields} onChange={onChange} />
      </div>
    </Folded>
  );
}

/** An address is recorded with the name of its source, and is one that can be opened. */
function Source({ fields: { source, sourceUrl }, onChange }: Props) {
  const { t } = useTranslation();
  const hasAddress = sourceUrl.trim() !== '';
  const isNameless = hasAddress && source.trim() === '';
  const isNone = hasAddress && webAddress(sourceUrl.trim()) === null;
  return (
    <>
      <Text
        {...{ label: t('write.source'), value: source, isRequired: hasAddress }}
        fault={isNameless && t('write.sourceNameless')}
        onChange={(next) => onChange({ source: next })}
      />
      <Text
        {...{ label: t('write.sourceUrl'), value: sourceUrl, hint: 'https://' }}
        fault={isNone && t('write.noAddress')}
        onChange={(next) => onChange({ sourceUrl: next })}
      />
    </>
  );
}
