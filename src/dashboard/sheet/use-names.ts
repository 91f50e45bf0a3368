import { useQuery } from '@apollo/client/react';
import { SheetNamesDocument } from '../api/generated';
import type { SituationAsOf } from './as-of';

/** What those are called whom the journal tells by their codes. */
export function useNames({ incident, parties, regions, actions }: SituationAsOf): ReadonlyMap<string, string> {
  const told = [
    incident?.fields['operator'],
    ...parties.map(({ fields }) => fields['stakeholder']),
    ...regions.map(({ fields }) => fields['authority']),
    ...actions.map(({ fields }) => fields['owner']),
  ];
  const codes = [...new Set(told.filter((code) => code !== undefined))].sort().slice(0, 100);
  const { data, previousData } = useQuery(SheetNamesDocument, { variables: { codes }, fetchPolicy: 'cache-first' });
  const known = data ?? previousData;
  const stakeholders = known?.stakeholders.edges.map(({ node }) => node) ?? [];
  return new Map([...(known?.regions ?? []), ...stakeholders].map(({ code, name }) => [code, name]));
}
