import { classes, everywhere, incidents, partiesOf } from '../cast.mjs';
import { atMost } from '../report.mjs';
import { deliveries, perEntry, subscriptionTo } from './deliveries.mjs';

/** As many subscribers, of many stakeholders or all of one. */
export const manyClasses = {
  name: 'classes',
  rows: ({ ofEach }) => [
    atMost(
      { id: 'classes', goal: 1.5, gate: 2.2, of: ({ all, one }) => perEntry(all.steady) / perEntry(one.steady) },
      `${classes} classes × ${ofEach} subscribers, 10 entries/s: CPU per entry × one class`,
    ),
  ],
  open: async ({ peers, sizes: { ofEach } }) => {
    const who = { incident: incidents.classes, subscribers: classes * ofEach };
    const stakeholders = partiesOf(incidents.classes);
    return {
      clients: await peers.client('subscribers.mjs'),
      about: `${who.subscribers} subscribers, each another person: of ${classes} stakeholders, or of one`,
      ofAll: await subscriptionTo(peers, { ...who, stakeholders, persons: ofEach }),
      ofOne: await subscriptionTo(peers, { ...who, stakeholders: [everywhere], persons: who.subscribers }),
    };
  },
  round: async ({ peers, product: server, quick }, { clients, ofAll, ofOne }) => {
    const phases = { steady: ['rate', { perSecond: 10, milliseconds: quick ? 3000 : 5000 }] };
    const run = (subscription) =>
      deliveries(peers, { server, incident: incidents.classes, clients, subscription, phases });
    return { all: await run(ofAll), one: await run(ofOne) };
  },
  close: ({ clients }) => clients.stop(),
};
