import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { NameableDocument } from '../api/generated';
import { useSignedIn } from '../session/context';
import { useWriting } from './writing';
import css from './writing.module.css';

interface Props {
  readonly value: string;
  readonly onChange: (persons: string) => void;
}

/** Who may be named under TLP:RED, as far as one knows them here. */
export function NamedPersons({ value, onChange }: Props) {
  const { t } = useTranslation();
  const { incident } = useWriting();
  const { viewer } = useSignedIn();
  const { data } = useQuery(NameableDocument, { variables: { incidentId: incident.id }, fetchPolicy: 'no-cache' });
  const chosen = new Set(value.split(' ').filter(Boolean));
  const toggle = (id: string) => {
    if (!chosen.delete(id)) chosen.add(id);
    onChange([...chosen].join(' '));
  };
  return (
    <fieldset className={css.listed}>
      <legend>{t('write.persons')}</legend>
      {data?.incident?.nameablePersons.map(
        ({ person, stakeholder }) =>
          person &&
          person.id !== viewer.person?.id && (
            <label key={person.id}>
              <input
                type="checkbox"
                value={person.id}
                checked={chosen.has(person.id)}
                onChange={() => toggle(person.id)}
              />{' '}
              {person.name} {stakeholder && `(${stakeholder.name})`}
            </label>
          ),
      )}
      <p className={css.muted}>{t('write.personsNote')}</p>
    </fieldset>
  );
}
