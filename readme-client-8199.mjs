import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const client = createClient({
  url: 'ws://127.0.0.1:37819/graphql',
  webSocketImpl: WebSocket,
  connectionParams: { authorization: `Bearer ${process.env.TOKEN}` },
});
const positions = new Map(); // keep these, and hand them back in `after`

const query = `subscription ($after: [JournalPositionInput!]) {
  journal(after: $after) {
    ... on JournalBatch { lines { ... on JournalEntry { number text } } head { incidentId number chainHash } }
  }
}`;
for await (const { data } of client.iterate({ query, variables: { after: [...positions.values()] } })) {
  const { lines, head } = data.journal;
  for (const line of lines ?? []) console.log(line.number, line.text);
  if (lines?.length) process.exit(0);
  if (head) positions.set(head.incidentId, head);
}
