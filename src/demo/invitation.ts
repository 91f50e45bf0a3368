import type { DeclaredIncident } from './telling';

export interface Guest {
  readonly code: string;
  readonly name: string;
  readonly token: string;
}

/** What somebody needs in order to take part in a running demo. */
export interface Invitation {
  readonly url: string;
  readonly graphql: string;
  readonly graphiql: string;
  readonly incident: DeclaredIncident;
  readonly parties: readonly Guest[];
}

/** What to open and what to try, for people. */
export function invitationText({ graphql, graphiql, incident, parties }: Invitation): string {
  const links = parties.map(({ code, name, token }) => {
    const fragment = new URLSearchParams({ token, incident: incident.id, reference: incident.reference, party: name });
    return `  ${name} (${code})\n  ${graphiql}/#${fragment}\n`;
  });
  return `
The incident is ${incident.reference}. Open GraphiQL as one of its parties; the tabs hold queries, mutations and
subscriptions to run. Take two parties in two windows: start the subscription in one, write an entry in the other.

${links.join('\n')}
Or ask from a terminal:

  ${curl(graphql, parties[0]?.token ?? '')}

Ctrl-C to stop.
`;
}

function curl(graphql: string, token: string): string {
  const query = '{ incidents(first: 5) { edges { node { reference title status updatedAt } } } }';
  const headers = `-H 'content-type: application/json' -H 'authorization: Bearer ${token}'`;
  return `curl -s ${graphql} ${headers} -d '${JSON.stringify({ query })}'`;
}
