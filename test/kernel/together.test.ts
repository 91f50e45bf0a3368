import { Together } from '../../src/kernel/together';

/** All that can go on has gone on. */
const quiet = () => new Promise((resolve) => setImmediate(resolve));

/** Answers when it is told to. */
function slowly() {
  const batches: { asked: readonly number[]; answer(): void; fail(error: Error): void }[] = [];
  const all = (asked: readonly number[]) =>
    new Promise<number[]>((resolve, reject) => {
      batches.push({ asked, answer: () => resolve(asked.map((one) => one * 10)), fail: reject });
    });
  return { batches, together: new Together(all) };
}

test('what is asked for while nothing is being done is done at once, with all that is asked for in the same turn', async () => {
  const { batches, together } = slowly();

  const answers = [1, 2].map((one) => together.do(one));
  await quiet();
  expect(batches.map(({ asked }) => asked)).toEqual([[1, 2]]);
  batches[0]?.answer();

  expect(await Promise.all(answers)).toEqual([10, 20]);
});

test('what is asked for meanwhile is done together, as soon as that is over', async () => {
  const { batches, together } = slowly();

  const answers = [together.do(1)];
  await quiet();
  answers.push(together.do(2));
  await quiet();
  answers.push(together.do(3));
  await quiet();
  expect(batches.map(({ asked }) => asked)).toEqual([[1]]);
  batches[0]?.answer();
  await quiet();
  expect(batches.map(({ asked }) => asked)).toEqual([[1], [2, 3]]);
  batches[1]?.answer();

  expect(await Promise.all(answers)).toEqual([10, 20, 30]);
});

test('at most fifty are done together', async () => {
  const { batches, together } = slowly();

  const answers = Array.from({ length: 60 }, (_, one) => together.do(one));
  for (const at of [0, 1]) {
    await quiet();
    batches[at]?.answer();
  }
  await Promise.all(answers);

  expect(batches.map(({ asked }) => asked.length)).toEqual([50, 10]);
});

test('what fails for some is no end of it for those who come later', async () => {
  const { batches, together } = slowly();

  const first = together.do(1);
  await quiet();
  const second = together.do(2);
  batches[0]?.fail(new Error('The connection is lost.'));
  await expect(first).rejects.toThrow('The connection is lost.');
  await quiet();
  batches[1]?.answer();

  expect(await second).toBe(20);
});
