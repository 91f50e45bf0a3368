/** Asks another server, for what is JSON. */
export type Fetch = (url: string, options: { readonly signal: AbortSignal }) => Promise<Response>;

export interface Outbound {
  readonly fetch: Fetch;
  close(): Promise<void>;
}

/** The way out of this network: over the proxy that HTTPS_PROXY, HTTP_PROXY and NO_PROXY name, if they do. */
export async function outbound(): Promise<Outbound> {
  // Loaded where it is needed: most of what it brings is not.
  const { EnvHttpProxyAgent, fetch } = await import('undici');
  const dispatcher = new EnvHttpProxyAgent({ connections: 4 });
  return {
    fetch: async (url, { signal }) => {
      const options = { signal, dispatcher, redirect: 'error', headers: { accept: 'application/json' } } as const;
      return (await fetch(url, options)) as unknown as Response;
    },
    close: () => dispatcher.destroy(),
  };
}
