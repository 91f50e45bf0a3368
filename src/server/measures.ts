import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode, visit } from 'graphql';
import { AppError } from '../kernel/errors';
import type { Limits } from '../kernel/limits';

type Measure = 'depth' | 'aliases' | 'directives' | 'rootFields' | 'spreads' | 'fields' | 'pairs';

/** What a document measures before anything is known of its meaning. */
export interface Measured extends Readonly<Record<Exclude<Measure, 'pairs'>, number>> {
  /** It asks for the schema itself. */
  readonly introspects: boolean;
}

const words: Readonly<Record<Measure, string>> = {
  depth: 'levels of fields',
  aliases: 'aliases',
  directives: 'directives',
  rootFields: 'fields at the root of an operation',
  spreads: 'fragment spreads',
  fields: 'fields once its fragments are spread',
  pairs: 'pairs of fields of the same name at the same place of the answer',
};

const ofTheSchema = new Set(['__schema', '__type', '_service']);

/** What a document has too much of: the refusal, since validating it would be work already. */
export function excessOf(measured: Partial<Record<Measure, number>>, limits: Limits): AppError | undefined {
  for (const [measure, meaning] of Object.entries(words) as [Measure, string][]) {
    const [found, limit] = [Math.min(measured[measure] ?? 0, Number.MAX_SAFE_INTEGER), limits[measure]];
    if (found <= limit) continue;
    const message = `A document holds at most ${limit} ${meaning}, and this one ${found}.`;
    return new AppError('TOO_COSTLY', message, { measure, limit, found });
  }
  return undefined;
}

/** Linear in the document: each fragment is measured once, however often and from wherever it is spread. */
export function measure(document: DocumentNode): Measured {
  const counts = { aliases: 0, directives: 0, spreads: 0 };
  let introspects = false;
  visit(document, {
    enter(node) {
      if (node.kind === Kind.DIRECTIVE) counts.directives += 1;
      if (node.kind === Kind.FRAGMENT_SPREAD) counts.spreads += 1;
      if (node.kind !== Kind.FIELD) return;
      if (node.alias) counts.aliases += 1;
      if (ofTheSchema.has(node.name.value)) introspects = true;
    },
  });
  const extents = new Extents(document);
  const all = document.definitions.map((one) => ('selectionSet' in one ? extents.of(one.selectionSet) : nothing));
  const operations = all.filter((_, index) => document.definitions[index]?.kind === Kind.OPERATION_DEFINITION);
  return {
    ...counts,
    introspects,
    depth: Math.max(0, ...all.map(({ depth }) => depth)),
    fields: all.reduce((sum, { fields }) => sum + fields, 0),
    rootFields: Math.max(0, ...operations.map(({ width }) => width)),
  };
}

interface Extent {
  readonly depth: number;
  /** Fields at its first level. */
  readonly width: number;
  readonly fields: number;
}

const nothing: Extent = { depth: 0, width: 0, fields: 0 };

class Extents {
  private readonly definitions = new Map<string, FragmentDefinitionNode>();
  private readonly known = new Map<string, Extent>();

  constructor({ definitions }: DocumentNode) {
    for (const one of definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) this.definitions.set(one.name.value, one);
  }

  of(set: SelectionSetNode | undefined): Extent {
    let { depth, width, fields } = nothing;
    for (const selection of set?.selections ?? []) {
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD ? this.spread(selection.name.value) : this.of(selection.selectionSet);
      const level = selection.kind === Kind.FIELD ? 1 : 0;
      depth = Math.max(depth, inner.depth + level);
      width += level || inner.width;
      fields += inner.fields + level;
    }
    return { depth, width, fields };
  }

  private spread(name: string): Extent {
    const known = this.known.get(name);
    if (known) return known;
    // Stands for a fragment that spreads itself, which validation refuses.
    this.known.set(name, nothing);
    const extent = this.of(this.definitions.get(name)?.selectionSet);
    this.known.set(name, extent);
    return extent;
  }
}
