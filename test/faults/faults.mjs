// npm run faults [-- OPTIONS]: whether each subscriber of the built product gets each line once, in order, and none that is
// not meant for it, while sockets, nodes and PostgreSQL fail. Ends with 1 if not.
//   --quick             some tens of seconds: two nodes, a few of the storms, as in `npm test`
//   --deliveries=N      goes on until so many lines were delivered; 1000000
//   --minutes=N         begins no storm after that; 8
//   --subscribers=N     who follow throughout; 200
//   --seed=N            another course of events; the clock's by default, and printed
//   --only=A,B          only storms whose names contain one of these words
//   --break=NAME        spoils what subscribers write down, to see that it is found: lose, double, swap, leak, alter
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { breakNames } from './breaks.mjs';
import { storms } from './storms.mjs';
import { Trial } from './trial.mjs';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    deliveries: { type: 'string' },
    minutes: { type: 'string' },
    subscribers: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string' },
    break: { type: 'string' },
  },
});
if (values.break !== undefined && !breakNames.includes(values.break)) {
  process.stderr.write(`--break: expected one of ${breakNames.join(', ')}\n`);
  process.exit(2);
}
const { quick } = values;
const quickly = ['cut at random', 'killed', 'crashes', 'lost', 'clocks', 'many', 'nodes stopped'];
const words = values.only?.split(',') ?? (quick ? quickly : ['']);
const options = {
  seed: Number(values.seed),
  deliveries: Number(values.deliveries ?? (quick ? 0 : 1_000_000)),
  minutes: Number(values.minutes ?? (quick ? 2 : 8)),
  subscribers: Number(values.subscribers ?? (quick ? 60 : 200)),
  joining: quick ? 100 : 1000,
  nodes: 2,
  mostNodes: quick ? 2 : 3,
  perSecond: 40,
  broken: values.break,
  storms: Object.keys(storms).filter((name) => words.some((word) => name.includes(word))),
};
const out = join('.data', 'faults', new Date().toISOString().replaceAll(':', '-'));
mkdirSync(out, { recursive: true });
const trial = new Trial(options, out, (line) => process.stderr.write(`${line}\n`));
const { report, isGood } = await trial.run();
process.stdout.write(`${report}\n${out}\n`);
process.exit(isGood ? 0 : 1);
