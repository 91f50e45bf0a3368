import type { Viewer } from '../../../src/access/viewer';
import { exportJournal } from '../../../src/journal/export';
import { verifyExport } from '../../../src/journal/verify-export';
import { follow, linesOf, news } from '../../journal/crisis';
import { keyOf } from '../../support/cellule';
import type { Party } from '../../support/party';
import type { World } from './world';

// biome-ignore lint/suspicious/noExplicitAny: lines have the shape of their documents.
type Shown = any;

export const incidentsOf = ({ whole }: World): string[] => [whole.open.id, whole.closed.id];

/** Every line of both incidents as a subscription replays them, each incident to its head or its end. */
export async function replayed(viewer: Party, world: World): Promise<Shown[]> {
  if (viewer.token === '') return [];
  const incidents = incidentsOf(world);
  if ((await viewer.attempt('{ __typename }')).errors?.[0]?.extensions.code === 'UNAUTHENTICATED') return [];
  const live = follow(viewer, { incidents, after: [] });
  const events = await live.until((all) =>
    incidents.every((id) =>
      news(all).some(({ head, caughtUp, incidentId }) => (head?.incidentId === id && caughtUp) || incidentId === id),
    ),
  );
  live.stop();
  return incidents.flatMap((id) => linesOf(events, id));
}

export interface Journal {
  readonly head: number | null;
  readonly numbers: readonly number[];
  readonly sealed: readonly object[];
}

/** The journals of both incidents, as far as the viewer sees these, with all that there is to know of a sealed line. */
export async function journalsShown(viewer: Party, world: World, sealed: string): Promise<Journal[]> {
  const line = `__typename ... on JournalEntry { number } ... on SealedEntry ${sealed}`;
  const shown = `journalHead { number } journal(first: 500) { edges { node { ${line} } } }`;
  const answers = await Promise.all(
    incidentsOf(world).map((id) => viewer.attempt(`{ incident(id: "${id}") { ${shown} } }`)),
  );
  return answers.flatMap(({ data }) => (data?.incident ? [journalOf(data.incident)] : []));
}

function journalOf({ journalHead, journal }: Shown): Journal {
  const lines: Shown[] = journal.edges.map(({ node }: Shown) => node);
  return {
    head: journalHead?.number ?? null,
    numbers: lines.map(({ number }) => number),
    sealed: lines.filter(({ __typename }) => __typename === 'SealedEntry'),
  };
}

/** The contents in what is exported of both incidents for this viewer; each export must verify. */
export async function readByExport(viewer: Party, world: World): Promise<unknown[]> {
  if (viewer.token === '') return [];
  const { viewer: who } = await world.cellule.tokens.check(viewer.token);
  const contents: unknown[] = [];
  for (const id of incidentsOf(world)) contents.push(...(await exported(viewer, who, id, world)));
  return contents;
}

/** Without regard to whether the viewer sees the incident: what it may not see is not in the file either way. */
async function exported(party: Party, viewer: Viewer, incidentId: string, { cellule }: World): Promise<unknown[]> {
  const { data } = await party.attempt(`{ incident(id: "${incidentId}") { reference journalHead { number } } }`);
  const complete = Boolean(data?.incident?.journalHead);
  const reference: string | null = data?.incident?.reference ?? null;
  const shown = { kind: 'system', stakeholder: party.code, personId: null } as const;
  const header = { incidentId, reference, viewer: shown, exportedAt: new Date().toISOString(), complete };
  const { reads } = cellule.cellule.record;
  const texts: string[] = [];
  for await (const text of exportJournal(reads, { viewer, streamId: keyOf(incidentId), header })) texts.push(text);
  for await (const fault of verifyExport(eachOf(texts))) throw new Error(`${party.code}: ${JSON.stringify(fault)}`);
  return texts.slice(1).flatMap((text) => JSON.parse(text).content ?? []);
}

async function* eachOf(texts: readonly string[]): AsyncGenerator<string> {
  yield* texts;
}
