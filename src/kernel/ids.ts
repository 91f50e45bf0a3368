import { uuidv7 } from 'uuidv7';
import { badInput } from './errors';

/** A new UUIDv7: sorts by the time it was made, and says nothing else. */
export function newId(): string {
  return uuidv7();
}

/** What a global id stands for: a type of the schema and the key of one thing of that type. */
export interface NodeRef {
  readonly type: string;
  readonly key: string;
}

export function toGlobalId(type: string, key: string): string {
  return Buffer.from(`${type}:${key}`).toString('base64url');
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const regionKey = /^[0-9]{2}$/;

/** Reads a global id; one that this server cannot have made is BAD_USER_INPUT. */
export function fromGlobalId(id: string, inputPath?: string): NodeRef {
  const text = id.length <= 128 ? Buffer.from(id, 'base64url').toString('utf8') : '';
  const [, type = '', key = ''] = /^([A-Za-z]+):(.+)$/.exec(text) ?? [];
  const keyIsWellFormed = type === 'Region' ? regionKey.test(key) : uuid.test(key);
  if (!keyIsWellFormed || toGlobalId(type, key) !== id) {
    throw badInput(`"${id.slice(0, 80)}" is not an id: ids are opaque and come from this API.`, inputPath);
  }
  return { type, key };
}

/** Reads a global id of one of the given types, or refuses it as BAD_USER_INPUT. */
export function fromGlobalIdOf(types: readonly string[], id: string, inputPath?: string): NodeRef {
  const ref = fromGlobalId(id, inputPath);
  if (!types.includes(ref.type)) {
    throw badInput(`Expected the id of ${types.join(' or ')}, and got the id of ${ref.type}.`, inputPath);
  }
  return ref;
}
