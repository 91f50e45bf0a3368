import { buildGraphQLWSExecutor } from '@graphql-tools/executor-graphql-ws';
import { GraphQLError } from 'graphql';
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
      return saidAtItsEnd(executor(request));

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

/** Why a socket closed, as an error with a code: a reader who was let in before comes back. */
function saidAtItsEnd(results) {
  const told = ({ code, reason }) => {
    const error = new GraphQLError(reason || 'The line to Cellule was cut.', {
      extensions: { code: code === 4401 ? 'UNAUTHENTICATED' : 'UNAVAILABLE' },
    });
    return { done: false, value: { errors: [error] } };
  };
  return {
    next: () => results.next().catch(told),
    return: () => results.return(),
    [Symbol.asyncIterator]: () => saidAtItsEnd(results),
  };
}
