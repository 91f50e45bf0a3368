import { atLeast, atMost } from '../report.mjs';
import { deliveries, few, imitate, many, perEntry, usualMix, usualSubscription } from './deliveries.mjs';

const perSecond = ({ delivered, seconds }) => delivered / seconds;
const [cpuGoal, cpuGate] = [1.2, 1.7];

function study({ name, subscribersOf, phases, rows }) {
  const open = async (bench) => {
    const clients = await bench.peers.client('subscribers.mjs');
    const subscribers = subscribersOf(bench.sizes);
    const subscription = await usualSubscription(bench.peers, subscribers);
    const bytes = await imitate(bench, clients, subscription);
    const about = `${subscribers} subscribers: ${usualMix}; ${bytes} bytes a message`;
    return { clients, subscription, about, phases: phases(bench.quick) };
  };
  const round = async ({ peers, product, baseline }, { clients, subscription, phases: asked }) => {
    const run = (server, path) => deliveries(peers, { server, path, clients, subscription, phases: asked });
    return { product: await run(product, '/graphql'), baseline: await run(baseline, '/broadcast') };
  };
  const close = ({ clients }) => clients.stop();
  return { name, rows: (sizes) => rows(subscribersOf(sizes)), open, round, close };
}

const ratio = (of, phase) => (found) => of(found.product[phase]) / of(found.baseline[phase]);

export const fanOut = study({
  name: 'fan-out',
  subscribersOf: (sizes) => sizes.subscribers,
  phases: (quick) => ({
    few: ['loop', { window: few, milliseconds: quick ? 1500 : 4000 }],
    many: ['loop', { window: many, milliseconds: quick ? 1500 : 4000 }],
    steady: ['rate', { perSecond: 10, milliseconds: quick ? 3000 : 8000 }],
  }),
  rows: (subscribers) => [
    atLeast(
      { id: 'fan-out', goal: 0.9, gate: 0.65, of: ratio(perSecond, 'few') },
      `fan-out through the mutation, ${subscribers} subscribers, ${few} entries under way: delivered/s × raw broadcast`,
    ),
    atMost(
      { id: 'cpu', goal: cpuGoal, gate: cpuGate, of: ratio(perEntry, 'few') },
      `CPU per delivered entry × raw broadcast, ${subscribers} subscribers, ${few} entries under way`,
    ),
    atMost(
      { id: 'cpu-steady', goal: cpuGoal, gate: cpuGate, of: ratio(perEntry, 'steady') },
      `CPU per delivered entry × raw broadcast, ${subscribers} subscribers, 10 entries/s`,
    ),
    atLeast(
      { id: 'max', goal: 3, gate: 1.5, of: ratio(perSecond, 'many') },
      `at maximum rate with coalescing, ${subscribers} subscribers, ${many} entries under way: delivered/s × raw broadcast`,
    ),
    atMost(
      { id: 'latency', goal: 1.5, gate: 2.5, of: ratio(({ p99 }) => p99, 'steady') },
      `10 entries/s × ${subscribers} subscribers: p99 from sending the mutation × raw`,
    ),
  ],
});

export const crowd = study({
  name: 'crowd',
  subscribersOf: (sizes) => sizes.crowd,
  phases: (quick) => ({
    few: ['loop', { window: few, milliseconds: quick ? 1500 : 5000 }],
    steady: ['rate', { perSecond: 2, milliseconds: quick ? 2000 : 5000 }],
  }),
  rows: (subscribers) => [
    atMost(
      { id: 'crowd', goal: cpuGoal, gate: cpuGate, of: ratio(perEntry, 'few') },
      `CPU per delivered entry × raw broadcast, ${subscribers} subscribers, ${few} entries under way`,
    ),
    atMost(
      { id: 'crowd-steady', goal: cpuGoal, gate: cpuGate, of: ratio(perEntry, 'steady') },
      `CPU per delivered entry × raw broadcast, ${subscribers} subscribers, 2 entries/s`,
    ),
  ],
});
