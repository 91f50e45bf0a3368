import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusal } from './refusal';
import css from './writing.module.css';

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

interface TextProps extends FieldProps {
  readonly isRequired?: boolean;
  readonly hint?: string;
  /** Why what it says will not do. */
  readonly fault?: string | false;
}

export function Text({ label, value, onChange, isRequired = false, hint, fault = false }: TextProps) {
  const field = useFilled<HTMLInputElement>(value, isRequired, fault || '');
  return (
    <label className={css.field}>
      <Named {...{ label, isRequired }} />
      <input
        {...{ ref: field, value, required: isRequired, placeholder: hint, ...useRefusal(label) }}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}

export function LongText({
  label,
  value,
  onChange,
  isRequired = false,
}: FieldProps & { readonly isRequired?: boolean }) {
  const field = useFilled<HTMLTextAreaElement>(value, isRequired);
  return (
    <label className={css.wide}>
      <Named {...{ label, isRequired }} />
      <textarea
        {...{ ref: field, value, required: isRequired, ...useRefusal(label) }}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}

/** Says in words that a field has to be filled in. */
function Named({ label, isRequired }: { readonly label: string; readonly isRequired: boolean }) {
  const { t } = useTranslation();
  return <span>{isRequired ? `${label} ${t('write.required')}` : label}</span>;
}

/** Spaces are not what was asked for: the browser says so, or what else is wrong, and puts the focus there. */
function useFilled<Field extends HTMLInputElement | HTMLTextAreaElement>(
  value: string,
  isRequired: boolean,
  fault = '',
) {
  const { t } = useTranslation();
  const field = useRef<Field>(null);
  const isBlank = isRequired && value !== '' && value.trim() === '';
  const said = fault || (isBlank ? t('write.blank') : '');
  useEffect(() => field.current?.setCustomValidity(said), [said]);
  return field;
}

/** Kept as text like the other fields of a draft: empty means no. */
export function Checked({ label, value, onChange }: FieldProps) {
  return (
    <label className={css.check}>
      <input type="checkbox" checked={value !== ''} onChange={({ target }) => onChange(target.checked ? 'yes' : '')} />
      {label}
    </label>
  );
}

interface ChoiceProps extends FieldProps {
  readonly options: readonly string[];
  /** Where the words of the options are. */
  readonly words: string;
  /** What it means to choose none; without it, one must be chosen. */
  readonly none?: string;
}

export function Choice({ label, value, onChange, options, words, none }: ChoiceProps) {
  const { t } = useTranslation();
  return (
    <Selection label={label} value={value} onChange={onChange}>
      {none !== undefined && <option value="">{none}</option>}
      {options.map((option) => (
        <option key={option} value={option}>
          {t(`${words}.${option}`)}
        </option>
      ))}
    </Selection>
  );
}

interface SelectionProps extends FieldProps {
  readonly isRequired?: boolean;
  readonly children: ReactNode;
}

export function Selection({ label, value, onChange, isRequired = false, children }: SelectionProps) {
  return (
    <label className={css.field}>
      <Named {...{ label, isRequired }} />
      <select
        {...{ value, required: isRequired, ...useRefusal(label) }}
        onChange={({ target }) => onChange(target.value)}
      >
        {children}
      </select>
    </label>
  );
}

interface MomentProps extends FieldProps {
  readonly isRequired?: boolean;
  /** The day alone; the time that was entered before stays. */
  readonly isDay?: boolean;
  readonly notBefore?: string;
}

export function Moment({ label, value, onChange, isRequired = false, isDay = false, notBefore }: MomentProps) {
  const { t } = useTranslation();
  const [day = '', time = '00:00'] = value.split('T');
  return (
    <label className={css.field}>
      <Named {...{ label: `${label} (${t('write.parisTime')})`, isRequired }} />
      <input
        {...{ type: isDay ? 'date' : 'datetime-local', value: isDay ? day : value }}
        {...{ required: isRequired, min: notBefore, ...useRefusal(label) }}
        onChange={({ target }) => onChange(isDay && target.value !== '' ? `${target.value}T${time}` : target.value)}
      />
    </label>
  );
}
