import type { Cellule } from '../app';
import { KeyedTokens } from '../identity/keyed-tokens';
import { Refusal } from '../kernel/errors';
import { Api } from './api';
import type { DemoClock } from './clock';
import type { Invitation } from './invitation';
import { tokenOf } from './parties';
import { replay, stepLine } from './replay';
import { type Step, scenario } from './scenario';
import { keepSession, type Session } from './session';
import { Telling } from './telling';

export interface Stage {
  readonly cellule: Cellule;
  readonly clock: DemoClock;
  readonly tokenKey: string;
  readonly dataDir: string;
  readonly say: (text: string) => void;
  readonly invite: (invitation: Invitation) => void;
}

/** Tells the case from its beginning; with a pace, to an audience that is there from the declaration on. */
export async function tell(stage: Stage, { seconds, signal }: { seconds: number; signal: AbortSignal }): Promise<void> {
  const { cellule, clock, tokenKey, dataDir, say, invite } = stage;
  const { work } = cellule.record;
  const telling = await Telling.of(scenario, {
    ...{ api: new Api(cellule.url), work, tokens: new KeyedTokens(tokenKey), clock },
  });
  say(`${telling.parties.length} parties are registered`);
  const begin = async () => {
    const session = { tokenKey, incident: telling.incident, parties: [...telling.parties] };
    await keepSession(dataDir, session);
    invite(await invitationTo(cellule, session));
  };
  const onTold = async (step: Step) => {
    if (seconds > 0) say(stepLine(step));
    if (seconds > 0 && telling.declares(step)) {
      await begin();
      say(`The weekend unfolds from now on, over ${seconds} seconds: open two parties next to each other`);
    }
  };
  await replay(telling, scenario.steps, { seconds, signal, onTold });
  const facts = new Set(scenario.steps.flatMap((step) => step.facts));
  say(`The weekend is told: ${facts.size} facts in ${scenario.steps.length} steps`);
  if (seconds === 0) await begin();
}

/** Goes on from where the last run was, at the hour of its last line. */
export async function goOn({ cellule, clock, say, invite }: Stage, last: Session): Promise<void> {
  const [line] = await cellule.record.dataSource.query('SELECT max(recorded_at) AS latest FROM journal_entry');
  clock.moveTo(line.latest);
  const invitation = await invitationTo(cellule, last);
  const query = 'query ($id: ID!) { incident(id: $id) { reference } }';
  await new Api(cellule.url).ask(invitation.parties[0]?.token ?? '', query, { id: last.incident.id }).catch(() => {
    throw new Refusal(`The incident ${last.incident.reference} of the last run is not there: start without --keep.`);
  });
  say('The data of the last run are kept');
  invite(invitation);
}

async function invitationTo({ url }: Cellule, { tokenKey, incident, parties }: Session): Promise<Invitation> {
  const tokens = new KeyedTokens(tokenKey);
  const guests = parties.map(async (party) => ({
    ...{ code: party.code, name: party.name },
    token: await tokenOf(tokens, party),
  }));
  return {
    url,
    graphql: `${url}/graphql`,
    graphiql: `${url}/graphiql`,
    dashboard: `${url}/`,
    incident,
    parties: await Promise.all(guests),
  };
}
