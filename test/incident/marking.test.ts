import { carryOut, declareOpenly, done, type Made, plan, refusal, write } from '../support/builders';
import type { TestCellule } from '../support/cellule';
import type { Party } from '../support/party';
import {
  attempt,
  authorities,
  change,
  changed,
  declaredFor,
  involved,
  listed,
  markingCrisis,
  named,
  refusedChange,
  type Shown,
  seen,
} from './marking-steps';

let crisis: Awaited<ReturnType<typeof markingCrisis>>;
let cellule: TestCellule;
let bretagne: Party;
let colleague: Party;
let anssi: Party;
let dgs: Party;
let cerp: Party;
let incident: Made;
beforeAll(async () => {
  crisis = await markingCrisis();
  ({ cellule, bretagne, colleague, anssi, dgs, cerp } = crisis);
});
beforeEach(async () => {
  incident = await declaredFor(crisis);
});
afterAll(() => crisis.cellule.stop());

describe('what is not said', () => {
  test('stays as it is: a label alone moves no reader', async () => {
    const action = await plan(bretagne, incident.id, { marking: { ...listed(anssi), pap: 'PAP_RED' } });

    await changed(bretagne, action.id, { tlp: 'TLP_CLEAR' });

    const query = `query ($id: ID!) { node(id: $id) { ... on Action { marking {
      label audience pap stakeholders { code } } } } }`;
    expect((await bretagne.ask(query, { id: action.id })).node.marking).toEqual({
      ...{ label: 'TLP:CLEAR', audience: 'LISTED', pap: 'PAP_RED', stakeholders: [{ code: 'ANSSI' }] },
    });
    expect(await seen(cerp, action.id)).toBeNull();
  });

  test('must be said when a thing leaves TLP:RED', async () => {
    const note = await write(bretagne, incident.id, 'x', { entry: { text: 'x', marking: named(anssi) } });

    const refused = await refusedChange(bretagne, note.id, { tlp: 'TLP_AMBER' });

    expect(refused.extensions).toEqual({ code: 'BAD_USER_INPUT', inputPath: ['input', 'marking', 'audience'] });
  });
});

describe('who may', () => {
  test.each([
    ['the originator', 'widen', () => bretagne, null],
    ['its colleague', 'widen', () => colleague, null],
    ['a coordinator', 'widen', () => dgs, 'FORBIDDEN'],
    ['another reader', 'widen', () => anssi, 'FORBIDDEN'],
    ['who does not see it', 'widen', () => cerp, 'NOT_FOUND'],
    ['the originator', 'narrow', () => bretagne, null],
    ['a coordinator', 'narrow', () => dgs, null],
    ['another reader', 'narrow', () => anssi, 'FORBIDDEN'],
  ] as const)('%s tries to %s an action', async (_who, how, by, code) => {
    const action = await plan(bretagne, incident.id, { marking: authorities });

    const answer = await attempt(by(), action.id, how === 'widen' ? involved : listed(dgs));

    expect(answer.errors?.[0]?.extensions.code ?? null).toBe(code);
  });

  test('under TLP:RED the author in person, and no colleague that it named', async () => {
    const note = await write(bretagne, incident.id, 'x', { entry: { text: 'x', marking: named(colleague) } });

    const refused = await refusedChange(colleague, note.id, involved);

    expect(refused.extensions).toMatchObject({ code: 'FORBIDDEN', permission: 'MARKING_WIDEN' });
    expect(await change(bretagne, note.id, involved)).toHaveLength(1);
  });

  test('a delegate decides as the originator does, and names no delegate of its own', async () => {
    const action = await plan(bretagne, incident.id, { marking: listed(anssi, cerp) });
    await changed(bretagne, action.id, listed(anssi, cerp), { delegateId: anssi.stakeholder });

    const byOther = await refusedChange(cerp, action.id, involved, { expectedVersion: 2 });
    const handedOn = await refusedChange(anssi, action.id, involved, {
      expectedVersion: 2,
      delegateId: cerp.stakeholder,
    });
    await changed(anssi, action.id, involved, { expectedVersion: 2 });

    expect([byOther, handedOn].map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    expect(await seen(dgs, action.id)).toEqual({ id: action.id });
  });

  test('a less strict label is a widening, whoever reads', async () => {
    const action = await plan(bretagne, incident.id);

    const refused = await refusedChange(dgs, action.id, { tlp: 'TLP_CLEAR', audience: 'INVOLVED' });
    const [entry, ...others] = await change(dgs, action.id, { tlp: 'TLP_AMBER_STRICT', audience: 'INVOLVED' });

    expect(refused.extensions.permission).toBe('MARKING_WIDEN');
    expect([entry.changes, others]).toEqual([[{ field: 'tlp', old: 'TLP:AMBER', new: 'TLP:AMBER+STRICT' }], []]);
  });

  test('a coordinator makes nothing TLP:RED: nobody but its author could ever give it back', async () => {
    const action = await plan(bretagne, incident.id);

    const refused = await refusedChange(dgs, action.id, named(dgs));

    expect(refused.extensions).toMatchObject({ code: 'FORBIDDEN', permission: 'MARKING_WIDEN' });
  });

  test('what authorities write about what an operator shared with them is theirs', async () => {
    const action = await plan(cerp, incident.id, { marking: authorities });
    const note = await write(anssi, incident.id, 'Constat.', { subject: action.id });
    const readers = [await seen(cerp, note.id), await seen(bretagne, note.id)];
    await changed(cerp, action.id, involved);

    const refused = await refusedChange(cerp, note.id, involved);
    await changed(anssi, note.id, listed(dgs));

    expect(readers).toEqual([{ id: note.id }, { id: note.id }]);
    expect(refused.extensions).toMatchObject({ code: 'FORBIDDEN', permission: 'MARKING_WIDEN' });
    expect([await seen(cerp, note.id), await seen(dgs, note.id)]).toEqual([null, { id: note.id }]);
  });

  test('what may be done is told beforehand', async () => {
    const action = await plan(bretagne, incident.id);
    const of = async (party: Party) =>
      (await party.ask('query ($on: ID!) { viewer { permissions(on: $on) } }', { on: action.id })).viewer.permissions;

    expect(await of(colleague)).toEqual(expect.arrayContaining(['MARKING_WIDEN', 'MARKING_NARROW']));
    expect(await of(dgs)).toEqual(expect.arrayContaining(['MARKING_NARROW']));
    expect(await of(dgs)).not.toContain('MARKING_WIDEN');
    expect(await of(anssi)).toEqual([]);
  });
});

describe('the request', () => {
  test('a marking that was changed meanwhile is a CONFLICT, and none to who does not see the thing', async () => {
    const action = await plan(bretagne, incident.id, { marking: authorities });
    await changed(bretagne, action.id, listed(anssi));

    const [stale, hidden] = [
      await refusedChange(bretagne, action.id, involved),
      await refusedChange(cerp, action.id, involved),
    ];

    expect(stale.extensions).toMatchObject({ code: 'CONFLICT', expectedVersion: 1, currentVersion: 2 });
    expect(hidden.extensions.code).toBe('NOT_FOUND');
  });

  test('a change that loaded the thing under its former marking is a CONFLICT', async () => {
    const action = await plan(bretagne, incident.id);

    await changed(bretagne, action.id, authorities);

    const input = { actionId: action.id, expectedVersion: 1 };
    expect((await refusal(bretagne, 'startAction', input)).extensions.code).toBe('CONFLICT');
  });

  test.each([
    ['that changes nothing', involved, {}, 'input'],
    ['with an entry marked otherwise', authorities, { entry: { marking: authorities } }, 'input.entry.marking'],
    ['that lists nobody', { tlp: 'TLP_AMBER', audience: 'LISTED' }, {}, 'input.marking.stakeholders'],
  ])('one %s is refused', async (_words, marking, more, path) => {
    const action = await plan(bretagne, incident.id);

    const refused = await refusedChange(bretagne, action.id, marking, more);

    expect(refused.extensions).toEqual({ code: 'BAD_USER_INPUT', inputPath: path.split('.') });
  });

  test('readers and delegates are involved', async () => {
    const outsider = await cellule.party('ARS-PDL');
    const action = await plan(bretagne, incident.id);

    const refused = [
      await refusedChange(bretagne, action.id, listed(outsider)),
      await refusedChange(bretagne, action.id, named(outsider)),
      await refusedChange(bretagne, action.id, authorities, { delegateId: outsider.stakeholder }),
    ];

    expect(refused.map(({ extensions }) => extensions['inputPath'])).toEqual([
      ['input', 'marking', 'stakeholders'],
      ['input', 'marking', 'persons'],
      ['input', 'delegateId'],
    ]);
  });

  test('an incident stays readable by all who are involved', async () => {
    const refused = await refusedChange(dgs, incident.id, authorities);

    expect(refused.extensions).toEqual({ code: 'BAD_USER_INPUT', inputPath: ['input', 'marking', 'audience'] });
  });

  test('repeated with its key it answers the same, under the rights of the moment', async () => {
    const action = await plan(bretagne, incident.id);
    const input = { thingId: action.id, expectedVersion: 1, marking: listed(anssi), idempotencyKey: 'retrait' };
    const first = await carryOut(dgs, 'changeMarking', input);

    const again = await carryOut(dgs, 'changeMarking', input);

    expect(first.thing).toBeNull();
    expect(first.entries.map(({ kind }: Shown) => kind)).toEqual(['WITHDRAWN']);
    expect(again).toEqual(first);
  });

  test('markings change in a closed incident too', async () => {
    const action = await plan(bretagne, incident.id);
    await done(dgs, 'closeIncident', { incidentId: incident.id, expectedVersion: 1, resolution: 'RESOLVED' });

    expect(await change(bretagne, action.id, authorities)).toHaveLength(2);
  });

  test('what is written in an incident that is open no more stays with the involved when it is opened again', async () => {
    const outsider = await cellule.party('ARS-IDF');
    const open = await declareOpenly(dgs);
    const action = await plan(dgs, open.id);
    await changed(dgs, open.id, involved);

    const note = await write(dgs, open.id, 'Entre nous.', { subject: action.id });
    const wide = { text: 'x', marking: { tlp: 'TLP_GREEN', audience: 'ENROLLED' } };
    const refused = await refusal(dgs, 'writeEntry', { incidentId: open.id, subject: action.id, entry: wide });
    await changed(dgs, open.id, { tlp: 'TLP_GREEN', audience: 'ENROLLED' }, { expectedVersion: 2 });

    expect(refused.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect([await seen(outsider, action.id), await seen(outsider, note.id)]).toEqual([{ id: action.id }, null]);
  });

  test('an incident that is being narrowed is joined before, or not at all', async () => {
    for (let round = 0; round < 6; round++) {
      const outsider = await cellule.party('ARS-IDF');
      const open = await declareOpenly(dgs);

      const [, joined] = await Promise.all([
        change(dgs, open.id, involved),
        outsider.attempt(
          'mutation ($input: JoinIncidentInput!) { joinIncident(input: $input) { entries { number } } }',
          { input: { incidentId: open.id } },
        ),
      ]);

      const query =
        'query ($id: ID!) { incident(id: $id) { journal(first: 9) { edges { node { ... on JournalEntry { kind } } } } } }';
      const { edges } = (await dgs.ask(query, { id: open.id })).incident.journal;
      const kinds = edges.map(({ node }: Shown) => node.kind).slice(2);
      expect(joined.errors ? kinds : kinds[0]).toEqual(joined.errors ? ['MARKING_CHANGED'] : 'STAKEHOLDER_INVOLVED');
    }
  });

  test('what lies within an open incident goes with it, whatever its own marking says', async () => {
    const outsider = await cellule.party('ARS-IDF');
    const open = await declareOpenly(dgs);
    const action = await plan(dgs, open.id);
    const before = await seen(outsider, action.id);

    await changed(dgs, open.id, involved);

    expect([before, await seen(outsider, action.id)]).toEqual([{ id: action.id }, null]);
  });
});
