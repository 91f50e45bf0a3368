import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/kernel/package-root';

const textOf = (...path: string[]) => readFileSync(join(packageRoot, ...path), 'utf8');
const guide = textOf('docs/federation.md');
const blocks = [...guide.matchAll(/```(?:graphql|js)\n(.*?)```/gs)].map(([, block = '']) => block);
/** What the tests run; questions are read from the guide itself. */
const programs = ['gateway/gateway.mjs', 'gateway/sockets-of-viewers.mjs', 'federation/vulnerabilities.graphql'].map(
  (file) => textOf('test', file),
);

test('what the guide shows of programs and schemas is what the tests run', () => {
  const shown = blocks.filter((block) => !/^(query|subscription) /.test(block));

  expect(shown).toHaveLength(programs.length);
  expect(shown.filter((block) => !programs.some((program) => program.includes(block)))).toEqual([]);
});
