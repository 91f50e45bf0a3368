import type { Page } from 'playwright-core';
import { aContext, describeInBrowser } from '../support/chromium';
import { aRoom } from './room';

describeInBrowser('the language of the dashboard', () => {
  const room = aRoom();

  test.each([
    ['en-GB', ['en-GB', 'fr'], 'Sign in', 'en'],
    ['fr-CA', ['fr-CA', 'en'], 'Se connecter', 'fr'],
    ['de-DE', ['de-DE', 'en-US', 'fr'], 'Sign in', 'en'],
    ['br-FR', ['br-FR', 'frr'], 'Se connecter', 'fr'],
  ])(
    'is the first of the two that a browser asks for, French if it asks for neither: %s',
    async (locale, languages, title, tag) => {
      const page = await opened(locale, languages);

      await page.getByRole('heading', { name: title }).waitFor();

      expect(await page.locator('html').getAttribute('lang')).toBe(tag);
      await page.context().close();
    },
  );

  test('is the one that was chosen at the switch, whatever the browser asks for', async () => {
    const page = await opened('en-GB', ['en-GB']);
    await page.getByRole('button', { name: 'Français' }).click();
    await page.getByRole('heading', { name: 'Se connecter' }).waitFor();

    await page.reload();

    await page.getByRole('heading', { name: 'Se connecter' }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.reload();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.context().close();
  });

  /** Chromium is told of one locale; what else it asks for is said in its place. */
  async function opened(locale: string, languages: readonly string[]): Promise<Page> {
    const page = await (await aContext(room.browser, locale)).newPage();
    const asked = JSON.stringify(languages);
    await page.addInitScript(`Object.defineProperty(navigator, 'languages', { get: () => ${asked} })`);
    await page.goto(room.cellule.cellule.url);
    return page;
  }
});
