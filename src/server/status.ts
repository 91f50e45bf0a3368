import type { ApolloServerPlugin } from '@apollo/server';
import Negotiator from 'negotiator';
import type { Operation } from '../access/operation';

const json = 'application/json';
const graphqlJson = 'application/graphql-response+json';

/** What is no GraphQL request at all is refused by its status, whoever asks. */
const neverUnderstood = 'BAD_REQUEST';

/**
 * GraphQL over HTTP, section 6.4: who reads plain JSON is told with 200 of a request that was understood, whatever came of it,
 * since a proxy may say 400 too; the media type of GraphQL leaves no such doubt.
 */
export function plainStatus(): ApolloServerPlugin<Operation> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ request, errors, response: { http } }) {
          if (http.status !== 400 || !readsPlainJson(request.http?.headers.get('accept'))) return;
          if (!errors?.some(({ extensions }) => extensions['code'] === neverUnderstood)) http.status = 200;
        },
      };
    },
  };
}

function readsPlainJson(accept: string | undefined): boolean {
  return accept === undefined || new Negotiator({ headers: { accept } }).mediaType([json, graphqlJson]) === json;
}
