import { untilQuiet } from '../peers.mjs';
import { atMost } from '../report.mjs';
import { usualMix, usualSubscription } from './deliveries.mjs';

/** On servers of its own, since what a server has once taken it does not give back; and so in one round. */
export const memory = {
  name: 'memory',
  rounds: 1,
  rows: ({ crowd }) => [
    atMost(
      { id: 'memory', goal: 2, gate: 3, of: ({ product, baseline }) => product.bytesEach / baseline.bytesEach },
      `memory per idle subscriber, ${crowd} subscribers × raw`,
    ),
  ],
  open: async ({ peers, sizes: { crowd } }) => ({
    clients: await peers.client('subscribers.mjs'),
    subscription: await usualSubscription(peers, crowd),
    about: `${crowd} subscribers: ${usualMix}`,
  }),
  round: async ({ peers, record }, { clients, subscription }) => ({
    product: await taken(await peers.product(record), clients, subscription),
    baseline: await taken(await peers.baseline(record), clients, subscription),
  }),
  close: ({ clients }) => clients.stop(),
};

async function taken(server, clients, { tokens, payload }) {
  const { port } = server.ready;
  // What any subscriber makes it load and compile is not what each of them takes.
  await clients.ask('open', { port, payload, tokens: tokens.slice(0, 100) });
  await clients.ask('close');
  await untilQuiet(server);
  const before = await server.ask('memory');
  await clients.ask('open', { port, payload, tokens });
  await untilQuiet(server);
  const after = await server.ask('memory');
  await clients.ask('close');
  await server.stop();
  return { bytesEach: (after - before) / tokens.length };
}
