import { everywhere, incidentId, incidents, keyOf, linesToReplay } from '../cast.mjs';
import { documentOf } from '../peers.mjs';
import { atLeast } from '../report.mjs';

const perSecond = ({ entries, seconds }) => entries / seconds;

export const replay = {
  name: 'replay',
  rows: () => [
    atLeast(
      { id: 'replay', goal: 0.12, gate: 0.06, of: ({ product, baseline }) => perSecond(product) / perSecond(baseline) },
      `replay of ${linesToReplay} entries: entries/s × \`COPY\` of the same rows through \`pg\``,
    ),
  ],
  open: async ({ peers }) => {
    const payload = { query: documentOf('feed'), variables: { incidents: [incidentId(incidents.replay)], after: [] } };
    return {
      clients: await peers.client('subscribers.mjs'),
      payload,
      token: await peers.token(everywhere, 1),
      about: 'one reader',
    };
  },
  round: async ({ product, baseline }, { clients, payload, token }) => ({
    product: await clients.ask('replay', { port: product.ready.port, token, payload, entries: linesToReplay }),
    baseline: await baseline.ask('copy', keyOf('incident', incidents.replay)),
  }),
  close: ({ clients }) => clients.stop(),
};
