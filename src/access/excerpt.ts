import { type Cell, raw, type Sql } from '../kernel/sql';
import { ReadRow } from './read-row';

/** A column of a thing: of its own table, or of what is joined to it, under its place in the row. */
export interface Source extends Cell {
  readonly alias: string;
}

type Columns = readonly (readonly unknown[])[];
type Values = Record<string, unknown>;
type Convert = (value: unknown) => unknown;

/**
 * What is needed of the rows of a thing. Its columns come as lists of values, one for each row; what is none of them can
 * not be read from the rows that are made: to do so is a fault, and not the answer that there is nothing.
 */
export class Excerpt {
  readonly columns: readonly Sql[];
  private readonly root: Part;

  /** `needs`: paths of properties; null for all there is. `sources`: all that there could be. */
  constructor(sources: readonly Source[], needs: ReadonlySet<string> | null) {
    const used = sources.filter((one) => isNeeded(one, needs));
    this.columns = used.map(({ alias, column, type }) =>
      raw(`"${alias}"."${column}"${type === 'bigint' ? '::text' : ''}`),
    );
    const place = new Map(used.map((one, index) => [one, index]));
    this.root = partOf(sources, place, 0);
  }

  /** The row at this place of the columns, the first of which is at `from`. */
  row(columns: Columns, at: number, from: number): Values {
    return read(this.root, { columns, at, from }) ?? new this.root.shape();
  }

  /** Where the values of a property are among the columns. */
  placeOf(property: string): number {
    const leaf = this.root.leaves.find(({ name }) => name === property);
    if (!leaf) throw new Error(`"${property}" was not looked up.`);
    return leaf.place;
  }
}

function isNeeded({ path, isKey }: Source, needs: ReadonlySet<string> | null): boolean {
  // Without its key, what is joined could not be told from nothing.
  if (needs === null || isKey) return true;
  return path.some((_, index) => needs.has(path.slice(0, index + 1).join('.')));
}

interface Part {
  readonly leaves: readonly { readonly name: string; readonly place: number; readonly convert: Convert | undefined }[];
  readonly parts: readonly { readonly name: string; readonly part: Part }[];
  readonly shape: new () => Values;
}

/** The part of the row whose properties are at this depth of the paths. */
function partOf(sources: readonly Source[], place: ReadonlyMap<Source, number>, depth: number): Part {
  const [leaves, parts, absent]: [Part['leaves'][number][], Part['parts'][number][], string[]] = [[], [], []];
  for (const name of new Set(sources.map(({ path }) => path[depth] as string))) {
    const own = sources.filter(({ path }) => path[depth] === name);
    const [first] = own as [Source, ...Source[]];
    if (!own.some((one) => place.has(one))) absent.push(name);
    else if (first.path.length === depth + 1)
      leaves.push({ name, place: place.get(first) as number, convert: converts[first.type] });
    else parts.push({ name, part: partOf(own, place, depth + 1) });
  }
  return { leaves, parts, shape: shapeWithout(absent, depth === 0 ? ReadRow : Object) };
}

/** JSON has texts for these. */
const converts: Readonly<Record<string, Convert>> = {
  'timestamp with time zone': (text) => new Instant(text as string),
  bytea: (text) => Buffer.from((text as string).slice(2), 'hex'),
};

/** An hour that was read as text, and mostly is shown as text again: to put it together anew takes longer than to read it. */
class Instant extends Date {
  constructor(private readonly text: string) {
    super(text);
  }

  override toISOString(): string {
    const { text } = this;
    if (!text.endsWith(utc)) return super.toISOString();
    const milliseconds = text.slice(secondsEnd + 1, -utc.length).padEnd(3, '0');
    return `${text.slice(0, secondsEnd)}.${milliseconds}Z`;
  }
}

/** As a session in UTC writes it: with up to three digits of a second's fraction. */
const utc = '+00:00';
const secondsEnd = '2024-10-19T06:00:00'.length;

function shapeWithout(absent: readonly string[], of: new () => object): new () => Values {
  class Excerpted extends of {}
  for (const name of absent) {
    Object.defineProperty(Excerpted.prototype, name, {
      get: () => {
        throw new Error(`"${name}" was not looked up.`);
      },
    });
  }
  return Excerpted as new () => Values;
}

interface Place {
  readonly columns: Columns;
  readonly at: number;
  readonly from: number;
}

/** Null if there is nothing in it, as an outer join leaves it. */
function read({ leaves, parts, shape }: Part, place: Place): Values | null {
  const { columns, at, from } = place;
  const row = new shape();
  let isThere = false;
  for (const { name, place: column, convert } of leaves) {
    const value = columns[from + column]?.[at] ?? null;
    if (value === null) {
      row[name] = null;
      continue;
    }
    row[name] = convert ? convert(value) : value;
    isThere = true;
  }
  for (const { name, part } of parts) {
    const value = read(part, place);
    row[name] = value;
    if (value !== null) isThere = true;
  }
  return isThere ? row : null;
}
