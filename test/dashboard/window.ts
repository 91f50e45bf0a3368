import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { aContext } from '../support/chromium';
import { heardIn } from '../support/complaints';
import type { Party } from '../support/party';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** A browser of one party, with all that must not happen in it. */
export interface Window {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: string[];
}

export async function openWindow(browser: Browser, url: string, party: Party): Promise<Window> {
  const context = await aContext(browser);
  const complaints = await heardIn(context, url);
  const page = await context.newPage();
  await enter(page, url, { token: party.token });
  await page.getByRole('button', { name: 'Se déconnecter' }).waitFor();
  return { page, context, complaints };
}

/** Follows a link that brings an access code, and enters with it. */
export async function enter(page: Page, url: string, place: { token: string; reference?: string }): Promise<void> {
  await page.goto(`${url}/#${new URLSearchParams(place)}`);
  await page.getByRole('button', { name: 'Entrer' }).click();
}

/** Shows the incident, and waits until its whole journal is there. */
export async function showIncident(
  page: Page,
  { reference, title }: { reference: string; title: string },
): Promise<void> {
  await page.goto(`${page.url().split('#')[0]}#/incidents/${reference}`);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByText(/^✓ Chaîne vérifiée/).waitFor();
}

/** What axe finds against WCAG 2.2 AA, in one line for each. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: Violation[] }> };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations: found } = await checker.run({ runOnly: tags });
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
  });
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}
