import type { FieldProps } from './fields';
import { chosenOf, Several } from './several';
import { useRegions } from './use-regions';

/** Its value: codes, with spaces between them. */
export function RegionChoice(field: FieldProps) {
  return <Several {...field} options={useRegions().map(({ code, name }) => ({ id: code, name }))} />;
}

interface Coded {
  readonly code: string;
  readonly name: string;
}

/** The value of a choice of regions. */
export function codesOf(regions: readonly Coded[]): string {
  return regions.map(({ code }) => code).join(' ');
}

/** Says the value of a choice of regions in words. */
export function useRegionNames(): (value: string) => string {
  const all = useRegions();
  return (value) => {
    const names = chosenOf(value).map((code) => all.find((region) => region.code === code)?.name ?? code);
    return names.join(', ');
  };
}
