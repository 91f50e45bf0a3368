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
    for (const [key, inner] of Object.entries(next)) {
      left -= key.length;
      waiting.push(inner);
    }
  }
  return true;
}
