import { KeyedTokens, tokenKey } from '../bench/product.mjs';
import { Asker } from './asker.mjs';

const tokens = new KeyedTokens(tokenKey);
const tenDays = 864_000;

/** ARS-BRE coordinates everything and never leaves; guests come and go. */
const codes = ['ARS-BRE', 'DGS-CCS', 'CERP-BA', 'ANSSI', 'PREST-1', 'PREST-2'];
export const coordinator = 'ARS-BRE';
export const guests = ['PREST-1', 'PREST-2'];
const personsOfEach = 3;

/**
 * Who and what there is: parties with persons, incidents that all parties follow, some persons whose rights will end,
 * and a party that nobody involves.
 */
export async function aCrisis({ url, first, incidents, victims }) {
  const admin = new Asker(url, await tokenOf(first.personId, first.stakeholderId));
  const stakeholders = new Map();
  const persons = [];
  const register = async (code, role) => {
    const stakeholder = stakeholders.get(code);
    const id = await registered(admin, `${role} de ${code}`, stakeholder);
    const token = await tokenOf(keyOf(id), keyOf(stakeholder));
    persons.push({ id, code, stakeholder, role, token });
  };
  for (const code of [...codes, 'DEHORS']) {
    stakeholders.set(code, await stakeholderId(admin, code));
    for (let place = 1; place <= personsOfEach; place += 1) await register(code, 'personne');
  }
  for (let place = 0; place < victims; place += 1) await register(codes[1 + (place % 3)], 'sursis');
  for (const code of ['DGS-CCS', 'ANSSI']) {
    const stakeholder = stakeholders.get(code);
    persons.push({ id: null, code, stakeholder, role: 'système', token: await tokenOf(undefined, keyOf(stakeholder)) });
  }
  const by = new Asker(url, persons.find(({ code }) => code === coordinator).token);
  const declared = [];
  for (let place = 1; place <= incidents; place += 1) declared.push(await incident(by, place, stakeholders));
  return { admin, persons, stakeholders, incidents: declared };
}

function tokenOf(personId, stakeholderId) {
  return tokens.sign({ personId, stakeholderId, expiresInSeconds: tenDays });
}

export function keyOf(globalId) {
  return Buffer.from(globalId, 'base64url').toString().split(':')[1];
}

async function stakeholderId(admin, code) {
  const document =
    'mutation ($input: RegisterStakeholderInput!) { registerStakeholder(input: $input) { stakeholder { id } } }';
  const known = await admin
    .ask('query ($code: String!) { stakeholder(code: $code) { id } }', { code })
    .catch(() => null);
  if (known?.stakeholder) return known.stakeholder.id;
  const input = { code, name: `Partie ${code}`, kind: 'OTHER', scope: 'NATIONAL' };
  return (await admin.ask(document, { input })).registerStakeholder.stakeholder.id;
}

async function registered(admin, name, stakeholder) {
  const document = 'mutation ($input: RegisterPersonInput!) { registerPerson(input: $input) { person { id } } }';
  const input = { name, stakeholderId: stakeholder, rights: ['READ', 'CONTRIBUTE', 'COORDINATE'] };
  return (await admin.ask(document, { input })).registerPerson.person.id;
}

async function incident(by, place, stakeholders) {
  const document = 'mutation ($input: DeclareIncidentInput!) { declareIncident(input: $input) { incident { id } } }';
  const parties = codes
    .filter((code) => code !== coordinator)
    .map((code) => ({ stakeholderId: stakeholders.get(code), role: 'FOLLOW_UP', access: 'CONTRIBUTE' }));
  const input = { title: `Incident ${place} état 0`, nature: 'CYBERATTACK', severity: 'MAJOR', parties };
  return (await by.ask(document, { input })).declareIncident.incident.id;
}
