import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { NameableDocument } from '../api/generated';
import { useSignedIn } from '../session/context';
import { ReadBy } from './read-by';
import { Several } from './several';
import { useWriting } from './writing';
import css from './writing.module.css';

interface Props {
  readonly value: string;
  readonly onChange: (persons: string) => void;
  /** Its author may be another than who marks it anew. */
  readonly isRecorded: boolean;
}

/** Who may be named under TLP:RED, as far as one knows them here. */
export function NamedPersons({ isRecorded, ...field }: Props) {
  const { t } = useTranslation();
  const { viewer } = useSignedIn();
  const { incident } = useWriting();
  const { data } = useQuery(NameableDocument, { variables: { incidentId: incident.id }, fetchPolicy: 'no-cache' });
  const nameable = data?.incident?.nameablePersons.flatMap(({ person, stakeholder }) =>
    person ? { id: person.id, name: stakeholder ? `${person.name} (${stakeholder.name})` : person.name } : [],
  );
  const options = nameable ?? [];
  const owner = isRecorded ? { id: '', name: t('write.itsAuthor') } : viewer.person;
  return (
    <>
      <Several {...{ ...field, options }} label={t('write.persons')}>
        <p className={css.muted}>{t('write.personsNote')}</p>
      </Several>
      <ReadBy {...{ options, owner }} chosen={field.value} />
    </>
  );
}
