import { useQuery } from '@apollo/client/react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StakeholdersDocument, type StakeholdersQuery } from '../api/generated';
import { Selection, Text } from './fields';
import { byName } from './parties';
import { RegisterParty } from './register-party';

type Stakeholder = StakeholdersQuery['stakeholders']['edges'][number]['node'];

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly among: readonly Stakeholder[];
  readonly isRequired?: boolean;
}

/** As they are many, fewer by some letters of their names. */
export function StakeholderChoice({ among, ...field }: Props) {
  const { t } = useTranslation();
  const [letters, setLetters] = useState('');
  const isWanted = (name: string) => name.toLowerCase().includes(letters.trim().toLowerCase());
  const shown = among.filter(({ id, name, code }) => id === field.value || isWanted(`${name} ${code}`));
  return (
    <>
      <Text label={t('write.letters')} value={letters} onChange={setLetters} />
      <Selection {...field}>
        <option value="">{t('write.found', { count: shown.length })}</option>
        {shown.map(({ id, name, enrolled }) => (
          <option key={id} value={id}>
            {enrolled ? name : `${name} (${t('incident.notEnrolled')})`}
          </option>
        ))}
      </Selection>
      <RegisterParty onRegistered={field.onChange} />
    </>
  );
}

/** All that are registered, by name. */
export function useStakeholders(): readonly Stakeholder[] {
  const { data, fetchMore } = useQuery(StakeholdersDocument);
  const page = data?.stakeholders;
  useEffect(() => {
    if (!page?.pageInfo.hasNextPage) return;
    void fetchMore({
      variables: { after: page.pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: { stakeholders: more } }) => ({
        ...before,
        stakeholders: { ...more, edges: [...before.stakeholders.edges, ...more.edges] },
      }),
    });
  }, [page, fetchMore]);
  return useMemo(() => page?.edges.map(({ node }) => node).sort(byName) ?? [], [page]);
}
