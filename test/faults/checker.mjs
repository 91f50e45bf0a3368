// node checker.mjs RUN.json: holds what subscribers wrote down against what the databases say, and prints what it found.
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { truthOf } from './truth.mjs';
import { Verdict } from './verdict.mjs';

const run = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const truths = run.truths ?? (await Promise.all(run.databases.map((url) => truthOf(url, run.incidents))));
const verdict = new Verdict({ ...run, truths });
for await (const row of createInterface({ input: createReadStream(run.log) })) verdict.hear(row);
const { counts, notes } = verdict.close();
process.stdout.write(`${JSON.stringify({ ...counts, ...written(run.acknowledged), notes })}\n`);

/** Whether what was acknowledged is where it was said to be, and nothing is there twice. */
function written(acknowledged) {
  const isThere = ({ epoch, incident, number, text }) => truths[epoch][incident].lines[number - 1]?.text === text;
  const twice = truths.flatMap((truth) => {
    const texts = truth
      .flatMap(({ lines }) => lines.map(({ text }) => text))
      .filter((text) => /^e\d+\.\d+$/.test(text));
    return texts.length - new Set(texts).size;
  });
  return {
    acknowledged: acknowledged.length,
    acknowledgedAndLost: acknowledged.filter((one) => !isThere(one)).length,
    writtenTwice: twice.reduce((sum, count) => sum + count, 0),
  };
}
