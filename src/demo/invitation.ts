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
  readonly dashboard: string;
  readonly incident: DeclaredIncident;
  readonly parties: readonly Guest[];
}

/** What to open and what to try, for people. */
export function invitationText({ graphql, graphiql, dashboard, incident, parties }: Invitation): string {
  const links = parties.map(({ code, name, token }) => {
    const fragment = new URLSearchParams({ token, incident: incident.id, reference: incident.reference, party: name });
    return `  ${name} (${code})\n  ${dashboard}#${fragment}\n`;
  });
  return `
The incident is ${incident.reference}. Open the dashboard as one of its parties. Take two parties in two windows: write
an entry in one, and see it arrive in the other.

${links.join('\n')}
The same links with ${graphiql}/ in the place of ${dashboard} open GraphiQL, whose tabs hold queries,
mutations and subscriptions to run. Or ask from a terminal:

  ${curl(graphql, parties[0]?.token ?? '')}

Ctrl-C to stop.
`;
}

function curl(graphql: string, token: string): string {
  const query = '{ incidents(first: 5) { edges { node { reference title status updatedAt } } } }';
  const headers = `-H 'content-type: application/json' -H 'authorization: Bearer ${token}'`;
  return `curl -s ${graphql} ${headers} -d '${JSON.stringify({ query })}'`;
}
