import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type ToldCase, tellCase } from '../demo/told-case';
import { describeInBrowser } from '../support/chromium';
import { windows } from './room';
import { violations } from './window';

/** Given a folder, what is seen is kept there to be looked at. */
const folder = process.env.SCREENSHOTS;

describeInBrowser('the dashboard from a telephone to a wall', () => {
  const { open } = windows();
  let told: ToldCase;

  beforeAll(async () => {
    told = await tellCase();
  });
  afterAll(() => told?.cellule.stop());

  test.each([
    ['fr', 390, 844],
    ['en', 390, 844],
    ['fr', 768, 1024],
    ['fr', 1400, 900],
    ['fr', 1920, 1080],
    ['en', 1920, 1080],
  ])('in %s at %i × %i nothing is cut off, and nothing violates WCAG 2.2 AA', async (language, width, height) => {
    const page = await opened(language, { width, height });

    await picture(page, `overview-${width}-${language}`);
    expect([...(await wider(page)), ...(await cutOff(page))]).toEqual([]);
    expect(await violations(page)).toEqual([]);
    await showCase(page);
    await picture(page, `incident-${width}-${language}`);
    expect([...(await wider(page)), ...(await cutOff(page))]).toEqual([]);
    expect(await violations(page)).toEqual([]);
  });

  test('magnified to 200 %, and to 400 %, all is still read without scrolling sideways', async () => {
    const page = await opened('fr', { width: 640, height: 400 });
    await showCase(page);
    expect(await wider(page)).toEqual([]);
    await picture(page, 'incident-200-percent');

    await page.setViewportSize({ width: 320, height: 256 });

    expect(await wider(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Écrire une entrée' }).fill('Écrit en grand.');
    await page.goto(`${page.url().split('#')[0]}#/`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await wider(page)).toEqual([]);
  });

  test('who wants no motion has none', async () => {
    const page = await opened('fr', { width: 1280, height: 800 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await showCase(page);

    const moving = await page.evaluate<string[]>(`[...document.querySelectorAll('*')]
      .filter((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        return transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior === 'smooth';
      })
      .map((element) => element.outerHTML.slice(0, 100))`);

    expect(moving).toEqual([]);
  });

  async function opened(language: string, size: { width: number; height: number }): Promise<Page> {
    const { page } = await open(told.cellule.cellule.url, told.as('ARS-BRE'));
    await page.setViewportSize(size);
    if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
    await page.locator('li h2').first().waitFor();
    return page;
  }

  async function showCase(page: Page): Promise<void> {
    await page.goto(`${page.url().split('#')[0]}#/incidents/${told.incident.reference}`);
    await page.getByText(/^✓ Cha(îne|in)/).waitFor();
  }
});

/** What reaches beyond the right edge of the page. */
function wider(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`document.documentElement.scrollWidth <= innerWidth ? [] :
    [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
      .map((element) => element.outerHTML.slice(0, 120))`);
}

/** What is chosen in a select that is too narrow for it. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`[...document.querySelectorAll('select')]
    .filter((select) => select.checkVisibility())
    .filter((select) => {
      const alone = select.cloneNode();
      alone.append(select.selectedOptions[0].cloneNode(true));
      alone.style.cssText = 'position: absolute; width: max-content';
      const { width } = select.getBoundingClientRect();
      select.after(alone);
      const wanted = alone.getBoundingClientRect().width;
      alone.remove();
      return wanted > width;
    })
    .map((select) => select.selectedOptions[0].text)`);
}

async function picture(page: Page, name: string): Promise<void> {
  if (folder)
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: page.viewportSize()?.width === 390 });
}
