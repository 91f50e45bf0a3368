import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/chromium';
import { anIncident, aRoom } from './room';
import { showIncident } from './window';

describeInBrowser('what must stay in sight', () => {
  const room = aRoom();

  test.each([
    [390, 844],
    [640, 400],
    [1440, 900],
  ])('at %i × %i the state of the link and the exercise banner do, wherever one scrolls to', async (width, height) => {
    const incident = await anIncident(room, { title: `Panne sur ${width}`, exercise: true });
    const { page } = await room.as(room.agency);
    await page.setViewportSize({ width, height });
    await showIncident(page, incident);

    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');

    for (const words of [/^à jour, n° \d+, /, /^EXERCICE — /]) {
      const box = await page.locator('header').getByText(words).boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThan(height / 3);
    }
  });

  test('nothing that is focused by keyboard is under them, up to the buttons of the bar itself', async () => {
    const incident = await anIncident(room, { title: 'Panne au doigt', exercise: true });
    const { page } = await room.as(room.agency);
    await page.setViewportSize({ width: 390, height: 600 });
    await showIncident(page, incident);
    await page.evaluate('document.querySelector("#content").focus({ preventScroll: true })');
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    for (const _ of 'forward') await page.keyboard.press('Tab');
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');

    const covered: string[] = [];
    for (let pressed = 0; pressed < 14; pressed++) {
      await page.keyboard.press('Shift+Tab');
      covered.push(...(await coveredFocus(page)));
    }

    expect(covered).toEqual([]);
  });

  test('on a low screen the lines of the main courante do not reach under the form for entries', async () => {
    const incident = await anIncident(room, { title: 'Panne au ras de la table' });
    const { page } = await room.as(room.agency);
    await page.setViewportSize({ width: 1366, height: 560 });
    await showIncident(page, incident);
    await page.getByText('Plus de champs').click();

    const lines = await page.getByRole('region', { name: 'Main courante' }).boundingBox();
    const writing = await page.getByRole('form', { name: 'Écrire une entrée' }).boundingBox();

    expect((lines?.y ?? 0) + (lines?.height ?? 0)).toBeLessThanOrEqual(writing?.y ?? 0);
    expect(lines?.height).toBeGreaterThan(100);
  });

  test.each([
    [390, 844],
    [1280, 900],
    [1440, 900],
    [1920, 1080],
  ])(
    'at %i × %i the lines have nearly half of the height, whatever is open below, and one can always send',
    async (width, height) => {
      const incident = await anIncident(room, { title: `Panne haute de ${height}`, exercise: true });
      const { page } = await room.as(room.agency);
      await page.setViewportSize({ width, height });
      await showIncident(page, incident);
      const lines = page.getByRole('region', { name: 'Main courante' });
      const form = page.getByRole('form', { name: 'Écrire une entrée' });
      const heightOf = async () => (await lines.boundingBox())?.height;
      expect(await heightOf()).toBeGreaterThanOrEqual(height * 0.45);

      await form.getByText('Plus de champs').click();
      await form.getByLabel('Marquage TLP').selectOption({ label: 'TLP:AMBER' });
      await form.getByLabel('Lisible par').selectOption({ label: 'les parties nommées' });
      await form.getByLabel('Source', { exact: true }).fill('Par téléphone.');

      expect(await heightOf()).toBeGreaterThanOrEqual(height * 0.45);
      const [inside, button] = await Promise.all([
        form.boundingBox(),
        form.getByRole('button', { name: 'Inscrire' }).boundingBox(),
      ]);
      const end = Math.min(height, (inside?.y ?? 0) + (inside?.height ?? 0));
      expect((button?.y ?? height) + (button?.height ?? 0)).toBeLessThanOrEqual(end);
      expect(inside?.height).toBeGreaterThan(150);
    },
  );
});

/** What is focused, if something else is painted where it is. */
function coveredFocus(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const focused = document.activeElement;
    const { left, top, width, height } = focused.getBoundingClientRect();
    const there = document.elementFromPoint(left + width / 2, Math.min(top + height / 2, innerHeight - 2));
    const isSeen = there && (focused.contains(there) || there.contains(focused) && !there.closest('header'));
    return isSeen || focused === document.body ? [] : [focused.outerHTML.slice(0, 120)];
  })()`);
}
