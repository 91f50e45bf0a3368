// Says when we are involved in an incident, and when an action of ours is overdue: a line for each, to be sent on.
//   npm i cellule ws
//   CELLULE_URL=http://localhost:4000/graphql CELLULE_TOKEN=… node bot.mjs
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { followJournal } from 'cellule/client';
import WebSocket from 'ws';

const { CELLULE_URL: url, CELLULE_TOKEN: token, POSITIONS: file = 'positions.json' } = process.env;

async function ask(query) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors[0].message);
  return data;
}

const { viewer: us } = await ask('{ viewer { stakeholder { id } } }');

function tellInvolvement({ kind, subject }) {
  if (kind !== 'STAKEHOLDER_INVOLVED' || subject?.stakeholder.id !== us.stakeholder.id) return;
  const { reference, title } = subject.incident;
  console.log(`Involved as ${subject.role} in ${reference}, ${title}`);
}

const told = new Set();
async function tellOverdue() {
  const { viewer } = await ask(`{ viewer { stakeholder { actions(first: 500, filter: { overdue: true }) {
    edges { node { id title due { latest } incident { reference } } } } } } }`);
  for (const { node } of viewer.stakeholder.actions.edges) {
    if (!told.has(node.id))
      console.log(`Overdue since ${node.due.latest} in ${node.incident.reference}: ${node.title}`);
    told.add(node.id);
  }
}

const following = followJournal({
  url,
  token,
  webSocket: WebSocket, // Node 22 and browsers have one of their own.
  after: existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [],
  fields: 'kind subject { ... on Involvement { role stakeholder { id } incident { reference title } } }',
  async onUpdate(update, positions) {
    if (update.kind === 'lines') for (const line of update.lines) tellInvolvement(line);
    // Time alone makes an action overdue, and no line says so: each sign of life is an occasion to ask.
    if (update.kind === 'upToDate') await tellOverdue().catch(({ message }) => console.error(message));
    writeFileSync(file, JSON.stringify(positions));
  },
});

process.once('SIGINT', () => following.stop());
await following.ended;
