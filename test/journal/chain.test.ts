import { createHash, randomBytes, randomInt } from 'node:crypto';
import { canonicalJson, chainHash, contentHash, genesisHash } from '../../src/journal/chain';
import { StoredJournals } from '../../src/journal/stored-journals';
import { verifyStored } from '../../src/journal/verify-stored';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';
import { type Declared, declare, note, viewerOf } from './crisis';

let cellule: TestCellule;
let bretagne: Party;
let incident: Declared;
beforeAll(async () => {
  cellule = await startTestCellule();
  bretagne = await cellule.party('ARS-BRE');
  incident = await declare(bretagne);
});
afterAll(() => cellule.stop());

test('canonical JSON is that of RFC 8785: numbers, escapes and literals', () => {
  const value = JSON.parse(`{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
    "literals": [null, true, false] }`);

  expect(Buffer.from(canonicalJson(value)).toString('hex')).toBe(
    '7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a5b3333333333333333332e333333333333' +
      '332c31652b33302c342e352c302e3030322c31652d32375d2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d',
  );
});

test('canonical JSON is that of RFC 8785: properties in the order of their UTF-16 units', () => {
  const value =
    JSON.parse(`{ "\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
    "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control", "\\u00f6": "Latin Small Letter O With Diaeresis" }`);

  expect(canonicalJson(value).match(/"[^"]+"(?=[,}])/g)).toEqual([
    '"Carriage Return"',
    '"One"',
    '"Control"',
    '"Latin Small Letter O With Diaeresis"',
    '"Euro Sign"',
    '"Emoji: Grinning Face"',
    '"Hebrew Letter Dalet With Dagesh"',
  ]);
});

test('hashes are SHA-256, as FIPS 180 tests it', () => {
  expect(contentHash('').toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(contentHash('abc').toString('hex')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('a chain hash is that of 72 bytes: previous hash, number in 8 bytes big-endian, content hash', () => {
  const content = contentHash('abc');
  const bytes = Buffer.concat([Buffer.alloc(32), Buffer.from('0000000000000102', 'hex'), content]);

  expect(bytes).toHaveLength(72);
  expect(chainHash(genesisHash, 0x102, content)).toEqual(createHash('sha256').update(bytes).digest());
});

test('the database chains lines as the server does, whatever their number', async () => {
  for (let round = 0; round < 200; round++) {
    const previous = randomBytes(32);
    const base = randomInt(2 ** 31 - 20);
    const contents = Array.from({ length: randomInt(1, 12) }, () => randomBytes(32));

    const [{ links }] = await cellule.cellule.record.dataSource.query(
      'SELECT journal_chain($1, $2, $3::bytea[]) AS links',
      [previous, base, contents],
    );

    let link: Buffer = previous;
    const expected = contents.map((content, index) => (link = chainHash(link, base + index + 1, content)));
    expect(links).toEqual(expected);
  }
});

test('whatever words an entry holds, and however many a command records, the journal verifies', async () => {
  const { work, dataSource } = cellule.cellule.record;
  let recorded = 0;
  for (let round = 0; round < 40; round++) {
    const count = randomInt(1, 9);
    await work.run(viewerOf(bretagne), { mutation: 'note', input: {} }, async (atWork) => {
      for (let index = 0; index < count; index++) {
        const latest = new Date(randomInt(2 ** 40));
        await note(atWork, incident, {
          text: someWords(),
          from: someWords(),
          occurred: { earliest: null, latest, precision: 'RANGE', words: someWords() },
          provenance: { label: someWords(), url: null, published: null },
        });
      }
    });
    recorded += count;
  }

  const findings = [];
  for await (const finding of verifyStored(new StoredJournals(dataSource))) findings.push(finding);
  expect(findings.filter(({ kind }) => kind === 'fault')).toEqual([]);
  expect(findings).toContainEqual(expect.objectContaining({ journal: incident.reference, number: recorded + 2 }));
});

const odd = [
  'é',
  'e\u0301',
  '😀',
  '"',
  '\\',
  '/',
  '\n',
  '\t',
  '\u0001',
  '\u007f',
  '\u2028',
  '\ufeff',
  '<',
  '&',
  'null',
  '{',
  ' ',
  '\\u0000',
];

function someWords(): string {
  return Array.from({ length: randomInt(1, 30) }, () => odd[randomInt(odd.length)]).join('');
}
