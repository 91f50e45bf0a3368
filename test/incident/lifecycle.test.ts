import { carryOut, declare, done, involve, type Made, plan, refusal, write } from '../support/builders';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';

let cellule: TestCellule;
let bretagne: Party;
let dgs: Party;
beforeAll(async () => {
  cellule = await startTestCellule();
  [bretagne, dgs] = [await cellule.party('ARS-BRE'), await cellule.party('DGS-CCS')];
});
afterAll(() => cellule.stop());

const statuses = ['DECLARED', 'RESPONDING', 'CONTAINED', 'RESTORED', 'CLOSED'] as const;
type Status = (typeof statuses)[number];

/** What `moveIncident` does: it moves on, it falls back if a reason is given, or it does not go there. */
const table: Record<Status, Record<Status, 'moves' | 'relapses' | 'refused'>> = {
  DECLARED: { DECLARED: 'refused', RESPONDING: 'moves', CONTAINED: 'refused', RESTORED: 'refused', CLOSED: 'refused' },
  RESPONDING: { DECLARED: 'refused', RESPONDING: 'refused', CONTAINED: 'moves', RESTORED: 'moves', CLOSED: 'refused' },
  CONTAINED: {
    DECLARED: 'refused',
    RESPONDING: 'relapses',
    CONTAINED: 'refused',
    RESTORED: 'moves',
    CLOSED: 'refused',
  },
  RESTORED: {
    DECLARED: 'refused',
    RESPONDING: 'relapses',
    CONTAINED: 'refused',
    RESTORED: 'refused',
    CLOSED: 'refused',
  },
  CLOSED: { DECLARED: 'refused', RESPONDING: 'refused', CONTAINED: 'refused', RESTORED: 'refused', CLOSED: 'refused' },
};
const moves = statuses.flatMap((from) => statuses.map((to) => ({ from, to, outcome: table[from][to] })));
const those = (outcome: string) => moves.filter((move) => move.outcome === outcome);
const open = statuses.filter((status) => status !== 'CLOSED');

test.each(those('moves'))('an incident moves from $from to $to', async ({ from, to }) => {
  const { id, version } = await anIncidentIn(from);

  const moved = await carryOut(bretagne, 'moveIncident', { incidentId: id, expectedVersion: version, to }, told);

  expect(moved.incident).toMatchObject({ status: to, version: version + 1 });
  expect(moved.entries).toEqual([
    {
      kind: 'INCIDENT_MOVED',
      category: 'FACT',
      changes: [
        { field: 'status', old: from, new: to },
        { field: 'reached', old: null, new: expect.any(String) },
      ],
    },
  ]);
});

test.each(those('relapses'))('an incident falls back from $from to $to, if somebody says why', async ({ from, to }) => {
  const { id, version } = await anIncidentIn(from);
  const input = { incidentId: id, expectedVersion: version, to };

  const silent = await refusal(bretagne, 'moveIncident', input);
  const moved = await carryOut(bretagne, 'moveIncident', { ...input, reason: 'Nouvelle intrusion' }, told);

  expect(silent.extensions).toEqual({ code: 'BAD_USER_INPUT', inputPath: ['input', 'reason'] });
  expect(moved.incident.status).toBe(to);
  expect(moved.entries[0].changes).toContainEqual({ field: 'reason', old: null, new: 'Nouvelle intrusion' });
});

test.each(those('refused'))('an incident does not go from $from to $to', async ({ from, to }) => {
  const { id, version } = await anIncidentIn(from);
  const input = { incidentId: id, expectedVersion: version, to, reason: 'Parce que' };

  const refused = await refusal(bretagne, 'moveIncident', input);

  expect(refused.extensions).toEqual({ code: 'ILLEGAL_TRANSITION', from, attempted: to });
  expect(await read(id)).toMatchObject({ status: from, version });
});

test.each(open.flatMap((from) => ['RESOLVED', 'FALSE_ALARM', 'DUPLICATE'].map((resolution) => ({ from, resolution }))))(
  'an incident that is $from is closed as $resolution',
  async ({ from, resolution }) => {
    const { id, version } = await anIncidentIn(from);
    const duplicateOf = resolution === 'DUPLICATE' ? await declare(bretagne) : null;
    const input = { incidentId: id, expectedVersion: version, resolution, duplicateOfId: duplicateOf?.id };

    const closed = await carryOut(bretagne, 'closeIncident', input, told);

    expect(closed.incident).toMatchObject({ status: 'CLOSED', resolution });
    expect(closed.incident.duplicateOf).toEqual(duplicateOf && { id: duplicateOf.id });
    expect(closed.entries[0]).toMatchObject({ kind: 'INCIDENT_CLOSED' });
  },
);

test('a closed incident is not closed again', async () => {
  const { id, version } = await anIncidentIn('CLOSED');

  const refused = await refusal(bretagne, 'closeIncident', {
    incidentId: id,
    expectedVersion: version,
    resolution: 'RESOLVED',
  });

  expect(refused.extensions).toEqual({ code: 'ILLEGAL_TRANSITION', from: 'CLOSED', attempted: 'CLOSED' });
});

test('an incident is a duplicate of another one that its coordinator sees and that is followed', async () => {
  const { id, version } = await declare(bretagne);
  const hidden = await declare(dgs);
  const duplicate = await declare(bretagne);
  const followed = await declare(bretagne);
  await done(bretagne, 'closeIncident', {
    incidentId: duplicate.id,
    expectedVersion: 1,
    resolution: 'DUPLICATE',
    duplicateOfId: followed.id,
  });
  const closing = (resolution: string, duplicateOfId?: string) =>
    refusal(bretagne, 'closeIncident', { incidentId: id, expectedVersion: version, resolution, duplicateOfId });

  const refused = [
    await closing('DUPLICATE'),
    await closing('RESOLVED', followed.id),
    await closing('DUPLICATE', id),
    await closing('DUPLICATE', hidden.id),
    await closing('DUPLICATE', duplicate.id),
  ];

  const codes = refused.map(({ extensions }) => extensions.code);
  expect(codes).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT', 'BAD_USER_INPUT', 'NOT_FOUND', 'BAD_USER_INPUT']);
  for (const { extensions } of refused) expect(extensions['inputPath']).toEqual(['input', 'duplicateOfId']);
});

test('who does not see the incident that another one duplicates is not led to it', async () => {
  const followed = await declare(bretagne);
  const { id } = await declare(bretagne);
  await involve(bretagne, id, dgs);
  const input = { incidentId: id, expectedVersion: 1, resolution: 'DUPLICATE', duplicateOfId: followed.id };
  await done(bretagne, 'closeIncident', input);

  const { incident } = await dgs.ask('query ($id: ID!) { incident(id: $id) { resolution duplicateOf { id } } }', {
    id,
  });

  expect(incident).toEqual({ resolution: 'DUPLICATE', duplicateOf: null });
});

test('a closed incident is reopened with a reason, and its resolution is gone', async () => {
  const { id, version } = await anIncidentIn('CLOSED');
  const input = { incidentId: id, expectedVersion: version };

  const silent = await refusal(bretagne, 'reopenIncident', input);
  const reopened = await carryOut(bretagne, 'reopenIncident', { ...input, reason: 'Cela reprend' }, told);

  expect(silent.extensions.code).toBe('BAD_USER_INPUT');
  expect(reopened.incident).toMatchObject({ status: 'RESPONDING', resolution: null, duplicateOf: null });
  expect(reopened.entries[0].changes).toEqual([
    { field: 'status', old: 'CLOSED', new: 'RESPONDING' },
    { field: 'resolution', old: 'RESOLVED', new: null },
    { field: 'reason', old: null, new: 'Cela reprend' },
  ]);
});

test.each(open)('an incident that is %s is not reopened', async (from) => {
  const { id, version } = await anIncidentIn(from);

  const refused = await refusal(bretagne, 'reopenIncident', {
    incidentId: id,
    expectedVersion: version,
    reason: 'Non',
  });

  expect(refused.extensions).toEqual({ code: 'ILLEGAL_TRANSITION', from, attempted: 'RESPONDING' });
});

test('a milestone is the latest time at which a status was reached, as it was reported', async () => {
  const { id } = await anIncidentIn('RESPONDING');
  const reached = {
    earliest: '2024-10-20T16:00:00Z',
    latest: '2024-10-20T22:00:00Z',
    precision: 'PART_OF_DAY',
    words: 'en soirée',
  };
  const move = (to: string, expectedVersion: number, more: object) =>
    done(bretagne, 'moveIncident', { incidentId: id, expectedVersion, to, ...more });

  await move('CONTAINED', 2, { reached: { latest: '2024-10-19T12:00:00Z', precision: 'DAY' } });
  await move('RESPONDING', 3, { reason: 'Rechute' });
  await move('CONTAINED', 4, { reached });

  const { milestones } = await read(id);
  expect(milestones.map(({ status }: { status: string }) => status)).toEqual(['DECLARED', 'RESPONDING', 'CONTAINED']);
  expect(milestones[2].reached).toEqual({
    ...reached,
    earliest: '2024-10-20T16:00:00.000Z',
    latest: '2024-10-20T22:00:00.000Z',
  });
});

test('a closed incident takes words, and nothing else', async () => {
  const { id } = await declare(bretagne, {
    regions: [{ region: '53' }],
    services: [{ name: 'Commandes', status: 'DOWN' }],
  });
  const action = await plan(bretagne, id);
  const before = await read(id);
  await done(bretagne, 'closeIncident', { incidentId: id, expectedVersion: 1, resolution: 'RESOLVED' });
  const on = { incidentId: id, expectedVersion: 2 };
  const changes: [string, object][] = [
    ['reviseIncident', { ...on, title: 'Autre' }],
    ['requalifyIncident', { ...on, severity: 'CRISIS' }],
    ['addAffectedRegion', { incidentId: id, situation: { region: '52' } }],
    [
      'updateAffectedRegion',
      { affectedRegionId: before.affectedRegions[0].id, expectedVersion: 1, status: 'RESTORED' },
    ],
    ['addAffectedService', { incidentId: id, situation: { name: 'Livraison', status: 'DOWN' } }],
    [
      'updateAffectedService',
      { affectedServiceId: before.affectedServices[0].id, expectedVersion: 1, status: 'RESTORED' },
    ],
    ['planAction', { incidentId: id, title: 'Trop tard' }],
    ['startAction', { actionId: action.id, expectedVersion: 1 }],
    ['reassignAction', { actionId: action.id, expectedVersion: 1, ownerId: bretagne.stakeholder }],
  ];

  const refused = await Promise.all(changes.map(([mutation, input]) => refusal(bretagne, mutation, input)));
  const written = await write(bretagne, id, 'Retour d’expérience prévu.');
  const joined = await involve(bretagne, id, dgs);

  for (const { extensions } of refused)
    expect(extensions).toMatchObject({ code: 'ILLEGAL_TRANSITION', from: 'CLOSED' });
  expect(written.number).toBeGreaterThan(1);
  expect(joined.version).toBe(1);
});

test('a severity is changed by a decision, and not to what it is', async () => {
  const { id } = await declare(bretagne, { severity: 'SIGNIFICANT' });

  const raised = await carryOut(
    bretagne,
    'requalifyIncident',
    { incidentId: id, expectedVersion: 1, severity: 'CRISIS' },
    told,
  );
  const again = await refusal(bretagne, 'requalifyIncident', {
    incidentId: id,
    expectedVersion: 2,
    severity: 'CRISIS',
  });

  expect(raised.entries).toEqual([
    {
      kind: 'INCIDENT_REQUALIFIED',
      category: 'DECISION',
      changes: [{ field: 'severity', old: 'SIGNIFICANT', new: 'CRISIS' }],
    },
  ]);
  expect(again.extensions.code).toBe('BAD_USER_INPUT');
});

test('who revises what somebody else has changed since gets a conflict, and changes nothing', async () => {
  const { id } = await declare(bretagne);
  await done(bretagne, 'reviseIncident', { incidentId: id, expectedVersion: 1, title: 'Le premier' });

  const refused = await refusal(bretagne, 'reviseIncident', { incidentId: id, expectedVersion: 1, title: 'Le second' });

  expect(refused.extensions).toEqual({ code: 'CONFLICT', expectedVersion: 1, currentVersion: 2 });
  expect(await read(id)).toMatchObject({ title: 'Le premier', version: 2 });
});

test('of two who move an incident at the same time, one does', async () => {
  const { id } = await declare(bretagne);
  const input = { incidentId: id, expectedVersion: 1, to: 'RESPONDING' };

  const answers = await Promise.all([1, 2].map(() => bretagne.attempt(moving, { input })));

  expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
  expect(answers.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions.code))).toEqual(['CONFLICT']);
  expect(await read(id)).toMatchObject({ status: 'RESPONDING', version: 2 });
});

const moving = 'mutation ($input: MoveIncidentInput!) { moveIncident(input: $input) { entries { number } } }';
const told =
  'incident { status version resolution duplicateOf { id } } entries { kind category changes { field old new } }';
const whole = `query ($id: ID!) { incident(id: $id) {
  title status version milestones { status reached { earliest latest precision words } }
  affectedRegions { id } affectedServices { id }
} }`;

// biome-ignore lint/suspicious/noExplicitAny: it has the shape of the document above.
async function read(id: string): Promise<any> {
  return (await bretagne.ask(whole, { id })).incident;
}

/** The shortest way to each status. */
async function anIncidentIn(status: Status): Promise<Made> {
  let made: Made = await declare(bretagne);
  const go = async (mutation: string, input: object) => {
    made = await done(bretagne, mutation, { incidentId: made.id, expectedVersion: made.version, ...input });
  };
  if (status === 'CLOSED') await go('closeIncident', { resolution: 'RESOLVED' });
  else if (status !== 'DECLARED') await go('moveIncident', { to: 'RESPONDING' });
  if (status === 'CONTAINED' || status === 'RESTORED') await go('moveIncident', { to: status });
  return made;
}
