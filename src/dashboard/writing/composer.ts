/** Where an entry is written. */
export const composerId = 'composer';

export function toEntry(): void {
  document.getElementById(composerId)?.querySelector('textarea')?.focus();
}
