import type { RegionLineFragment } from '../api/generated';
import { type FieldProps, Selection } from './fields';
import { byName, partiesOf } from './parties';
import { useWriting } from './writing';

type Party = Pick<NonNullable<RegionLineFragment['authority']>, 'id' | 'name'>;

/** Those that can be given charge of a region: who is involved, and who has it now. */
export function useAuthorities(now?: Party | null): readonly Party[] {
  const involved: readonly Party[] = partiesOf(useWriting().incident.involvements);
  return !now || involved.some(({ id }) => id === now.id) ? involved : [...involved, now].sort(byName);
}

interface Props extends FieldProps {
  readonly isRequired?: boolean;
  readonly among: readonly Party[];
  /** What it means to choose none; without it, one must be chosen. */
  readonly none?: string | undefined;
}

/** One of a few. */
export function PartyChoice({ among, none, ...field }: Props) {
  return (
    <Selection {...field}>
      {none !== undefined && <option value="">{none}</option>}
      {among.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Selection>
  );
}
