import { describeInBrowser } from '../support/chromium';
import { anIncident, aRoom } from './room';
import { showIncident, violations } from './window';

describeInBrowser('a new involvement', () => {
  const room = aRoom();

  test('is announced on the page of another incident, and one goes from there to the new one', async () => {
    const { page } = await room.as(room.agency);
    await showIncident(page, await anIncident(room, { title: 'Panne en cours' }));

    const incident = await anIncident(room, { title: 'Panne survenue' });

    const news = page.getByRole('status').getByRole('link', { name: 'Nouvel incident : Panne survenue' });
    await news.waitFor();
    expect(await violations(page)).toEqual([]);
    await news.click();
    await page.getByRole('heading', { level: 1, name: incident.title }).waitFor();
    await news.waitFor({ state: 'detached' });
  });

  test('is announced on a sheet, and several in one line, until they are noticed', async () => {
    const known = await anIncident(room, { title: 'Panne sur feuille' });
    const { page } = await room.as(room.agency);
    await showIncident(page, known);
    await page.getByRole('link', { name: 'Fiche de situation' }).click();
    await page.getByRole('article', { name: 'Fiche de situation' }).waitFor();

    for (const title of ['Panne un', 'Panne deux', 'Panne trois']) await anIncident(room, { title });

    const news = page.getByRole('status').getByRole('link', { name: '3 nouveaux incidents, dont : Panne trois' });
    await news.waitFor();
    await page.getByRole('button', { name: 'Vu', exact: true }).click();
    await news.waitFor({ state: 'detached' });
  });

  test('is heard once, by who wants a sound, wherever in the dashboard they are', async () => {
    const known = await anIncident(room, { title: 'Panne sans bruit' });
    const { page } = await room.as(room.agency);
    const heard = new Promise<void>((resolve) => void page.exposeFunction('heard', resolve));
    await page.addInitScript(hearing);
    await page.reload();
    await page.getByRole('button', { name: 'Annoncer les nouveaux incidents par un son' }).waitFor();
    await page.evaluate("localStorage.setItem('cellule:sound', 'on')");
    await page.getByRole('link', { name: known.title }).click();
    await page.getByText(/^✓ Chaîne vérifiée/).waitFor();

    await anIncident(room, { title: 'Panne bruyante' });

    await heard;
  });
});

function hearing(): void {
  const page = globalThis as unknown as { AudioContext: unknown; heard(): void };
  const sounding = page.AudioContext as new () => object;
  page.AudioContext = class extends sounding {
    constructor() {
      super();
      page.heard();
    }
  };
}
