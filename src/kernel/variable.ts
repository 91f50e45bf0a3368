import { z } from 'zod';

/** `shown` says what came, for the person at the terminal: never a secret. */
export function variable<Value>(
  expected: string,
  parse: (text: string) => Value | undefined,
  shown: (text: string) => string = quoted,
) {
  return z.string().transform((text, context): Value => {
    const value = parse(text);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: `expected ${expected}, got ${shown(text)}` });
    return z.NEVER;
  });
}

export function whole(min: number, max: number) {
  return variable(`a whole number from ${min} to ${max}`, (text) => numberOf(text, /^\d{1,9}$/, min, max));
}

export function seconds(min: number, max: number) {
  return variable(`a number from ${min} to ${max}`, (text) => numberOf(text, /^\d{1,9}(\.\d{1,3})?$/, min, max));
}

export function numberOf(text: string, form: RegExp, min: number, max: number): number | undefined {
  const value = form.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : undefined;
}

function quoted(text: string): string {
  return `"${text}"`;
}
