import { samplesOn } from '../../api/samples';
import { documentOf } from '../../support/builders';
import { globalId } from '../../support/cellule';
import type { Party } from '../../support/party';
import { type ViewerName, viewers } from './table';
import type { World } from './world';

/** A mutation that names something in one place of its input, twice: hidden from who asks, and absent. */
export interface Refusal {
  readonly at: string;
  readonly ofHidden: object;
  readonly ofAbsent: object;
}

const never = '01928374-aaaa-7bbb-8ccc-0123456789ab';
/** What every holder of a token sees can be hidden from none of them. */
const seenByAll = ['Stakeholder', 'Person'];

/** For each place of a sample's input that holds an id: what is answered to it. */
export async function refusalsOf(world: World, mutation: string, asker: ViewerName): Promise<Refusal[]> {
  const { cellule, cast, things } = world;
  const sample = await samplesOn(cellule, cast.as[asker], cast.as.listed)[mutation]?.();
  if (!sample) throw new Error(`There is no sample of ${mutation}: add one to test/api/samples.ts.`);
  const by = viewers.find((name) => cast.as[name] === sample.by) as ViewerName;
  const hidden = (type: string) => things.find((one) => one.type === type && !one.seenBy.includes(by))?.id;
  const refusals: Refusal[] = [];
  for (const { at, type } of placesOf(sample.input)) {
    if (seenByAll.includes(type)) continue;
    const id = hidden(type);
    if (id === undefined) throw new Error(`Nothing in the world of type ${type} is hidden from ${by}.`);
    const ask = (one: string) => answer(sample.by, mutation, replaced(sample.input, at, one));
    refusals.push({ at: at.join('.'), ofHidden: await ask(id), ofAbsent: await ask(globalId(type, never)) });
  }
  return refusals;
}

async function answer(by: Party, mutation: string, input: object): Promise<object> {
  const { data, errors } = await by.attempt(documentOf(mutation), { input });
  return { data, errors: errors?.map(({ message, path, extensions }) => ({ message, path, extensions })) };
}

interface PlaceOfId {
  readonly at: readonly string[];
  readonly type: string;
}

function placesOf(value: unknown, at: readonly string[] = []): PlaceOfId[] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, one]) => placesOf(one, [...at, key]));
  }
  const [, type] = /^([A-Za-z]+):[0-9a-f-]{36}$/.exec(Buffer.from(String(value), 'base64url').toString()) ?? [];
  return type === undefined ? [] : [{ at, type }];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: string): never {
  if (key === undefined) return by as never;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  copy[key] = replaced(copy[key], rest, by);
  return copy as never;
}
