import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { NameableDocument } from '../api/generated';
import { Several } from './several';
import { useWriting } from './writing';
import css from './writing.module.css';

interface Props {
  readonly value: string;
  readonly onChange: (persons: string) => void;
}

/** Who may be named under TLP:RED, as far as one knows them here. */
export function NamedPersons(field: Props) {
  const { t } = useTranslation();
  const { incident } = useWriting();
  const { data } = useQuery(NameableDocument, { variables: { incidentId: incident.id }, fetchPolicy: 'no-cache' });
  const nameable = data?.incident?.nameablePersons.flatMap(({ person, stakeholder }) =>
    person ? { id: person.id, name: stakeholder ? `${person.name} (${stakeholder.name})` : person.name } : [],
  );
  return (
    <Several {...field} label={t('write.persons')} options={nameable ?? []}>
      <p className={css.muted}>{t('write.personsNote')}</p>
    </Several>
  );
}
