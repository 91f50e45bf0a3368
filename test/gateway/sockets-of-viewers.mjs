import { buildGraphQLWSExecutor } from '@graphql-tools/executor-graphql-ws';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

/**
 * How the gateway subscribes: over one WebSocket for each viewer. The transport of the library connects anew by itself after a
 * cut, and then asks what it asked before: what came meanwhile is missing, or what came before comes twice. This one ends the
 * subscription, so that its reader, who has the positions of that moment, goes on from there.
 */
export const socketsOfViewers = {
  getSubgraphExecutor({ transportEntry: { location } }) {
    const executors = new Map();
    return (request) => {
      const { authorization, 'acting-for': actingFor } = request.context.headers;
      const viewer = JSON.stringify([authorization, actingFor]);
      const executor = executors.get(viewer) ?? buildGraphQLWSExecutor(clientFor({ authorization, actingFor }));
      executors.set(viewer, executor);
      return executor(request);

      function clientFor(connectionParams) {
        return createClient({
          url: location.replace(/^http/, 'ws'),
          webSocketImpl: WebSocket,
          connectionParams,
          retryAttempts: 0,
          on: { closed: () => executors.delete(viewer) },
        });
      }
    };
  },
};
