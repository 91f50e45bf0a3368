import type { ApolloServerPlugin } from '@apollo/server';
import { type ExecutionResult, getOperationAST } from 'graphql';
import type { ServerOptions as SocketHooks } from 'graphql-ws';
import type { Operation } from '../access/operation';
import type { CountedRequest, Metrics } from '../kernel/metrics';
import type { FormatError } from './errors';

/** The same format, and each error counted by its code. */
export function countingErrors(formatError: FormatError, metrics: Metrics): FormatError {
  return (error) => {
    const formatted = formatError(error);
    metrics.refused(String(formatted.extensions?.['code']));
    return formatted;
  };
}

/** Counts what comes over HTTP. */
export function countingRequests(metrics: Metrics): ApolloServerPlugin<Operation> {
  const count = (type: CountedRequest['type'], hasErrors: boolean) =>
    metrics.answered({ transport: 'http', type, outcome: hasErrors ? 'errors' : 'ok' });
  return {
    async contextCreationDidFail() {
      count('unknown', true);
    },
    async invalidRequestWasReceived() {
      count('unknown', true);
    },
    async requestDidStart() {
      return {
        async willSendResponse({ operation, response: { body } }) {
          const { data, errors } = body.kind === 'single' ? body.singleResult : {};
          // Only what was executed has data, be it null.
          count(data !== undefined && operation ? operation.operation : 'unknown', errors !== undefined);
        },
      };
    },
  };
}

type OnOperation = NonNullable<SocketHooks['onOperation']>;

/** Counts what comes over WebSockets, a subscription when it begins. */
export function countingOperations(metrics: Metrics): OnOperation {
  return (_socket, _id, _request, { document, operationName }, result) => {
    const type = getOperationAST(document, operationName)?.operation ?? 'unknown';
    const isRefused = !(Symbol.asyncIterator in result) && (result as ExecutionResult).errors !== undefined;
    metrics.answered({ transport: 'websocket', type, outcome: isRefused ? 'errors' : 'ok' });
  };
}
