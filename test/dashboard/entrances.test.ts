import { rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Invitation } from '../../src/demo/invitation';
import { RunningDemo } from '../demo/running-demo';
import { aContext, describeInBrowser, openBrowser } from '../support/chromium';
import { heardIn } from '../support/complaints';
import { violations } from './window';

describeInBrowser('the page of a demo, to who opens it without any access', () => {
  const dataDir = join(tmpdir(), `cellule-entrances-${process.pid}`);
  let demo: RunningDemo;
  let invitation: Invitation;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    demo = new RunningDemo(dataDir, ['--json', '--at-once']);
    [invitation, browser] = await Promise.all([demo.invitation(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.interrupt();
    rmSync(dataDir, { recursive: true, force: true });
  });
  beforeEach(async () => {
    context = await aContext(browser);
    complaints = await heardIn(context, invitation.url);
    page = await context.newPage();
    await page.goto(invitation.dashboard);
    await entrances().getByRole('link').first().waitFor();
  });
  afterEach(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });

  test('lists each party of the case', async () => {
    const names = await entrances().getByRole('link').allTextContents();

    expect(names).toEqual(invitation.parties.map(({ name }) => name));
    await entrances().getByText('Ouvrez deux parties dans deux fenêtres').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('lets them in as one by a click, and as another in a tab beside it', async () => {
    const [one, other] = invitation.parties.map(({ name }) => name);
    const tab = context.waitForEvent('page');
    await link(other).click({ modifiers: ['ControlOrMeta'] });
    const beside = await tab;

    await link(one).click();

    await isIn(page, one);
    await isIn(beside, other);
    await page.reload();
    await isIn(page, one);
  });

  test('lets nobody in who asks for it under another name', async () => {
    const asked = (host: string) => told(new URL('sign-in.json', invitation.dashboard), host);

    expect((await asked('localhost')).entrances).toHaveLength(invitation.parties.length);
    expect((await asked('elsewhere.example')).entrances).toEqual([]);
  });

  function entrances() {
    return page.getByRole('region', { name: 'Démonstration : entrer comme …' });
  }

  function link(name = '') {
    return entrances().getByRole('link', { name, exact: true });
  }

  async function isIn(tab: Page, name = ''): Promise<void> {
    await tab.bringToFront();
    await tab.getByRole('banner').getByText(name, { exact: true }).waitFor();
    // A tab that a page opens may have started in the browser's own language before it is told another.
    await tab.getByText(/^✓ (Chaîne vérifiée|Chain verified)/).waitFor();
    expect(tab.url()).toBe(`${invitation.dashboard}#/incidents/${invitation.incident.reference}`);
  }
});

/** As a browser asks that was told that this name is here; `fetch` says no other host than the address has. */
function told(url: URL, host: string): Promise<{ readonly entrances: readonly object[] }> {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers: { host: `${host}:${url.port}` } }, (response) => {
      text(response).then((body) => resolve(JSON.parse(body)), reject);
    });
    request.on('error', reject);
  });
}
