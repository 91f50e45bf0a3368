import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Invitation } from '../../src/demo/invitation';
import { Line } from '../client/line';
import { build, guest, RunningDemo } from '../demo/running-demo';
import { declare, oneTo, write } from '../journal/crisis';
import { done } from '../support/builders';
import type { Party } from '../support/party';
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
  demo = new RunningDemo(dataDir, ['--json']);
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

/** Runs it as the DGS, over the line that can be cut. */
function runs(name: string): Example {
  const settings = {
    CELLULE_URL: `${away}/graphql`,
    CELLULE_TOKEN: dgs.token,
    POSITIONS: join(folder, 'positions.json'),
    LAST_EVENT_ID: join(folder, 'last-event-id'),
  };
  const example = new Example(name, settings, [invitation.incident.reference]);
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
