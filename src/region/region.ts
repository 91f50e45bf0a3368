import { regions } from './region.data';

declare const kind: unique symbol;

/** An INSEE region code. Not a department code: region 53 is Bretagne, department 53 is Mayenne. */
export type RegionCode = string & { readonly [kind]: 'RegionCode' };

/** An INSEE department code: two characters in metropolitan France ("01", "2A"), three overseas ("974"). */
export type DepartmentCode = string & { readonly [kind]: 'DepartmentCode' };

export interface DepartmentReference {
  readonly code: DepartmentCode;
  readonly name: string;
}

export interface RegionReference {
  readonly code: RegionCode;
  readonly isoCode: string;
  readonly name: string;
  readonly overseas: boolean;
  readonly chefLieu: string;
  readonly departments: readonly DepartmentReference[];
}

export function regionByCode(code: string): RegionReference | undefined {
  return regions.find((region) => region.code === code);
}

export function regionByIsoCode(isoCode: string): RegionReference | undefined {
  return regions.find((region) => region.isoCode === isoCode);
}

export function isRegionCode(text: string): text is RegionCode {
  return regionByCode(text) !== undefined;
}

/** Each code once, in the order in which they were given. */
export function distinct(codes: readonly RegionCode[]): RegionCode[] {
  return [...new Set(codes)];
}
