import { readFileSync } from 'node:fs';
import {
  type DepartmentCode,
  isRegionCode,
  type RegionCode,
  regionByCode,
  regionByIsoCode,
} from '../../src/region/region';
import { regions } from '../../src/region/region.data';

interface Published {
  readonly code: string;
  readonly nom: string;
  readonly zone: string;
  readonly chefLieu: string;
  readonly region: string;
  readonly type: string;
}

test('the regions are those that INSEE publishes, with their seats and departments', () => {
  const published = read(require.resolve('@etalab/decoupage-administratif/data/regions.json'));
  const departments = read(require.resolve('@etalab/decoupage-administratif/data/departements.json'));
  const towns = read(require.resolve('@etalab/decoupage-administratif/data/communes.json'));

  const expected = published
    .filter(({ zone }) => zone === 'metro' || zone === 'drom')
    .sort(byCode)
    .map((region) => ({
      code: region.code,
      name: region.nom,
      overseas: region.zone === 'drom',
      chefLieu: towns.find((town) => town.type === 'commune-actuelle' && town.code === region.chefLieu)?.nom,
      departments: departments
        .filter((department) => department.region === region.code)
        .sort(byCode)
        .map(({ code, nom }) => ({ code, name: nom })),
    }));

  expect(expected).toHaveLength(18);
  expect(regions.map(({ isoCode, ...region }) => region)).toEqual(expected);
});

test('each region has an ISO code of its own', () => {
  const isoCodes = regions.map(({ isoCode }) => isoCode);

  expect(new Set(isoCodes).size).toBe(18);
  expect(isoCodes.filter((isoCode) => !/^FR-([A-Z]{3}|97[1-46]|20R)$/.test(isoCode))).toEqual([]);
});

test('the ISO code of an overseas region carries the number of its only department', () => {
  const overseas = regions.filter((region) => region.overseas);

  expect(overseas).toHaveLength(5);
  expect(overseas.map(({ isoCode }) => [isoCode])).toEqual(
    overseas.map(({ departments }) => departments.map(({ code }) => `FR-${code}`)),
  );
});

test('a region is found by its INSEE code and by its ISO code', () => {
  expect(regionByCode('53')).toMatchObject({ isoCode: 'FR-BRE', name: 'Bretagne', chefLieu: 'Rennes' });
  expect(regionByIsoCode('FR-20R')).toMatchObject({ code: '94', name: 'Corse' });
  expect(regionByCode('29')).toBeUndefined();
  expect(regionByIsoCode('FR-COR')).toBeUndefined();
});

test('a code that only a department has is not a region code, and codes are text', () => {
  expect(['53', '01'].map(isRegionCode)).toEqual([true, true]);
  expect(['29', '2A', '1', '', 'FR-BRE'].map(isRegionCode)).toEqual([false, false, false, false, false]);
});

test('the code of a department cannot pass for that of a region', () => {
  const mayenne = regionByCode('52')?.departments.find(({ name }) => name === 'Mayenne')?.code as DepartmentCode;
  // @ts-expect-error Mayenne is department 53, and region 53 is Bretagne.
  const bretagne: RegionCode = mayenne;

  expect(regionByCode(bretagne)?.name).toBe('Bretagne');
});

function read(file: string): Published[] {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function byCode(one: Published, other: Published): number {
  return one.code < other.code ? -1 : 1;
}
