import './theme.css';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { opening } from './session/opening';
import { speak } from './words/i18n';

// A second link opened in the same tab changes the fragment only.
window.addEventListener('hashchange', () => {
  if (location.hash.includes('token=')) location.reload();
});

const root = document.getElementById('root');
if (root) void Promise.all([opening(), speak()]).then(([found]) => createRoot(root).render(<App opening={found} />));
