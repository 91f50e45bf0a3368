// node gateway.mjs SUPERGRAPH: Hive Gateway in front of Cellule and of other graphs, over HTTP and WebSocket. Prints its
// address once it serves, and ends at SIGTERM.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createGatewayRuntime, getGraphQLWSOptions } from '@graphql-hive/gateway-runtime';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { socketsOfViewers } from './sockets-of-viewers.mjs';

/** Who asks, and for whom: the gateway itself has no token. */
const ofTheViewer = ['authorization', 'acting-for'];

const gateway = createGatewayRuntime({
  supergraph: readFileSync(process.argv[2], 'utf8'),
  logging: 'warn',
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) =>
      Object.fromEntries(ofTheViewer.map((name) => [name, request.headers.get(name)]).filter(([, value]) => value)),
  },
  transports: (kind) => (kind === 'ws' ? socketsOfViewers : import('@graphql-mesh/transport-http')),
  transportEntries: { cellule: { options: { subscriptions: { kind: 'ws' } } } },
});

const server = createServer(gateway);

// Over a WebSocket, who asks is said by `connection_init`; from here on it is as in a request.
const sockets = getGraphQLWSOptions(gateway, ({ connectionParams = {}, extra: { request } }) => {
  const { authorization, actingFor } = connectionParams;
  const headers = { ...(authorization && { authorization }), ...(actingFor && { 'acting-for': actingFor }) };
  return { headers, request: new Request(`http://${request.headers.host}/graphql`, { method: 'POST', headers }) };
});
const endOfSockets = useServer(sockets, new WebSocketServer({ server, path: '/graphql' }));

process.once('SIGTERM', async () => {
  server.close();
  await endOfSockets.dispose();
  await gateway[Symbol.asyncDispose]();
  server.closeAllConnections();
});

server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
