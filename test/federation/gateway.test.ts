import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CompositionResult, composeServices } from '@apollo/composition';
import { buildSchema, type GraphQLSchema, lexicographicSortSchema, parse, printSchema } from 'graphql';
import { packageRoot } from '../../src/kernel/package-root';
import { Heard } from '../client/heard';
import { Line } from '../client/line';
import { carryOut, declare, declareOpenly, write } from '../support/builders';
import { startTestCellule, type TestCellule } from '../support/cellule';
import { EventReader } from '../support/event-reader';
import { Party } from '../support/party';
import { countingStatements } from '../support/statements';
import { Gateway, runProgram, whileInstalling } from './gateway';
import { OtherGraph } from './other-graph';

/** Where each weakness was used, by the references that the agency was told. */
const usedIn = new Map<string, string[]>();
const cve = 'CVE-2024-3400';
const vulnerability = (number: string) => ({
  cve: number,
  summary: 'Injection de commandes',
  usedIn: (usedIn.get(number) ?? []).map((reference) => ({ reference })),
});
const agency = new OtherGraph(
  'vulnerabilities',
  {
    Incident: ({ reference }) => ({ reference, vulnerabilities: [vulnerability(cve)] }),
    Vulnerability: ({ cve: number = '' }) => vulnerability(number),
  },
  { vulnerability: ({ cve: number }: { cve: string }) => vulnerability(number) },
);
const pharmacies = (code = '') => [{ finess: '350000018', name: `Pharmacie de ${code}` }];
const authority = new OtherGraph(
  'establishments',
  {
    Region: ({ code }) => ({ code, establishments: pharmacies(code) }),
    Stakeholder: ({ code }) => ({ code, establishments: pharmacies(code) }),
  },
  {},
);

const guide = readFileSync(join(packageRoot, 'docs/federation.md'), 'utf8');
const subgraph = join(packageRoot, 'schema/subgraph.graphql');
const folder = mkdtempSync(join(tmpdir(), 'cellule-gateway-'));
let composed: CompositionResult;
let cellule: TestCellule;
/** Between the gateway and Cellule. */
let line: Line;
let hive: Gateway;
let apollo: Gateway;
let dgs: Party;
let anssi: Party;
beforeAll(async () => {
  cellule = await startTestCellule({ env: { SWEEP_SECONDS: '3600' } });
  line = new Line(Number(new URL(cellule.cellule.url).port));
  const graphs = [
    { name: 'cellule', file: subgraph, url: `${await line.open()}/graphql` },
    { ...agency, url: await agency.start() },
    { ...authority, url: await authority.start() },
  ];
  composed = composeServices(
    graphs.map(({ name, file, url }) => ({ name, url, typeDefs: parse(readFileSync(file, 'utf8')) })),
  );
  const supergraph = join(folder, 'supergraph.graphql');
  writeFileSync(supergraph, composed.supergraphSdl ?? '');
  hive = await Gateway.start('gateway.mjs', supergraph);
  apollo = await Gateway.start('apollo-gateway.mjs', supergraph);
  dgs = (await cellule.party('DGS-CCS')).at(hive.url);
  anssi = (await cellule.party('ANSSI')).at(hive.url);
}, whileInstalling);
afterAll(async () => {
  await Promise.all([dgs, anssi].map((party) => party?.leave()));
  await Promise.all([hive?.stop(), apollo?.stop()]);
  await Promise.all([agency.stop(), authority.stop(), line?.close()]);
  await cellule.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('another composer makes the same graph of them', async () => {
  const sdl = await runProgram('compose.mjs', subgraph, agency.file, authority.file);

  const printed = (schema: GraphQLSchema) => printSchema(lexicographicSortSchema(schema));
  expect(printed(buildSchema(sdl))).toBe(printed(composed.schema?.toAPISchema().toGraphQLJSSchema() as GraphQLSchema));
});

const gateways = [
  ['Hive', () => hive.url],
  ['Apollo', () => apollo.url],
] as const;

test.each(gateways)('behind %s, a question joins what each graph knows of the same things', async (_, url) => {
  const { reference } = await declare(dgs, { regions: [{ region: '53' }] });

  const { incident } = await dgs.at(url()).ask(questionOf('query'), { reference });

  expect(incident).toEqual({
    title: 'Cyberattaque',
    vulnerabilities: [{ cve, summary: 'Injection de commandes' }],
    affectedRegions: [{ region: { name: 'Bretagne', establishments: [{ name: 'Pharmacie de 53' }] } }],
  });
});

const where = `{ vulnerability(cve: "${cve}") { usedIn { reference title } } }`;

test.each(gateways)(
  'behind %s, what another graph names is found in one statement, however much that is',
  async (_, url) => {
    const references: string[] = [];
    for (let some = 0; some < 10; some++) references.push((await declare(dgs)).reference);
    const counting = countingStatements(cellule);
    const titlesOf = async (named: string[]) => {
      usedIn.set(cve, named);
      let titles: string[] = [];
      const statements = await counting.during(async () => {
        titles = (await dgs.at(url()).ask(where)).vulnerability.usedIn.map(({ title }: { title: string }) => title);
      });
      return { statements, titles };
    };
    await titlesOf(references);

    const [one, all] = [await titlesOf(references.slice(0, 1)), await titlesOf(references)];

    expect(one).toEqual({ statements: ['incident'], titles: ['Cyberattaque'] });
    expect(all).toEqual({ statements: ['incident'], titles: references.map(() => 'Cyberattaque') });
  },
);

test.each(gateways)('behind %s, each viewer sees what it sees anyhow, and null for the rest', async (_, url) => {
  const [open, closed] = [await declareOpenly(dgs), await declare(dgs)];
  usedIn.set(cve, [open.reference, closed.reference, 'ARS-BRE-1999-0000']);
  const titlesFor = async (party: Party) => {
    const { vulnerability: found } = (await party.at(url()).attempt(where)).data;
    return found.usedIn.map((one: { title: string } | null) => one?.title ?? null);
  };
  agency.tokens.length = 0;

  const titles = [await titlesFor(dgs), await titlesFor(anssi)];

  expect(titles).toEqual([
    ['Cyberattaque', 'Cyberattaque', null],
    ['Cyberattaque', null, null],
  ]);
  expect(agency.tokens).toEqual([`Bearer ${dgs.token}`, `Bearer ${anssi.token}`]);
});

test.each(gateways)('behind %s, what is hidden is told from what is absent by nothing', async (_, url) => {
  const { reference } = await declare(dgs);
  const answerTo = async (named: string) => {
    usedIn.set(cve, [named]);
    return anssi.at(url()).attempt(`{ vulnerability(cve: "${cve}") { usedIn { title } } }`);
  };

  expect(await answerTo(reference)).toEqual(await answerTo('ARS-BRE-1999-0000'));
});

test.each(gateways)('behind %s, who brings no token is refused by Cellule', async (_, url) => {
  const { id } = await declare(dgs);

  const { errors } = await cellule.anonymous.at(url()).attempt(`{ incident(id: "${id}") { title } }`);

  expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('events come through a gateway, each with what the other graphs know', async () => {
  const { id, reference } = await declare(dgs, { regions: [{ region: '53' }] });
  const live = dgs.subscribe(questionOf('subscription'), { incidents: [id] });
  await live.until((events) => events.length === 1);

  await write(dgs, id, 'Les officines confirment.');

  await live.until((events) => events.length === 2);
  const author = { stakeholder: { code: 'DGS-CCS', establishments: [{ name: 'Pharmacie de DGS-CCS' }] } };
  expect(live.errors).toEqual([]);
  expect(live.events[1]).toEqual({
    journal: {
      incident: { reference, vulnerabilities: [{ cve }] },
      lines: [{ text: 'Les officines confirment.', author }],
      head: { incidentId: id, number: expect.any(Number), chainHash: expect.any(String) },
    },
  });
  live.stop();
});

test('they come over server-sent events too', async () => {
  const { id, reference } = await declare(dgs);
  const asked = { query: questionOf('subscription'), variables: { incidents: [id], after: [] } };

  const reader = await EventReader.post(`${hive.url}/graphql`, asked, { authorization: `Bearer ${dgs.token}` });
  await reader.until(({ results }) => results.length > 0);
  reader.leave();

  expect(reader.results[0].data.journal.incident).toEqual({ reference, vulnerabilities: [{ cve }] });
});

test('who is cut off hears of it, and goes on from the last position', async () => {
  const { id } = await declare(dgs);
  const follow = (more: object) => dgs.subscribe(questionOf('subscription'), { incidents: [id], ...more });
  const cutOff = follow({});
  await cutOff.until((events) => events.length === 1);

  line.cut();
  await cutOff.ending();
  await write(dgs, id, 'Entre-temps.');
  const resumed = follow({ after: [cutOff.events[0].journal.head] });
  await resumed.until((events) => events.length === 1);

  expect(cutOff.events).toHaveLength(1);
  expect(cutOff.errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }]);
  expect(resumed.events[0].journal.lines).toMatchObject([{ text: 'Entre-temps.' }]);
  resumed.stop();
});

test('a program that follows by the client of the package goes on by itself', async () => {
  const { id } = await declare(dgs);
  const follower = new Heard(dgs, { url: hive.url, after: [] });
  await follower.until(() => follower.numbers(id).length > 0);

  line.cut();
  const { number } = await write(dgs.at(cellule.cellule.url), id, 'Entre-temps.');
  await follower.until(() => follower.numbers(id).includes(number));
  await follower.stop();

  expect(follower.numbers(id)).toEqual(Array.from({ length: number }, (_, index) => index + 1));
});

test('a subscription is that of its viewer too', async () => {
  const { id } = await declare(dgs);
  const follow = `subscription { journal(incidents: ["${id}"], after: []) {
    ... on JournalBatch { lines { ... on JournalEntry { kind } } } ... on JournalEnded { reason } } }`;

  const [mine, theirs] = [dgs.subscribe(follow), anssi.subscribe(follow)];
  await mine.until((events) => events.length > 0);
  await theirs.until((events) => events.length > 0);

  expect(mine.events[0].journal.lines).toContainEqual({ kind: 'INCIDENT_DECLARED' });
  expect(theirs.events).toEqual([{ journal: { reason: 'NOT_FOLLOWED' } }]);
  mine.stop();
  theirs.stop();
});

test('for whom one acts is passed on too', async () => {
  const { token } = await carryOut(cellule.admin, 'createApiToken', {
    stakeholderId: dgs.stakeholder,
    label: 'Veille',
  });
  const asSystem = (actingFor: string) =>
    new Party({ url: hive.url, token, code: actingFor, personId: null, stakeholderId: null, actingFor });
  const [own, foreign] = [asSystem('DGS-CCS'), asSystem('ANSSI')];
  const picture = 'subscription { incidents { __typename } }';

  const { viewer } = await own.ask('{ viewer { stakeholder { code } } }');
  const refused = await foreign.refused('{ viewer { stakeholder { code } } }');
  const [live, ended] = [own.subscribe(picture), foreign.subscribe(picture)];

  expect([viewer.stakeholder.code, refused.extensions.code]).toEqual(['DGS-CCS', 'UNAUTHENTICATED']);
  expect(await live.until((events) => events.length > 0)).toBeTruthy();
  await ended.ending();
  expect(ended.events).toEqual([]);
  expect(ended.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  await Promise.all([own.leave(), foreign.leave()]);
});

/** What the guide asks. */
function questionOf(kind: 'query' | 'subscription'): string {
  return new RegExp(`\`\`\`graphql\\n(${kind} .*?)\`\`\``, 's').exec(guide)?.[1] ?? '';
}
