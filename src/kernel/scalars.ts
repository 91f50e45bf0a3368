import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { badInput } from './errors';

const earliest = Date.UTC(1900, 0, 1);
const latest = Date.UTC(2200, 0, 1);

/** An instant. The offset is required on the way in; the way out is always UTC with milliseconds. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description:
    'An instant as RFC 3339 text. Inputs must carry an offset (`2024-10-19T08:00:00+02:00`) and lie between 1900 and 2200; ' +
    'outputs are in UTC with milliseconds (`2024-10-19T06:00:00.000Z`).',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: (value) => (value instanceof Date ? value : new Date(value as string)).toISOString(),
  parseValue: (value) => inRange(typeof value === 'string' ? GraphQLDateTime.parseValue(value) : undefined),
  parseLiteral: (node, variables) => inRange(GraphQLDateTime.parseLiteral(node, variables)),
});

function inRange(value: unknown): Date {
  if (!(value instanceof Date)) {
    throw badInput('A DateTime is RFC 3339 text with an offset, such as "2024-10-19T08:00:00+02:00".');
  }
  if (value.getTime() < earliest || value.getTime() >= latest) {
    throw badInput('A DateTime lies between the years 1900 and 2200.');
  }
  return value;
}
