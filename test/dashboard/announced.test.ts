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

  test.each([
    [1280, 800],
    [1920, 1080],
    [390, 844],
  ])('at %i × %i does not cover what one is writing in, and moves nothing', async (width, height) => {
    const { page } = await room.as(room.agency);
    await page.setViewportSize({ width, height });
    await showIncident(page, await anIncident(room, { title: `Panne écrite sur ${width}` }));
    const form = page.getByRole('form', { name: 'Écrire une entrée' });
    const box = form.getByRole('textbox', { name: 'Écrire une entrée' });
    await form.evaluate((element) => element.scrollIntoView({ block: 'end' }));
    await box.fill('Ce que j’écris');
    const before = await form.boundingBox();

    const { title } = await anIncident(room, { title: `Panne survenue, dont l’intitulé est long, sur ${width}` });

    const news = page.getByRole('complementary', { name: 'Arrivées' });
    await news.getByRole('link', { name: title }).waitFor();
    await page.keyboard.type(' encore');
    expect(await box.inputValue()).toBe('Ce que j’écris encore');
    expect(await form.boundingBox()).toEqual(before);
    expect(meet(await news.boundingBox(), before)).toBe(false);
    expect(meet(await news.boundingBox(), await page.getByRole('banner').boundingBox())).toBe(false);
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

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function meet(one: Box | null, other: Box | null): boolean {
  if (!one || !other) throw new Error('Expected both to be in sight');
  const isBeside = one.x + one.width <= other.x || other.x + other.width <= one.x;
  return !isBeside && one.y < other.y + other.height && other.y < one.y + one.height;
}

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
