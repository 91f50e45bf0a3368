import { follow, linesOf, news, reaches } from '../journal/crisis';
import { asParty, done, type Made, plan, write } from '../support/builders';
import type { TestCellule } from '../support/cellule';
import type { Party } from '../support/party';
import {
  authorities,
  change,
  changed,
  declaredFor,
  involved,
  journalOf,
  lineOf,
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
afterEach(() => cerp.leave());
afterAll(() => crisis.cellule.stop());

describe('narrowing', () => {
  test('shows those who lose the thing that it was withdrawn, and nothing more of it', async () => {
    const action = await plan(bretagne, incident.id, { title: 'Analyser le rançongiciel' });
    const live = follow(cerp, { incidents: [incident.id] });
    await live.until((events) => news(events).length > 0);

    const entries = await change(bretagne, action.id, authorities, { entry: { text: 'Trop précis.' } });

    const [told, withdrawn] = entries;
    await reaches(live, incident.id, withdrawn.number);
    const lines = linesOf(live.events, incident.id);
    expect(entries.map(({ kind }: Shown) => kind)).toEqual(['MARKING_CHANGED', 'WITHDRAWN']);
    expect(lines).toMatchObject([{ __typename: 'SealedEntry', number: told.number }, { kind: 'WITHDRAWN' }]);
    expect(await lineOf(cerp, incident.id, withdrawn.number)).toMatchObject({
      ...{ kind: 'WITHDRAWN', text: null, changes: [], subject: null, subjectId: action.id },
      author: { stakeholderName: 'ARS Bretagne' },
    });
    expect(await seen(cerp, action.id)).toBeNull();
  });

  test('leaves it to those who keep it', async () => {
    const action = await plan(bretagne, incident.id);

    const { number } = await changed(bretagne, action.id, authorities);

    for (const reader of [anssi, dgs, bretagne, colleague]) {
      expect(await lineOf(reader, incident.id, number)).toMatchObject({
        kind: 'MARKING_CHANGED',
        subject: { id: action.id },
      });
    }
  });

  test('takes along what was written about the thing, with answers and corrections, whoever wrote it', async () => {
    const action = await plan(bretagne, incident.id);
    const question = await write(anssi, incident.id, 'Quel rançongiciel ?', { subject: action.id });
    const answer = await write(bretagne, incident.id, 'LockBit.', { repliesTo: question.id });
    const right = await done(bretagne, 'correctEntry', { entryId: answer.id, entry: { text: 'Non, Akira.' } });
    const elsewhere = await write(bretagne, incident.id, 'Sans rapport.');

    await changed(bretagne, action.id, authorities);

    const lines = await journalOf(cerp, incident.id);
    const open = lines.filter(({ __typename }: Shown) => __typename === 'JournalEntry');
    const ids = open.map(({ id }: Shown) => id);
    expect(ids).toContain(elsewhere.id);
    for (const { id } of [question, answer, right]) expect(ids).not.toContain(id);
    expect(open.filter(({ subjectId }: Shown) => subjectId === action.id).map(({ kind }: Shown) => kind)).toEqual([
      'WITHDRAWN',
    ]);
    expect(await seen(anssi, right.id)).not.toBeNull();
  });

  test('shows nobody what was written for others: each entry keeps the readers that it shares with the thing', async () => {
    const action = await plan(bretagne, incident.id);
    const forCerp = await write(anssi, incident.id, 'x', {
      subject: action.id,
      entry: { text: 'x', marking: listed(cerp) },
    });
    const forAll = await write(cerp, incident.id, 'x', { subject: action.id });

    await changed(bretagne, action.id, listed(dgs));

    const readers = async (id: string) => {
      const shown = [bretagne, anssi, dgs, cerp].map(async (party) => ((await seen(party, id)) ? [party.code] : []));
      return (await Promise.all(shown)).flat();
    };
    expect(await readers(forCerp.id)).toEqual(['ANSSI']);
    expect(await readers(forAll.id)).toEqual(['ARS-BRE', 'DGS-CCS', 'CERP']);
    expect(await readers(action.id)).toEqual(['ARS-BRE', 'DGS-CCS']);
  });

  test('leaves everybody their own words', async () => {
    const question = await write(bretagne, incident.id, 'x', { entry: { text: 'x', marking: listed(anssi, cerp) } });
    const answer = await write(anssi, incident.id, 'x', { repliesTo: question.id });
    const secret = await write(bretagne, incident.id, 'x', { entry: { text: 'x', marking: named(anssi) } });
    const word = await write(anssi, incident.id, 'x', { repliesTo: secret.id });

    await changed(bretagne, question.id, listed(cerp));
    await changed(bretagne, secret.id, named(cerp));

    expect([await seen(anssi, question.id), await seen(anssi, secret.id)]).toEqual([null, null]);
    for (const { id } of [answer, word]) expect(await seen(anssi, id)).toEqual({ id });
    for (const { id } of [answer, word]) expect(await seen(bretagne, id)).toEqual({ id });
    expect([await seen(cerp, answer.id), await seen(cerp, word.id)]).toEqual([{ id: answer.id }, null]);
  });

  test('tells who wrote about the thing when its own words are taken from a colleague', async () => {
    const other = await cellule.colleague(cerp);
    const note = await write(bretagne, incident.id, 'x');
    const reply = await write(cerp, incident.id, 'x', { repliesTo: note.id });
    await changed(bretagne, note.id, listed(bretagne));
    const kept = await seen(other, reply.id);

    const entries = await change(bretagne, note.id, { tlp: 'TLP_RED' }, { expectedVersion: 2 });

    const lines = (await journalOf(other, incident.id)).filter(({ kind }: Shown) => kind === 'WITHDRAWN');
    expect([kept, await seen(other, reply.id), await seen(cerp, reply.id)]).toEqual([
      { id: reply.id },
      null,
      { id: reply.id },
    ]);
    expect(entries.map(({ kind }: Shown) => kind)).toEqual(['MARKING_CHANGED', 'WITHDRAWN', 'WITHDRAWN']);
    expect(lines.map(({ subjectId }: Shown) => subjectId)).toEqual([note.id, reply.id]);
  });

  test('to named persons shows nothing to a person who could not read it for all that it acts for', async () => {
    const outside = await cellule.party('ARS-HDF');
    await done(dgs, 'involveStakeholder', { incidentId: incident.id, party: asParty(outside) });
    const two = await cellule.colleague(anssi, ['ADMINISTER']);
    await done(cellule.admin, 'grantRights', {
      personId: two.person,
      stakeholderId: outside.stakeholder,
      rights: ['READ'],
    });
    const atOutside = cellule.actingFor(two, outside);
    const action = await plan(bretagne, incident.id, { marking: listed(anssi, dgs) });

    const byCoordinator = await refusedChange(dgs, action.id, named(two));
    await changed(bretagne, action.id, named(two));

    expect(byCoordinator.extensions).toMatchObject({ code: 'FORBIDDEN', permission: 'MARKING_WIDEN' });
    expect(await seen(await atOutside, action.id)).toEqual({ id: action.id });
  });

  test('is not undone for what was written when the thing is widened again', async () => {
    const action = await plan(bretagne, incident.id);
    const note = await write(bretagne, incident.id, 'Détail.', { subject: action.id });
    await changed(bretagne, action.id, authorities);

    await changed(bretagne, action.id, involved, { expectedVersion: 2 });

    expect([await seen(cerp, action.id), await seen(cerp, note.id)]).toEqual([{ id: action.id }, null]);
    await changed(bretagne, note.id, involved, { expectedVersion: 2 });
    expect(await seen(cerp, note.id)).toEqual({ id: note.id });
  });

  test('is not outrun by who writes about the thing at the same moment', async () => {
    for (let round = 0; round < 8; round++) {
      const action = await plan(bretagne, incident.id);
      const question = await write(bretagne, incident.id, 'Question.', { subject: action.id });
      const writing = [
        write(anssi, incident.id, 'Secret.', { subject: action.id }),
        write(dgs, incident.id, 'Secret.', { repliesTo: question.id }),
        done(anssi, 'correctEntry', { entryId: question.id, entry: { text: 'Secret.' } }),
      ];

      const [, ...written] = await Promise.all([change(bretagne, action.id, listed(dgs, anssi)), ...writing]);

      for (const { id } of written) expect(await seen(cerp, id)).toBeNull();
    }
  });

  test('takes effect at the next delivery for persons un-named', async () => {
    const note = await write(bretagne, incident.id, 'x', { entry: { text: 'Source.', marking: named(anssi, cerp) } });
    const live = follow(cerp, { incidents: [incident.id] });
    await live.until((events) => news(events).length > 0);

    const [, withdrawn] = await change(bretagne, note.id, named(anssi));

    await reaches(live, incident.id, withdrawn.number);
    expect(linesOf(live.events, incident.id).at(-1)).toMatchObject({ kind: 'WITHDRAWN' });
    expect([await seen(cerp, note.id), await seen(anssi, note.id)]).toEqual([null, { id: note.id }]);
  });
});
