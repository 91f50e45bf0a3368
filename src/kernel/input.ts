import { type ClassType, Field, type FieldOptions, getMetadataStorage, ID } from 'type-graphql';
import { badInput } from './errors';
import { fromGlobalIdOf } from './ids';

/**
 * What an argument must be is declared where the argument is declared, once: the decorators below write the limit into
 * the schema's description and have it checked (and ids decoded) before the resolver runs.
 */
type Check = (value: unknown, inputPath: string) => unknown;
const checks = new Map<object, Map<string, Check>>();

/** No list that somebody gives is longer. */
const mostItems = 100;

interface Limits extends FieldOptions {
  readonly description: string;
  /** In Unicode characters. */
  readonly max: number;
}

/** One text: not blank, no NUL, no lone surrogate, at most `max` characters. */
export function TextField({ max, ...options }: Limits): PropertyDecorator {
  const description = `${options.description} 1 to ${max.toLocaleString('en')} characters, not blank.`;
  return checked(
    Field(() => String, { ...options, description }),
    (value, path) => checkText(value, max, path),
  );
}

/** A list of texts, each as `TextField` has it. */
export function TextsField({ max, ...options }: Limits): PropertyDecorator {
  const description = `${options.description} At most ${mostItems}, each of 1 to ${max} characters.`;
  return checked(
    Field(() => [String], { ...options, description }),
    (value, path) => checkList(value, path, (text, at) => checkText(text, max, at)),
  );
}

/** The global id of a thing of one type; the resolver receives its key. */
export function RefField(type: string, options: FieldOptions & { readonly description: string }): PropertyDecorator {
  return checked(
    Field(() => ID, options),
    (value, path) => fromGlobalIdOf([type], String(value), path).key,
  );
}

/** The global ids of things of one type; the resolver receives their keys, each once. */
export function RefsField(type: string, options: FieldOptions & { readonly description: string }): PropertyDecorator {
  return checked(
    Field(() => [ID], options),
    (value, path) => [...new Set(checkList(value, path, (id, at) => fromGlobalIdOf([type], String(id), at).key))],
  );
}

/** The global id of a thing of one of several types; the resolver receives a `NodeRef`. */
export function NodeRefField(
  types: readonly string[],
  options: FieldOptions & { readonly description: string },
): PropertyDecorator {
  return checked(
    Field(() => ID, options),
    (value, path) => fromGlobalIdOf(types, String(value), path),
  );
}

function checked(field: PropertyDecorator & MethodDecorator, check: Check): PropertyDecorator {
  return (prototype, key) => {
    field(prototype, key);
    const ofClass = checks.get(prototype) ?? new Map<string, Check>();
    checks.set(prototype, ofClass.set(String(key), check));
  };
}

export function checkText(value: unknown, max: number, inputPath: string): string {
  const text = String(value);
  if (text.trim() === '') throw badInput('Expected some text, and got none.', inputPath);
  if (text.length > max && [...text].length > max) {
    throw badInput(`Expected at most ${max} characters, and got ${[...text].length}.`, inputPath);
  }
  if (text.includes('\0') || !text.isWellFormed()) {
    throw badInput('Text cannot hold NUL characters or lone surrogates.', inputPath);
  }
  return text;
}

function checkList<Item>(value: unknown, inputPath: string, check: (item: unknown, at: string) => Item): Item[] {
  const items = value as unknown[];
  if (items.length > mostItems) throw badInput(`Expected at most ${mostItems}, and got ${items.length}.`, inputPath);
  return items.map((item, index) => check(item, `${inputPath}.${index}`));
}

/** An input whose fields constrain each other says so here: it answers with the fault, if there is one. */
export interface SelfChecked {
  fault(): { readonly field: string; readonly message: string } | undefined;
}

/**
 * Checks and decodes the arguments of a field, in place. A class named `…Args` holds the arguments themselves; any
 * other class is the argument `input`.
 */
export function checkArguments(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  checkObject(value, value.constructor.name.endsWith('Args') ? '' : 'input');
}

/** The arguments of a field as its resolver gets them, from those that the engine coerced. */
export function argumentsOf<Args extends object>(
  type: ClassType<Args>,
  given: Readonly<Record<string, unknown>>,
): Args {
  const args = instanceOf(type, given);
  checkArguments(args);
  return args as Args;
}

function instanceOf(type: ClassType, given: Readonly<Record<string, unknown>>): object {
  const object = new type() as Record<string, unknown>;
  for (const { name, getType } of fieldsOf(type)) {
    const [value, inner] = [given[name], getType()];
    const isInput = typeof inner === 'function' && fieldsOf(inner as ClassType).length > 0;
    const read = (one: unknown) =>
      isInput && typeof one === 'object' && one !== null ? instanceOf(inner as ClassType, one as typeof given) : one;
    if (value !== undefined) object[name] = Array.isArray(value) ? value.map(read) : read(value);
  }
  return object;
}

/** Those of the class, and of the classes that it extends. */
function fieldsOf(type: ClassType) {
  const { fields } = getMetadataStorage();
  return fields.filter(({ target }) => type === target || type.prototype instanceof target);
}

function checkObject(object: object, path: string): void {
  for (const [key, value] of Object.entries(object)) {
    if (value === undefined || value === null) continue;
    const at = path === '' ? key : `${path}.${key}`;
    const check = checkOf(object, key);
    if (check) (object as Record<string, unknown>)[key] = check(value, at);
    else checkNested(value, at);
  }
  const fault = (object as Partial<SelfChecked>).fault?.();
  if (fault) throw badInput(fault.message, path === '' ? fault.field : `${path}.${fault.field}`);
}

function checkNested(value: unknown, path: string): void {
  if (Array.isArray(value)) {
    checkList(value, path, (item, at) => checkNested(item, at));
    return;
  }
  if (typeof value === 'object' && value !== null && !(value instanceof Date)) checkObject(value, path);
}

function checkOf(object: object, key: string): Check | undefined {
  for (let prototype = Object.getPrototypeOf(object); prototype; prototype = Object.getPrototypeOf(prototype)) {
    const check = checks.get(prototype)?.get(key);
    if (check) return check;
  }
  return undefined;
}
