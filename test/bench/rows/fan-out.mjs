import { classes, everywhere, incidentId, incidents, parties, partiesOf } from '../cast.mjs';
import { documentOf, measured, untilQuiet } from '../peers.mjs';
import { ordinary } from '../seed.mjs';

const [few, many] = [8, 64];
const personsOfEach = 10;
const words =
  'Les officines de Rennes confirment la reprise des livraisons ; la permanence reste ouverte jusqu’à 20 heures. ';
const mark = '@@words@@';

export const perEntry = ({ cpu, delivered }) => cpu / delivered;
const perSecond = ({ delivered, seconds }) => delivered / seconds;

/** What a subscriber asks, and who it is: persons of those involved, in turn. */
export async function subscriptionTo(peers, { incident, subscribers, stakeholders, persons }) {
  const tokens = [];
  for (let place = 0; place < subscribers; place += 1) {
    const party = stakeholders[place % stakeholders.length];
    tokens.push(await peers.token(party, 1 + (Math.floor(place / stakeholders.length) % persons)));
  }
  return { tokens, payload: { query: documentOf('feed'), variables: { incidents: [incidentId(incident)] } } };
}

/** Those who write, through the mutation or to the broadcast. */
export async function writersOf(peers, { incident, port, path }) {
  const input = { incidentId: incidentId(incident), entry: { text: mark, confidence: 'VERIFIED' } };
  const body = JSON.stringify({ query: documentOf('append'), variables: { input } }).split(mark);
  return { target: { port, path, token: await peers.token(everywhere, 1) }, body, words, clients: many };
}

/** The baseline sends what the product sends: the same message, but for the words and the number at its end. */
async function imitate(bench, clients, subscription) {
  const { product, baseline, peers } = bench;
  await clients.ask('open', { port: product.ready.port, ...subscription, tokens: subscription.tokens.slice(0, 1) });
  await clients.ask(
    'write',
    await writersOf(peers, { incident: incidents.live, port: product.ready.port, path: '/graphql' }),
  );
  const message = await clients.ask('sample');
  await clients.ask('close');
  const [, beforeText, afterText, afterNumber] = /^(.*"text":")[^"]*(".*"head":\{"number":)\d+(\}+)$/s.exec(message);
  await baseline.ask('imitate', { beforeText, afterText, afterNumber });
  return Buffer.byteLength(message);
}

function study({ name, subscribersOf, phases, rows }) {
  const open = async (bench) => {
    const { peers, quick } = bench;
    const clients = await peers.client('subscribers.mjs');
    const who = { incident: incidents.live, subscribers: subscribersOf(bench), persons: personsOfEach };
    const subscription = await subscriptionTo(peers, {
      ...who,
      stakeholders: partiesOf(incidents.live, ordinary.stakeholders),
    });
    const bytes = await imitate(bench, clients, subscription);
    const about = `${who.subscribers} subscribers: ${parties * personsOfEach} persons of ${parties} stakeholders; ${bytes} bytes a message`;
    return { clients, subscription, about, phases: phases(quick) };
  };
  const round = async (bench, { clients, subscription, phases: asked }) => {
    const run = (server, path) => deliveries(bench.peers, { server, path, clients, subscription, phases: asked });
    return { product: await run(bench.product, '/graphql'), baseline: await run(bench.baseline, '/broadcast') };
  };
  return { name, rows, open, round, close: ({ clients }) => clients.stop() };
}

async function deliveries(peers, { server, path, clients, subscription, phases }) {
  const { port } = server.ready;
  await clients.ask('open', { port, ...subscription });
  await clients.ask('write', await writersOf(peers, { incident: incidents.live, port, path }));
  await clients.ask('loop', { window: few, milliseconds: 500 });
  const found = {};
  for (const [name, [kind, given]] of Object.entries(phases)) {
    await untilQuiet(server);
    found[name] = await measured(server, () => clients.ask(kind, given));
  }
  await clients.ask('close');
  await untilQuiet(server);
  return found;
}

const ratio =
  (of, phase) =>
  ({ product, baseline }) =>
    of(product[phase]) / of(baseline[phase]);

export const fanOut = study({
  name: 'fan-out',
  subscribersOf: ({ sizes }) => sizes.subscribers,
  phases: (quick) => ({
    few: ['loop', { window: few, milliseconds: quick ? 1500 : 4000 }],
    many: ['loop', { window: many, milliseconds: quick ? 1500 : 4000 }],
    steady: ['rate', { perSecond: 10, milliseconds: quick ? 3000 : 8000 }],
  }),
  rows: ({ subscribers }) => [
    {
      id: 'fan-out',
      unit: `fan-out through the mutation, ${subscribers} subscribers, ${few} entries under way: delivered/s × raw broadcast`,
      goal: 0.9,
      gate: 0.65,
      better: 'more',
      of: ratio(perSecond, 'few'),
    },
    {
      id: 'cpu',
      unit: `CPU per delivered entry × raw broadcast, ${subscribers} subscribers, ${few} entries under way`,
      goal: 1.2,
      gate: 1.7,
      better: 'less',
      of: ratio(perEntry, 'few'),
    },
    {
      id: 'cpu-steady',
      unit: `the same at 10 entries/s, one by one`,
      goal: 1.2,
      gate: 1.7,
      better: 'less',
      of: ratio(perEntry, 'steady'),
    },
    {
      id: 'max',
      unit: `at maximum rate with coalescing, ${many} entries under way, ${subscribers} subscribers × raw broadcast`,
      goal: 3,
      gate: 1.5,
      better: 'more',
      of: ratio(perSecond, 'many'),
    },
    {
      id: 'latency',
      unit: `10 entries/s × ${subscribers} subscribers: p99 from sending the mutation × raw`,
      goal: 1.5,
      gate: 2.5,
      better: 'less',
      of: ratio(({ p99 }) => p99, 'steady'),
    },
  ],
});

export const crowd = study({
  name: 'crowd',
  subscribersOf: ({ sizes }) => sizes.crowd,
  phases: (quick) => ({
    few: ['loop', { window: few, milliseconds: quick ? 1500 : 5000 }],
    steady: ['rate', { perSecond: 2, milliseconds: quick ? 2000 : 5000 }],
  }),
  rows: ({ crowd: subscribers }) => [
    {
      id: 'crowd',
      unit: `CPU per delivered entry × raw broadcast, ${subscribers} subscribers, ${few} entries under way`,
      goal: 1.2,
      gate: 1.7,
      better: 'less',
      of: ratio(perEntry, 'few'),
    },
    {
      id: 'crowd-steady',
      unit: `the same at 2 entries/s, one by one`,
      goal: 1.2,
      gate: 1.7,
      better: 'less',
      of: ratio(perEntry, 'steady'),
    },
  ],
});

/** As many subscribers, of many stakeholders or all of one. */
export const manyClasses = {
  name: 'classes',
  rows: ({ ofEach }) => [
    {
      id: 'classes',
      unit: `${classes} classes × ${ofEach} subscribers, 10 entries/s: CPU per entry × one class`,
      goal: 1.5,
      gate: 2.2,
      better: 'less',
      of: ({ many: all, one }) => perEntry(all) / perEntry(one),
    },
  ],
  open: async ({ peers, sizes }) => {
    const clients = await peers.client('subscribers.mjs');
    const who = { incident: incidents.classes, subscribers: classes * sizes.ofEach };
    const stakeholders = partiesOf(incidents.classes);
    return {
      clients,
      about: `${who.subscribers} subscribers, each another person: of ${classes} stakeholders, or of one`,
      many: await subscriptionTo(peers, { ...who, stakeholders, persons: sizes.ofEach }),
      one: await subscriptionTo(peers, { ...who, stakeholders: [everywhere], persons: who.subscribers }),
    };
  },
  round: async ({ peers, product, quick }, { clients, many: ofMany, one: ofOne }) => {
    const { port } = product.ready;
    const run = async (subscription) => {
      await clients.ask('open', { port, ...subscription });
      await clients.ask('write', await writersOf(peers, { incident: incidents.classes, port, path: '/graphql' }));
      await clients.ask('loop', { window: few, milliseconds: 500 });
      await untilQuiet(product);
      const found = await measured(product, () =>
        clients.ask('rate', { perSecond: 10, milliseconds: quick ? 3000 : 5000 }),
      );
      await clients.ask('close');
      await untilQuiet(product);
      return found;
    };
    return { many: await run(ofMany), one: await run(ofOne) };
  },
  close: ({ clients }) => clients.stop(),
};

/** Servers of its own, since what a server has once taken it does not give back. */
export const memory = {
  name: 'memory',
  rounds: 1,
  rows: ({ crowd: subscribers }) => [
    {
      id: 'memory',
      unit: `memory per idle subscriber, ${subscribers} subscribers × raw`,
      goal: 2,
      gate: 3,
      better: 'less',
      of: ({ product, baseline }) => product.bytesEach / baseline.bytesEach,
    },
  ],
  open: async ({ peers, sizes }) => {
    const clients = await peers.client('subscribers.mjs');
    const who = { incident: incidents.live, subscribers: sizes.crowd, persons: personsOfEach };
    const subscription = await subscriptionTo(peers, {
      ...who,
      stakeholders: partiesOf(incidents.live, ordinary.stakeholders),
    });
    return { clients, subscription, about: `${sizes.crowd} subscribers` };
  },
  round: async ({ peers, record }, { clients, subscription }) => {
    const run = async (server) => {
      const { port } = server.ready;
      // What any subscriber makes it load and compile is not what each of them takes.
      await clients.ask('open', { port, ...subscription, tokens: subscription.tokens.slice(0, 100) });
      await clients.ask('close');
      await untilQuiet(server);
      const before = await server.ask('memory');
      await clients.ask('open', { port, ...subscription });
      await untilQuiet(server);
      const after = await server.ask('memory');
      await clients.ask('close');
      await server.stop();
      return { bytesEach: (after - before) / subscription.tokens.length };
    };
    return { product: await run(await peers.product(record)), baseline: await run(await peers.baseline(record)) };
  },
  close: ({ clients }) => clients.stop(),
};
