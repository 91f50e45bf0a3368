import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Invitation } from '../../src/demo/invitation';
import { Line } from '../client/line';
import { build, guest, RunningDemo } from '../demo/running-demo';
import { declare, headOf, oneTo, write } from '../journal/crisis';
import { done } from '../support/builders';
import type { Party } from '../support/party';
import { alteringServer } from './altering-server';
import { Example } from './example';

const dataDir = join(tmpdir(), `cellule-examples-${process.pid}`);
let demo: RunningDemo;
let invitation: Invitation;
let dgs: Party;
let bretagne: Party;
let line: Line;
let away: string;
let folder: string;
const examples: Example[] = [];

beforeAll(async () => {
  process.env['HEARTBEAT_SECONDS'] = '1';
  await build();
  demo = new RunningDemo(dataDir, ['--json', '--at-once']);
  invitation = await demo.invitation();
  [dgs, bretagne] = [guest(invitation, 'DGS-CCS'), guest(invitation, 'ARS-BRE')];
  line = new Line(Number(new URL(invitation.url).port));
  away = await line.open();
}, 180_000);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cellule-example-'));
});
afterEach(async () => {
  for (const example of examples.splice(0)) await example.kill();
  rmSync(folder, { recursive: true });
});
afterAll(async () => {
  await line.close();
  await demo.interrupt();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Runs it as the DGS, on the case, and over the line that can be cut, unless told. */
function runs(
  name: string,
  { url = away, args = [] as string[], by = dgs, reference = invitation.incident.reference } = {},
): Example {
  const settings = {
    CELLULE_URL: `${url}/graphql`,
    CELLULE_TOKEN: by.token,
    POSITIONS: join(folder, 'positions.json'),
    LAST_EVENT_ID: join(folder, 'last-event-id'),
  };
  const example = new Example(name, settings, [reference, ...args]);
  examples.push(example);
  return example;
}

/** The numbers of the lines that were printed, in either way of printing them. */
function numbersIn({ printed }: Example): number[] {
  return printed.flatMap((text) => {
    if (!text.startsWith('{')) return /^\d+ /.test(text) ? [Number.parseInt(text, 10)] : [];
    const { lines = [] } = JSON.parse(text).data.journal;
    return lines.map(({ number }: { number: number }) => number);
  });
}

const writes = (text: string) => write(dgs, invitation.incident.id, text);

describe.each(['apollo-client.mjs', 'graphql-ws.mjs', 'events.sh', 'follow.mjs'])('%s', (name) => {
  test('prints each line once, over a connection that is cut again and again', async () => {
    const example = runs(name);
    await example.until((printed) => printed.length > 0);

    for (const round of oneTo(3)) {
      await writes(`${name} ${round}`);
      await example.says(`${name} ${round}`);
      line.cut();
      await writes(`${name} ${round}, meanwhile`);
    }
    const { number } = await writes(`${name}, the last`);
    await example.says(`${name}, the last`);

    const numbers = numbersIn(example);
    expect(numbers).toEqual(oneTo(number, numbers[0]));
  });
});

describe.each(['graphql-ws.mjs', 'events.sh', 'follow.mjs'])('%s, killed and started again', (name) => {
  test('goes on where it was: nothing is missing, and at most the line at which it was killed comes again', async () => {
    const before = runs(name);
    await before.until((printed) => printed.length > 0);
    await writes(`${name} before`);
    await before.says(`${name} before`);
    await before.kill();

    const { number } = await writes(`${name} after`);
    const after = runs(name);
    await after.says(`${name} after`);

    const [held, added] = [numbersIn(before), numbersIn(after)];
    expect(added[0]).toBeGreaterThanOrEqual(held.at(-1) as number);
    expect([...new Set([...held, ...added])]).toEqual(oneTo(number, held[0]));
  });
});

test('apollo-client.mjs shows the incident as it is, after a cut too', async () => {
  const example = runs('apollo-client.mjs');
  await example.says('Bretagne: ');

  await moveBretagneTo('SUSPECTED');
  await example.says('Bretagne: SUSPECTED');
  line.cut();
  await moveBretagneTo('CLEARED');
  await example.says('Bretagne: CLEARED');

  expect(example.complaints).toMatch(/^Socket closed.*\n+$/);
});

async function moveBretagneTo(status: string): Promise<void> {
  const { incident } = await bretagne.ask(
    'query ($id: ID!) { incident(id: $id) { affectedRegions { id version region { code } } } }',
    { id: invitation.incident.id },
  );
  const { id, version } = incident.affectedRegions.find(
    (one: { region: { code: string } }) => one.region.code === '53',
  );
  await done(bretagne, 'updateAffectedRegion', { affectedRegionId: id, expectedVersion: version, status });
}

test('curl.sh asks, writes, and is told what is wrong', async () => {
  const example = runs('curl.sh');
  const code = await example.ended();

  const [asked, written, refused] = example.printed.map((text) => JSON.parse(text));
  expect(code).toBe(0);
  expect(asked.data.incident.id).toBe(invitation.incident.id);
  expect(written.data.writeEntry.entry.text).toBe('Point téléphonique : rien de nouveau.');
  expect(refused.errors[0].extensions).toMatchObject({ code: 'BAD_USER_INPUT', inputPath: ['input', 'entry', 'text'] });
});

test('involve.mjs involves who has the code', async () => {
  const { reference } = await declare(bretagne, { title: 'Une panne ailleurs' });

  const example = runs('involve.mjs', { by: bretagne, reference, args: ['DGS-CCS'] });
  const code = await example.ended();

  expect([code, example.complaints]).toEqual([0, '']);
  expect(example.printed).toEqual([expect.stringMatching(/ is involved as LIAISON$/)]);
});

test('since.mjs prints what was written after the line, and ends', async () => {
  const { number } = await writes('La ligne que l’on a');
  const [second, third] = [await writes('Une de plus'), await writes('Et une autre')];

  const example = runs('since.mjs', { args: [String(number)] });
  const code = await example.ended();

  expect([code, example.complaints]).toEqual([0, '']);
  expect(example.printed).toEqual([`${second.number} Une de plus`, `${third.number} Et une autre`]);
});

test('check-chain.mjs finds that all lines hold, and prints the head', async () => {
  const { number } = await writes('À vérifier');
  const { chainHash } = await headOf(dgs, invitation.incident.id);

  const example = runs('check-chain.mjs');
  await example.ended();

  expect([example.printed, example.complaints]).toEqual([
    [`All ${number} lines hold. Keep this, to see later that they are still the same: ${chainHash}`],
    '',
  ]);
});

test.each([
  ['a word was altered', (answer: string) => answer.replace('Des mots', 'Des maux'), 'is not what was hashed'],
  [
    'a hash was altered',
    (answer: string) => answer.replace(/("contentHash":")\w+(","chainHash":"\w+"\}\})/, `$1${'0'.repeat(64)}$2`),
    'breaks the chain',
  ],
  [
    'a line was left out',
    (answer: string) => answer.replace(/\{"node":\{"number":2,.*?\}\},/, ''),
    'came after line 1',
  ],
])('check-chain.mjs finds that %s', async (_, alter, complaint) => {
  await writes('Des mots');
  await write(bretagne, invitation.incident.id, 'Pour nous', { marking: { tlp: 'TLP_RED' } });
  const between = await alteringServer(invitation.url, alter);

  const example = runs('check-chain.mjs', { url: between.url });
  const code = await example.ended();
  between.close();

  expect(code).toBe(1);
  expect(example.complaints).toContain(complaint);
});

test('bot.mjs tells of an involvement and of an action that is overdue, once each, over a cut', async () => {
  const bot = runs('bot.mjs');
  await bot.says(`in ${invitation.incident.reference}, `);
  line.cut();

  const { id, reference } = await declare(bretagne, { title: 'Une panne' });
  const { stakeholder } = await dgs.ask('{ stakeholder(code: "DGS-CCS") { id } }');
  const party = { stakeholderId: stakeholder.id, role: 'FOLLOW_UP', access: 'CONTRIBUTE' };
  await done(bretagne, 'involveStakeholder', { incidentId: id, party });
  const due = { latest: '2024-10-20T12:00:00+02:00', precision: 'DAY' };
  await done(dgs, 'planAction', { incidentId: id, title: 'Faire le point', due });
  await bot.says('Faire le point');

  expect(bot.printed.filter((text) => text.includes(reference))).toEqual([
    `Involved as FOLLOW_UP in ${reference}, Une panne`,
    `Overdue since 2024-10-20T10:00:00.000Z in ${reference}: Faire le point`,
  ]);
});
