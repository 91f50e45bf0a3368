import { closing } from '../identity/doorstep';
import { follow, reaches } from '../journal/crisis';
import { asParty, declare, write } from '../support/builders';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';

let cellule: TestCellule;
let bretagne: Party;
let dgs: Party;
beforeAll(async () => {
  cellule = await startTestCellule({ env: { METRICS_PORT: '0', SWEEP_SECONDS: '0.1' } });
  [bretagne, dgs] = [await cellule.party('ARS-BRE'), await cellule.party('DGS-CCS')];
});
afterAll(async () => {
  await dgs.leave();
  await cellule.stop();
});

const http = (type: string, outcome: string) =>
  `cellule_requests_total{transport="http",type="${type}",outcome="${outcome}"}`;

test('requests are counted by transport, type and outcome, and refusals by code', async () => {
  const before = await scraped();

  await bretagne.ask('{ viewer { rights } }');
  await bretagne.ask('query AName { viewer { rights } }');
  await bretagne.refused('mutation { joinIncident(input: { incidentId: "nothing" }) { entries { id } } }');
  await bretagne.refused('{ nothingOfTheKind }');
  await bretagne.refused('{ incident(id: "nothing") { title } }');

  const after = await scraped();
  expect(grown(before, after, 'cellule_requests_total')).toEqual({
    [http('query', 'ok')]: 2,
    [http('mutation', 'errors')]: 1,
    [http('unknown', 'errors')]: 1,
    [http('query', 'errors')]: 1,
  });
  expect(grown(before, after, 'cellule_errors_total')).toEqual({
    'cellule_errors_total{code="BAD_USER_INPUT"}': 2,
    'cellule_errors_total{code="GRAPHQL_VALIDATION_FAILED"}': 1,
  });
});

test('subscribers and sockets are counted while they are there, and what they are handed with its lag', async () => {
  const { id } = await declare(bretagne, { parties: [asParty(dgs)] });
  const before = await scraped();
  const live = follow(dgs, { incidents: [id], after: [] });
  const { number } = await write(bretagne, id, 'Une ligne.');
  await reaches(live, id, number);

  const there = await scraped();
  expect(grown(before, there, 'cellule_subscribers')).toEqual({ 'cellule_subscribers{field="journal"}': 1 });
  expect(grown(before, there, 'cellule_sockets')).toEqual({ cellule_sockets: 1 });
  expect(grown(before, there, 'cellule_requests_total')).toMatchObject({
    'cellule_requests_total{transport="websocket",type="subscription",outcome="ok"}': 1,
  });
  const lines = grown(before, there, 'cellule_journal_lines_delivered_total')['cellule_journal_lines_delivered_total'];
  expect(lines).toBeGreaterThanOrEqual(1);
  expect(there.get('cellule_journal_lag_seconds_count') ?? 0).toBeLessThanOrEqual(lines as number);

  await dgs.leave();
  const gone = await until((page) => page.get('cellule_sockets') === 0);
  expect(gone.get('cellule_subscribers{field="journal"}')).toBe(0);
});

test('a scrape tells of the pool, the journals, the read log and the process', async () => {
  const before = await scraped();
  await declare(bretagne);

  const after = await scraped();

  const of = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
  expect([of('cellule_journals{of="journals"}'), of('cellule_journals{of="lines"}')]).toEqual([1, 2]);
  const names = ['busy', 'idle', 'awaited'].map((state) => `cellule_database_connections{state="${state}"}`);
  for (const name of [...names, 'cellule_unwritten_readings', 'process_resident_memory_bytes'])
    expect(after.has(name)).toBe(true);
});

test('what grew without a ring is found by a sweep, and counted as missed', async () => {
  const missed = 'cellule_sweeps_total{found="missed"}';
  const before = (await scraped()).get(missed) ?? 0;

  await cellule.cellule.record.dataSource.query(
    'UPDATE journal_head SET appended_by = pg_current_xact_id()::text::bigint WHERE stream_id = (SELECT stream_id FROM journal_head ORDER BY appended_by LIMIT 1)',
  );

  const after = await until((page) => (page.get(missed) ?? 0) > before);
  expect(after.get('cellule_wake_ups_total{by="sweep"}')).toBeGreaterThan(0);
});

test('who is not let in over a socket is counted as who is refused over HTTP', async () => {
  const before = await scraped();

  await closing(cellule.cellule.url, { authorization: 'Bearer abc.def.ghi' });

  expect(grown(before, await scraped(), 'cellule_errors_total')).toEqual({
    'cellule_errors_total{code="UNAUTHENTICATED"}': 1,
  });
});

test('a body that cannot be read is counted, and so is each socket that was closed, with its code', async () => {
  const { url } = cellule.cellule;
  const before = await scraped();

  for (const body of ['{"query":', '"x"'.repeat(400_000)]) {
    await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  }
  await closing(url, { authorization: 'Bearer abc.def.ghi' });

  const after = await until((page) => (page.get(refused) ?? 0) > (before.get(refused) ?? 0));
  expect(grown(before, after, 'cellule_errors_total')['cellule_errors_total{code="BAD_REQUEST"}']).toBe(2);
  expect(grown(before, after, 'cellule_socket_closings_total')).toEqual({ [refused]: 1 });
});

const refused = 'cellule_socket_closings_total{code="4401"}';

test('nothing that a client chose becomes a label', async () => {
  await closing(cellule.cellule.url, {}, 4999);
  await Promise.all(
    Array.from({ length: 20 }, (_, index) => bretagne.attempt(`query Chosen${index} { chosen${index} }`)),
  );

  const page = [...(await scraped()).keys()].filter((name) => name.startsWith('cellule_'));

  expect(page.join('\n')).not.toMatch(/chosen|4999/i);
  expect(page.length).toBeLessThan(80);
});

test('the metrics are on their own port, and nothing else is there', async () => {
  const { url, metricsUrl } = cellule.cellule;

  const there = await fetch(String(metricsUrl));
  const onPublicPort = await fetch(`${url}/metrics`);
  const elsewhere = await fetch(String(metricsUrl).replace('/metrics', '/graphql'));

  expect([there.status, onPublicPort.status, elsewhere.status]).toEqual([200, 404, 404]);
  expect(there.headers.get('content-type')).toMatch(/^text\/plain/);
});

type Page = ReadonlyMap<string, number>;

async function scraped(): Promise<Page> {
  const text = await (await fetch(String(cellule.cellule.metricsUrl))).text();
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(samples.map((line) => [line.replace(/ \S+$/, ''), Number(line.slice(line.lastIndexOf(' ')))]));
}

/** Scrapes again until what it waits for is there; the time limit of the test bounds it. */
async function until(condition: (page: Page) => boolean): Promise<Page> {
  for (;;) {
    const page = await scraped();
    if (condition(page)) return page;
  }
}

function grown(before: Page, after: Page, prefix: string): Record<string, number> {
  const growth = [...after].map(([name, value]) => [name, value - (before.get(name) ?? 0)] as const);
  return Object.fromEntries(growth.filter(([name, value]) => name.startsWith(prefix) && value !== 0));
}
