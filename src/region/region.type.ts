import { GraphQLScalarType, Kind } from 'graphql';
import { Field, ObjectType } from 'type-graphql';
import { Node } from '../journal/node';
import { badInput } from '../kernel/errors';
import { toGlobalId } from '../kernel/ids';
import { isRegionCode, type RegionCode, type RegionReference } from './region';
import { regions } from './region.data';

function toRegionCode(value: unknown): RegionCode {
  if (typeof value === 'string' && isRegionCode(value)) return value;
  throw badInput(
    `${typeof value === 'string' ? JSON.stringify(value) : 'What is no text'} is not the INSEE code of a French region: Bretagne is "53". Department codes are others.`,
  );
}

export const RegionCodeScalar = new GraphQLScalarType<RegionCode, string>({
  name: 'RegionCode',
  description:
    'The INSEE code of a French region, as text of two digits (`"53"` is Bretagne). Not a department code: region 53 is Bretagne, department 53 is Mayenne.',
  specifiedByURL: 'https://www.insee.fr/fr/information/2560452',
  serialize: (value) => String(value),
  parseValue: toRegionCode,
  parseLiteral: (node) => toRegionCode(node.kind === Kind.STRING ? node.value : undefined),
});

@ObjectType({ description: 'A department of a region (INSEE).' })
export class Department {
  @Field(() => String, { description: 'The INSEE code, as text: `"01"`, `"2A"`, `"974"`.' })
  code!: string;

  @Field(() => String, { description: 'The name.' })
  name!: string;
}

@ObjectType({ implements: Node, description: 'A French region: reference data (INSEE).' })
export class Region extends Node {
  readonly __typename = 'Region';

  @Field(() => RegionCodeScalar, { description: 'The INSEE code, as text.' })
  code!: RegionCode;

  @Field(() => String, { description: 'The ISO 3166-2 code, such as `FR-BRE`.' })
  isoCode!: string;

  @Field(() => String, { description: 'The name.' })
  name!: string;

  @Field(() => Boolean, { description: 'It lies overseas.' })
  overseas!: boolean;

  @Field(() => [Department], { description: 'Its departments, by code.' })
  departments!: readonly Department[];
}

export function presentRegion(region: RegionReference): Region {
  const { code, isoCode, name, overseas, departments } = region;
  return { __typename: 'Region', id: toGlobalId('Region', code), code, isoCode, name, overseas, departments };
}

/** All there are, made once: reference data does not change while the server runs. */
const presented: ReadonlyMap<string, Region> = new Map(regions.map((region) => [region.code, presentRegion(region)]));

export function presentRegions(codes: readonly RegionCode[]): Region[] {
  return codes.flatMap((code) => presented.get(code) ?? []);
}
