import type { Entrance } from '../server/dashboard';
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
export function invitationText(invitation: Invitation): string {
  const { graphql, graphiql, dashboard, incident, parties } = invitation;
  const links = parties.map((guest) => {
    return `  ${guest.name} (${guest.code})\n  ${dashboard}#${fragmentOf(guest, invitation)}\n`;
  });
  return `
The incident is ${incident.reference}. Open ${dashboard} and choose one of its parties, or take the link of one below.
Take two parties in two windows: write an entry in one, and see it arrive in the other.

${links.join('\n')}
The same links with ${graphiql}/ in the place of ${dashboard} open GraphiQL, whose tabs hold queries,
mutations and subscriptions to run. Or ask from a terminal:

  ${curl(graphql, parties[0]?.token ?? '')}

Ctrl-C to stop.
`;
}

/** What the page offers to who opens it without any access. */
export function entrancesOf(invitation: Invitation): Entrance[] {
  return invitation.parties.map((guest) => ({ name: guest.name, fragment: fragmentOf(guest, invitation) }));
}

function fragmentOf({ token, name }: Guest, { incident }: Invitation): string {
  const { id, reference } = incident;
  return new URLSearchParams({ token, incident: id, reference, party: name }).toString();
}

function curl(graphql: string, token: string): string {
  const query = '{ incidents(first: 5) { edges { node { reference title status updatedAt } } } }';
  const headers = `-H 'content-type: application/json' -H 'authorization: Bearer ${token}'`;
  return `curl -s ${graphql} ${headers} -d '${JSON.stringify({ query })}'`;
}
