import { follow, linesOf, news, reaches } from '../journal/crisis';
import { asParty, carryOut, declare, declareOpenly, done, type Made, plan, refusal, write } from '../support/builders';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';

// biome-ignore lint/suspicious/noExplicitAny: lines have the shape of their documents.
type Shown = any;

let cellule: TestCellule;
let bretagne: Party;
let colleague: Party;
let anssi: Party;
let dgs: Party;
let cerp: Party;
let incident: Made;
beforeAll(async () => {
  cellule = await startTestCellule();
  bretagne = await cellule.party('ARS-BRE');
  colleague = await cellule.colleague(bretagne);
  anssi = await cellule.party('ANSSI');
  dgs = await cellule.party('DGS-CCS');
  cerp = await cellule.party('CERP', { kind: 'OPERATOR' });
});
beforeEach(async () => {
  // The DGS coordinates; whatever the tests mark is somebody else's.
  incident = await declare(dgs, { parties: [bretagne, anssi, cerp].map((party) => asParty(party)) });
});
afterEach(() => Promise.all([bretagne, colleague, anssi, dgs, cerp].map((party) => party.leave())));
afterAll(() => cellule.stop());

const involved = { tlp: 'TLP_AMBER', audience: 'INVOLVED' };
const authorities = { tlp: 'TLP_AMBER', audience: 'AUTHORITIES' };
const listed = (...parties: Party[]) => ({
  tlp: 'TLP_AMBER_STRICT',
  audience: 'LISTED',
  stakeholders: parties.map(({ stakeholder }) => stakeholder),
});
const named = (...parties: Party[]) => ({ tlp: 'TLP_RED', persons: parties.map(({ person }) => person) });

describe('widening', () => {
  test('hands a sealed entry over to who gains it, in the live stream', async () => {
    const note = await write(bretagne, incident.id, 'Pour l’ANSSI.', {
      entry: { text: 'Pour l’ANSSI.', marking: listed(anssi) },
    });
    const live = follow(cerp, { incidents: [incident.id], after: [] });
    const before = await reaches(live, incident.id, note.number);

    const { number } = await changed(bretagne, note.id, involved);

    await reaches(live, incident.id, number);
    const { subject } = await lineOf(cerp, number);
    expect(before.at(-1)).toMatchObject({ __typename: 'SealedEntry', number: note.number });
    expect(linesOf(live.events, incident.id).at(-1)).toMatchObject({ kind: 'MARKING_CHANGED', number });
    expect(subject).toMatchObject({ id: note.id, text: 'Pour l’ANSSI.', marking: { label: 'TLP:AMBER' } });
  });

  test.each(['before the entry', 'after it'])('hands it over to a reader that resumes %s', async (where) => {
    const note = await write(bretagne, incident.id, 'x', { entry: { text: 'Réservé.', marking: named() } });
    const position = await positionAt(cerp, note.number - (where === 'after it' ? 0 : 1));
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

    const { changes, marking } = await lineOf(cerp, number);
    expect(changes).toEqual([
      { field: 'tlp', old: 'TLP:RED', new: 'TLP:AMBER+STRICT' },
      { field: 'audience', old: 'PERSONS', new: 'LISTED' },
      { field: 'stakeholders', old: null, new: 'ANSSI, CERP' },
    ]);
    expect(marking).toEqual({ label: 'TLP:AMBER+STRICT', audience: 'LISTED', version: 1 });
    expect(JSON.stringify(await lineOf(cerp, number))).not.toContain('Quelqu’un de ANSSI');
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
    expect(await lineOf(cerp, withdrawn.number)).toMatchObject({
      ...{ kind: 'WITHDRAWN', text: null, changes: [], subject: null, subjectId: action.id },
      author: { stakeholderName: 'ARS Bretagne' },
    });
    expect(await seen(cerp, action.id)).toBeNull();
  });

  test('leaves it to those who keep it', async () => {
    const action = await plan(bretagne, incident.id);

    const { number } = await changed(bretagne, action.id, authorities);

    for (const reader of [anssi, dgs, bretagne, colleague]) {
      expect(await lineOf(reader, number)).toMatchObject({ kind: 'MARKING_CHANGED', subject: { id: action.id } });
    }
  });

  test('takes along what was written about the thing, with answers and corrections, whoever wrote it', async () => {
    const action = await plan(bretagne, incident.id);
    const question = await write(anssi, incident.id, 'Quel rançongiciel ?', { subject: action.id });
    const answer = await write(bretagne, incident.id, 'LockBit.', { repliesTo: question.id });
    const right = await done(bretagne, 'correctEntry', { entryId: answer.id, entry: { text: 'Non, Akira.' } });
    const elsewhere = await write(bretagne, incident.id, 'Sans rapport.');

    await changed(bretagne, action.id, authorities);

    const lines = await journalOf(cerp);
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

    const lines = (await journalOf(other)).filter(({ kind }: Shown) => kind === 'WITHDRAWN');
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

const entriesShown = 'entries { number kind changes { field old new } } thing { id }';

async function change(by: Party, thingId: string, marking: object, more: object = {}): Promise<Shown[]> {
  const input = { thingId, expectedVersion: 1, marking, ...more };
  return (await carryOut(by, 'changeMarking', input, entriesShown)).entries;
}

/** The entry that tells of the change. */
async function changed(by: Party, thingId: string, marking: object, more: object = {}): Promise<Shown> {
  return (await change(by, thingId, marking, more))[0];
}

function refusedChange(by: Party, thingId: string, marking: object, more: object = {}) {
  return refusal(by, 'changeMarking', { thingId, expectedVersion: 1, marking, ...more });
}

function attempt(by: Party, thingId: string, marking: object) {
  return by.attempt('mutation ($input: ChangeMarkingInput!) { changeMarking(input: $input) { entries { number } } }', {
    input: { thingId, expectedVersion: 1, marking },
  });
}

async function seen(by: Party, id: string): Promise<Shown> {
  return (await by.ask('query ($id: ID!) { node(id: $id) { id } }', { id })).node;
}

const line = `__typename ... on NumberedLine { number chainHash } ... on JournalEntry {
  id kind text subjectId changes { field old new } author { stakeholderName } marking { label audience version }
  subject { id ... on JournalEntry { text marking { label } } ... on Action { title } } }`;

async function lineOf(by: Party, number: number): Promise<Shown> {
  const query = `query ($id: ID!, $number: Int!) { incident(id: $id) { entry(number: $number) { ${line} } } }`;
  return (await by.ask(query, { id: incident.id, number })).incident.entry;
}

async function positionAt(by: Party, number: number): Promise<object> {
  const { chainHash } = await lineOf(by, number);
  return { incidentId: incident.id, number, chainHash };
}

async function journalOf(by: Party): Promise<Shown[]> {
  const query = `query ($id: ID!) { incident(id: $id) { journal(first: 100) { edges { node { ${line} } } } } }`;
  return (await by.ask(query, { id: incident.id })).incident.journal.edges.map(({ node }: Shown) => node);
}
