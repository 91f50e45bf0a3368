import type { KeyboardEvent } from 'react';

/** Presses the button that sends, as a hand would: what keeps that from sending keeps this. */
export function onShortcut(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.stopPropagation();
  press(event.currentTarget);
}

export function press(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLButtonElement>('[type="submit"]')?.click();
}
