const KEY = 'cellule:sent:';

/** The same words, sent again after a cut or a reload, are the same request; other words are another. */
export function idempotencyKey(name: string, input: unknown): string {
  const asked = JSON.stringify(input);
  const kept = JSON.parse(localStorage.getItem(KEY + name) ?? 'null') as { asked: string; key: string } | null;
  if (kept?.asked === asked) return kept.key;
  const key = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
  localStorage.setItem(KEY + name, JSON.stringify({ asked, key }));
  return key;
}

export function forgetKey(name: string): void {
  localStorage.removeItem(KEY + name);
}
