import { useTranslation } from 'react-i18next';
import { precisions, type ReportedFields } from '../time/input';
import { Choice, Moment, Text } from './fields';
import { Folded } from './folded';
import css from './writing.module.css';

export type TimeFields = { -readonly [Field in keyof ReportedFields]: string };

export const noTime: TimeFields = { occurred: '', precision: 'MINUTE', words: '', until: '' };

/** A time that a draft keeps beside another one, in one field. */
export function keptTime(value: string): TimeFields {
  return value === '' ? noTime : (JSON.parse(value) as TimeFields);
}

interface Props {
  readonly label: string;
  readonly fields: TimeFields;
  readonly onChange: (change: Partial<TimeFields>) => void;
}

/** A time as it was reported: no finer than it is known. */
export function Reported({ label, fields: { occurred, precision, words, until }, onChange }: Props) {
  const { t } = useTranslation();
  const isRange = precision === 'RANGE';
  const isDay = precision === 'DAY' || precision === 'PART_OF_DAY';
  return (
    <>
      <Moment
        label={isRange ? t('write.notBefore', { label }) : label}
        value={occurred}
        onChange={(next) => onChange({ occurred: next })}
        isRequired={!isRange && words.trim() !== ''}
        isDay={isDay}
      />
      {precision === 'PART_OF_DAY' && <PartOfDay value={occurred} onChange={(next) => onChange({ occurred: next })} />}
      {isRange && (
        <Moment
          label={t('write.until')}
          value={until}
          notBefore={occurred}
          onChange={(next) => onChange({ until: next })}
          isRequired={words.trim() + occurred !== ''}
        />
      )}
      <Choice
        label={t('write.precision')}
        words="precision"
        options={precisions}
        value={precision}
        onChange={(next) => onChange({ precision: next })}
      />
      <Text
        label={t('write.words')}
        hint={t('write.wordsHint')}
        value={words}
        onChange={(next) => onChange({ words: next })}
      />
    </>
  );
}

const parts = ['00', '06', '12', '18'];

interface PartProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function PartOfDay({ value, onChange }: PartProps) {
  const { t } = useTranslation();
  const [day = '', time = '00:00'] = value.split('T');
  if (day === '') return null;
  const part = parts[Math.floor(Number(time.slice(0, 2)) / 6)] ?? '00';
  return (
    <Choice
      label={t('write.part')}
      words="part"
      options={parts}
      value={part}
      onChange={(next) => onChange(`${day}T${next}:00`)}
    />
  );
}

/** Where most often the answer is: now. */
export function When(props: Props) {
  const { occurred, until, words } = props.fields;
  return (
    <Folded summary={props.label} isFilled={occurred + until + words !== ''}>
      <div className={css.row}>
        <Reported {...props} />
      </div>
    </Folded>
  );
}
