import { useSyncExternalStore } from 'react';

export type Route = { readonly page: 'overview' } | { readonly page: 'incident'; readonly reference: string };

export function routeOf(hash: string): Route {
  const reference = /^#\/incidents\/([\w-]+)/.exec(hash)?.[1];
  return reference === undefined ? { page: 'overview' } : { page: 'incident', reference };
}

export function useRoute(): Route {
  return routeOf(useSyncExternalStore(subscribed, () => location.hash));
}

export function incidentHref(reference: string): string {
  return `#/incidents/${reference}`;
}

function subscribed(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}
