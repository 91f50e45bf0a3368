import {
  type Label,
  lineMeant,
  type SituationAsOf,
  situationAsOf,
  type ToldLine,
  type ToldThing,
} from '../../src/dashboard/sheet/as-of';
import { toldTime } from '../../src/dashboard/time/told-time';
import { asParty, carryOut, declare, done, involve, plan, write } from '../support/builders';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';

let cellule: TestCellule;
let bretagne: Party;
let dgs: Party;
let hfds: Party;
beforeAll(async () => {
  cellule = await startTestCellule();
  [bretagne, dgs, hfds] = [await cellule.party('ARS-BRE'), await cellule.party('DGS-CCS'), await cellule.party('HFDS')];
});
afterAll(() => cellule.stop());

test('the state told again up to a line is the one that was read when that line was the last', async () => {
  const id = await declared();
  const read: Awaited<ReturnType<typeof stateOf>>[] = [await stateOf(bretagne, id)];
  for (const step of await eventful(id)) {
    await step();
    read.push(await stateOf(bretagne, id));
  }

  const lines = await linesOf(bretagne, id);

  expect(read.length).toBeGreaterThan(12);
  for (const { number, ...state } of read)
    expect({ number, ...flat(asOf(lines, number)) }).toEqual({ number, ...state });
});

test('what exceeds the ceiling is left out, with the things that begin by it, and the sheet says how much', async () => {
  const id = await declared({ marking: { tlp: 'TLP_GREEN', audience: 'INVOLVED' } });
  await plan(bretagne, id, { title: 'Sous le manteau', marking: { tlp: 'TLP_AMBER_STRICT' } });
  const { id: shown } = await plan(bretagne, id, { title: 'Au grand jour' });
  await carryOut(bretagne, 'startAction', {
    actionId: shown,
    expectedVersion: 1,
    entry: { marking: { tlp: 'TLP_AMBER' } },
  });

  const lines = await linesOf(bretagne, id);
  const [whole, green] = [asOf(lines, 99, 'TLP_RED'), asOf(lines, lines.length, 'TLP_GREEN')];

  expect([whole.label, whole.leftOut]).toEqual(['TLP_AMBER_STRICT', 0]);
  expect([green.label, green.leftOut, green.sealed]).toEqual(['TLP_GREEN', 2, 0]);
  expect(green.recordedAt).toBe(lines.at(-1)?.recordedAt);
  expect(green.actions.map(({ fields: { title, status } }) => [title, status])).toEqual([['Au grand jour', 'PLANNED']]);
});

test('nothing is told under a ceiling that the incident itself exceeds', async () => {
  const lines = await linesOf(bretagne, await declared());

  const sheet = asOf(lines, 99, 'TLP_CLEAR');

  expect(sheet).toMatchObject({ incident: null, regions: [], label: null, leftOut: lines.length });
});

test('lines that are sealed to who makes the sheet are counted as such', async () => {
  const id = await declared();
  await write(bretagne, id, 'Pour nous.', {
    entry: {
      text: 'Pour nous.',
      marking: { tlp: 'TLP_AMBER_STRICT', audience: 'LISTED', stakeholders: [bretagne.stakeholder] },
    },
  });

  expect(asOf(await linesOf(dgs, id), 99)).toMatchObject({ sealed: 1, leftOut: 0, label: 'TLP_AMBER' });
  expect(asOf(await linesOf(bretagne, id), 99)).toMatchObject({ sealed: 0, leftOut: 0, label: 'TLP_AMBER_STRICT' });
});

test('how things stand is told by the last entry that says so, in the words that correct it', async () => {
  const id = await declared();
  const { id: entryId } = await write(bretagne, id, '12 officines.', {
    entry: { text: '12 officines.', category: 'SITUATION' },
  });
  const before = (await linesOf(bretagne, id)).length;
  await write(bretagne, id, 'Une note.');
  await carryOut(bretagne, 'correctEntry', { entryId, entry: { text: '21 officines.' } });

  const lines = await linesOf(bretagne, id);

  expect(asOf(lines, before).situation?.text).toBe('12 officines.');
  expect(asOf(lines, 99).situation?.text).toBe('21 officines.');
});

test.each([
  [
    '2024-10-19T20:00:00.000Z/2024-10-20T04:00:00.000Z (PART_OF_DAY: dans la nuit (du 19 au 20))',
    '2024-10-19T20:00:00.000Z',
    'dans la nuit (du 19 au 20)',
  ],
  ['../2024-10-20T21:59:59.999Z (DAY: dimanche 20)', null, 'dimanche 20'],
  ['2024-10-20T10:00:00.000Z (MINUTE)', '2024-10-20T10:00:00.000Z', null],
  ['2024-10-20T10:00:00.000Z', '2024-10-20T10:00:00.000Z', null],
])('a time is read as it was reported: %s', (text, earliest, words) => {
  expect(toldTime(text)).toMatchObject({ earliest, words });
});

test.each([
  ['', 12],
  ['7', 7],
  ['2.5', 2],
  ['0', 1],
  ['-3', 1],
  ['40', 12],
])('a sheet is of a line that there is: typed "%s" of 12, it is no. %i', (typed, number) => {
  expect(lineMeant(typed, 12)).toBe(number);
});

test('what is no time is none', () => {
  expect([toldTime('bientôt'), toldTime('2024-10-20T10:00:00.000Z (SOON)')]).toEqual([null, null]);
});

function declared(input: object = {}): Promise<string> {
  return declare(bretagne, {
    summary: 'Commandes arrêtées.',
    began: { latest: '2024-10-19T20:00:00Z', precision: 'DAY', words: 'samedi' },
    regions: [
      { region: '53', impact: 'Pas de livraison.', since: { latest: '2024-10-20T04:00:00Z', precision: 'RANGE' } },
    ],
    services: [{ name: 'Livraison', status: 'DOWN', regions: ['53', '52'] }],
    parties: [asParty(dgs)],
    ...input,
  }).then(({ id }) => id);
}

/** One of each thing that changes how an incident stands. */
async function eventful(id: string): Promise<(() => Promise<unknown>)[]> {
  const { incident } = await bretagne.ask(
    'query ($id: ID!) { incident(id: $id) { affectedRegions { id } affectedServices { id } } }',
    { id },
  );
  const [{ id: affectedRegionId }] = incident.affectedRegions;
  const [{ id: affectedServiceId }] = incident.affectedServices;
  const [one, other] = [await plan(bretagne, id), await plan(bretagne, id, { title: 'Une autre' })];
  const by = (mutation: string, input: object) => () => carryOut(bretagne, mutation, { ...input });
  const of = (version: number) => ({ incidentId: id, expectedVersion: version });
  return [
    by('reviseIncident', { ...of(1), title: 'Panne', summary: null }),
    by('requalifyIncident', { ...of(2), severity: 'CRISIS' }),
    by('moveIncident', {
      ...of(3),
      to: 'RESPONDING',
      reached: { latest: '2024-10-20T09:00:00Z', earliest: '2024-10-20T08:00:00Z', precision: 'HOUR' },
    }),
    by('updateAffectedRegion', { affectedRegionId, expectedVersion: 1, status: 'RECOVERING', impact: null }),
    by('addAffectedRegion', {
      incidentId: id,
      situation: { region: '52', status: 'SUSPECTED', involveAuthority: false },
    }),
    by('updateAffectedService', {
      affectedServiceId,
      expectedVersion: 1,
      status: 'DEGRADED',
      impact: 'Un camion.',
      regions: ['53'],
    }),
    by('addAffectedService', { incidentId: id, situation: { name: 'Commande', status: 'OPERATIONAL' } }),
    async () => {
      const { id: involvementId } = await involve(bretagne, id, hfds, 'READ');
      await carryOut(bretagne, 'changeInvolvement', { involvementId, expectedVersion: 1, role: 'LIAISON' });
    },
    by('startAction', { actionId: one.id, expectedVersion: 1 }),
    by('completeAction', { actionId: one.id, expectedVersion: 2, result: 'Fait.' }),
    by('reassignAction', { actionId: other.id, expectedVersion: 1, ownerId: dgs.stakeholder }),
    by('cancelAction', { actionId: other.id, expectedVersion: 2, reason: 'Sans objet.' }),
    () => releasing(id, hfds),
    by('closeIncident', { ...of(4), resolution: 'RESOLVED' }),
    by('reopenIncident', { ...of(5), reason: 'Rechute.' }),
  ];
}

async function releasing(id: string, party: Party): Promise<void> {
  const { incident } = await bretagne.ask(
    'query ($id: ID!) { incident(id: $id) { involvements { id version stakeholder { id } } } }',
    { id },
  );
  const { id: involvementId, version } = incident.involvements.find(
    ({ stakeholder }: { stakeholder: { id: string } }) => stakeholder.id === party.stakeholder,
  );
  await done(bretagne, 'releaseStakeholder', { involvementId, expectedVersion: version });
}

function asOf(lines: readonly ToldLine[], number: number, ceiling: Label = 'TLP_RED'): SituationAsOf {
  return situationAsOf(lines, { number, ceiling });
}

async function linesOf(by: Party, id: string): Promise<ToldLine[]> {
  const { incident } = await by.ask(
    `query ($id: ID!) { incident(id: $id) { journal(first: 500) { edges { node { __typename
      ... on JournalEntry { id number kind category text recordedAt subjectId changes { field new } marking { tlp } correctsId }
      ... on SealedEntry { number } } } } } }`,
    { id },
  );
  return incident.journal.edges.map(({ node }: { node: ToldLine }) => node);
}

const time = '{ earliest latest precision words }';

/** What a sheet would say, as queries read it now. */
// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their documents.
async function stateOf(by: Party, id: string): Promise<any> {
  const { incident } = await by.ask(
    `query ($id: ID!) { incident(id: $id) { journalHead { number }
      reference title summary nature status severity resolution exercise began ${time} milestones { status reached ${time} }
      affectedRegions { status impact since ${time} restored ${time} region { code } authority { code } }
      affectedServices { name status impact since ${time} restored ${time} regions { code } }
      involvements { role access stakeholder { code } }
      actions(first: 50) { edges { node { title kind status priority result regions { code } owner { code } } } } } }`,
    { id },
  );
  const { journalHead, milestones, affectedRegions, affectedServices, involvements, actions, ...told } = incident;
  return {
    number: journalHead.number,
    incident: told,
    milestones: Object.fromEntries(
      milestones.map(({ status, reached }: { status: string; reached: object }) => [status, reached]),
    ),
    regions: inOrder(affectedRegions.map(inCodes)),
    services: inOrder(affectedServices.map(inCodes)),
    parties: inOrder(involvements.map(inCodes)),
    actions: inOrder(actions.edges.map(({ node }: { node: object }) => inCodes(node))),
  };
}

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their documents.
function inCodes(one: any): object {
  return Object.fromEntries(
    Object.entries(one).map(([field, value]) => {
      if (Array.isArray(value)) return [field, value.map(({ code }) => code).join(', ') || null];
      return [field, (value as { code?: string } | null)?.code ?? value];
    }),
  );
}

/** The sheet in the same form. */
function flat({ incident, milestones, regions, services, parties, actions }: SituationAsOf): object {
  const exercise = incident?.fields['exercise'] === 'true';
  return {
    incident: { ...pick(incident, 'reference title summary nature status severity resolution began'), exercise },
    milestones: Object.fromEntries(Object.entries(milestones).map(([status, reached]) => [status, toldTime(reached)])),
    regions: inOrder(regions.map((one) => pick(one, 'status impact since restored region authority'))),
    services: inOrder(services.map((one) => pick(one, 'name status impact since restored regions'))),
    parties: inOrder(parties.map((one) => pick(one, 'role access stakeholder'))),
    actions: inOrder(actions.map((one) => pick(one, 'title kind status priority result regions owner'))),
  };
}

const times = ['began', 'since', 'restored'];

function pick(thing: ToldThing | null, fields: string): object {
  return Object.fromEntries(
    fields.split(' ').map((field) => {
      const text = thing?.fields[field];
      return [field, text !== undefined && times.includes(field) ? toldTime(text) : (text ?? null)];
    }),
  );
}

function inOrder(some: readonly object[]): string[] {
  return some.map((one) => JSON.stringify(Object.entries(one).sort())).sort();
}
