import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BrokenChain } from '../../src/client';
import { requireContent, requireContents } from '../../src/client/chain';
import { packageRoot } from '../../src/kernel/package-root';

// Line 1 of docs/chain.md.
const canonicalContent = /```json\n(.*)\n```/.exec(readFileSync(join(packageRoot, 'docs/chain.md'), 'utf8'))?.[1] ?? '';
const line = {
  ...{ __typename: 'JournalEntry', number: 1, canonicalContent },
  contentHash: '147adfa96edb4b5b188c5f7803cacc512f1b8a21f57bc367e3eb524d3655a776',
  chainHash: '6542a129f9f38d5e52c255d77483c43c71b65299d3ff4ba73d70b7ecf066d52e',
};
const incidentId = idOf('0192a4f2-1b00-7000-8000-000000000001');

test('what was hashed of an entry of this incident is let through', () => {
  expect(() => requireContent(incidentId, line)).not.toThrow();
});

test.each([
  ['that is of another incident', idOf('0192a4f2-1b00-7000-8000-000000000002'), line],
  [
    'of which another word was hashed',
    incidentId,
    { ...line, canonicalContent: canonicalContent.replace('FACT', 'ACT') },
  ],
])('an entry %s is not', (_, id, given) => {
  expect(() => requireContent(id, given)).toThrow(BrokenChain);
});

test('an entry without its content is not let through where the content was asked for, and a sealed line is', () => {
  const { canonicalContent: _, ...bare } = line;

  expect(() => requireContents(incidentId, [line, { ...bare, __typename: 'SealedEntry' }])).not.toThrow();
  expect(() => requireContents(incidentId, [bare])).toThrow(BrokenChain);
});

function idOf(key: string): string {
  return Buffer.from(`Incident:${key}`).toString('base64url');
}
