/** Whether a value holds at most so many characters, a number or a name counting as one: told without reading on. */
export function isWithin(limit: number, value: unknown): boolean {
  let left = limit;
  // Not recursive: what a client sends may be as deep as it is long.
  const waiting = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    left -= typeof next === 'string' ? next.length : 1;
    if (left < 0) return false;
    if (typeof next !== 'object' || next === null) continue;
    const inner: unknown[] = Array.isArray(next) ? next : Object.values(next);
    if (inner.length > left) return false;
    if (inner !== next) for (const key of Object.keys(next)) left -= key.length;
    for (const one of inner) waiting.push(one);
  }
  return true;
}
