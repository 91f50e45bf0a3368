import { getIntrospectionQuery } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { type Answer, Toy, type ToyOptions, token } from './toy-api';

let toy: Toy;
const serve = async (introspection?: 'everybody' | 'nobody') => {
  const options: ToyOptions = introspection ? { config: { introspection } } : {};
  toy = await new Toy(options).start();
};
afterEach(() => toy.stop());

type Asker = 'somebody' | 'an anonymous reader';

async function onBoth(request: SubscribePayload, asker: Asker): Promise<Answer[]> {
  const headers: Record<string, string> = asker === 'somebody' ? { authorization: `Bearer ${await token()}` } : {};
  const overHttp = (await toy.post(request, headers)).body;
  const results = toy.client({ connectionParams: headers }).iterate(request);
  const overSocket = await results.next().then(
    ({ value }) => value as unknown as Answer,
    (errors) => ({ errors }) as Answer,
  );
  return [overHttp, overSocket];
}

const codes = (answers: Answer[]) => answers.map(({ errors }) => errors?.[0]?.extensions['code']);

test.each<[Asker, 'everybody' | 'nobody' | undefined, string | undefined]>([
  ['somebody', undefined, undefined],
  ['an anonymous reader', undefined, 'UNAUTHENTICATED'],
  ['somebody', 'everybody', undefined],
  ['an anonymous reader', 'everybody', undefined],
  ['somebody', 'nobody', 'FORBIDDEN'],
  ['an anonymous reader', 'nobody', 'FORBIDDEN'],
])('%s who asks for the schema that is open to %s gets %s', async (asker, open, code) => {
  await serve(open);
  const hidden = '{ ...a } fragment a on Query { __type(name: "Query") { fields { name } } }';

  for (const query of [getIntrospectionQuery(), '{ __schema { types { name } } }', hidden]) {
    const answers = await onBoth({ query }, asker);

    expect(codes(answers)).toEqual([code, code]);
    expect(answers.map(({ data }) => Boolean(data))).toEqual([code === undefined, code === undefined]);
  }
});

test('what type an answer has can be asked by anybody', async () => {
  await serve('nobody');

  expect(await onBoth({ query: '{ __typename }' }, 'an anonymous reader')).toEqual(
    Array(2).fill({ data: { __typename: 'Query' } }),
  );
});

test('the schema is described no deeper than anybody needs', async () => {
  await serve();
  const query = `{ __schema { types { ${'fields { type { '.repeat(3)} name ${'} }'.repeat(3)} } } }`;

  expect(codes(await onBoth({ query }, 'somebody'))).toEqual(Array(2).fill('GRAPHQL_VALIDATION_FAILED'));
});

test.each<[string, Record<string, unknown>]>([
  ['{ viewr }', {}],
  ['{ pair(pear: 1) }', {}],
  ['{ pair(pair: { lefft: 2 }) }', {}],
  ['query ($p: Pear) { pair(pair: $p) }', {}],
  ['query ($p: Pair) { pair(pair: $p) }', { p: { left: 2, rigth: 2 } }],
])('a slip in %s is corrected for who signed in, and for nobody else', async (query, variables) => {
  await serve();

  const suggested = await onBoth({ query, variables }, 'somebody');
  const bare = await onBoth({ query, variables }, 'an anonymous reader');

  for (const { errors } of suggested) expect(JSON.stringify(errors)).toContain('Did you mean');
  for (const { errors } of bare) expect(JSON.stringify(errors)).not.toMatch(/did you mean/i);
  expect(codes(bare)).toEqual(codes(suggested));
});
