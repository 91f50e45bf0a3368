// Prints what is written, in every incident that the bearer of the token follows, and goes on where it left off.
//   CELLULE_URL=http://localhost:4000/graphql CELLULE_TOKEN=… node follow.mjs
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { followJournal } from 'cellule/client';
import WebSocket from 'ws';

const { CELLULE_URL: url, CELLULE_TOKEN: token, POSITIONS: file = 'positions.json' } = process.env;

const following = followJournal({
  url,
  token,
  after: existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [],
  webSocket: WebSocket, // Node 22 and browsers have one of their own.
  onUpdate(update, positions) {
    switch (update.kind) {
      case 'lines':
        for (const line of update.lines) console.log(line.number, line.text ?? `(${line.kind ?? 'sealed'})`);
        break;
      case 'upToDate':
        console.log('up to date as of', update.asOf.toISOString());
        break;
      default:
        console.log(update.incidentId, update.kind, update.reason);
    }
    keep(positions);
  },
  onStatus: ({ kind, reason }) => console.error(reason ?? kind),
});

// Whole or not at all. Who keeps the lines in a database writes the positions in the same transaction.
function keep(positions) {
  writeFileSync(`${file}.new`, JSON.stringify(positions));
  renameSync(`${file}.new`, file);
}

process.once('SIGINT', () => following.stop());
await following.ended;
