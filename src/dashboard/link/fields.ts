import { type FragmentDefinitionNode, print } from 'graphql';
import { LineContentFragmentDoc } from '../api/generated';

const [line, ...parts] = LineContentFragmentDoc.definitions as readonly [
  FragmentDefinitionNode,
  ...FragmentDefinitionNode[],
];

/** The fields of an entry as `followJournal` takes them: those of the fragment that queries use too. */
export const journalFields = parts.reduce(
  (fields, part) => fields.replaceAll(`...${part.name.value}`, inner(part)),
  inner(line),
);

function inner(fragment: FragmentDefinitionNode): string {
  const text = print(fragment);
  return text.slice(text.indexOf('{') + 1, text.lastIndexOf('}'));
}
