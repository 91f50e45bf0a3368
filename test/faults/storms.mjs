import { setTimeout as pause } from 'node:timers/promises';
import { now } from './chance.mjs';

const hourMs = 3_600_000;

/** What goes wrong. Everybody goes on writing and following meanwhile, and nobody is told beforehand. */
export const storms = {
  'sockets cut at random': async ({ site }) => {
    for (let time = 0; time < 10; time += 1) {
      site.balancer.cut(0.1);
      await pause(150);
    }
  },
  'all sockets cut at once': async ({ site }) => site.balancer.cut(1),
  'sockets fall silent': async ({ site }) => site.balancer.silence(0.3),
  'a node is killed': async ({ site, chance }) => {
    const name = chance.one(site.names);
    await site.kill(name);
    await pause(chance.whole(0, 1000));
    await site.start(name);
  },
  'rolling restart': async ({ site }) => {
    for (const name of site.names) {
      await site.stop(name);
      await site.start(name);
    }
  },
  'PostgreSQL restarts': async ({ record }) => {
    await record.stop('SIGINT');
    await record.start();
  },
  'PostgreSQL crashes': async ({ record }) => {
    await record.stop('SIGQUIT');
    await record.start();
  },
  'LISTEN is cut': async ({ record }) => {
    for (let time = 0; time < 3; time += 1) {
      await record.endEars();
      await pause(400);
    }
  },
  'wake-ups are lost': (storm) => ears(storm, 'deaf', 4000),
  'wake-ups are late': (storm) => ears(storm, 'late', 2500),
  'LISTEN dies without a word': (storm) => ears(storm, 'dead', 6000),
  'clocks jump': async ({ site, chance }) => {
    for (const hours of [1, -1, 30, -30, 0]) {
      await site.ask(chance.one(site.names), 'jumpTo', hours * hourMs);
      await pause(700);
    }
    for (const name of site.names) await site.ask(name, 'jumpTo', 0);
  },
  'readers do not read': async ({ crowd }) => {
    await crowd.stopReading(0.3, 6000);
    await pause(6000);
  },
  'many join at once': async (storm) => {
    const ids = await storm.crowd.join(storm.joining);
    await storm.isWhole();
    await storm.crowd.leave(ids);
  },
  'an older database, nodes stopped': (storm) =>
    restored(storm, async ({ site, record }) => {
      for (const name of site.names) await site.stop(name);
      await record.restore();
      begins(storm);
      for (const name of site.names) await site.start(name);
    }),
  'an older database under running nodes': (storm) =>
    restored(storm, async ({ site, record }) => {
      // What was under way to a slow reader would come after the boundary.
      await pause(1000);
      for (const wire of site.wires()) wire.down();
      await pause(500);
      site.balancer.cut(0.2);
      await record.restore();
      begins(storm);
      for (const wire of site.wires()) wire.up();
    }),
};

async function ears({ site }, state, milliseconds) {
  for (const wire of site.wires()) wire.ear(state);
  await pause(milliseconds);
  for (const wire of site.wires()) wire.ear('sound');
}

/** Half of the incidents go on after the copy is taken: these are reset, and the others are not. */
async function restored(storm, replace) {
  const { site, record, hands, crisis } = storm;
  hands.areRightsStill = true;
  await hands.pause();
  await storm.isWhole();
  for (const wire of site.wires()) wire.down();
  await record.keep();
  for (const wire of site.wires()) wire.up();
  for (const incident of crisis.incidents.filter((_, place) => place % 2 === 1)) hands.quiet.add(incident);
  hands.resume();
  await pause(1500);
  await hands.pause();
  await replace(storm);
  hands.quiet.clear();
  hands.areRightsStill = false;
  hands.resume();
}

/** From here on, what comes is held against the database that was put in place. */
function begins({ boundaries, hands }) {
  boundaries.push(now());
  hands.epoch += 1;
}
