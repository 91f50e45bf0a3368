import { incidentId, incidents } from '../cast.mjs';
import { atMost, NotMeasurable } from '../report.mjs';
import { ordinary } from '../seed.mjs';
import { postgresSeconds } from '../usage.mjs';
import { bodiesOf, clientTokens, questions } from './requests.mjs';

const asked = 100;

/** Of a record of this size: its longest journal half the time, and incidents from everywhere in it. */
function dashboards(scale) {
  const all = ordinary.incidents * scale - incidents.ordinaryFrom;
  const variables = Array.from({ length: asked }, (_, place) => {
    const incident = place % 2 === 0 ? incidents.longest : incidents.ordinaryFrom + Math.floor((place * all) / asked);
    return { id: incidentId(incident) };
  });
  return { document: 'dashboard', variables };
}

const perQuery = (phase) => (figures) => figures[phase].postgres / figures[phase].answers;

function rowOf(id, phase, largest) {
  const cost = perQuery(phase);
  return atMost(
    { id, goal: 1.3, gate: 2, of: ({ large, small }) => cost(large) / cost(small) },
    `${largest} × the data: PostgreSQL CPU per ${phase} query × 1 ×`,
  );
}

export const growth = {
  name: 'growth',
  rows: ({ largest }) => [rowOf('growth', 'dashboard', largest), rowOf('growth-list', 'list', largest)],
  open: async ({ peers, records, dataDir }) => {
    if (postgresSeconds(dataDir) === undefined)
      throw new NotMeasurable('the CPU of PostgreSQL is known only where there is /proc');
    const client = await peers.client('requests.mjs');
    return { client, tokens: await clientTokens(peers), about: records.map(({ scale }) => `${scale} ×`).join(', ') };
  },
  round: async (bench, session) => {
    const { records } = bench;
    const found = [];
    for (const record of records) found.push(await ofRecord(bench, session, record));
    return { small: found[0], large: found.at(-1), all: found };
  },
  close: ({ client }) => client.stop(),
};

async function ofRecord({ peers, dataDir, quick }, { client, tokens }, record) {
  const server = await peers.product(record);
  const run = async (question) => {
    const given = { port: server.ready.port, path: '/graphql', tokens, bodies: bodiesOf(question) };
    await client.ask('load', { ...given, milliseconds: quick ? 500 : 1000 });
    const before = postgresSeconds(dataDir);
    const figures = await client.ask('load', { ...given, milliseconds: quick ? 1000 : 3000 });
    return { ...figures, postgres: postgresSeconds(dataDir) - before };
  };
  const found = {
    scale: record.scale,
    dashboard: await run(dashboards(record.scale)),
    list: await run(questions['/list']),
  };
  await server.stop();
  return found;
}
