// Keeps what a page shows current: a query fills Apollo's cache, the journal feeds it, and after a cut goes on where it was.
//   npm i @apollo/client rxjs graphql graphql-ws ws
//   CELLULE_URL=http://localhost:4000/graphql CELLULE_TOKEN=… node apollo-client.mjs ARS-BRE-2024-7KQ2
import { setTimeout as pause } from 'node:timers/promises';
import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { RemoveTypenameFromVariablesLink } from '@apollo/client/link/remove-typename';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

globalThis.WebSocket ??= WebSocket; // Browsers and Node 22 have one of their own.

const { CELLULE_URL: url, CELLULE_TOKEN: token } = process.env;
const authorization = `Bearer ${token}`;
const socket = createClient({
  url: url.replace(/^http/, 'ws'),
  connectionParams: { authorization },
  retryAttempts: 0, // By itself it would go on from the position that it was first given.
});
const apollo = new ApolloClient({
  cache: new InMemoryCache(),
  link: ApolloLink.from([
    new RemoveTypenameFromVariablesLink(), // Positions are handed back as they came.
    ApolloLink.split(
      ({ operationType }) => operationType === 'subscription',
      new GraphQLWsLink(socket),
      new HttpLink({ uri: url, headers: { authorization } }),
    ),
  ]),
});

const situation = gql`
  fragment Situation on Incident {
    id
    title
    status
    affectedRegions { id status region { code name } }
  }
`;
const query = gql`
  query Page($reference: String!) {
    incident(reference: $reference) { ...Situation journalHead { incidentId number chainHash } }
  }
  ${situation}
`;
const journal = gql`
  subscription Journal($incidents: [ID!], $after: [JournalPositionInput!]) {
    journal(incidents: $incidents, after: $after) {
      ... on JournalBatch {
        incident { ...Situation }
        lines { ... on JournalEntry { id number text } ... on SealedEntry { number } }
        head { incidentId number chainHash }
      }
      ... on JournalEnded { endReason: reason }
      ... on JournalReset { resetReason: reason head { incidentId number chainHash } }
    }
  }
  ${situation}
`;

const page = { query, variables: { reference: process.argv[2] } };
const { data } = await apollo.query(page);
let position = data.incident.journalHead; // The journal goes on from what the query saw: nothing is lost in between.

apollo.watchQuery(page).subscribe(({ data }) => data && show(data.incident));

for (;;) {
  await follow();
  await pause(1000);
}

/** Until the connection is cut. Before `take` hears of it, the cache has taken in the incident, by its id. */
function follow() {
  const variables = { incidents: [position.incidentId], after: [position] };
  return new Promise((resolve) => {
    apollo.subscribe({ query: journal, variables }).subscribe({ next: take, complete: resolve });
  });
}

function take({ data, error }) {
  if (error) return console.error(error.message);
  const { lines = [], head, endReason, resetReason } = data.journal;
  for (const { number, text } of lines) console.log(number, text ?? '(sealed, or without words)');
  if (head) position = head;
  if (resetReason) apollo.refetchQueries({ include: 'active' }); // As after a restored database.
  if (endReason) process.exit(); // Involved no longer.
}

function show({ title, status, affectedRegions }) {
  console.log(title, status, ...affectedRegions.map((one) => `${one.region.name}: ${one.status}`));
}
