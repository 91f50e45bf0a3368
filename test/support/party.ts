import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { Live } from './live';

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their documents.
type Answer = any;

export interface Fault {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
}

interface Identity {
  readonly url: string;
  readonly token: string | null;
  readonly code: string;
  readonly personId: string | null;
  readonly stakeholderId: string | null;
  /** By code or id, for who may act for several. */
  readonly actingFor?: string | undefined;
}

/** Somebody at the API: over HTTP, and over WebSocket with the client that frontends use. */
export class Party {
  private client: Client | undefined;

  constructor(private readonly identity: Identity) {}

  get code(): string {
    return this.identity.code;
  }

  get token(): string {
    return this.identity.token ?? '';
  }

  /** The global id of the stakeholder. */
  get stakeholder(): string {
    return Buffer.from(`Stakeholder:${this.identity.stakeholderId}`).toString('base64url');
  }

  /** The global id of the person. */
  get person(): string {
    return Buffer.from(`Person:${this.identity.personId}`).toString('base64url');
  }

  /** The same party at another node. */
  at(url: string): Party {
    return new Party({ ...this.identity, url });
  }

  async attempt<Data = Answer>(
    query: string,
    variables: object = {},
  ): Promise<{ data?: Data | null; errors?: Fault[]; status: number }> {
    const response = await fetch(`${this.identity.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(this.identity.token && { authorization: `Bearer ${this.identity.token}` }),
        ...(this.identity.actingFor && { 'acting-for': this.identity.actingFor }),
      },
      body: JSON.stringify({ query, variables }),
    });
    return { ...((await response.json()) as object), status: response.status };
  }

  /** The data, or an exception with all that went wrong. */
  async ask<Data = Answer>(query: string, variables: object = {}): Promise<Data> {
    const { data, errors } = await this.attempt<Data>(query, variables);
    if (errors || !data) throw new Error(`${this.code}: ${JSON.stringify(errors)}\n${query}`);
    return data;
  }

  /** The first error of what must fail. */
  async refused(query: string, variables: object = {}): Promise<Fault> {
    const { data, errors } = await this.attempt(query, variables);
    if (!errors?.[0]) throw new Error(`Expected a refusal, and got ${JSON.stringify(data)}`);
    return errors[0];
  }

  subscribe(query: string, variables: Record<string, unknown> = {}): Live {
    return new Live(this.socket(), query, variables);
  }

  /** Whatever is open is closed, as if the party had left. */
  async leave(): Promise<void> {
    await this.client?.dispose();
    this.client = undefined;
  }

  private socket(): Client {
    this.client ??= createClient({
      url: `${this.identity.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      ...(this.identity.token && {
        connectionParams: { authorization: `Bearer ${this.identity.token}`, actingFor: this.identity.actingFor },
      }),
    });
    return this.client;
  }
}

export function anAnonymousReader(url: string): Party {
  return new Party({ url, token: null, code: 'anonymous', personId: null, stakeholderId: null });
}
