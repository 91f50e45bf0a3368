import { useSyncExternalStore } from 'react';

export type Route = { readonly page: 'overview' } | { readonly page: 'incident' | 'sheet'; readonly reference: string };

export function routeOf(hash: string): Route {
  const [, reference, sheet] = /^#\/incidents\/([\w-]+)(\/sheet)?/.exec(hash) ?? [];
  return reference === undefined ? { page: 'overview' } : { page: sheet ? 'sheet' : 'incident', reference };
}

export function useRoute(): Route {
  return routeOf(useSyncExternalStore(subscribed, () => location.hash));
}

export function incidentHref(reference: string): string {
  return `#/incidents/${reference}`;
}

export function sheetHref(reference: string): string {
  return `${incidentHref(reference)}/sheet`;
}

function subscribed(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}
