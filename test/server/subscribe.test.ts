import { Toy } from './toy-api';

let toy: Toy;

beforeEach(async () => {
  toy = await new Toy().start();
});
afterEach(() => toy.stop());

const follow = (query: string) => toy.client().iterate<{ ticks: Record<string, unknown> }>({ query });
type Results = ReturnType<typeof follow>;

async function texts(results: Results, count: number): Promise<unknown[]> {
  const heard: unknown[] = [];
  while (heard.length < count) heard.push((await results.next()).value?.data?.ticks.text);
  return heard;
}

test('what was looked up for one event is looked up again for the next', async () => {
  const results = follow('subscription { ticks { a: lookUp b: lookUp } }');
  toy.ticks.send({}, {});

  const [first, second] = [(await results.next()).value?.data?.ticks, (await results.next()).value?.data?.ticks];

  expect(first?.a).toBe(first?.b);
  expect(second?.a).toBe((first?.a as number) + 1);
});

test('variables that a subscription does not know are nothing to it, however deep', async () => {
  const socket = toy.socket();
  const heard: string[] = [];
  const answered = new Promise((resolve) => {
    socket.on('message', (message) => heard.push(String(message)) === 2 && resolve(heard));
    socket.on('close', resolve);
  });
  const deep = '['.repeat(90_000) + ']'.repeat(90_000);
  const payload = `{"query":"subscription { ticks { text } }","variables":{"unknown":${deep}}}`;
  socket.on('open', () => socket.send('{"type":"connection_init"}'));
  socket.once('message', () => socket.send(`{"type":"subscribe","id":"1","payload":${payload}}`));

  toy.ticks.send({ text: 'one' });

  expect(await answered).toEqual([expect.any(String), expect.stringContaining('{"text":"one"}')]);
  socket.terminate();
});

test('a reader who leaves ends the source at once, though it waits for an event', async () => {
  const results = follow('subscription { ticks { text } }');
  toy.ticks.send({ text: 'one' });
  await results.next();

  await results.return?.();

  await toy.ticks.left;
});

test('a reader whose socket breaks ends the source at once', async () => {
  const client = toy.client();
  const results = client.iterate({ query: 'subscription { ticks { text } }' });
  toy.ticks.send({ text: 'one' });
  await results.next();

  client.terminate();

  await toy.ticks.left;
  await results.next().catch(() => undefined);
});

test('an answer that did not change is not delivered again', async () => {
  const results = follow('subscription { ticks { text } }');
  const [one, other] = [{ suppressKey: 'one' }, { suppressKey: 'other' }];

  toy.ticks.send({ ...one, text: 'a' }, { ...one, text: 'a' }, { ...other, text: 'a' }, { ...one, text: 'b' });
  toy.ticks.send({ ...one, text: 'b' }, { ...one, text: 'a' }, { text: 'end' });

  expect(await texts(results, 5)).toEqual(['a', 'a', 'b', 'a', 'end']);
});

test('a change of what the reader does not ask for is not delivered', async () => {
  const results = follow('subscription { ticks { fault } }');
  const one = { suppressKey: 'one' };
  toy.ticks.send({ ...one, text: 'a' }, { ...one, text: 'b' }, { ...one, fault: new Error('end') });

  await results.next();

  await expect(results.next()).rejects.toBeDefined();
});

test('an answer that was forgotten is delivered again, and forgetting is too', async () => {
  const results = follow('subscription { ticks { text } }');

  toy.ticks.send({ suppressKey: 'one', text: 'a' }, { forgetKey: 'one', text: 'gone' });
  toy.ticks.send({ suppressKey: 'one', text: 'a' }, { forgetKey: 'none', text: 'gone' });

  expect(await texts(results, 4)).toEqual(['a', 'gone', 'a', 'gone']);
});
