import { exportJournal } from '../../../src/journal/export';
import { viewerOf } from '../../journal/crisis';
import { keyOf, type TestCellule } from '../../support/cellule';
import type { Party } from '../../support/party';
import { type Answer, isOpenLine, replayJournals, type Shown } from './answers';
import { type Seat, seats } from './cast';
import type { Watch } from './watch';
import { follows, involvementOf, type World } from './world';

interface Reader {
  readonly cellule: TestCellule;
  readonly party: Party;
  readonly seat: Seat;
  readonly watch: Watch;
  /** What it was answered since the incidents last changed; the one by which readers are known to be up to date goes on. */
  readonly answer: Answer;
  readonly world: World;
}

/** A subscription from the beginning, one from halfway on and an export give what the query gives; so did all that was delivered. */
export async function replays({ cellule, party, seat, watch, answer, world }: Reader): Promise<void> {
  const followed = world.incidents.slice(1).filter((incident) => follows(world, seat, incident));
  const ids = followed.map(({ id }) => id);
  if (ids.length === 0) return;
  const linesOf = (id: string): readonly Shown[] => answer.journals.get(id)?.lines ?? [];

  const halfway = ids.map((incidentId) => {
    const { number, chainHash } = linesOf(incidentId)[Math.floor(linesOf(incidentId).length / 2)];
    return { incidentId, number, chainHash };
  });
  const [whole, rest] = [await heard(party, ids, []), await heard(party, ids, halfway)];

  for (const [index, incident] of followed.entries()) {
    const { id } = incident;
    const joined = involvementOf(incident, seats[seat].code)?.joined ?? 0;
    expect(whole.get(id)).toEqual(linesOf(id).slice(joined - 1));
    expect(rest.get(id)).toEqual(linesOf(id).slice(halfway[index]?.number));
    expect(await exported(cellule, party, id)).toEqual(linesOf(id).map(asExported));
    for (const line of watch.lines.get(id) ?? []) sameAs(line, linesOf(id)[line.number - 1]);
  }
}

async function exported({ cellule }: TestCellule, party: Party, incidentId: string): Promise<Shown[]> {
  const shown = { kind: 'person', stakeholder: party.code, personId: party.person } as const;
  const header = { incidentId, reference: null, viewer: shown, exportedAt: new Date(0).toISOString(), complete: true };
  const lines: Shown[] = [];
  const all = exportJournal(cellule.record.reads, { viewer: viewerOf(party), streamId: keyOf(incidentId), header });
  for await (const line of all) lines.push(JSON.parse(line));
  return lines.slice(1).map(({ number, contentHash, chainHash, content }) => ({
    ...{ number, contentHash, chainHash },
    ...(content && { said: content.text }),
  }));
}

function asExported(line: Shown): object {
  const { number, contentHash, chainHash, text } = line;
  return { number, contentHash, chainHash, ...(isOpenLine(line) && { said: text }) };
}

/** What was delivered is still so, though it may have been opened or sealed since. */
function sameAs(line: Shown, shown: Shown): void {
  expect([line.contentHash, line.chainHash]).toEqual([shown.contentHash, shown.chainHash]);
  if (isOpenLine(line) && isOpenLine(shown)) expect([line.id, line.text]).toEqual([shown.id, shown.text]);
}

/** What a new subscription delivers, when it has caught up everywhere. */
async function heard(
  party: Party,
  incidents: readonly string[],
  after: readonly object[],
): Promise<Map<string, Shown[]>> {
  const live = party.subscribe(replayJournals, { incidents, after });
  const heads = await headsOf(party, incidents);
  const events = await live.until((all) => {
    const reached = new Map(all.map(({ journal: { head } }) => [head?.incidentId, head?.number]));
    return heads.every(({ incidentId, number }) => reached.get(incidentId) === number);
  });
  live.stop();
  return new Map(
    incidents.map((id) => [id, events.flatMap(({ journal }) => (journal.head.incidentId === id ? journal.lines : []))]),
  );
}

async function headsOf(party: Party, incidents: readonly string[]): Promise<Shown[]> {
  const each = incidents.map((id, index) => `of${index}: incident(id: "${id}") { journalHead { incidentId number } }`);
  const data: Shown = await party.ask(`{ ${each.join(' ')} }`);
  return incidents.map((_, index) => data[`of${index}`].journalHead);
}
