import { Turns } from '../../src/kernel/turns';

describe('turns', () => {
  const staying = new AbortController().signal;
  const tick = () => jest.advanceTimersByTimeAsync(0);

  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  /** Comes for a turn, and writes down that it has it. */
  function come(turns: Turns, name: string, had: string[], left = staying): Promise<(() => void) | null> {
    return turns.next(left).then((over) => {
      if (over) had.push(name);
      return over;
    });
  }

  test('so many have one at a time, and the others theirs in the order in which they came', async () => {
    const [turns, had] = [new Turns(2), [] as string[]];
    const [first] = ['a', 'b', 'c', 'd'].map((name) => come(turns, name, had));
    await tick();
    expect(had).toEqual(['a', 'b']);

    (await first)?.();
    await jest.advanceTimersByTimeAsync(100);

    expect(had).toEqual(['a', 'b', 'c']);
  });

  test('one that is ended twice makes room for one', async () => {
    const [turns, had] = [new Turns(1), [] as string[]];
    const [first] = ['a', 'b', 'c'].map((name) => come(turns, name, had));
    const over = await first;

    over?.();
    over?.();
    await jest.advanceTimersByTimeAsync(100);

    expect(had).toEqual(['a', 'b']);
  });

  test('who has left meanwhile gets none, and keeps nobody waiting', async () => {
    const [turns, had] = [new Turns(1), [] as string[]];
    const leaving = new AbortController();
    const first = come(turns, 'a', had);
    const second = come(turns, 'b', had, leaving.signal);
    void come(turns, 'c', had);
    leaving.abort();

    (await first)?.();
    await jest.advanceTimersByTimeAsync(200);

    expect(await second).toBeNull();
    expect(had).toEqual(['a', 'c']);
  });

  test('is followed by a rest as long as it was, if somebody waits', async () => {
    const [turns, had] = [new Turns(1), [] as string[]];
    const first = come(turns, 'a', had);
    void come(turns, 'b', had);
    const over = await first;
    await jest.advanceTimersByTimeAsync(20);

    over?.();
    await jest.advanceTimersByTimeAsync(15);
    expect(had).toEqual(['a']);
    await jest.advanceTimersByTimeAsync(10);

    expect(had).toEqual(['a', 'b']);
  });

  test('one that is not ended, since what was found is not taken, keeps the others waiting no longer than a second', async () => {
    const [turns, had] = [new Turns(1), [] as string[]];
    void come(turns, 'a', had);
    void come(turns, 'b', had);
    await jest.advanceTimersByTimeAsync(900);
    expect(had).toEqual(['a']);

    await jest.advanceTimersByTimeAsync(200);

    expect(had).toEqual(['a', 'b']);
  });
});
