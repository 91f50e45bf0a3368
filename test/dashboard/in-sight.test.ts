import type { Locator, Page } from 'playwright-core';
import { carryOut, plan, write } from '../support/builders';
import { describeInBrowser } from '../support/chromium';
import { anIncident, aRoom } from './room';
import { showIncident, violations } from './window';

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

  test.each(['fr', 'en'])('in %s the bar is one line at 1280 × 800, however long one’s name is', async (language) => {
    const incident = await anIncident(room, { title: `Panne en ${language}` });
    const { page } = await room.as(room.other);
    await page.setViewportSize({ width: 1280, height: 800 });
    await showIncident(page, incident);
    const { viewer } = await room.other.ask('{ viewer { stakeholder { name } } }');
    if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
    const bar = page.getByRole('banner');
    const leaving = bar.getByRole('button', { name: language === 'en' ? 'Sign out' : 'Se déconnecter' });
    await leaving.waitFor();

    expect((await boxOf(leaving)).y).toBeLessThan((await boxOf(bar.getByRole('link').first())).bottom);
    await bar.getByText(viewer.stakeholder.name).and(page.getByTitle(viewer.stakeholder.name)).waitFor();
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

  test.each([
    [390, 844],
    [1400, 900],
  ])('at %i × %i nothing is pushed aside by a word that is wider than its place', async (width, height) => {
    const incident = await anIncident(room, { title: `Panne ${'X'.repeat(150)} sur ${width}` });
    await write(room.operator, incident.id, `https://exemple.fr/${'f'.repeat(300)}`);
    const { page } = await room.as(room.agency);
    await page.setViewportSize({ width, height });
    const isWider = () => page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');
    await page.getByRole('link', { name: incident.title }).waitFor();
    const overview = await isWider();

    await showIncident(page, incident);
    await page.getByRole('button', { name: 'Changer le statut' }).click();
    await page.getByRole('dialog').waitFor();

    expect({ overview, incident: await isWider() }).toEqual({ overview: false, incident: false });
  });

  test('more fields of an entry are brought into sight when they are asked for', async () => {
    const incident = await anIncident(room, { title: 'Panne à détailler', exercise: true });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    const writing = page.getByRole('form', { name: 'Écrire une entrée' });

    await writing.getByText('Plus de champs').click();

    await writing.getByLabel('Survenu le').waitFor();
    await page.evaluate(`new Promise((seen) => {
      const first = document.querySelector('form details[open] input');
      new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && seen(), { threshold: 1 }).observe(first);
    })`);
    expect(await coveredIn(page, 'form details[open] input')).toBe(false);
  });

  test('magnified to 400 % what one writes is in sight while one writes it, and so is each field after it', async () => {
    const incident = await anIncident(room, { title: 'Panne à la loupe', exercise: true });
    const { page } = await room.as(room.agency);
    await page.setViewportSize({ width: 320, height: 256 });
    await showIncident(page, incident);
    const lines = page.getByRole('region', { name: 'Main courante' });
    await lines
      .getByRole('button', { name: /^Marquage/ })
      .last()
      .focus();

    const covered: string[] = [];
    for (const key of ['Tab', 'Tab', 'Tab', 'Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab']) {
      await page.keyboard.press(key);
      covered.push(...(await coveredFocus(page)));
    }

    await page.getByRole('textbox', { name: 'Écrire une entrée' }).and(page.locator(':focus')).waitFor();
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

  test.each([
    [390, 844],
    [1280, 800],
    [1920, 1080],
  ])(
    'at %i × %i how things stand comes first, by whom and when, and before which change of the status',
    async (width, height) => {
      const incident = await anIncident(room, { title: `Panne à plat sur ${width}` });
      const { page } = await room.as(room.agency);
      await page.setViewportSize({ width, height });
      await showIncident(page, incident);
      const situation = page.getByRole('region', { name: 'Dernier point de situation' });
      await situation.getByText(/^Par .+, \d+ \S+ \d\d:\d\d$/).waitFor();
      expect(await situation.getByText('Écrit avant').count()).toBe(0);

      await carryOut(room.agency, 'moveIncident', {
        ...{ incidentId: incident.id, expectedVersion: incident.version, to: 'RESPONDING' },
      });

      await situation.getByText(/^Écrit avant le passage à « Réponse en cours » \(\d+ \S+ \d\d:\d\d\)\.$/).waitFor();
      await page.getByRole('list', { name: 'Statuts successifs' }).getByText('Réponse en cours').waitFor();
      const [head, first, lines] = await boxesOf(page, [
        page.locator('main header'),
        situation,
        page.getByRole('region', { name: 'Main courante' }),
      ]);
      expect(first.y - head.bottom).toBeLessThan(40);
      if (width < 1000) expect(first.bottom).toBeLessThanOrEqual(lines.y);
      expect(first.bottom).toBeLessThan(height);
    },
  );

  test('each part of the page is one key away, on a telephone too, and its heading has the focus and is in sight', async () => {
    const incident = await anIncident(room, { title: 'Panne à parcourir', exercise: true });
    for (let line = 0; line < 8; line++) await plan(room.agency, incident.id, { title: `Appeler ${line}` });
    const { page } = await room.as(room.agency);
    await page.setViewportSize({ width: 390, height: 844 });
    await showIncident(page, incident);
    const parts = page.getByRole('navigation', { name: 'Parties de la page' });

    for (const [part, heading] of [
      ['Chronologie', 'Chronologie'],
      ['Carte', 'Régions touchées'],
      ['Parties', 'Parties'],
    ] as const) {
      await parts.getByRole('button', { name: part, exact: true }).press('Enter');

      const reached = page.getByRole('heading', { level: 2, name: heading, exact: true });
      expect(await reached.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
      expect(await coveredFocus(page)).toEqual([]);
      expect((await boxOf(reached)).bottom).toBeLessThan(844);
    }
    expect(await parts.getByRole('button').allTextContents()).toEqual([
      'Carte',
      'Services',
      'Actions',
      'Chronologie',
      'Parties',
      'Communiqués',
    ]);
    expect(await violations(page)).toEqual([]);
  });

  test('on a wall the map and what is ours to do are in the first screen', async () => {
    const incident = await anIncident(room, { title: 'Panne au mur' });
    for (let line = 0; line < 8; line++) await plan(room.operator, incident.id, { title: `Appeler ${line}` });
    await plan(room.agency, incident.id, { title: 'À nous de jouer' });
    await write(room.agency, incident.id, '', {
      entry: { text: 'Deux dépôts sur trois livrent, le troisième demain. '.repeat(6), category: 'SITUATION' },
    });
    const { page } = await room.as(room.agency);
    await page.setViewportSize({ width: 1920, height: 1080 });
    await showIncident(page, incident);

    const actions = page.getByRole('region', { name: 'Actions' });
    const ours = actions.getByRole('listitem').filter({ hasText: 'À nous de jouer' });
    const map = page.getByRole('img', { name: /^Carte des régions touchées/ });
    await map.waitFor();

    for (const part of [ours, map]) expect((await boxOf(part)).bottom).toBeLessThanOrEqual(1080);
    expect((await boxOf(actions)).y).toBeLessThan((await boxOf(map)).bottom);
  });

  test.each([390, 1400])(
    'at %i the map names the regions that it shows, in letters that one can read, and parts them',
    async (width) => {
      const incident = await anIncident(room, { title: `Panne sur la carte de ${width}` });
      for (const region of ['52', '24', '75', '11', '04'])
        await carryOut(room.agency, 'addAffectedRegion', {
          ...{ incidentId: incident.id, situation: { region, status: 'AFFECTED', involveAuthority: false } },
        });
      const { page } = await room.as(room.agency);
      await page.setViewportSize({ width, height: 844 });
      await showIncident(page, incident);
      const map = page
        .getByRole('figure')
        .filter({ has: page.getByRole('img', { name: /^Carte des régions touchées/ }) });

      const names = map.locator('svg text');
      await names.first().waitFor();

      expect((await names.allTextContents()).sort()).toEqual(['Bretagne', 'CVL', 'IDF', 'NAQ', 'PDL']);
      const boxes = await Promise.all((await names.all()).map(boxOf));
      for (const { height } of boxes) expect(height).toBeGreaterThanOrEqual(12);
      expect(boxes.filter((one) => boxes.some((other) => other !== one && meet(one, other)))).toEqual([]);
      expect(await map.getByRole('list', { name: 'Légende' }).textContent()).toContain(
        'Touchée : La Réunion, Île-de-France (IDF), Centre-Val de Loire (CVL), Pays de la Loire (PDL), Bretagne, Nouvelle-Aquitaine (NAQ)',
      );
      expect(await map.getByRole('list', { name: 'Outre-mer' }).textContent()).toContain('La Réunion');
      expect(await map.locator('svg g title').first().textContent()).toBe('Île-de-France : Touchée');
      expect(await map.locator('[data-border]').count()).toBeGreaterThan(20);
      expect(await violations(page)).toEqual([]);
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

interface Box {
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly bottom: number;
  readonly height: number;
}

async function boxOf(found: Locator): Promise<Box> {
  const { x, y, width, height } = (await found.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { x, y, height, right: x + width, bottom: y + height };
}

/** As they are at one moment: what comes meanwhile moves them all. */
async function boxesOf<Founds extends readonly Locator[]>(
  page: Page,
  founds: readonly [...Founds],
): Promise<{ [At in keyof Founds]: Box }> {
  const elements = await Promise.all(founds.map((found) => found.elementHandle()));
  const boxes = await page.evaluate(
    (all) =>
      all.map((element) => {
        const { x, y, height, right, bottom } = (
          element as unknown as { getBoundingClientRect(): Box }
        ).getBoundingClientRect();
        return { x, y, height, right, bottom };
      }),
    elements,
  );
  return boxes as { [At in keyof Founds]: Box };
}

function meet(one: Box, other: Box): boolean {
  return one.x < other.right && other.x < one.right && one.y < other.bottom && other.y < one.bottom;
}

/** Whether something else is where the first that is selected should be. */
function coveredIn(page: Page, selector: string): Promise<boolean> {
  return page.evaluate<boolean>(`(() => {
    const one = document.querySelector(${JSON.stringify(selector)});
    const { left, top, width, height } = one.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2) !== one;
  })()`);
}
