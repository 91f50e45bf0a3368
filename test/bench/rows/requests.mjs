import { deepStrictEqual } from 'node:assert';
import { everywhere, incidentId, incidents } from '../cast.mjs';
import { documentOf, measured } from '../peers.mjs';
import { atLeast, atMost, beside } from '../report.mjs';
import { ordinary } from '../seed.mjs';

const clients = 16;
const perRequest = ({ cpu, answers }) => cpu / answers;
const perSecond = ({ answers, seconds }) => answers / seconds;

export async function clientTokens(peers) {
  return Promise.all(Array.from({ length: clients }, (_, place) => peers.token(everywhere, place + 1)));
}

const anyIncident = (places) => Array.from({ length: places }, (_, place) => incidents.ordinaryFrom + place);
const entry = (incident) => ({
  input: { incidentId: incidentId(incident), entry: { text: 'Les officines confirment la reprise des livraisons.' } },
});

/** What is asked, by the path of the baseline. */
export const questions = {
  '/dashboard': {
    document: 'dashboard',
    variables: anyIncident(100).map((incident) => ({ id: incidentId(incident) })),
  },
  '/list': { document: 'list', variables: [{}] },
  '/append': { document: 'append', variables: anyIncident(ordinary.incidents - incidents.ordinaryFrom).map(entry) },
  '/hot': { document: 'append', variables: [entry(incidents.hot)] },
};

export function bodiesOf({ document, variables }) {
  const query = documentOf(document);
  return variables.map((given) => JSON.stringify({ query, variables: given }));
}

/** Both must answer the same before either is measured. */
async function requireSameAnswers({ product, baseline }, client, path, token) {
  for (const body of bodiesOf(questions[path]).slice(0, 10)) {
    const ask = async (server, at) =>
      JSON.parse(await client.ask('once', { target: { port: server.ready.port, path: at, token }, body }));
    deepStrictEqual(await ask(product, '/graphql'), await ask(baseline, path));
  }
}

/** The product, without what it keeps from one question to the next. */
const forgetful = { KEPT_ANSWER_CHARACTERS: '0' };

function study({ name, paths, readsOnly, rows }) {
  return {
    name,
    rows: () => rows,
    open: async (bench) => {
      const client = await bench.peers.client('requests.mjs');
      const tokens = await clientTokens(bench.peers);
      if (readsOnly) for (const path of paths) await requireSameAnswers(bench, client, path, tokens[0]);
      const anew = readsOnly ? await bench.peers.product(bench.record, forgetful) : undefined;
      return { client, tokens, anew, about: `${clients} clients, each another person` };
    },
    round: async ({ product, baseline, quick }, { client, tokens, anew }) => {
      const found = { product: {}, anew: {}, baseline: {} };
      const run = async (server, path, bodies) => {
        const given = { port: server.ready.port, path, tokens, bodies };
        await client.ask('load', { ...given, milliseconds: quick ? 1000 : 4000 });
        return measured(server, () => client.ask('load', { ...given, milliseconds: quick ? 1000 : 3000 }));
      };
      for (const path of paths) {
        const bodies = bodiesOf(questions[path]);
        found.product[path] = await run(product, '/graphql', bodies);
        if (anew) found.anew[path] = await run(anew, '/graphql', bodies);
        found.baseline[path] = await run(baseline, path, bodies);
      }
      return found;
    },
    close: async ({ client, anew }) => {
      await client.stop();
      await anew?.stop();
    },
  };
}

const ratio =
  (of, path, server = 'product') =>
  (found) =>
    of(found[server][path]) / of(found.baseline[path]);

export const queries = study({
  name: 'queries',
  paths: ['/dashboard', '/list'],
  readsOnly: true,
  rows: [
    atLeast(
      { id: 'dashboard', goal: 0.8, gate: 0.6, of: ratio(perSecond, '/dashboard') },
      `dashboard query, ${clients} clients: requests/s × one statement`,
    ),
    atMost(
      { id: 'dashboard-cpu', goal: 2.7, gate: 4, of: ratio(perRequest, '/dashboard') },
      'dashboard query: server CPU × one statement',
    ),
    atMost(
      { id: 'list-cpu', goal: 3, gate: 5, of: ratio(perRequest, '/list') },
      'list of open incidents: server CPU × one statement',
    ),
    beside(
      { id: 'dashboard-anew', of: ratio(perRequest, '/dashboard', 'anew') },
      'dashboard query, nothing kept of the one before: server CPU × one statement',
    ),
    beside(
      { id: 'list-anew', of: ratio(perRequest, '/list', 'anew') },
      'list of open incidents, nothing kept of the one before: server CPU × one statement',
    ),
  ],
});

export const appends = study({
  name: 'appends',
  paths: ['/append', '/hot'],
  rows: [
    atLeast(
      { id: 'append', goal: 0.5, gate: 0.3, of: ratio(perSecond, '/append') },
      `append by mutation, ${clients} clients, spread: tx/s × one statement`,
    ),
    atLeast(
      { id: 'append-hot', goal: 0.5, gate: 0.35, of: ratio(perSecond, '/hot') },
      `append by mutation, ${clients} clients, on one hot incident: tx/s × one statement on one row`,
    ),
  ],
});
