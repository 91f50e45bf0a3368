import { asParty, carryOut, declare, done, type Made, plan, refusal } from '../support/builders';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';
import { Wound } from '../support/wound';

const clock = new Wound();
let cellule: TestCellule;
let bretagne: Party;
let dgs: Party;
let incident: string;
beforeAll(async () => {
  cellule = await startTestCellule({ clock });
  [bretagne, dgs] = [await cellule.party('ARS-BRE'), await cellule.party('DGS-CCS')];
  incident = (await declare(bretagne, { parties: [asParty(dgs)] })).id;
});
afterAll(() => cellule.stop());

const statuses = ['PLANNED', 'IN_PROGRESS', 'DONE', 'CANCELLED', 'SUPERSEDED'] as const;
type Status = (typeof statuses)[number];

/** How each status is reached. */
const ways: Record<
  Exclude<Status, 'PLANNED'>,
  { readonly mutation: string; readonly kind: string; readonly input: object }
> = {
  IN_PROGRESS: { mutation: 'startAction', kind: 'ACTION_STARTED', input: {} },
  DONE: { mutation: 'completeAction', kind: 'ACTION_COMPLETED', input: { result: 'Toutes prévenues' } },
  CANCELLED: { mutation: 'cancelAction', kind: 'ACTION_CANCELLED', input: { reason: 'Sans objet' } },
  SUPERSEDED: { mutation: 'supersedeAction', kind: 'ACTION_SUPERSEDED', input: { reason: 'Dépassée' } },
};
const next: Record<Status, readonly Status[]> = {
  PLANNED: ['IN_PROGRESS', 'DONE', 'CANCELLED', 'SUPERSEDED'],
  IN_PROGRESS: ['DONE', 'CANCELLED', 'SUPERSEDED'],
  DONE: [],
  CANCELLED: [],
  SUPERSEDED: [],
};
const moves = statuses.flatMap((from) =>
  (Object.keys(ways) as (keyof typeof ways)[]).map((to) => ({ from, to, goes: next[from].includes(to) })),
);
const ended = statuses.slice(2);

test.each(moves.filter(({ goes }) => goes))('an action goes from $from to $to', async ({ from, to }) => {
  const { id, version } = await anActionIn(from);
  const { mutation, kind, input } = ways[to];

  const moved = await carryOut(bretagne, mutation, { actionId: id, expectedVersion: version, ...input }, told);

  expect(moved.action).toMatchObject({ status: to, version: version + 1 });
  expect(moved.entries[0]).toMatchObject({ kind, category: 'ACTION', subject: { id } });
  expect(moved.entries[0].changes).toContainEqual({ field: 'status', old: from, new: to });
});

test.each(moves.filter(({ goes }) => !goes))('an action does not go from $from to $to', async ({ from, to }) => {
  const { id, version } = await anActionIn(from);
  const { mutation, input } = ways[to];

  const refused = await refusal(bretagne, mutation, { actionId: id, expectedVersion: version, ...input });

  expect(refused.extensions).toEqual({ code: 'ILLEGAL_TRANSITION', from, attempted: to });
});

test.each(ended)('an action that is %s is not given to another owner', async (from) => {
  const { id, version } = await anActionIn(from);

  const refused = await refusal(bretagne, 'reassignAction', {
    actionId: id,
    expectedVersion: version,
    ownerId: dgs.stakeholder,
  });

  expect(refused.extensions).toEqual({ code: 'ILLEGAL_TRANSITION', from, attempted: 'REASSIGNED' });
});

test('an action that is given to another owner is changed by that one from then on', async () => {
  const { id, version } = await plan(bretagne, incident);
  const early = await refusal(dgs, 'startAction', { actionId: id, expectedVersion: version });

  const given = await carryOut(
    bretagne,
    'reassignAction',
    { actionId: id, expectedVersion: version, ownerId: dgs.stakeholder },
    told,
  );
  const started = await done(dgs, 'startAction', { actionId: id, expectedVersion: given.action.version });

  expect(early.extensions).toEqual({ code: 'FORBIDDEN', permission: 'ACTION_CHANGE' });
  expect(given.entries[0]).toMatchObject({ changes: [{ field: 'owner', old: 'ARS-BRE', new: 'DGS-CCS' }] });
  expect(started).toMatchObject({ status: 'IN_PROGRESS', owner: { code: 'DGS-CCS' } });
});

test('an action is not given to who would not see it', async () => {
  const marking = { tlp: 'TLP_RED', audience: 'PERSONS' };
  const [own, readable] = [await plan(bretagne, incident, { marking }), { ...marking, persons: [dgs.person] }];
  const ownerId = dgs.stakeholder;

  const refused = [
    await refusal(bretagne, 'planAction', { incidentId: incident, title: 'x', ownerId, marking }),
    await refusal(bretagne, 'reassignAction', { actionId: own.id, expectedVersion: 1, ownerId }),
  ];
  const planned = await done(bretagne, 'planAction', { incidentId: incident, title: 'x', ownerId, marking: readable });

  expect(refused.map(({ extensions }) => extensions)).toEqual(
    Array(2).fill({ code: 'BAD_USER_INPUT', inputPath: ['input', 'ownerId'] }),
  );
  expect(planned.owner.code).toBe('DGS-CCS');
});

test('an action is not given to who has it, nor to who is not involved', async () => {
  const outsider = await cellule.party('ARS-NOR');
  const { id, version } = await plan(bretagne, incident);
  const giving = (ownerId: string) =>
    refusal(bretagne, 'reassignAction', { actionId: id, expectedVersion: version, ownerId });

  const refused = [await giving(bretagne.stakeholder), await giving(outsider.stakeholder)];
  const planned = await refusal(bretagne, 'planAction', {
    incidentId: incident,
    title: 'X',
    ownerId: outsider.stakeholder,
  });

  for (const { extensions } of [...refused, planned])
    expect(extensions).toEqual({ code: 'BAD_USER_INPUT', inputPath: ['input', 'ownerId'] });
});

test('an action is owned by who plans it, unless somebody else is named', async () => {
  const own = await done(dgs, 'planAction', { incidentId: incident, title: 'La sienne' });
  const given = await done(dgs, 'planAction', {
    incidentId: incident,
    title: 'À la Bretagne',
    ownerId: bretagne.stakeholder,
  });

  expect([own.owner.code, given.owner.code]).toEqual(['DGS-CCS', 'ARS-BRE']);
});

test('an action is superseded by another one of the same incident that has not been overtaken itself', async () => {
  const elsewhere = await plan(bretagne, (await declare(bretagne)).id);
  const [old, gone, by] = [
    await plan(bretagne, incident),
    await plan(bretagne, incident),
    await plan(bretagne, incident),
  ];
  await done(bretagne, 'supersedeAction', { actionId: gone.id, expectedVersion: 1, supersededById: by.id });
  const superseding = (supersededById: string) =>
    refusal(bretagne, 'supersedeAction', { actionId: old.id, expectedVersion: 1, supersededById });

  const refused = [await superseding(old.id), await superseding(elsewhere.id), await superseding(gone.id)];
  const superseded = await carryOut(
    bretagne,
    'supersedeAction',
    { actionId: old.id, expectedVersion: 1, supersededById: by.id },
    'action { status supersededBy { id } }',
  );

  for (const { extensions } of refused)
    expect(extensions).toEqual({ code: 'BAD_USER_INPUT', inputPath: ['input', 'supersededById'] });
  expect(superseded.action).toEqual({ status: 'SUPERSEDED', supersededBy: { id: by.id } });
});

test('an instruction is in force from the time that is reported until it is completed', async () => {
  const from = { earliest: '2024-10-19T10:00:00Z', latest: '2024-10-19T10:00:00Z', precision: 'MINUTE' };
  const until = { latest: '2024-10-21T22:00:00Z', precision: 'DAY', words: 'jusqu’à lundi' };
  const { id } = await plan(bretagne, incident, {
    kind: 'INSTRUCTION',
    title: 'Appeler le 15',
    due: until,
    regions: ['53'],
  });

  await done(bretagne, 'startAction', { actionId: id, expectedVersion: 1, started: from });
  const { action } = await carryOut(
    bretagne,
    'completeAction',
    { actionId: id, expectedVersion: 2, result: 'Levée' },
    'action { kind started { latest } due { earliest latest words } ended { precision } result regions { name } }',
  );

  expect(action).toEqual({
    kind: 'INSTRUCTION',
    started: { latest: '2024-10-19T10:00:00.000Z' },
    due: { earliest: null, latest: '2024-10-21T22:00:00.000Z', words: 'jusqu’à lundi' },
    ended: { precision: 'MINUTE' },
    result: 'Levée',
    regions: [{ name: 'Bretagne' }],
  });
});

test('an action is overdue after the latest instant at which it was due, until it has ended', async () => {
  const { id: incidentId } = await declare(bretagne);
  const inAnHour = new Date(clock.now().getTime() + 3_600_000).toISOString();
  const due = { latest: inAnHour, precision: 'RANGE' };
  const late = await plan(bretagne, incidentId, { title: 'En retard', due });
  const finished = await plan(bretagne, incidentId, { title: 'Finie', due });
  await plan(bretagne, incidentId, { title: 'Sans échéance' });
  await done(bretagne, 'completeAction', { actionId: finished.id, expectedVersion: 1 });
  const before = await titles(incidentId, { overdue: true });

  clock.offset += 2 * 3_600_000;

  expect(before).toEqual([]);
  expect(await titles(incidentId, { overdue: true })).toEqual(['En retard']);
  expect(await titles(incidentId, { overdue: false })).toEqual(['Finie', 'Sans échéance']);
  const { node } = await bretagne.ask('query ($id: ID!) { node(id: $id) { ... on Action { overdue } } }', {
    id: late.id,
  });
  expect(node.overdue).toBe(true);
});

test('the next hour at which an action falls due is that of one that is open, not late yet, and visible to who asks', async () => {
  const { id: incidentId } = await declare(bretagne, { parties: [asParty(dgs)] });
  const inHours = (hours: number) => new Date(clock.now().getTime() + hours * 3_600_000).toISOString();
  const planDue = (hours: number, more: object = {}) =>
    plan(bretagne, incidentId, { due: { latest: inHours(hours), precision: 'RANGE' }, ...more });
  const none = await nextDue(bretagne, incidentId);
  const [soon, later, last] = [inHours(1), inHours(2), inHours(3)];
  await planDue(1);
  await planDue(2, { marking: { tlp: 'TLP_AMBER', audience: 'LISTED', stakeholders: [bretagne.stakeholder] } });
  await planDue(3);
  const finished = await planDue(0.5);
  await done(bretagne, 'completeAction', { actionId: finished.id, expectedVersion: 1 });

  const first = await nextDue(bretagne, incidentId);
  clock.offset += 1.5 * 3_600_000;

  expect(none).toBeNull();
  expect(inMinutes(first, soon)).toBe(0);
  expect(inMinutes(await nextDue(bretagne, incidentId), later)).toBe(0);
  expect(inMinutes(await nextDue(dgs, incidentId), last)).toBe(0);
});

async function nextDue(by: Party, id: string): Promise<string | null> {
  return (await by.ask('query ($id: ID!) { incident(id: $id) { nextDue } }', { id })).incident.nextDue;
}

function inMinutes(hour: string | null, from: string): number {
  return Math.round((Date.parse(hour ?? '') - Date.parse(from)) / 60_000);
}

test('actions are found by status, kind, owner and region, and by all of them together', async () => {
  const { id: incidentId } = await declare(bretagne, { parties: [asParty(dgs)] });
  const started = await plan(bretagne, incidentId, { title: 'A', regions: ['53', '52'] });
  await plan(bretagne, incidentId, { title: 'B', kind: 'REQUEST', ownerId: dgs.stakeholder, regions: ['53'] });
  await plan(bretagne, incidentId, { title: 'C', kind: 'INSTRUCTION' });
  await done(bretagne, 'startAction', { actionId: started.id, expectedVersion: 1 });

  const found = await Promise.all(
    [
      { statuses: ['IN_PROGRESS', 'DONE'] },
      { kinds: ['REQUEST', 'INSTRUCTION'] },
      { owner: dgs.stakeholder },
      { region: '53' },
      { region: '53', kinds: ['TASK'], statuses: ['IN_PROGRESS'], owner: bretagne.stakeholder, overdue: false },
      { statuses: [] },
      {},
    ].map((filter) => titles(incidentId, filter)),
  );

  expect(found).toEqual([['A'], ['B', 'C'], ['B'], ['A', 'B'], ['A'], [], ['A', 'B', 'C']]);
});

const told = 'action { status version } entries { kind category subject { id } changes { field old new } }';

async function titles(id: string, filter: object): Promise<string[]> {
  const query = `query ($id: ID!, $filter: ActionFilter) {
    incident(id: $id) { actions(filter: $filter) { edges { node { title } } } }
  }`;
  const { incident: found } = await bretagne.ask(query, { id, filter });
  return found.actions.edges.map(({ node }: { node: { title: string } }) => node.title);
}

async function anActionIn(status: Status): Promise<Made> {
  const planned = await plan(bretagne, incident);
  if (status === 'PLANNED') return planned;
  const { mutation, input } = ways[status];
  return done(bretagne, mutation, { actionId: planned.id, expectedVersion: planned.version, ...input });
}
