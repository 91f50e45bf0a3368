import { isRegionCode } from '../../src/region/region';
import { regions } from '../../src/region/region.data';
import { authorities } from '../../src/stakeholder/authorities.data';

const agencies = authorities.filter(({ kind }) => kind === 'ARS');

test('each region has one ARS, competent there and nowhere else', () => {
  expect(agencies).toHaveLength(18);
  expect(agencies.map(({ jurisdiction }) => jurisdiction)).toEqual(regions.map(({ code }) => [code]));
  expect(new Set(agencies.map(({ scope }) => scope))).toEqual(new Set(['REGIONAL']));
});

test('the ARS of a region is known by its short name, its full name and a code that can be read aloud', () => {
  expect(agencies.find(({ code }) => code === 'ARS-BRE')).toMatchObject({
    name: 'ARS Bretagne',
    aliases: ['Agence régionale de santé Bretagne'],
    jurisdiction: ['53'],
  });
  expect(agencies.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['ARS-COR', 'ARS-971', 'ARS-972', 'ARS-973', 'ARS-974', 'ARS-976']),
  );
});

test('the other authorities act in the whole country', () => {
  const others = authorities.filter(({ kind }) => kind !== 'ARS');

  expect(others.map(({ code }) => code)).toEqual([
    'DGS-CCS',
    'HFDS',
    'ANSSI',
    'CERT-SANTE',
    'ANSM',
    'CNIL',
    'OFAC',
    'COMCYBER-MI',
    'PARQUET-J3',
  ]);
  expect(others.filter(({ scope, jurisdiction }) => scope !== 'NATIONAL' || jurisdiction.length > 0)).toEqual([]);
});

test('a code, a name or an alias leads to one authority only', () => {
  const names = authorities.flatMap(({ code, name, aliases }) => [code, name, ...aliases]);

  expect(names).toHaveLength(new Set(names.map((name) => name.toLowerCase())).size);
});

test('codes are capitals, digits and hyphens, and jurisdictions are region codes', () => {
  expect(authorities.filter(({ code }) => !/^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(code))).toEqual([]);
  expect(authorities.flatMap(({ jurisdiction }) => jurisdiction).filter((code) => !isRegionCode(code))).toEqual([]);
});
