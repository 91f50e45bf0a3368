import { Writable } from 'node:stream';
import type { DestinationStream } from 'pino';
import { createLog } from '../../src/kernel/log';
import { declare } from '../support/builders';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';

const lines: string[] = [];
const destination = new Writable({
  write(chunk, _encoding, done) {
    lines.push(String(chunk));
    done();
  },
});

let cellule: TestCellule;
let bretagne: Party;
beforeAll(async () => {
  cellule = await startTestCellule({ log: createLog('trace', destination as DestinationStream) });
  bretagne = await cellule.party('ARS-BRE');
});
afterAll(async () => {
  await bretagne.leave();
  await cellule.stop();
});

const secret = 'Phrase-que-personne-ne-doit-lire';

/** What an attacker, a client that is broken and a client that is not may send, all of it carrying the secret. */
async function everythingWith(text: string): Promise<void> {
  const { id } = await declare(bretagne, { title: text, entry: { text } });
  const write = 'mutation ($input: WriteEntryInput!) { writeEntry(input: $input) { entry { number text } } }';
  await bretagne.ask(write, { input: { incidentId: id, entry: { text } } });
  await bretagne.attempt(write, { input: { incidentId: text, entry: { text: `${text}\0` } } });
  await bretagne.attempt(write, { input: { incidentId: id, entry: { [text]: text } } });
  await bretagne.attempt(`{ ${text.replaceAll('-', '')}(a: "${text}") }`);
  await bretagne.attempt(`{ "${text}`);
  await bretagne.attempt('query ($a: String) { incidents(after: $a) { totalCount } }', { a: text });
  await bretagne.attempt('query ($a: [ID!]!) { nodes(ids: $a) { id } }', { a: Array(300_000).fill(text) });
  await bretagne.attempt(`{ incidents(first: 500) { edges { node { id } } } } # ${text.repeat(3000)}`);
  const live = bretagne.subscribe('query ($a: String) { incidents(after: $a) { totalCount } }', { a: text });
  await live.ending();
  const url = `${cellule.cellule.url}/graphql`;
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${text}` };
  await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query: '{ __typename }' }) });
  await fetch(url, { method: 'POST', headers, body: `{"query": ${text}` });
  await fetch(`${url}?query={${text}}`, { headers });
  await fetch(`${cellule.cellule.url}/public/statements.atom?region=${text}`);
}

test('no text, no variable and no token is in the log, however little is kept back of the rest', async () => {
  await everythingWith(secret);

  const log = lines.join('');
  expect([secret, secret.replaceAll('-', ''), bretagne.token, 'Bearer'].filter((one) => log.includes(one))).toEqual([]);
});

test('what the database refuses is logged without the values that it quotes', () => {
  const log = createLog('trace', destination as DestinationStream);
  const start = secret.slice(0, 9);
  const unread = () => JSON.parse(start);
  const refused = Object.assign(new Error(`invalid input syntax for type uuid: "${secret}"`), {
    code: '22P02',
    detail: `Key (title)=(${secret}) already exists.`,
    where: `unnamed portal parameter $1 = '${secret}'`,
    query: `INSERT INTO journal_content VALUES ('${secret}')`,
    parameters: [secret],
    driverError: { detail: secret },
  });

  expect(unread).toThrow(start);
  try {
    unread();
  } catch (error) {
    log.error({ err: error }, 'an error that no one answered');
  }
  log.error({ err: refused }, 'an error that no one answered');

  const line = lines.slice(-2).join('');
  expect(line).toContain('22P02');
  expect(line).toContain('invalid input syntax for type uuid');
  expect(line).not.toContain(start);
});
