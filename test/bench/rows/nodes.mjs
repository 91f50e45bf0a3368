import { incidents, partiesOf } from '../cast.mjs';
import { untilQuiet } from '../peers.mjs';
import { atMost, NotMeasurable } from '../report.mjs';
import { ordinary } from '../seed.mjs';
import { subscriptionTo, writersOf } from './deliveries.mjs';

const perSecond = 50;
const subscribers = 10;
/** Above that, entries wait for one another, and what is added is lost among it. */
const mostMs = 100;

/** Written through one node, received on that and on another. */
export const nodes = {
  name: 'nodes',
  rows: () => [
    atMost(
      { id: 'nodes', goal: 2, gate: 5, suffix: ' ms', of: ({ here, there }) => there.p50 - here.p50 },
      `two nodes: added p50 at ${perSecond} entries/s`,
    ),
  ],
  open: async ({ peers, record }) => {
    const who = { incident: incidents.nodes, subscribers, persons: 1 };
    return {
      other: await peers.product(record),
      here: await peers.client('subscribers.mjs'),
      there: await peers.client('subscribers.mjs'),
      subscription: await subscriptionTo(peers, {
        ...who,
        stakeholders: partiesOf(incidents.nodes, ordinary.stakeholders),
      }),
      about: `${subscribers} subscribers on each`,
    };
  },
  round: async ({ peers, product, quick }, { other, here, there, subscription }) => {
    await here.ask('open', { port: product.ready.port, ...subscription });
    await there.ask('open', { port: other.ready.port, ...subscription });
    await here.ask(
      'write',
      await writersOf(peers, { incident: incidents.nodes, port: product.ready.port, path: '/graphql' }),
    );
    await here.ask('rate', { perSecond, milliseconds: 1000 });
    await untilQuiet(other);
    await there.ask('begin');
    const found = { here: await here.ask('rate', { perSecond, milliseconds: quick ? 2000 : 5000 }), there: undefined };
    await untilQuiet(other);
    found.there = await there.ask('latency');
    await here.ask('close');
    await there.ask('close');
    if (found.here.p50 > mostMs) {
      throw new NotMeasurable(
        `${perSecond} entries/s are more than this machine takes now (p50 ${found.here.p50.toFixed(0)} ms on one node)`,
      );
    }
    return found;
  },
  close: async ({ other, here, there }) => {
    await here.stop();
    await there.stop();
    await other.stop();
  },
};
