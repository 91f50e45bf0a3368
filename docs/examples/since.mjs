// Prints what was written in one journal after a line that one has, such as line 42.
//   npm i cellule ws
//   CELLULE_URL=http://localhost:4000/graphql CELLULE_TOKEN=… node since.mjs ARS-BRE-2024-7KQ2 42
import { followJournal } from 'cellule/client';
import WebSocket from 'ws';

const { CELLULE_URL: url, CELLULE_TOKEN: token } = process.env;
const [reference, number] = process.argv.slice(2);

const query = `query ($reference: String!, $number: Int!) {
  incident(reference: $reference) {
    id
    entry(number: $number) { ... on NumberedLine { number chainHash } }
  }
}`;

const response = await fetch(url, {
  method: 'POST',
  headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  body: JSON.stringify({ query, variables: { reference, number: Number(number) } }),
});
const { incident } = (await response.json()).data;

const following = followJournal({
  url,
  token,
  webSocket: WebSocket, // Node 22 and browsers have one of their own.
  incidents: [incident.id],
  after: [{ incidentId: incident.id, ...incident.entry }], // Who kept the position of the line needs no query.
  onUpdate(update) {
    if (update.kind !== 'lines') return;
    for (const line of update.lines) console.log(line.number, line.text ?? `(${line.kind ?? 'sealed'})`);
    if (update.caughtUp) following.stop();
  },
});
await following.ended;
