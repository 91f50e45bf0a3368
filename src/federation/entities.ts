import type { Operation } from '../access/operation';
import type { NodeRegistry } from '../journal/node';
import { badInput } from '../kernel/errors';
import { fromGlobalIdOf } from '../kernel/ids';
import { checkText } from '../kernel/input';
import { type Federated, isFederated, keysOfTypes } from './keys';

type Find = (operation: Operation, value: string) => Promise<object | null>;
/** How things are found by type and key, where that is not as every node is found by its id. */
export type ByKey = { readonly [Type in Federated]?: Readonly<Record<string, Find>> };

/** What a gateway says of a thing: its type, and one of its keys. */
interface Representation {
  readonly type: Federated;
  readonly key: string;
  readonly value: string;
}

/** No reference and no code is longer. */
const longestKey = 60;

/** Finds what a gateway names, as everybody else finds it: by the same rule, and null for what the viewer does not see. */
export class Entities {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly byKey: ByKey,
  ) {}

  async find(operation: Operation, representation: unknown, inputPath: string): Promise<object | null> {
    const { type, key, value } = read(representation, inputPath);
    const find = this.byKey[type]?.[key];
    if (key !== 'id') {
      // What no text of the record holds, PostgreSQL refuses, and with it all that it is looked up with.
      const name = checkText(value, longestKey, `${inputPath}.${key}`);
      return (await find?.(operation, name)) ?? null;
    }
    const ref = fromGlobalIdOf([type], value, `${inputPath}.id`);
    return find ? find(operation, ref.key) : this.nodes.load(operation, ref);
  }
}

function read(representation: unknown, inputPath: string): Representation {
  const given = (representation ?? {}) as Readonly<Record<string, unknown>>;
  const type = given['__typename'];
  if (!isFederated(type)) {
    throw badInput(`Expected one of ${Object.keys(keysOfTypes).join(', ')}.`, `${inputPath}.__typename`);
  }
  const keys: readonly string[] = keysOfTypes[type];
  const key = keys.find((name) => given[name] != null);
  if (key === undefined) throw badInput(`Expected ${keys.join(' or ')} of the ${type}.`, inputPath);
  const value = given[key];
  if (typeof value === 'string') return { type, key, value };
  throw badInput('Expected a text.', `${inputPath}.${key}`);
}
