import type { SubscribePayload } from 'graphql-ws';
import { type Answer, Toy } from './toy-api';

let toy: Toy;

beforeEach(async () => {
  toy = await new Toy().start();
});
afterEach(() => toy.stop());

async function overSocket(request: SubscribePayload): Promise<Answer['errors']> {
  const results = toy.client().iterate(request);
  try {
    const { value } = await results.next();
    return (value as unknown as Answer).errors;
  } catch (errors) {
    return errors as Answer['errors'];
  }
}

async function onBoth(request: SubscribePayload) {
  const [http, socket] = [(await toy.post(request)).body.errors ?? [], (await overSocket(request)) ?? []];
  return [http[0], socket[0]];
}

const variables = { b: false };
const pair = 'query ($pair: Pair) { pair(pair: $pair) }';

test.each([
  [{ query: '{ viewer' }, 'GRAPHQL_PARSE_FAILED'],
  [{ query: '{ nothing }' }, 'GRAPHQL_VALIDATION_FAILED'],
  [{ query: '{ pair(pair: { left: 3 }) }' }, 'GRAPHQL_VALIDATION_FAILED'],
  [{ query: 'query a { viewer } query b { viewer }' }, 'OPERATION_RESOLUTION_FAILURE'],
  [{ query: 'query a { viewer }', operationName: 'b' }, 'OPERATION_RESOLUTION_FAILURE'],
  [{ query: pair, variables: { pair: { left: 3 } } }, 'BAD_USER_INPUT'],
  [{ query: 'query ($b: Boolean = true) { viewer @skip(if: $b) }', variables: { b: null } }, 'BAD_USER_INPUT'],
  [{ query: 'subscription ($b: Boolean!) { ticks @skip(if: $b) { text } }', variables }, 'GRAPHQL_VALIDATION_FAILED'],
  [{ query: 'subscription { ticks @skip { text } }' }, 'GRAPHQL_VALIDATION_FAILED'],
  [{ query: '{ refused }' }, 'CONFLICT'],
  [{ query: '{ down }' }, 'UNAVAILABLE'],
  [{ query: '{ broken }' }, 'INTERNAL_SERVER_ERROR'],
])('%j has the same code over HTTP and over WebSocket', async (request, code) => {
  const errors = await onBoth(request);

  expect(errors.map((error) => error?.extensions.code)).toEqual([code, code]);
});

test.each([
  [{ left: 3 }, ['pair', 'left']],
  [{ left: 2, right: 'many' }, ['pair', 'right']],
  [{ right: 2 }, ['pair', 'left']],
  [{ left: 2, middle: 2 }, ['pair', 'middle']],
  ['both', ['pair']],
  [{ left: ' at "pair.wrong"; Field "x" of required type' }, ['pair', 'left']],
])('with the variable %j the fault is said to lie at %j', async (value, inputPath) => {
  const errors = await onBoth({ query: pair, variables: { pair: value } });

  expect(errors.map((error) => error?.extensions)).toEqual([
    { code: 'BAD_USER_INPUT', inputPath },
    { code: 'BAD_USER_INPUT', inputPath },
  ]);
});

test('a variable that is missing or null where it cannot be is the fault of the input', async () => {
  const query = 'query ($left: Even!) { pair(pair: { left: $left }) }';

  const errors = [...(await onBoth({ query })), ...(await onBoth({ query, variables: { left: null } }))];

  expect(errors.map((error) => error?.extensions)).toEqual(
    Array(4).fill({ code: 'BAD_USER_INPUT', inputPath: ['left'] }),
  );
});

test('a long value is not sent back whole', async () => {
  const errors = await onBoth({ query: pair, variables: { pair: { left: 'x'.repeat(100_000) } } });

  for (const error of errors) {
    expect(error?.message.length).toBeLessThan(1000);
    expect(error?.message).toContain('An Even is an even number.');
  }
});

test.each([
  ['the name of an operation', { query: '{ viewer }', operationName: 'x'.repeat(100_000) }],
  ['a name in a document', { query: `{ viewer } ${'x'.repeat(40_000)}` }],
])('%s that is long is not sent back whole', async (_, request) => {
  for (const error of await onBoth(request)) expect(error?.message.length).toBeLessThan(1000);
});

test('a refusal keeps its message, its details and its place', async () => {
  const errors = await onBoth({ query: '{ refused }' });

  for (const error of errors) {
    expect(error).toMatchObject({ message: 'Somebody was faster.', path: ['refused'] });
    expect(error?.extensions).toEqual({ code: 'CONFLICT', expectedVersion: 3 });
  }
});

test('what went wrong on the server is masked, and found in the log by its id, once', async () => {
  const errors = await onBoth({ query: '{ broken }' });

  expect(JSON.stringify(errors)).not.toContain('secret');
  for (const error of errors) {
    expect(Object.keys(error?.extensions ?? {}).sort()).toEqual(['code', 'errorId']);
    const lines = toy.logged.filter(({ errorId }) => errorId === error?.extensions.errorId);
    expect(lines).toEqual([
      expect.objectContaining({ err: expect.objectContaining({ message: 'SELECT secret FROM journal' }) }),
    ]);
  }
});

test('a fault in an event ends the subscription with the same error as elsewhere', async () => {
  const results = toy.client().iterate({ query: 'subscription { ticks { fault } }' });
  const answer = results.next();
  toy.ticks.send({ fault: new Error('secret') });

  const errors = await answer.catch((errors) => errors);

  expect(errors).toEqual([
    expect.objectContaining({ extensions: expect.objectContaining({ code: 'INTERNAL_SERVER_ERROR' }) }),
  ]);
  expect(JSON.stringify(errors)).not.toContain('secret');
  await toy.ticks.left;
});
