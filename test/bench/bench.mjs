// npm run bench [-- OPTIONS]: how fast the built product is, against what is possible on this machine. Each round runs
// everything that is measured and what it is held against, one after the other; of the rounds' ratios the median counts,
// so that a busy minute hits both sides of a ratio. A round before the first warms both sides up, and does not count:
// what is measured is a server that has been at work for a while, whose code V8 has compiled.
//   --quick          a minute: fewer subscribers, less data, one round
//   --only=ID,ID     some rows of the table (a wrong id lists them all)
//   --rounds=N       3, unless these minutes are over before: --minutes=15
//   --growth=N       how many times the data at most: 10; 50 takes minutes to fill, and 8 GB
//   --profile        writes a .cpuprofile of the product for each part of each round, which makes it slower
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { description, keepACoreForServers, loadNow, socketsPossible } from './machine.mjs';
import { Peers, settings } from './peers.mjs';
import { startRecords } from './record.mjs';
import { NotMeasurable, rowOf, tableOf } from './report.mjs';
import { manyClasses } from './rows/classes.mjs';
import { crowd, fanOut } from './rows/fan-out.mjs';
import { growth } from './rows/growth.mjs';
import { memory } from './rows/memory.mjs';
import { nodes } from './rows/nodes.mjs';
import { replay } from './rows/replay.mjs';
import { appends, queries } from './rows/requests.mjs';

const studies = [fanOut, crowd, memory, manyClasses, queries, appends, growth, replay, nodes];
const say = (text) => process.stderr.write(`${text}\n`);

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    rounds: { type: 'string' },
    minutes: { type: 'string', default: '15' },
    growth: { type: 'string' },
    profile: { type: 'boolean', default: false },
  },
});

function sizesOf({ quick, growth: asked }) {
  const possible = socketsPossible();
  const wanted = quick ? { subscribers: 200, crowd: 400, ofEach: 4 } : { subscribers: 1000, crowd: 5000, ofEach: 20 };
  if (possible < wanted.crowd)
    say(`One process may open ${possible} sockets here (ulimit -n): that many subscribers instead of ${wanted.crowd}.`);
  const within = (sockets) => Math.min(sockets, possible);
  const largest = Number(asked ?? (quick ? 2 : 10));
  return { ...wanted, subscribers: within(wanted.subscribers), crowd: within(wanted.crowd), largest };
}

function chosen(sizes) {
  const wanted = options.only.split(',').filter((id) => id !== '');
  const all = studies.map((study) => ({ ...study, rows: study.rows(sizes) }));
  const unknown = wanted.filter((id) => !all.some(({ rows }) => rows.some((row) => row.id === id)));
  if (unknown.length > 0) {
    throw new Error(
      `No row is called ${unknown.join(', ')}. They are: ${all.flatMap(({ rows }) => rows.map(({ id }) => id)).join(', ')}.`,
    );
  }
  if (wanted.length === 0) return all;
  const kept = all.map((study) => ({ ...study, rows: study.rows.filter(({ id }) => wanted.includes(id)) }));
  return kept.filter(({ rows }) => rows.length > 0);
}

function note(what, error) {
  if (error instanceof NotMeasurable) notMeasured.push(`not measured: ${what}: ${error.message}`);
  else failures.push(`${what}: ${error.stack}`);
}

/** A study that cannot be made here says why, and the others go on. */
async function opened(bench, study) {
  try {
    const session = await study.open(bench);
    say(`${study.name}: ${session.about}`);
    return [{ ...study, session, found: [] }];
  } catch (error) {
    note(study.name, error);
    return [];
  }
}

async function inRounds(bench, open) {
  const rounds = Number(options.rounds ?? (options.quick ? 1 : 3));
  const isLate = () => performance.now() > Number(options.minutes) * 60_000;
  if (!options.quick) await warmUp(bench, open);
  for (let round = 1; round <= rounds && (round === 1 || !isLate()); round += 1) {
    for (const study of open.filter(({ rounds: most = rounds }) => round <= most)) {
      say(`round ${round}: ${study.name} (load ${loadNow()})`);
      try {
        study.found.push(await profiled(bench, study, round));
      } catch (error) {
        note(`${study.name}, round ${round}`, error);
      }
    }
  }
  for (const study of open) await study.close(study.session);
}

async function warmUp(bench, open) {
  for (const study of open.filter(({ rounds }) => rounds === undefined)) {
    say(`warming up: ${study.name} (load ${loadNow()})`);
    try {
      await study.round(bench, study.session);
    } catch (error) {
      note(`${study.name}, warming up`, error);
    }
  }
}

async function profiled(bench, study, round) {
  if (options.profile) await bench.product.ask('profile');
  const found = await study.round(bench, study.session);
  if (options.profile) await bench.product.ask('profiled', join(bench.peers.out, `${study.name}-${round}.cpuprofile`));
  return found;
}

async function run(out) {
  const machine = description();
  const { serverCores, placement } = keepACoreForServers();
  const sizes = sizesOf(options);
  const selected = chosen(sizes);
  const facts = [machine, placement, `limits that load from one address would meet are off: ${settings}`];
  for (const fact of facts) say(fact);
  const records = await startRecords();
  const stops = [records.stop];
  try {
    const scales = selected.some(({ name }) => name === 'growth')
      ? [...new Set([1, Math.min(10, sizes.largest), sizes.largest])]
      : [1];
    const filled = [];
    for (const scale of scales) {
      filled.push(await records.fill(scale));
      facts.push(`${scale} × the data: ${200 * scale} incidents, filled in ${filled.at(-1).seconds.toFixed(0)} s`);
      say(facts.at(-1));
    }
    const peers = new Peers({ serverCores, out });
    const [record] = filled;
    const product = await peers.product(record);
    stops.unshift(product.stop);
    const baseline = await peers.baseline(record);
    stops.unshift(baseline.stop);
    const bench = {
      peers,
      product,
      baseline,
      record,
      records: filled,
      dataDir: records.dataDir,
      quick: options.quick,
      sizes,
    };
    const open = [];
    for (const study of selected) open.push(...(await opened(bench, study)));
    facts.push(...open.map(({ name, session }) => `${name}: ${session.about}`));
    await inRounds(bench, open);
    facts.push(
      `${Math.max(0, ...open.map(({ found }) => found.length))} rounds in ${(performance.now() / 60_000).toFixed(1)} minutes, load then ${loadNow()}`,
    );
    return { facts: [...facts, ...notMeasured], measured: open };
  } finally {
    for (const stop of stops) await stop();
  }
}

const failures = [];
const notMeasured = [];
const out = join('.data', 'bench', new Date().toISOString().replaceAll(':', '-'));
mkdirSync(out, { recursive: true });
const { facts, measured } = await run(out);
const rows = measured.flatMap((study) =>
  study.found.length > 0 ? study.rows.map((row) => rowOf(row, study.found)) : [],
);
const file = join(out, 'result.json');
const found = Object.fromEntries(measured.map(({ name, found: rounds }) => [name, rounds]));
writeFileSync(file, `${JSON.stringify({ facts, rows, found, failures }, null, 2)}\n`);
for (const failure of failures) say(`FAILED ${failure}`);
process.stdout.write(`${facts.map((fact) => `- ${fact}`).join('\n')}\n\n${tableOf(rows)}\n\n${file}\n`);
process.exit(failures.length === 0 ? 0 : 1);
