import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asParty, carryOut, declare, declareOpenly, done, draft, type Made, plan, write } from '../support/builders';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';
import { type Observed, type Sight, type Sights, whoSeesWhatPage } from './who-sees-what-page';
import { english, french } from './who-sees-what-words';

let cellule: TestCellule;
let viewers: Record<string, Party>;
let observed: Observed;
beforeAll(async () => {
  cellule = await startTestCellule();
  const parties = await theParties();
  const { bretagne, anssi, hfds, coordinator } = parties;
  const former = await cellule.colleague(anssi);
  viewers = {
    author: bretagne,
    colleague: await cellule.colleague(bretagne),
    listed: anssi,
    named: hfds,
    authority: parties.authority,
    operator: parties.operator,
    system: await cellule.system(anssi),
    enrolled: await cellule.party('ARS-NOR'),
    released: parties.released,
    administrator: await cellule.colleague(anssi, ['ADMINISTER']),
    platform: cellule.admin,
    ended: former,
    anonymous: cellule.anonymous,
  };
  const involved = Object.values(parties)
    .filter((party) => party !== coordinator)
    .map((party) => asParty(party));
  const [open, narrow] = [
    await declareOpenly(coordinator, { parties: involved }),
    await declare(coordinator, { parties: involved }),
  ];
  for (const { id } of [open, narrow]) await release(coordinator, id, parties.released);
  await done(cellule.admin, 'endRights', {
    personId: former.person,
    stakeholderId: former.stakeholder,
    expectedVersion: 1,
  });
  observed = {
    byMarking: await byMarking(parties, open.id),
    incidents: await sights({ involvedIncident: nodeOf(narrow.id), openIncident: nodeOf(open.id) }),
    registry: await ofRegistry(parties, open.id),
  };
});
afterAll(() => cellule.stop());

test.each([
  ['docs/who-sees-what.md', english],
  ['docs/qui-lit-quoi.md', french],
])('%s says what the server answers: UPDATE_DOCS=1 writes it anew', (path, words) => {
  const file = join(__dirname, '../..', path);
  const page = whoSeesWhatPage(observed, words);
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(file, page);

  expect(readFileSync(file, 'utf8')).toBe(page);
});

const regions = ['53', '24', '11', '32', '44'];

test.each<[string, (by: Party, incidentId: string, marked: object, nth: number) => Promise<Made>]>([
  ['an action', plan],
  ['a draft of a statement', draft],
  [
    'an affected region',
    (by, incidentId, marked, nth) =>
      done(by, 'addAffectedRegion', { incidentId, situation: { region: regions[nth], ...marked } }),
  ],
  [
    'an affected service',
    (by, incidentId, marked) =>
      done(by, 'addAffectedService', { incidentId, situation: { name: 'Livraison', status: 'DOWN', ...marked } }),
  ],
])('%s is read by just those who read a line that is marked so', async (_, make) => {
  const { bretagne, anssi, hfds } = { bretagne: viewers['author'], anssi: viewers['listed'], hfds: viewers['named'] };
  const { id } = await declareOpenly(bretagne as Party, {
    parties: ['listed', 'named', 'authority', 'operator'].map((who) => asParty(viewers[who] as Party)),
  });
  const things: Record<string, Look> = {};
  for (const [nth, [audience, marking]] of Object.entries(markingsBy(anssi as Party, hfds as Party)).entries()) {
    things[audience] = nodeOf((await make(bretagne as Party, id, { marking }, nth)).id);
  }

  const { rows } = await sights(things);

  const unsealed = Object.entries(observed.byMarking.rows).map(([who, row]) => [
    who,
    row.map((sight) => (sight === 'sealed' ? 'nothing' : sight)),
  ]);
  expect(rows).toEqual(Object.fromEntries(unsealed));
});

interface Parties {
  readonly coordinator: Party;
  readonly bretagne: Party;
  readonly anssi: Party;
  readonly hfds: Party;
  readonly authority: Party;
  readonly operator: Party;
  readonly released: Party;
}

async function theParties(): Promise<Parties> {
  return {
    coordinator: await cellule.party('DGS-CCS'),
    bretagne: await cellule.party('ARS-BRE'),
    anssi: await cellule.party('ANSSI'),
    hfds: await cellule.party('HFDS'),
    authority: await cellule.party('ARS-CVL'),
    operator: await cellule.party('CERP', { kind: 'OPERATOR' }),
    released: await cellule.party('ARS-PDL'),
  };
}

async function release(by: Party, incidentId: string, whom: Party): Promise<void> {
  const { incident } = await by.ask(
    'query ($id: ID!) { incident(id: $id) { involvements { id version stakeholder { id } } } }',
    { id: incidentId },
  );
  const own = incident.involvements.find(
    ({ stakeholder }: { stakeholder: { id: string } }) => stakeholder.id === whom.stakeholder,
  );
  await done(by, 'releaseStakeholder', { involvementId: own.id, expectedVersion: own.version });
}

function markingsBy(listed: Party, named: Party): Record<string, object> {
  return {
    'TLP:GREEN, ENROLLED': { tlp: 'TLP_GREEN', audience: 'ENROLLED' },
    'TLP:AMBER, INVOLVED': { tlp: 'TLP_AMBER', audience: 'INVOLVED' },
    'TLP:AMBER, AUTHORITIES': { tlp: 'TLP_AMBER', audience: 'AUTHORITIES' },
    'TLP:AMBER+STRICT, LISTED': { tlp: 'TLP_AMBER_STRICT', audience: 'LISTED', stakeholders: [listed.stakeholder] },
    'TLP:RED, PERSONS': { tlp: 'TLP_RED', persons: [named.person] },
  };
}

async function byMarking({ bretagne, anssi, hfds }: Parties, incidentId: string): Promise<Sights> {
  const looks: Record<string, Look> = {};
  for (const [marking, chosen] of Object.entries(markingsBy(anssi, hfds))) {
    const entry = await write(bretagne, incidentId, marking, { entry: { text: marking, marking: chosen } });
    looks[marking] = lineOf(incidentId, entry);
  }
  return sights(looks);
}

async function ofRegistry({ bretagne, anssi, hfds }: Parties, incidentId: string): Promise<Sights> {
  const statement = await done(bretagne, 'publishStatement', { incidentId, title: 'Point', text: 'Tout va bien.' });
  const colleague = await cellule.colleague(anssi);
  const { entries } = await carryOut(
    cellule.admin,
    'grantRights',
    {
      personId: colleague.person,
      stakeholderId: anssi.stakeholder,
      rights: ['READ'],
      expectedVersion: 1,
    },
    'entries { id }',
  );
  return sights({
    statement: nodeOf(statement.id),
    stakeholder: nodeOf(hfds.stakeholder),
    person: nodeOf(hfds.person),
    ownMembership: (viewer) => membersOf(viewer, viewer.stakeholder),
    otherMembership: (viewer) => membersOf(viewer, viewer.code === 'HFDS' ? anssi.stakeholder : hfds.stakeholder),
    registryEntry: nodeOf(entries[0].id),
  });
}

type Look = (viewer: Party) => Promise<Sight>;

async function sights(looks: Readonly<Record<string, Look>>): Promise<Sights> {
  const rows: Record<string, Sight[]> = {};
  for (const [who, viewer] of Object.entries(viewers)) {
    rows[who] = await Promise.all(Object.values(looks).map((look) => look(viewer)));
  }
  return { columns: Object.keys(looks), rows };
}

function nodeOf(id: string): Look {
  return async (viewer) => {
    const { data } = await viewer.attempt('query ($id: ID!) { node(id: $id) { id } }', { id });
    return data?.node ? 'reads' : 'nothing';
  };
}

function lineOf(incidentId: string, { id, number }: { readonly id: string; readonly number: number }): Look {
  return async (viewer) => {
    if ((await nodeOf(id)(viewer)) === 'reads') return 'reads';
    const query = 'query ($id: ID!, $number: Int!) { incident(id: $id) { entry(number: $number) { __typename } } }';
    const { data } = await viewer.attempt(query, { id: incidentId, number });
    return data?.incident?.entry ? 'sealed' : 'nothing';
  };
}

async function membersOf(viewer: Party, id: string): Promise<Sight> {
  const { data } = await viewer.attempt('query ($id: ID!) { stakeholder(id: $id) { memberships { rights } } }', { id });
  return data?.stakeholder?.memberships.length > 0 ? 'reads' : 'nothing';
}
