/** The same words, sent again after a cut or a reload, are the same request; other words are another. */
export function idempotencyKey(place: string, input: unknown): string {
  const asked = JSON.stringify(input);
  const kept = JSON.parse(localStorage.getItem(place) ?? 'null') as { asked: string; key: string } | null;
  if (kept?.asked === asked) return kept.key;
  const key = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
  localStorage.setItem(place, JSON.stringify({ asked, key }));
  return key;
}

export function forgetKey(place: string): void {
  localStorage.removeItem(place);
}
