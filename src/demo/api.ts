import type { Json } from './scenario';

interface Answer {
  readonly data?: { readonly [field: string]: Json } | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: unknown }[];
}

/** The API as any client has it: over HTTP, with a token. */
export class Api {
  constructor(private readonly url: string) {}

  /** The data; any error of the API is thrown, with all that it says. */
  async ask(token: string, query: string, variables: object = {}): Promise<{ readonly [field: string]: Json }> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as Answer;
    if (errors || !data) throw new Error(`${query}\n${JSON.stringify(variables)}\n${JSON.stringify(errors)}`);
    return data;
  }
}
