// Follows all journals with graphql-ws alone, keeps its positions in a file, and goes on from there after a cut or a restart.
//   npm i graphql-ws graphql ws
//   CELLULE_URL=http://localhost:4000/graphql CELLULE_TOKEN=… node graphql-ws.mjs
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const { CELLULE_URL: url, CELLULE_TOKEN: token, POSITIONS: file = 'positions.json' } = process.env;

const query = `subscription ($after: [JournalPositionInput!]) {
  journal(after: $after) {
    ... on JournalBatch {
      lines { ... on JournalEntry { number kind text } ... on SealedEntry { number } }
      head { incidentId number chainHash }
    }
    ... on JournalEnded { incidentId endReason: reason }
    ... on JournalReset { resetReason: reason head { incidentId number chainHash } }
  }
}`;

/** By incident. An incident that is not among them comes from its beginning. */
const positions = new Map(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []);

for (;;) {
  await follow().catch((cut) => console.error('cut:', cut.reason || cut.message || cut));
  await pause(1000);
}

async function follow() {
  const client = createClient({
    url: url.replace(/^http/, 'ws'),
    connectionParams: { authorization: `Bearer ${token}` },
    webSocketImpl: WebSocket, // Node 22 and browsers have one of their own.
    retryAttempts: 0, // A new attempt must name the positions of that moment.
  });
  for await (const { data, errors } of client.iterate({ query, variables: { after: [...positions.values()] } })) {
    if (errors) throw errors[0];
    take(data.journal);
  }
}

function take({ lines = [], head, incidentId, endReason, resetReason }) {
  for (const { number, text, kind } of lines) console.log(number, text ?? `(${kind ?? 'sealed'})`);
  if (endReason) console.log(incidentId, endReason);
  if (resetReason) console.log(head.incidentId, resetReason);
  if (endReason) positions.delete(incidentId);
  if (head) positions.set(head.incidentId, head);
  writeFileSync(`${file}.new`, JSON.stringify([...positions]));
  renameSync(`${file}.new`, file); // Whole, or not at all.
}
