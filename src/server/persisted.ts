import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Request, RequestHandler } from 'express';
import { GraphQLError, stripIgnoredCharacters } from 'graphql';
import { Refusal } from '../kernel/errors';
import type { Limits } from '../kernel/limits';
import type { FormatError } from './errors';

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

/** Puts the text in the place of its name; what is not registered goes on as nothing at all. */
export function persistedOnly(documents: PersistedDocuments, formatError: FormatError): RequestHandler {
  return (request, response, next) => {
    const naming = request.method === 'GET' ? namingOf(request) : request.body;
    const query = documents.textOf(naming ?? {});
    if (query === undefined) {
      response.status(400).json({ errors: [formatError(notPersisted())] });
      return;
    }
    if (request.method === 'GET') request.url = urlWith(request, query);
    else request.body = { ...request.body, query, extensions: null };
    next();
  };
}

function namingOf({ query: { query, documentId, extensions } }: Request): Naming {
  try {
    return { query, documentId, extensions: JSON.parse(String(extensions ?? 'null')) };
  } catch {
    return { query, documentId };
  }
}

function urlWith({ url }: Request, query: string): string {
  const [path, search] = url.split('?');
  const parameters = new URLSearchParams(search);
  parameters.set('query', query);
  parameters.delete('extensions');
  return `${path}?${parameters}`;
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
