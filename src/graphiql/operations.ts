import type { Session } from './session';

interface Operation {
  name: string;
  query: string;
  variables: Record<string, unknown>;
}

export interface ExampleTab {
  query: string;
  variables: string | null;
}

/** The operations that the server ships, with the link's incident filled in. */
export async function exampleTabs(session: Session): Promise<ExampleTab[]> {
  const response = await fetch('operations.json');
  if (!response.ok) return [];
  const operations = (await response.json()) as Operation[];
  return operations.map(({ query, variables }) => ({ query, variables: filledIn(variables, session) }));
}

/** GraphiQL gives its first tab a query but no variables, unless it finds both stored. */
export function openFirst(tabs: ExampleTab[], storage: Storage): void {
  const [first] = tabs;
  if (first === undefined || storage.getItem('graphiql:tabState') !== null) return;
  storage.setItem('graphiql:query', first.query);
  storage.setItem('graphiql:variables', first.variables ?? '');
}

function filledIn(variables: Operation['variables'], session: Session): string | null {
  if (Object.keys(variables).length === 0) return null;
  return JSON.stringify(
    variables,
    (_key, value: unknown) => (typeof value === 'string' ? fill(value, session) : value),
    2,
  );
}

// A placeholder without a value stays, so that its reader sees what is missing.
function fill(text: string, { incident, reference }: Session): string {
  return text
    .replaceAll('{{incident}}', () => incident ?? '{{incident}}')
    .replaceAll('{{reference}}', () => reference ?? '{{reference}}');
}
