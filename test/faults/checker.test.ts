import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'cellule-checker-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const [ars, dgs] = ['ars', 'dgs'];
const forAll = { from: 1, audience: 'INVOLVED', stakeholders: [], persons: [], originator: ars, author: null };
const content = (number: number) => `c${number}`;
const chain = (number: number) => `h${number}`;

/** Five lines; the third is for the ARS alone, and open to all from the fifth on. The DGS is released by the fourth. */
const truth = {
  title: 'Incident 1 état 2',
  parties: { [ars]: [{ from: 1, to: 1000 }], [dgs]: [{ from: 1, to: 4 }] },
  lines: [1, 2, 3, 4, 5].map((number) => ({
    ...{ content: content(number), chain: chain(number), text: `t${number}` },
    markings:
      number === 3
        ? [
            { ...forAll, from: 3, audience: 'LISTED' },
            { ...forAll, from: 5 },
          ]
        : [{ ...forAll, from: number }],
  })),
};
const reader = { id: 1, kind: 'plain', code: 'ARS', stakeholder: ars, person: 'p1', incidents: null, after: true };
const guest = { ...reader, code: 'DGS', stakeholder: dgs, hasLeft: true };

const open = (number: number, text = `t${number}`) => [number, 'o', content(number), chain(number), text].join(',');
const sealed = (number: number) => [number, 's', content(number), chain(number), ''].join(',');
const batch = (head: number, ...lines: string[]) => ['B', 0, head, chain(head), 1, lines.join(';')].join('\t');
const all = batch(5, open(1), open(2), open(3), open(4), open(5));

test('who has each line once, in order, has nothing to complain of', async () => {
  const found = await judged(reader, [
    'C',
    batch(2, open(1), open(2)),
    'D\t1006',
    'C',
    batch(5, open(3), open(4), open(5)),
    'H\t0:5:h5',
  ]);

  expect(found).toMatchObject({ deliveries: 5, lost: 0, doubled: 0, outOfOrder: 0, leaked: 0, altered: 0, silent: 0 });
});

test.each<[string, object, readonly string[], object]>([
  ['a line that is missing', reader, [batch(5, open(1), open(2), open(4), open(5))], { lost: 1 }],
  ['a line that is missing at the end', reader, [batch(4, open(1), open(2), open(3), open(4))], { lost: 1 }],
  ['a line that is missing at the beginning', reader, [batch(5, open(2), open(3), open(4), open(5))], { lost: 1 }],
  ['a line that comes twice', reader, [all, batch(5, open(5))], { doubled: 1 }],
  ['a line that comes again after a cut', reader, [all, 'D\t1006', 'C', batch(5, open(5))], { doubled: 1 }],
  [
    'lines in another order',
    reader,
    [batch(5, open(1), open(3), open(2), open(4), open(5))],
    { outOfOrder: 1, lost: 0 },
  ],
  ['a line with other words', reader, [batch(5, open(1, 'other'), open(2), open(3), open(4), open(5))], { altered: 1 }],
  [
    'a line that is sealed for no reason',
    reader,
    [batch(5, sealed(1), open(2), open(3), open(4), open(5))],
    { lost: 1 },
  ],
  ['a line that is open to others only', guest, [batch(3, open(1), open(2), open(3))], { leaked: 1 }],
  [
    'the line by which the reader was released',
    guest,
    [batch(3, open(1), open(2), sealed(3)), batch(4, open(4))],
    { leaked: 1 },
  ],
  [
    'a heartbeat that knows of more',
    reader,
    [batch(4, open(1), open(2), open(3), open(4)), 'H\t0:5:h5', batch(5, open(5))],
    { lost: 1 },
  ],
  ['a reset for no reason', reader, [all, 'R\t0\tHASH_MISMATCH\t5\th5'], { lost: 1 }],
])('%s is found', async (_, who, rows, wrong) => {
  expect(await judged(who, ['C', ...rows])).toMatchObject(wrong);
});

test('lines after the rights of the reader had ended are found', async () => {
  const found = await judged(reader, ['C', all], { ended: [{ person: 'p1', epoch: 0, fences: [4] }] });

  expect(found).toMatchObject({ leaked: 2 });
});

test.each([
  ['is no fault where their rights had been ended by then', 3, 'UNAUTHENTICATED', 0],
  ['is one before that', 4, 'UNAUTHENTICATED', 1],
  ['is one if it says anything else', 3, 'INTERNAL_SERVER_ERROR', 1],
])('that somebody is refused %s', async (_, askedAt, code, altered) => {
  const refused = `X\t[{"message":"No.","extensions":{"code":"${code}"}}]`;

  const found = await judged(reader, ['C', all, refused], {
    ended: [{ person: 'p1', epoch: 0, askedAt, fences: [6] }],
  });

  expect(found).toMatchObject({ altered, leaked: 0 });
});

test('an older database without a reset is found, and with one it is not', async () => {
  const other = {
    ...truth,
    lines: truth.lines.map((line, place) => (place < 2 ? line : { ...line, chain: `x${place + 1}` })),
  };
  const more = { truths: [[truth], [other]], boundaries: [3] };
  const late = (kind: string) => `B\t0\t5\tx5\t1\t${kind}`;

  const silently = await judged(reader, ['C', all, late('')], more);
  const reset = await judged(reader, ['C', all, 'R\t0\tHASH_MISMATCH\t5\tx5', late('')], more);

  expect([silently.lost, reset.lost]).toEqual([1, 0]);
});

test('what was acknowledged and is not there is found', async () => {
  const acknowledged = [{ epoch: 0, incident: 0, number: 5, text: 'another' }];

  expect(await judged(reader, ['C', all], { acknowledged })).toMatchObject({ acknowledgedAndLost: 1 });
});

interface Found {
  readonly lost: number;
}

/** The rows come a millisecond apart. */
async function judged(who: object, rows: readonly string[], more: object = {}): Promise<Found> {
  const [log, run] = [join(directory, 'heard.log'), join(directory, 'run.json')];
  writeFileSync(log, rows.map((row, at) => `1\t${at + 1}\t${row}\n`).join(''));
  const given = { truths: [[truth]], boundaries: [], ended: [], acknowledged: [], subscribers: [who], log };
  writeFileSync(run, JSON.stringify({ ...given, ...more }));
  const { stdout } = await promisify(execFile)(process.execPath, [join(__dirname, 'checker.mjs'), run]);
  return JSON.parse(stdout);
}
