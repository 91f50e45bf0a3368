import type { Page } from 'playwright-core';
import { plan, write } from '../support/builders';
import { describeInBrowser } from '../support/chromium';
import { anIncident, aRoom } from './room';
import { showIncident } from './window';

describeInBrowser('who goes back', () => {
  const room = aRoom();

  test('finds the overview and an incident where they were scrolled to, and goes on from the heading', async () => {
    for (const title of ['Panne une', 'Panne deux', 'Panne trois', 'Panne quatre']) await anIncident(room, { title });
    const incident = await anIncident(room, { title: 'Panne de loin' });
    for (const title of ['Appeler', 'Écrire', 'Attendre']) await plan(room.agency, incident.id, { title });
    const { page } = await room.as(room.agency);
    await page.setViewportSize({ width: 360, height: 500 });
    await page.getByRole('listitem').getByRole('link', { name: 'Panne une' }).waitFor();

    await scrollTo(page, 700);
    await follow(page, incident.title);
    await page.getByText(/^✓ Chaîne vérifiée/).waitFor();
    const arrived = await page.evaluate('scrollY');
    await scrollTo(page, 900);
    await follow(page, 'Fiche de situation');
    await page.getByRole('article', { name: 'Fiche de situation' }).waitFor();
    await page.goBack();
    await isAt(page, 900);
    await focused(page, incident.title);
    await page.goBack();
    await isAt(page, 700);
    await focused(page, 'Incidents');
    await page.goForward();
    await isAt(page, 900);
    await page.reload();

    await isAt(page, 900);
    expect(arrived).toBe(0);
  });

  test('from the sheet reads nothing again: an incident is followed from one of its pages to the other', async () => {
    const incident = await anIncident(room, { title: 'Panne lue une fois' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    const sockets: string[] = [];
    page.on('websocket', (socket) => sockets.push(socket.url()));

    await follow(page, 'Fiche de situation');
    const sheet = page.getByRole('article', { name: 'Fiche de situation' });
    await sheet.waitFor();
    await write(room.other, incident.id, '', { entry: { text: 'Pendant la fiche.', category: 'SITUATION' } });
    await sheet.getByText('Pendant la fiche.').waitFor();
    await page.goBack();

    await page.locator('article').getByText('Pendant la fiche.').waitFor();
    await page.getByText(/^✓ Chaîne vérifiée/).waitFor();
    expect(sockets).toEqual([]);
  });

  test('is left alone once they scroll by hand', async () => {
    for (const title of ['Panne cinq', 'Panne six', 'Panne sept']) await anIncident(room, { title });
    const { page } = await room.as(room.agency);
    await page.setViewportSize({ width: 360, height: 500 });
    await page.getByRole('listitem').getByRole('link', { name: 'Panne six' }).waitFor();
    await scrollTo(page, 600);
    await follow(page, 'Panne six');
    await page.getByText(/^✓ Chaîne vérifiée/).waitFor();
    await page.goBack();
    await isAt(page, 600);

    await page.mouse.move(180, 250);
    await page.mouse.wheel(0, -300);
    await isAt(page, 300);
    await anIncident(room, { title: 'Panne d’après' });
    await page.getByRole('listitem').getByRole('link', { name: 'Panne d’après' }).waitFor();

    expect(await page.evaluate('scrollY')).toBeLessThan(600);
  });
});

async function scrollTo(page: Page, top: number): Promise<void> {
  await page.evaluate(`scrollTo(0, ${top})`);
  await isAt(page, top);
}

async function isAt(page: Page, top: number): Promise<void> {
  await page.evaluate(`new Promise((resolve, reject) => {
    const began = performance.now();
    const look = () => {
      if (Math.abs(scrollY - ${top}) < 2) resolve();
      else if (performance.now() - began > 30_000) reject(new Error('Expected ${top}, and is at ' + scrollY));
      else requestAnimationFrame(look);
    };
    look();
  })`);
}

/** Without a hand that would scroll the link into sight. */
async function follow(page: Page, name: string): Promise<void> {
  const link = page.getByRole('main').getByRole('link', { name });
  await link.evaluate((element) => (element as unknown as { click(): void }).click());
}

async function focused(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name }).and(page.locator(':focus')).waitFor();
}
