import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { RegionsDocument } from '../api/generated';

/** Those of one's own remit first; each part as one looks names up in the language shown. */
export function useRegions() {
  const { i18n } = useTranslation();
  const { data } = useQuery(RegionsDocument, { fetchPolicy: 'cache-first' });
  return useMemo(() => {
    const own = new Set(data?.viewer?.stakeholder?.jurisdiction.map(({ id }) => id));
    const rank = ({ id }: { readonly id: string }) => (own.has(id) ? 0 : 1);
    return (data?.regions ?? []).toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, i18n.language));
  }, [data, i18n.language]);
}
