import { parse } from 'graphql';
import { journalDocument } from '../../src/client/document';
import { journalFields } from '../../src/dashboard/link/fields';
import { celluleSchema } from '../../src/schema';
import { Sharing } from '../../src/server/sharing';

test.each([
  ['the dashboard', journalDocument({ fields: journalFields, checksContent: true })],
  ['who follows with the client, as it is', journalDocument()],
  ['who follows with the client and checks the content', journalDocument({ checksContent: true })],
])('all persons of a party that follow with %s are handed one answer, made once', async (_who, text) => {
  const shared = new Sharing(await celluleSchema()).of(text, { document: parse(text) });

  expect(shared?.isPlain).toBe(true);
});

test('what is looked up for each is told from that', async () => {
  const text = journalDocument({ fields: 'repliesTo { number }' });

  const shared = new Sharing(await celluleSchema()).of(text, { document: parse(text) });

  expect(shared?.isPlain).toBe(false);
});
