import { registerEnumType } from 'type-graphql';

/**
 * Declares a GraphQL enum and its TypeScript twin at once; each value comes with the sentence that describes it.
 * The stored form of a value is its name.
 */
export function describedEnum<const Values extends Record<string, string>>(
  name: string,
  description: string,
  values: Values,
): { readonly [Value in keyof Values & string]: Value } {
  const names = Object.keys(values);
  const members = Object.fromEntries(names.map((value) => [value, value]));
  registerEnumType(members, {
    name,
    description,
    valuesConfig: Object.fromEntries(names.map((value) => [value, { description: values[value] as string }])),
  });
  return members as { readonly [Value in keyof Values & string]: Value };
}
