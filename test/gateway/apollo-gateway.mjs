// node apollo-gateway.mjs SUPERGRAPH: Apollo's gateway in front of the same graphs, for what is no subscription. Prints its
// address once it serves, and ends at SIGTERM.
import { readFileSync } from 'node:fs';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

class AsTheViewer extends RemoteGraphQLDataSource {
  willSendRequest({ request, context }) {
    for (const [name, value] of Object.entries(context)) if (value) request.http.headers.set(name, value);
  }
}

const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(process.argv[2], 'utf8'),
  buildService: ({ url }) => new AsTheViewer({ url }),
});
const server = new ApolloServer({ gateway });

const { url } = await startStandaloneServer(server, {
  listen: { port: 0, host: '127.0.0.1' },
  context: async ({ req: { headers } }) => ({
    authorization: headers.authorization,
    'acting-for': headers['acting-for'],
  }),
});
process.once('SIGTERM', () => server.stop());
console.log(url.replace(/\/$/, ''));
