import { useQuery } from '@apollo/client/react';
import { RegionsDocument } from '../api/generated';
import type { FieldProps } from './fields';
import { Several } from './several';

/** Its value: codes, with spaces between them. */
export function RegionChoice(field: FieldProps) {
  const { data } = useQuery(RegionsDocument, { fetchPolicy: 'cache-first' });
  return <Several {...field} options={data?.regions.map(({ code, name }) => ({ id: code, name })) ?? []} />;
}
