import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SubscribePayload } from 'graphql-ws';
import { packageRoot } from '../../src/kernel/package-root';
import { EventReader } from '../support/event-reader';
import { type Answer, Toy, token } from './toy-api';

const document = '# Who asks.\nquery Who { viewer }\n';
const touch = 'mutation Touch { touch }';
const ticks = 'subscription Ticks { ticks { text } }';
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

let folder: string;
let toy: Toy;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cellule-documents-'));
  writeFileSync(join(folder, 'who.graphql'), document);
  writeFileSync(join(folder, 'ticks.graphql'), ticks);
  writeFileSync(join(folder, 'touch.graphql'), touch);
  toy = await new Toy({ config: { persistedDocuments: folder } }).start();
});
afterEach(async () => {
  await toy.stop();
  rmSync(folder, { recursive: true });
});

type Naming = Partial<SubscribePayload> & { documentId?: string };

async function onAll(request: Naming): Promise<Answer[]> {
  const overHttp = (await toy.post(request)).body;
  // The protocol wants a query in every request.
  const results = toy.client().iterate({ query: '', ...request });
  const overSocket = await results.next().then(
    ({ value }) => value as unknown as Answer,
    (errors) => ({ errors }) as Answer,
  );
  const overEvents = await EventReader.post(toy.url('/graphql'), { query: '', ...request });
  await overEvents.ended();
  return [overHttp, overSocket, overEvents.results[0]];
}

test.each<[string, Naming]>([
  ['its text', { query: document }],
  ['its text, laid out otherwise', { query: 'query Who\n{\n\tviewer, }' }],
  ['the hash of its text', { extensions: { persistedQuery: { version: 1, sha256Hash: hash(document) } } }],
  [
    'the hash of what it says',
    { extensions: { persistedQuery: { version: 1, sha256Hash: hash('query Who{viewer}') } } },
  ],
  ['an id', { documentId: hash(document) }],
  ['an id that says what it is', { documentId: `sha256:${hash(document).toUpperCase()}` }],
])('a registered document runs by %s', async (_, request) => {
  expect(await onAll(request)).toEqual(Array(3).fill({ data: { viewer: 'anonymous' } }));
});

test.each<[string, Naming]>([
  ['another text', { query: '{ viewer }' }],
  ['a text that is none', { query: 'query Who { viewer' }],
  ['an unknown hash', { extensions: { persistedQuery: { version: 1, sha256Hash: hash('{ viewer }') } } }],
  ['a text beside the hash of a registered one', { query: '{ down }', documentId: hash(document) }],
  ['no name at all', { variables: {} }],
  ['the schema', { query: '{ __schema { types { name } } }' }],
  ['a registered text with more around it than a document may have', { query: `${document}${' '.repeat(300_000)}` }],
])('%s is refused', async (_, request) => {
  const answers = await onAll(request);

  for (const answer of answers) {
    expect(answer).toEqual({
      errors: [
        {
          message: 'This server runs registered documents only, and this is not one of them.',
          extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
        },
      ],
    });
  }
});

test('a registered subscription delivers', async () => {
  const results = toy.client().iterate({ query: ticks });
  toy.ticks.send({ text: 'one' });

  expect((await results.next()).value?.data).toEqual({ ticks: { text: 'one' } });
});

test.each([
  [new URLSearchParams({ query: document }), 200],
  [new URLSearchParams({ documentId: hash(document) }), 200],
  [new URLSearchParams({ extensions: `{"persistedQuery":{"version":1,"sha256Hash":"${hash(document)}"}}` }), 200],
  [new URLSearchParams({ extensions: '{"persistedQuery"' }), 400],
  [new URLSearchParams({ query: '{ viewer }' }), 400],
  [new URLSearchParams({ documentId: hash(touch) }), 405],
])('GET with %s is answered with %d', async (search, status) => {
  const headers = { 'apollo-require-preflight': '1', authorization: `Bearer ${await token()}` };

  expect((await fetch(`${toy.url('/graphql')}?${search}`, { headers })).status).toBe(status);
});

test('the documents may come from a file', async () => {
  const file = join(folder, 'documents.json');
  writeFileSync(file, JSON.stringify({ who: document }));
  const other = await new Toy({ config: { persistedDocuments: file } }).start();

  expect((await other.post({ documentId: hash(document) })).status).toBe(200);
  expect((await other.post({ documentId: hash(ticks) })).status).toBe(400);
  await other.stop();
});

test('what cannot be used is said in one line', () => {
  writeFileSync(join(folder, 'broken.graphql'), 'query { "');

  expect(() => new Toy({ config: { persistedDocuments: folder } })).toThrow(
    expect.objectContaining({
      name: 'Refusal',
      message: expect.stringMatching(/^PERSISTED_DOCUMENTS: .+ cannot be used: /),
    }),
  );
});

test('the examples of the package can be registered', async () => {
  const examples = join(packageRoot, 'schema', 'operations');
  const other = await new Toy({ config: { persistedDocuments: examples } }).start();
  const query = readFileSync(join(examples, '01-overview.graphql'), 'utf8');

  expect((await other.post({ query })).body.errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
  await other.stop();
});
