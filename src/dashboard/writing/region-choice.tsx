import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { RegionsDocument } from '../api/generated';
import { Several } from './several';

interface Props {
  /** Codes, with spaces between them. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label?: string;
}

export function RegionChoice({ label, ...field }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(RegionsDocument, { fetchPolicy: 'cache-first' });
  const options = data?.regions.map(({ code, name }) => ({ id: code, name })) ?? [];
  return <Several {...field} label={label ?? t('write.regions')} options={options} />;
}
