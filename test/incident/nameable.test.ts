import { carryOut, declare, involve, write } from '../support/builders';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';
import { countingStatements } from '../support/statements';

let cellule: TestCellule;
let bretagne: Party;
let dgs: Party;
let colleague: Party;
let silent: Party;
beforeAll(async () => {
  cellule = await startTestCellule();
  bretagne = await cellule.party('ARS-BRE');
  dgs = await cellule.party('DGS-CCS');
  colleague = await cellule.colleague(bretagne);
  silent = await cellule.colleague(dgs);
});
afterAll(() => cellule.stop());

test('colleagues may be named, and who wrote what one may read, with whom they act for', async () => {
  const id = await declaredWith(dgs);
  await write(dgs, id, 'Reçu au centre de crise.');

  expect(await nameable(bretagne, id)).toEqual(
    new Map([
      [colleague.person, 'ARS-BRE'],
      [dgs.person, 'DGS-CCS'],
    ]),
  );
});

test('nobody learns who acts for another party before they wrote, nor by what is sealed', async () => {
  const id = await declaredWith(dgs);
  await write(silent, id, 'Entre nous.', {
    entry: {
      text: 'Entre nous.',
      marking: { tlp: 'TLP_AMBER_STRICT', audience: 'LISTED', stakeholders: [dgs.stakeholder] },
    },
  });

  const toOthers = await nameable(bretagne, id);
  const toOwn = await nameable(dgs, id);

  expect([toOthers.has(dgs.person as string), toOthers.has(silent.person as string)]).toEqual([false, false]);
  expect(toOwn.get(silent.person as string)).toBe('DGS-CCS');
});

test('whom one may name is whom a marking takes: not who acts for nobody involved any more', async () => {
  const [id, guest] = [await declaredWith(dgs), await cellule.party('ARS-NOR')];
  const { id: involvementId } = await involve(bretagne, id, guest);
  await write(guest, id, 'De passage.');
  const before = await nameable(bretagne, id);

  await carryOut(bretagne, 'releaseStakeholder', { involvementId, expectedVersion: 1 });
  const persons = [...(await nameable(bretagne, id)).keys()];
  await write(bretagne, id, 'Pour eux seuls.', {
    entry: { text: 'Pour eux seuls.', marking: { tlp: 'TLP_RED', persons } },
  });

  expect(before.has(guest.person as string)).toBe(true);
  expect(persons).not.toContain(guest.person);
});

test('neither who does not follow the incident nor a system names anybody', async () => {
  const id = await declaredWith(dgs, { marking: { tlp: 'TLP_GREEN', audience: 'ENROLLED' } });
  const [system, outsider] = [await cellule.system(bretagne), await cellule.party('ANSSI')];

  expect(await nameable(system, id)).toEqual(new Map());
  expect(await nameable(outsider, id)).toEqual(new Map());
});

test('to find them takes one statement, and two for what is shown of all of them', async () => {
  const id = await declaredWith(dgs);
  await write(dgs, id, 'Une ligne.');
  const counting = countingStatements(cellule);

  const statements = await counting.during(() => nameable(bretagne, id));

  expect(statements).toHaveLength(4);
});

async function declaredWith(party: Party, input: object = {}): Promise<string> {
  const { id } = await declare(bretagne, input);
  await involve(bretagne, id, party);
  return id;
}

async function nameable(by: Party, id: string): Promise<Map<string, string>> {
  const { incident } = await by.ask(
    'query ($id: ID!) { incident(id: $id) { nameablePersons { person { id } stakeholder { code } } } }',
    { id },
  );
  return new Map(
    incident.nameablePersons.map(({ person, stakeholder }: Named): [string, string] => [person.id, stakeholder.code]),
  );
}

interface Named {
  readonly person: { readonly id: string };
  readonly stakeholder: { readonly code: string };
}
