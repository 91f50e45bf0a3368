import { asParty, carryOut, declare, declareOpenly, done, refusal } from '../support/builders';
import { keyOf, startTestCellule, type TestCellule } from '../support/cellule';
import { Party } from '../support/party';

let cellule: TestCellule;
let bretagne: Party;
let office: Party;
beforeAll(async () => {
  cellule = await startTestCellule();
  bretagne = await cellule.party('ARS-BRE');
  office = await cellule.colleague(bretagne, ['ADMINISTER']);
});
afterAll(() => cellule.stop());

const members = `query ($code: String!) { stakeholder(code: $code) { memberships { rights endedAt person { name } } } }`;

test('an administrator of the platform registers a person, and enrols its stakeholder by it', async () => {
  const stakeholderId = await cellule.named('PREF-35', 'PREFECTURE');
  const input = { name: 'Sous-préfète', stakeholderId, rights: ['COORDINATE'] };

  const { person, entries } = await carryOut(
    cellule.admin,
    'registerPerson',
    input,
    'person { name memberships { rights stakeholder { code enrolled } } } entries { kind changes { field old new } }',
  );

  expect(person).toEqual({
    name: 'Sous-préfète',
    memberships: [{ rights: ['READ', 'CONTRIBUTE', 'COORDINATE'], stakeholder: { code: 'PREF-35', enrolled: true } }],
  });
  expect(entries).toEqual([
    { kind: 'STAKEHOLDER_REVISED', changes: [{ field: 'enrolled', old: 'false', new: 'true' }] },
    { kind: 'PERSON_REGISTERED', changes: [{ field: 'name', old: null, new: 'Sous-préfète' }] },
    {
      kind: 'RIGHTS_GRANTED',
      changes: [{ field: 'rights for PREF-35', old: null, new: 'READ, CONTRIBUTE, COORDINATE' }],
    },
  ]);
});

test('who administers a stakeholder registers its people, and those of no other', async () => {
  const elsewhere = await cellule.named('ARS-NOR');
  const input = { name: 'Nouveau', rights: ['READ'] };

  const own = await done(office, 'registerPerson', { ...input, stakeholderId: office.stakeholder });
  const other = await refusal(office, 'registerPerson', { ...input, stakeholderId: elsewhere });

  expect(own).toMatchObject({ name: 'Nouveau', memberships: [{ rights: ['READ'] }] });
  expect(other.extensions).toEqual({ code: 'FORBIDDEN', permission: 'PERSON_REGISTER' });
});

test('who coordinates incidents registers nobody', async () => {
  const input = { name: 'Nouveau', rights: ['READ'], stakeholderId: bretagne.stakeholder };

  const refused = await refusal(bretagne, 'registerPerson', input);

  expect(refused.extensions).toEqual({ code: 'FORBIDDEN', permission: 'PERSON_REGISTER' });
});

test('only an administrator of the platform makes another one', async () => {
  const input = { name: 'Admin', stakeholderId: office.stakeholder, rights: ['PLATFORM_ADMIN'] };

  const refused = await refusal(office, 'registerPerson', input);
  const granting = await refusal(office, 'grantRights', {
    ...input,
    name: undefined,
    personId: bretagne.person,
    expectedVersion: 1,
  });
  const made = await done(cellule.admin, 'registerPerson', input);

  for (const { extensions } of [refused, granting])
    expect(extensions).toEqual({ code: 'FORBIDDEN', inputPath: ['input', 'rights'] });
  expect(made.memberships[0].rights).toEqual(['PLATFORM_ADMIN']);
});

test('rights are given in place of those before, against the version that was read', async () => {
  const person = await cellule.colleague(bretagne, ['READ']);
  const grant = { personId: person.person, stakeholderId: bretagne.stakeholder, rights: ['CONTRIBUTE'] };

  const blind = await refusal(office, 'grantRights', grant);
  const stale = await refusal(office, 'grantRights', { ...grant, expectedVersion: 4 });
  const idle = await refusal(office, 'grantRights', { ...grant, rights: ['READ'], expectedVersion: 1 });
  const granted = await done(office, 'grantRights', { ...grant, expectedVersion: 1 });

  expect(blind.extensions).toEqual({ code: 'BAD_USER_INPUT', inputPath: ['input', 'expectedVersion'] });
  expect(stale.extensions.code).toBe('CONFLICT');
  expect(idle.extensions).toEqual({ code: 'BAD_USER_INPUT', inputPath: ['input'] });
  expect(granted.memberships).toEqual([expect.objectContaining({ version: 2, rights: ['READ', 'CONTRIBUTE'] })]);
});

test('of two who give a person its first rights somewhere at the same time, one does', async () => {
  const elsewhere = await cellule.named('ARS-PDL');
  const input = { personId: bretagne.person, stakeholderId: elsewhere, rights: ['READ'] };
  const grant = 'mutation ($input: GrantRightsInput!) { grantRights(input: $input) { entries { id } } }';

  const answers = await Promise.all([1, 2].map(() => cellule.admin.attempt(grant, { input })));

  const faults = answers.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions));
  expect(faults).toHaveLength(1);
  expect(['BAD_USER_INPUT', 'CONFLICT']).toContain(faults[0]?.code);
});

test('a person without any right is not one that acts', async () => {
  const refused = await refusal(office, 'registerPerson', { name: 'X', stakeholderId: office.stakeholder, rights: [] });

  expect(refused.extensions).toEqual({ code: 'BAD_USER_INPUT', inputPath: ['input', 'rights'] });
});

test('whose rights have ended is nobody here from the next request on, until they are given again', async () => {
  const person = await cellule.colleague(bretagne);
  const { id } = await declare(bretagne);
  const on = { personId: person.person, stakeholderId: bretagne.stakeholder };
  const asking = () => person.attempt('{ viewer { rights } }');
  const before = await asking();

  await done(office, 'endRights', { ...on, expectedVersion: 1 });
  const after = await asking();
  const reading = await person.refused('query ($id: ID!) { incident(id: $id) { id } }', { id });
  const twice = await refusal(office, 'endRights', { ...on, expectedVersion: 2 });
  const writing = await refusal(person, 'writeEntry', { incidentId: id, entry: { text: 'Encore là ?' } });
  await done(office, 'grantRights', { ...on, rights: ['READ'], expectedVersion: 2 });

  expect(before.errors).toBeUndefined();
  expect(after.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect(reading.extensions.code).toBe('UNAUTHENTICATED');
  expect(twice.extensions).toEqual({ code: 'NOT_FOUND', inputPath: ['input', 'personId'] });
  expect(writing.extensions.code).toBe('UNAUTHENTICATED');
  expect((await asking()).data.viewer.rights).toEqual(['READ']);
});

test('who ends the own rights gets an answer, and no other after that', async () => {
  const leaving = await cellule.colleague(bretagne, ['ADMINISTER']);
  const on = { personId: leaving.person, stakeholderId: bretagne.stakeholder, expectedVersion: 1 };

  const answer = await carryOut(leaving, 'endRights', on);
  const after = await leaving.refused('{ viewer { rights } }');

  expect(answer).toEqual({ person: null, entries: [] });
  expect(after.extensions.code).toBe('UNAUTHENTICATED');
});

test('administering reads no content: no incident, no region, no line, no count', async () => {
  const open = await declareOpenly(bretagne, { regions: [{ region: '53' }] });
  const everything = `{
    incidents { totalCount }
    region(code: "53") { incidents { totalCount } actions { totalCount } }
    stakeholder(code: "ARS-BRE") { incidents { totalCount } actions { totalCount } }
  }`;

  const answers = [await office.ask(everything), await cellule.admin.ask(everything)];
  const refused = await office.refused('query ($id: ID!) { incident(id: $id) { id } }', { id: open.id });
  const writing = await refusal(office, 'writeEntry', { incidentId: open.id, entry: { text: 'Non.' } });

  const none = { incidents: { totalCount: 0 }, actions: { totalCount: 0 } };
  for (const answer of answers)
    expect(answer).toEqual({ incidents: { totalCount: 0 }, region: none, stakeholder: none });
  expect([refused.extensions.code, writing.extensions.code]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
});

test('a person acts for several stakeholders, for one at a time', async () => {
  const dgs = await cellule.party('DGS-CCS');
  const grant = { personId: bretagne.person, stakeholderId: dgs.stakeholder, rights: ['READ'] };
  await done(cellule.admin, 'grantRights', grant);
  const { id } = await declare(dgs);
  const [personId, stakeholderId] = [keyOf(bretagne.person), keyOf(dgs.stakeholder)];
  const token = await cellule.tokens.sign({ personId, stakeholderId, expiresInSeconds: 60 });
  const forDgs = new Party({ url: cellule.cellule.url, token, code: 'DGS-CCS', personId, stakeholderId });
  const query = 'query ($id: ID!) { incident(id: $id) { id } }';

  const seen = await forDgs.ask(query, { id });
  const unseen = await bretagne.refused(query, { id });
  const writing = await refusal(forDgs, 'writeEntry', { incidentId: id, entry: { text: 'Non.' } });

  expect(seen.incident.id).toBe(id);
  expect([unseen.extensions.code, writing.extensions.code]).toEqual(['NOT_FOUND', 'FORBIDDEN']);
});

test('who acts for a stakeholder is seen by its own people and by the platform, and by nobody else', async () => {
  const dgs = await cellule.party('DGS-CCS');
  const ask = async (by: Party) => (await by.ask(members, { code: 'ARS-BRE' })).stakeholder.memberships.length;

  const [own, platform, others] = [await ask(bretagne), await ask(cellule.admin), await ask(dgs)];

  expect(own).toBeGreaterThan(1);
  expect(platform).toBe(own);
  expect(others).toBe(0);
});

test('who administers a stakeholder revises its record, but its code and enrolment are not theirs to change', async () => {
  const { stakeholder } = await bretagne.ask('{ stakeholder(code: "ARS-BRE") { version } }');
  const revise = { stakeholderId: bretagne.stakeholder, expectedVersion: stakeholder.version };

  const byCoordinator = await refusal(bretagne, 'reviseStakeholder', { ...revise, dutyContact: '15' });
  const enrolment = await refusal(office, 'reviseStakeholder', { ...revise, enrolled: false });
  const revised = await carryOut(
    office,
    'reviseStakeholder',
    { ...revise, dutyContact: '02 99 00 00 00' },
    'stakeholder { dutyContact } entries { kind }',
  );

  expect(byCoordinator.extensions).toEqual({ code: 'FORBIDDEN', permission: 'STAKEHOLDER_REVISE' });
  expect(enrolment.extensions).toEqual({ code: 'FORBIDDEN', permission: 'STAKEHOLDER_ENROL' });
  expect(revised).toEqual({
    stakeholder: { dutyContact: '02 99 00 00 00' },
    entries: [{ kind: 'STAKEHOLDER_REVISED' }],
  });
});

test('a coordinator names stakeholders without accounts, for its incidents', async () => {
  const input = { code: 'OFFICINES-35', name: 'Officines d’Ille-et-Vilaine', kind: 'PHARMACY', scope: 'LOCAL' };

  const enrolled = await refusal(bretagne, 'registerStakeholder', { ...input, enrolled: true });
  const named = await done(bretagne, 'registerStakeholder', input);
  const again = await refusal(bretagne, 'registerStakeholder', input);
  const { id } = await declare(bretagne, { parties: [{ ...asParty(bretagne, 'READ'), stakeholderId: named.id }] });

  expect(enrolled.extensions).toEqual({ code: 'FORBIDDEN', permission: 'STAKEHOLDER_ENROL' });
  expect(named).toMatchObject({ code: 'OFFICINES-35', enrolled: false });
  expect(again.extensions).toEqual({ code: 'CONFLICT', inputPath: ['input', 'code'] });
  expect(id).toBeDefined();
});

test('a system of a stakeholder reads what the stakeholder reads, says who it is, and changes nothing', async () => {
  const { id } = await declare(bretagne);
  const system = await cellule.system(bretagne);

  const read = await system.ask(
    'query ($id: ID!) { incident(id: $id) { title } viewer { person { id } stakeholder { code } rights permissions } }',
    { id },
  );
  const refused = await refusal(system, 'writeEntry', { incidentId: id, entry: { text: 'Bip.' } });

  expect(read).toEqual({
    incident: { title: 'Cyberattaque' },
    viewer: { person: null, stakeholder: { code: 'ARS-BRE' }, rights: ['READ'], permissions: [] },
  });
  expect(refused.extensions.code).toBe('FORBIDDEN');
});

test('the last administrator of the platform stays one', async () => {
  const alone = await startTestCellule();
  const { admin } = alone;
  const on = { personId: admin.person, stakeholderId: admin.stakeholder, expectedVersion: 1 };

  const ending = await refusal(admin, 'endRights', on);
  const lowering = await refusal(admin, 'grantRights', { ...on, rights: ['READ'] });
  const second = await alone.colleague(admin, ['PLATFORM_ADMIN']);
  const both = await Promise.all([
    admin.attempt(ends, { input: on }),
    second.attempt(ends, { input: { ...on, personId: second.person } }),
  ]);
  await alone.stop();

  expect([ending.extensions.code, lowering.extensions.code]).toEqual(['CONFLICT', 'CONFLICT']);
  expect(ending.message).toBe('This is the last administrator of the platform: make another one first.');
  expect(both.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions.code))).toEqual(['CONFLICT']);
});

const ends = 'mutation ($input: EndRightsInput!) { endRights(input: $input) { entries { id } } }';
