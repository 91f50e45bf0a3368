import { GraphiQL } from 'graphiql';
import { useMemo } from 'react';
import 'graphiql/style.css';
import './style.css';
import { createFetcher } from './fetcher';
import type { ExampleTab } from './operations';
import { type Session, sessionHeaders } from './session';

export function App({ session, tabs }: { session: Session; tabs: ExampleTab[] }) {
  const headers = sessionHeaders(session);
  const fetcher = useMemo(
    () => createFetcher(new URL('../graphql', location.href), sessionHeaders(session)),
    [session],
  );
  return (
    <GraphiQL
      fetcher={fetcher}
      storage={sessionStorage}
      shouldPersistHeaders={false}
      defaultEditorToolsVisibility="variables"
      {...(tabs.length > 0 && { defaultTabs: tabs })}
      {...(headers && { defaultHeaders: JSON.stringify(headers, null, 2) })}
    >
      <GraphiQL.Logo>
        <span className="cellule-party">Cellule{session.party && ` — ${session.party}`}</span>
      </GraphiQL.Logo>
    </GraphiQL>
  );
}
