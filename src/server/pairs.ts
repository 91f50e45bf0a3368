import { type DocumentNode, type FieldNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/**
 * How many pairs of fields have the same name at the same place of the answer: validation compares each pair. Takes as
 * long as there are fields once the fragments are spread, which do not spread themselves.
 */
export function pairsOf({ definitions }: DocumentNode): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  const places = definitions.flatMap((one) => ('selectionSet' in one && one.selectionSet ? [[one.selectionSet]] : []));
  let pairs = 0;
  // Grows while it is read.
  for (const sets of places) {
    for (const fields of fieldsByName(sets, fragments).values()) {
      pairs += (fields.length * (fields.length - 1)) / 2;
      const inner = fields.flatMap(({ selectionSet }) => selectionSet ?? []);
      if (inner.length > 0) places.push(inner);
    }
  }
  return pairs;
}

/** As the answer has them: what fragments hold stands in their place, once. */
function fieldsByName(sets: readonly SelectionSetNode[], fragments: Fragments): Map<string, FieldNode[]> {
  const found = new Map<string, FieldNode[]>();
  const [waiting, spread] = [[...sets], new Set<string>()];
  for (const { selections } of waiting) {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        const known = found.get(name);
        if (known) known.push(selection);
        else found.set(name, [selection]);
        continue;
      }
      const set =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : unspread(selection.name.value, spread, fragments);
      if (set) waiting.push(set.selectionSet);
    }
  }
  return found;
}

function unspread(name: string, spread: Set<string>, fragments: Fragments): FragmentDefinitionNode | undefined {
  if (spread.has(name)) return undefined;
  spread.add(name);
  return fragments.get(name);
}
