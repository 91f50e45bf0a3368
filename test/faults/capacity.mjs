// node test/faults/capacity.mjs: what one more node, and one more entry, cost PostgreSQL. CPU time, not the clock's.
import { mkdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { postgresSeconds } from '../bench/usage.mjs';
import { Chance, now } from './chance.mjs';
import { aCrisis } from './crisis.mjs';
import { Crowd } from './crowd.mjs';
import { Hands } from './hands.mjs';
import { Record } from './record.mjs';
import { Site } from './site.mjs';

const [mostNodes, subscribers, milliseconds] = [4, 120, 8000];
const out = '.data/faults/capacity';
mkdirSync(out, { recursive: true });
const chance = new Chance(1);
const record = new Record();
await record.open();
const site = new Site({ record, chance, out });
await site.open(1);
const first = await site.ask('node 1', 'firstAdministrator');
const crisis = await aCrisis({ url: site.url, first, incidents: 6, victims: 0 });
const crowd = new Crowd({ crisis, chance, url: site.url, out });
await crowd.open();
await crowd.follow(subscribers);

for (let nodes = 1; nodes <= mostNodes; nodes += 1) {
  if (nodes > 1) await site.add(`node ${nodes}`);
  site.balancer.cut(1); // Everybody comes back, and is spread over the nodes.
  await pause(3000);
  const idle = await measured(() => pause(milliseconds));
  const hands = new Hands({ crisis, chance, url: site.url });
  hands.epoch = nodes; // Keys of its own.
  const busy = await measured(async () => {
    hands.start({ writers: 8, perSecond: 40, deedEveryMs: 0 });
    await pause(milliseconds);
    await hands.stop();
  });
  const entries = hands.acknowledged.length;
  const each = (busy.cpu - (idle.cpu * busy.seconds) / idle.seconds) / entries;
  process.stdout.write(
    `${nodes} nodes: idle ${((idle.cpu / idle.seconds) * 1000).toFixed(1)} ms of CPU a second; ${entries} entries, ${(each * 1000).toFixed(2)} ms each\n`,
  );
}
await crowd.end();
await site.close();
await record.close();

async function measured(work) {
  const [began, before] = [now(), postgresSeconds(record.dataDir)];
  await work();
  return { seconds: (now() - began) / 1000, cpu: postgresSeconds(record.dataDir) - before };
}
