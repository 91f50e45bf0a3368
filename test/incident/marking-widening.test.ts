import { follow, linesOf, reaches } from '../journal/crisis';
import { type Made, plan, write } from '../support/builders';
import type { TestCellule } from '../support/cellule';
import type { Party } from '../support/party';
import {
  changed,
  declaredFor,
  involved,
  lineOf,
  listed,
  markingCrisis,
  named,
  positionAt,
  refusedChange,
  type Shown,
} from './marking-steps';

let crisis: Awaited<ReturnType<typeof markingCrisis>>;
let cellule: TestCellule;
let bretagne: Party;
let anssi: Party;
let dgs: Party;
let cerp: Party;
let incident: Made;
beforeAll(async () => {
  crisis = await markingCrisis();
  ({ cellule, bretagne, anssi, dgs, cerp } = crisis);
});
beforeEach(async () => {
  incident = await declaredFor(crisis);
});
afterEach(() => cerp.leave());
afterAll(() => crisis.cellule.stop());

describe('widening', () => {
  test('hands a sealed entry over to who gains it, in the live stream', async () => {
    const note = await write(bretagne, incident.id, 'Pour l’ANSSI.', {
      entry: { text: 'Pour l’ANSSI.', marking: listed(anssi) },
    });
    const live = follow(cerp, { incidents: [incident.id], after: [] });
    const before = await reaches(live, incident.id, note.number);

    const { number } = await changed(bretagne, note.id, involved);

    await reaches(live, incident.id, number);
    const { subject } = await lineOf(cerp, incident.id, number);
    expect(before.at(-1)).toMatchObject({ __typename: 'SealedEntry', number: note.number });
    expect(linesOf(live.events, incident.id).at(-1)).toMatchObject({ kind: 'MARKING_CHANGED', number });
    expect(subject).toMatchObject({ id: note.id, text: 'Pour l’ANSSI.', marking: { label: 'TLP:AMBER' } });
  });

  test.each(['before the entry', 'after it'])('hands it over to a reader that resumes %s', async (where) => {
    const note = await write(bretagne, incident.id, 'x', { entry: { text: 'Réservé.', marking: named() } });
    const position = await positionAt(cerp, incident.id, note.number - (where === 'after it' ? 0 : 1));
    const { number } = await changed(bretagne, note.id, involved);

    const lines = await reaches(follow(cerp, { incidents: [incident.id], after: [position] }), incident.id, number);

    const told = lines.map((line: Shown) => [line.number, line.text]);
    expect(told).toEqual(
      where === 'after it'
        ? [[number, null]]
        : [
            [note.number, 'Réservé.'],
            [number, null],
          ],
    );
  });

  test('tells its new readers what the marking is, and not who could read before', async () => {
    const note = await write(bretagne, incident.id, 'x', { entry: { text: 'x', marking: named(anssi) } });

    const { number } = await changed(bretagne, note.id, listed(anssi, cerp));

    const { changes, marking } = await lineOf(cerp, incident.id, number);
    expect(changes).toEqual([
      { field: 'tlp', old: 'TLP:RED', new: 'TLP:AMBER+STRICT' },
      { field: 'audience', old: 'PERSONS', new: 'LISTED' },
      { field: 'stakeholders', old: null, new: 'ANSSI, CERP' },
    ]);
    expect(marking).toEqual({ label: 'TLP:AMBER+STRICT', audience: 'LISTED', version: 1 });
    expect(JSON.stringify(await lineOf(cerp, incident.id, number))).not.toContain('Quelqu’un de ANSSI');
  });

  test('never goes further than what the thing lies within', async () => {
    const action = await plan(bretagne, incident.id, { marking: listed(anssi) });
    const note = await write(bretagne, incident.id, 'x', { subject: action.id });
    const reply = await write(anssi, incident.id, 'x', { repliesTo: note.id });

    const refused = [
      await refusedChange(bretagne, note.id, involved),
      await refusedChange(anssi, reply.id, involved),
      await refusedChange(bretagne, action.id, { tlp: 'TLP_GREEN', audience: 'ENROLLED' }),
    ];

    expect(refused.map(({ extensions }) => extensions)).toEqual(
      Array(3).fill({ code: 'BAD_USER_INPUT', inputPath: ['input', 'marking', 'audience'] }),
    );
  });

  test('of an incident shows it to every enrolled stakeholder, live, and narrowing takes it away', async () => {
    const outsider = await cellule.party('ARS-NOR');
    const overview = outsider.subscribe(
      'subscription { incidents { __typename ... on IncidentChanged { incident { id title } } ... on IncidentGone { id } } }',
    );
    await overview.until((events) => events.length > 0);

    await changed(dgs, incident.id, { tlp: 'TLP_GREEN', audience: 'ENROLLED' });
    await overview.until((events) => events.some(({ incidents }) => incidents.incident?.id === incident.id));
    await changed(dgs, incident.id, involved, { expectedVersion: 2 });
    await overview.until((events) => events.some(({ incidents }) => incidents.id === incident.id));

    expect((await outsider.ask('query ($id: ID!) { node(id: $id) { id } }', { id: incident.id })).node).toBeNull();
    await outsider.leave();
  });
});
