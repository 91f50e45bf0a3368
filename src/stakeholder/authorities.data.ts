import type { RegionCode, RegionReference } from '../region/region';
import { regions } from '../region/region.data';
import type { Scope, StakeholderKind } from './stakeholder';

export interface AuthorityReference {
  /** A name that people use, and unique; `aliases` are the others. */
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: StakeholderKind;
  readonly scope: Scope;
  /** Empty: the whole country. */
  readonly jurisdiction: readonly RegionCode[];
}

type NationalAuthority = Omit<AuthorityReference, 'scope' | 'jurisdiction'>;

const nationalAuthorities: readonly NationalAuthority[] = [
  {
    code: 'DGS-CCS',
    name: 'Direction générale de la santé – Centre de crises sanitaires',
    aliases: ['DGS', 'CCS', 'Centre de crises sanitaires', 'CORRUSS'],
    kind: 'DGS_CCS',
  },
  {
    code: 'HFDS',
    name: 'Haut fonctionnaire de défense et de sécurité des ministères sociaux',
    aliases: ['SHFDS', 'Haut fonctionnaire de défense et de sécurité'],
    kind: 'HFDS',
  },
  {
    code: 'ANSSI',
    name: "Agence nationale de la sécurité des systèmes d'information",
    aliases: ['CERT-FR'],
    kind: 'ANSSI',
  },
  { code: 'CERT-SANTE', name: 'CERT Santé', aliases: [], kind: 'CERT_SANTE' },
  {
    code: 'ANSM',
    name: 'Agence nationale de sécurité du médicament et des produits de santé',
    aliases: [],
    kind: 'ANSM',
  },
  { code: 'CNIL', name: "Commission nationale de l'informatique et des libertés", aliases: [], kind: 'CNIL' },
  { code: 'OFAC', name: 'Office anti-cybercriminalité', aliases: [], kind: 'POLICE' },
  {
    code: 'COMCYBER-MI',
    name: "Commandement du ministère de l'intérieur dans le cyberespace",
    aliases: [],
    kind: 'GENDARMERIE',
  },
  {
    code: 'PARQUET-J3',
    name: 'Parquet de Paris – section J3 (lutte contre la cybercriminalité)',
    aliases: ['Section J3'],
    kind: 'PARQUET',
  },
];

/** The public authorities that every installation knows: one ARS for each region, then those that act nationwide. */
export const authorities: readonly AuthorityReference[] = [
  ...regions.map(regionalHealthAgency),
  ...nationalAuthorities.map(
    (authority): AuthorityReference => ({ ...authority, scope: 'NATIONAL', jurisdiction: [] }),
  ),
];

function regionalHealthAgency(region: RegionReference): AuthorityReference {
  return {
    code: regionalHealthAgencyCode(region),
    name: `ARS ${region.name}`,
    aliases: [`Agence régionale de santé ${region.name}`, ...(region.isoCode === 'FR-PAC' ? ['ARS PACA'] : [])],
    kind: 'ARS',
    scope: 'REGIONAL',
    jurisdiction: [region.code],
  };
}

// The region's ISO suffix (ARS-BRE, ARS-974), except for Corse: its earlier suffix is one that people can read, 20R is not.
function regionalHealthAgencyCode(region: RegionReference): string {
  return region.isoCode === 'FR-20R' ? 'ARS-COR' : `ARS-${region.isoCode.slice('FR-'.length)}`;
}
