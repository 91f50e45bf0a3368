import { everywhere, incidentId, incidents, parties, partiesOf } from '../cast.mjs';
import { documentOf, measured, untilQuiet } from '../peers.mjs';
import { ordinary } from '../seed.mjs';

/** How many entries may be under way at a time: so few that each is seen by itself, or as many as there are writers. */
export const [few, many] = [8, 64];
const warmUp = { window: few, milliseconds: 500 };
const personsOfEach = 10;
const words =
  'Les officines de Rennes confirment la reprise des livraisons ; la permanence reste ouverte jusqu’à 20 heures. ';
const mark = '@@words@@';

export const perEntry = ({ cpu, delivered }) => cpu / delivered;

/** What a subscriber asks, and who it is: persons of those involved, in turn. */
export async function subscriptionTo(peers, { incident, subscribers, stakeholders, persons }) {
  const tokens = [];
  for (let place = 0; place < subscribers; place += 1) {
    const party = stakeholders[place % stakeholders.length];
    tokens.push(await peers.token(party, 1 + (Math.floor(place / stakeholders.length) % persons)));
  }
  return { tokens, payload: { query: documentOf('feed'), variables: { incidents: [incidentId(incident)] } } };
}

/** The mix that most is measured with: a hundred persons of ten stakeholders. */
export function usualSubscription(peers, subscribers) {
  const stakeholders = partiesOf(incidents.live, ordinary.stakeholders);
  return subscriptionTo(peers, { incident: incidents.live, subscribers, stakeholders, persons: personsOfEach });
}

export const usualMix = `${parties * personsOfEach} persons of ${parties} stakeholders`;

/** Those who write, through the mutation or to the broadcast. */
export async function writersOf(peers, { incident, port, path = '/graphql' }) {
  const input = { incidentId: incidentId(incident), entry: { text: mark, confidence: 'VERIFIED' } };
  const body = JSON.stringify({ query: documentOf('append'), variables: { input } }).split(mark);
  return { target: { port, path, token: await peers.token(everywhere, 1) }, body, words, clients: many };
}

/** The baseline sends what the product sends: the same message, but for the words and the number at its end. */
export async function imitate({ product, baseline, peers }, clients, { tokens, payload }) {
  const { port } = product.ready;
  await clients.ask('open', { port, payload, tokens: tokens.slice(0, 1) });
  await clients.ask('write', await writersOf(peers, { incident: incidents.live, port }));
  const message = await clients.ask('sample');
  await clients.ask('close');
  const [, beforeText, afterText, afterNumber] = /^(.*"text":")[^"]*(".*"head":\{"number":)\d+(\}+)$/s.exec(message);
  await baseline.ask('imitate', { beforeText, afterText, afterNumber });
  return Buffer.byteLength(message);
}

/** Subscribes, and measures the server in each phase: `loop` or `rate` of load/subscribers.mjs. */
export async function deliveries(peers, { server, path, incident = incidents.live, clients, subscription, phases }) {
  const { port } = server.ready;
  await clients.ask('open', { port, ...subscription });
  await clients.ask('write', await writersOf(peers, { incident, port, path }));
  await clients.ask('loop', warmUp);
  const found = {};
  for (const [name, [kind, given]] of Object.entries(phases)) {
    await untilQuiet(server);
    found[name] = await measured(server, () => clients.ask(kind, given));
  }
  await clients.ask('close');
  await untilQuiet(server);
  return found;
}
