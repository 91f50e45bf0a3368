import { registerFirstAdministrator } from '../identity/first-administrator.commands';
import type { KeyedTokens } from '../identity/keyed-tokens';
import type { UnitOfWork } from '../journal/unit-of-work';
import { fromGlobalId } from '../kernel/ids';
import type { Api } from './api';
import { References } from './references';
import type { Scenario } from './scenario';

/** Somebody who can sign in: one person of one stakeholder. */
export interface Party {
  readonly code: string;
  readonly name: string;
  readonly personId: string;
  readonly stakeholderId: string;
}

export interface Stage {
  readonly api: Api;
  readonly work: UnitOfWork;
  readonly tokens: KeyedTokens;
}

export interface Cast {
  readonly parties: readonly Party[];
  /** The ids of all stakeholders in the API, by code. */
  readonly stakeholders: ReadonlyMap<string, string>;
}

const tokenSeconds = 30 * 24 * 3600;

export function tokenOf(tokens: KeyedTokens, { personId, stakeholderId }: Pick<Party, 'personId' | 'stakeholderId'>) {
  return tokens.sign({ personId, stakeholderId, expiresInSeconds: tokenSeconds });
}

/** Registers who appears in the scenario and is not known yet, as the administrator of the platform would. */
export async function registerParties(scenario: Scenario, { api, work, tokens }: Stage): Promise<Cast> {
  const administrator = await tokenOf(tokens, await registerFirstAdministrator(work, scenario.platform));
  const names = new Map<string, string>();
  const stakeholders = new Map<string, string>();
  const know = ({ id, code, name }: Named) => {
    stakeholders.set(code, id);
    names.set(code, name);
  };
  for (const known of await knownStakeholders(api, administrator)) know(known);
  const references = new References(scenario.shared, stakeholders);
  for (const input of scenario.stakeholders) {
    const { registerStakeholder } = await api.ask(administrator, registration, { input: references.resolved(input) });
    know((registerStakeholder as unknown as { stakeholder: Named }).stakeholder);
  }
  const parties: Party[] = [];
  for (const { stakeholder: code, name, rights } of scenario.persons) {
    const stakeholderId = stakeholders.get(code) ?? '';
    const { registerPerson } = await api.ask(administrator, enrolment, { input: { name, stakeholderId, rights } });
    const { person } = registerPerson as unknown as { person: { id: string } };
    parties.push({
      code,
      name: names.get(code) ?? code,
      personId: keyOf(person.id),
      stakeholderId: keyOf(stakeholderId),
    });
  }
  return { parties, stakeholders };
}

interface Named {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

const registration =
  'mutation ($input: RegisterStakeholderInput!) { registerStakeholder(input: $input) { stakeholder { id code name } } }';
const enrolment = 'mutation ($input: RegisterPersonInput!) { registerPerson(input: $input) { person { id } } }';

async function knownStakeholders(api: Api, token: string): Promise<Named[]> {
  const { stakeholders } = await api.ask(token, '{ stakeholders(first: 100) { edges { node { id code name } } } }');
  return (stakeholders as unknown as { edges: { node: Named }[] }).edges.map(({ node }) => node);
}

function keyOf(globalId: string): string {
  return fromGlobalId(globalId).key;
}
