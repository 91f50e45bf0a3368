import './workers';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { exampleTabs, openFirst } from './operations';
import { followLinks, openSession } from './session';

async function start(): Promise<void> {
  const session = openSession();
  followLinks();
  document.title = session.party ? `Cellule — ${session.party}` : 'Cellule';
  const tabs = await exampleTabs(session);
  openFirst(tabs, sessionStorage);
  createRoot(document.getElementById('root')!).render(<App session={session} tabs={tabs} />);
}

void start();
