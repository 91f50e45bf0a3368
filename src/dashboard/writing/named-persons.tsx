import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { NameableDocument, type NameableQuery } from '../api/generated';
import { useSignedIn } from '../session/context';
import { useWriting } from './writing';
import css from './writing.module.css';

interface Props {
  readonly value: string;
  readonly onChange: (persons: string) => void;
}

/** Who may be named under TLP:RED, as far as one knows them here: colleagues, and who has written to this journal. */
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
      {data &&
        nameable(data)
          .filter(({ id }) => id !== viewer.person?.id)
          .map(({ id, name, of }) => (
            <label key={id}>
              <input type="checkbox" value={id} checked={chosen.has(id)} onChange={() => toggle(id)} /> {name} ({of})
            </label>
          ))}
      <p className={css.muted}>{t('write.personsNote')}</p>
    </fieldset>
  );
}

interface Nameable {
  readonly id: string;
  readonly name: string;
  readonly of: string;
}

function nameable({ viewer, incident }: NameableQuery): Nameable[] {
  const own = viewer.stakeholder;
  const colleagues = own?.memberships.flatMap(({ endedAt, person }) =>
    person && endedAt === null ? [{ ...person, of: own.name }] : [],
  );
  const authors = incident?.journal.edges.flatMap(({ node }) =>
    node.__typename === 'JournalEntry' && node.author.person
      ? [{ ...node.author.person, of: node.author.stakeholderName }]
      : [],
  );
  const all = [...(colleagues ?? []), ...(authors ?? [])];
  return [...new Map(all.map((one) => [one.id, one])).values()];
}
