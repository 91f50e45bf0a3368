import {
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { globalId, keyOf } from '../support/cellule';

/** A good input with one thing wrong in it, and where that is. */
export interface Spoiled {
  readonly fault: string;
  readonly at: string;
  readonly input: unknown;
}

type Values = Readonly<Record<string, unknown>>;

const instants = {
  'an instant without offset': '2024-10-19T08:00:00',
  'an instant before 1900': '1899-12-31T23:59:59Z',
  'an instant after 2200': '2200-01-01T00:00:00Z',
  'no such day': '2024-02-30T00:00:00Z',
  'a leap second': '2024-10-19T23:59:60Z',
  'an instant in words': 'hier soir',
  'an instant in seconds': 1_729_324_800,
};

const regions = {
  'a region code that is not one': '99',
  'the code of a department': '35',
  'a region code as a number': 53,
  'half a region code': '5',
  'no region code': '',
};

const numbers = { 'a number in words': 'un', 'half a number': 1.5, 'a huge number': 2 ** 31 };
const hours = {
  'no hours': 0,
  'hours before now': -1,
  'more than ten years': 87_601,
  'more than there are': 2 ** 31 - 1,
};
/** What else is wrong with a number, by its field. */
const besides: Readonly<Record<string, Record<string, number>>> = {
  hours,
  expectedVersion: { 'another version': 999 },
  number: { 'a number below 0': -1 },
};

/** What is no place to read something, by the field that asks for one. */
const notToOpen: Readonly<Record<string, Record<string, string>>> = {
  url: {
    'words for an address': 'voir le communiqué',
    'an address that does something': 'javascript:alert(1)',
    'an address without its scheme': 'exemple.fr/communique',
    'the address of a file': 'file:///etc/passwd',
  },
};

/** All ways that we know to spoil an input, one at a time, following its type. */
export function spoil(type: GraphQLInputType, value: unknown, at: string, field?: GraphQLInputField): Spoiled[] {
  const bare = getNullableType(type);
  if (isListType(bare)) return spoilList(bare.ofType, value as unknown[], at, field);
  if (isInputObjectType(bare)) return spoilFields(Object.values(bare.getFields()), value as Values, at);
  if (isEnumType(bare)) return all(at, { 'a value of no enum': 'ETWAS', 'an enum as a number': 1 });
  switch (bare.name) {
    case 'ID':
      return all(at, idsBesides(String(value)));
    case 'String':
      return all(at, { ...textsBesides(String(value), field?.description ?? ''), ...notToOpen[field?.name ?? ''] });
    case 'DateTime':
      return all(at, instants);
    case 'RegionCode':
      return all(at, regions);
    case 'Int':
      return all(at, { ...numbers, ...besides[field?.name ?? ''] });
    case 'Boolean':
      return all(at, { 'neither true nor false': 'oui' });
    default:
      throw new Error(`No way is known to spoil a ${bare.name}.`);
  }
}

function spoilFields(fields: readonly GraphQLInputField[], values: Values, at: string): Spoiled[] {
  const within = fields.flatMap((field) => {
    const place = `${at}.${field.name}`;
    const isRequired = isNonNullType(field.type) && field.defaultValue === undefined;
    const missing = isRequired ? [{ fault: 'left out', at: place, input: undefined }] : [];
    const nothing = isNonNullType(field.type) ? [{ fault: 'null', at: place, input: null }] : [];
    const value = values[field.name];
    const spoiled = value === undefined ? [] : spoil(field.type, value, place, field);
    return [...missing, ...nothing, ...spoiled].map((one) => ({
      ...one,
      input: { ...values, [field.name]: one.input },
    }));
  });
  const crossed = 'latest' in values ? [{ ...values, earliest: '2024-12-25T00:00:00Z' }] : [];
  return [
    ...within,
    { fault: 'a field that there is not', at: `${at}.surprise`, input: { ...values, surprise: 1 } },
    ...crossed.map((input) => ({ fault: 'the earliest after the latest', at: `${at}.earliest`, input })),
    ...(getsEarliest(values)
      ? [{ fault: 'to the minute without the earliest', at: `${at}.earliest`, input: vague(values) }]
      : []),
  ];
}

const getsEarliest = (values: Values): boolean => 'precision' in values;
const vague = (values: Values): Values => ({ ...values, precision: 'MINUTE', earliest: null });

function spoilList(of: GraphQLInputType, values: unknown[], at: string, field?: GraphQLInputField): Spoiled[] {
  const [first] = values;
  if (first === undefined) return [];
  const long = isEnumType(getNamedType(of)) ? [] : [{ fault: 'too many', at, input: Array(101).fill(first) }];
  const within = spoil(of, first, `${at}.0`, field);
  return [...long, ...within.map((one) => ({ ...one, input: [one.input, ...values.slice(1)] }))];
}

function idsBesides(id: string): Record<string, unknown> {
  const type = Buffer.from(id, 'base64url').toString().split(':')[0] as string;
  return {
    'no id': '',
    'garbage for an id': 'zzz',
    'a bare key for an id': keyOf(id),
    'an id in ordinary base64': `${id}=`,
    'an id with a NUL': globalId(type, '\0'),
    'a number for an id': 7,
    'the id of another type': globalId('PublicStatement', keyOf(id)),
    'the id of a type that there is not': globalId('Licorne', keyOf(id)),
    'the id of nothing': globalId(type, '01928374-aaaa-7bbb-8ccc-0123456789ab'),
  };
}

function textsBesides(text: string, description: string): Record<string, unknown> {
  const [, limit] = /(?:1 to|of 1 to|:) ([\d,]+) (?:characters|hexadecimal digits)/.exec(description) ?? [];
  if (limit === undefined) throw new Error(`No limit is told: ${description}`);
  const most = Number(limit.replaceAll(',', ''));
  return {
    'no text': '',
    'a blank text': ' \n\t ',
    'a text that is too long': 'é'.repeat(most + 1),
    'a text with a NUL': `${text.slice(0, -1)}\0`,
    'a text with half a character': `${text.slice(0, -1)}\ud83d`,
    'a number for a text': 7,
  };
}

function all(at: string, faults: Record<string, unknown>): Spoiled[] {
  return Object.entries(faults).map(([fault, input]) => ({ fault, at, input }));
}
