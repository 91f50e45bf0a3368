import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { HTTPGraphQLRequest } from '@apollo/server';
import { GraphQLError, stripIgnoredCharacters } from 'graphql';
import { Refusal } from '../kernel/errors';
import type { Limits } from '../kernel/limits';

/** How a request names its document: by its text, or by the SHA-256 of that. */
interface Naming {
  readonly query?: unknown;
  readonly documentId?: unknown;
  readonly extensions?: unknown;
}

/** The documents that are accepted where no others are. */
export class PersistedDocuments {
  private readonly byHash = new Map<string, string>();

  constructor(
    texts: Iterable<string>,
    private readonly limits: Pick<Limits, 'documentLength'>,
  ) {
    for (const text of texts) {
      for (const form of [text, text.trim(), stripIgnoredCharacters(text)]) this.byHash.set(hashOf(form), text);
    }
  }

  /** Of a folder of `.graphql` files, or of a file of JSON whose values are the texts. */
  static at(path: string, limits: Limits): PersistedDocuments {
    try {
      const texts = statSync(path).isDirectory() ? textsIn(path) : Object.values(jsonOf(path));
      return new PersistedDocuments(texts, limits);
    } catch (error) {
      throw new Refusal(`PERSISTED_DOCUMENTS: ${path} cannot be used: ${(error as Error).message}`);
    }
  }

  textOf({ query, documentId, extensions }: Naming): string | undefined {
    if (typeof query === 'string' && query !== '') {
      // A longer one is not read: it would be refused, registered or not.
      return query.length > this.limits.documentLength ? undefined : this.byHash.get(hashOf(normalised(query)));
    }
    const { persistedQuery } = (extensions ?? {}) as { persistedQuery?: { sha256Hash?: unknown } };
    const name = documentId ?? persistedQuery?.sha256Hash;
    return typeof name === 'string' ? this.byHash.get(name.replace(/^sha256:/, '').toLowerCase()) : undefined;
  }
}

export function notPersisted(): GraphQLError {
  return new GraphQLError('This server runs registered documents only, and this is not one of them.', {
    extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
  });
}

/** The request with the text in the place of its name; none if it is not registered. */
export function registered(asked: HTTPGraphQLRequest, documents: PersistedDocuments): HTTPGraphQLRequest | undefined {
  if (asked.method !== 'GET') {
    const body = isNaming(asked.body) ? asked.body : {};
    const query = documents.textOf(body);
    return query === undefined ? undefined : { ...asked, body: { ...body, query, extensions: null } };
  }
  const parameters = new URLSearchParams(asked.search);
  const query = documents.textOf(namingOf(parameters));
  if (query === undefined) return undefined;
  parameters.set('query', query);
  parameters.delete('extensions');
  return { ...asked, search: `?${parameters}` };
}

function isNaming(body: unknown): body is Naming {
  return typeof body === 'object' && body !== null;
}

function namingOf(parameters: URLSearchParams): Naming {
  const naming = { query: parameters.get('query'), documentId: parameters.get('documentId') ?? undefined };
  try {
    return { ...naming, extensions: JSON.parse(parameters.get('extensions') ?? 'null') };
  } catch {
    return naming;
  }
}

function* textsIn(folder: string): Iterable<string> {
  for (const file of readdirSync(folder)) if (file.endsWith('.graphql')) yield readFileSync(join(folder, file), 'utf8');
}

function jsonOf(path: string): Record<string, string> {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function normalised(text: string): string {
  try {
    return stripIgnoredCharacters(text);
  } catch {
    return text;
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
