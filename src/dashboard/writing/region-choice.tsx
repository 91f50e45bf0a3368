import type { FieldProps } from './fields';
import { Several } from './several';
import { useRegions } from './use-regions';

/** Its value: codes, with spaces between them. */
export function RegionChoice(field: FieldProps) {
  return <Several {...field} options={useRegions().map(({ code, name }) => ({ id: code, name }))} />;
}
