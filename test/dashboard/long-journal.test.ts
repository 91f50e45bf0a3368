import { incident as incidents } from '../../src/incident/incident.reads';
import { recordDeed } from '../../src/journal/record';
import { keyOf } from '../support/cellule';
import { describeInBrowser } from '../support/chromium';
import { anIncident, aRoom } from './room';

const lines = 20_000;
const atOnce = 500;

describeInBrowser('a main courante of 20 000 lines', () => {
  const room = aRoom();

  test('holds few lines in the page, whichever are looked at, and the whole chain is verified', async () => {
    const declared = await anIncident(room, { title: 'Panne sans fin' });
    for (let written = 0; written < lines; written += atOnce) await writeMany(keyOf(declared.id), written);
    const { incident } = await room.agency.ask('query ($id: ID!) { incident(id: $id) { journalHead { number } } }', {
      id: declared.id,
    });
    const { number } = incident.journalHead;
    const { page } = await room.as(room.agency);

    await page.goto(`${page.url().split('#')[0]}#/incidents/${declared.reference}`);

    await page.getByText(`Chaîne vérifiée ici jusqu’au n° ${number}`).waitFor({ timeout: 240_000 });
    await page
      .locator('article')
      .getByText(`Ligne ${lines - 1}.`, { exact: true })
      .waitFor();
    const held = page.locator('article');
    expect(await held.count()).toBeLessThan(60);
    expect(await page.locator('li[aria-setsize]').last().getAttribute('aria-posinset')).toBe(String(number));
    await page.getByRole('region', { name: 'Main courante' }).evaluate((box) => {
      box.scrollTop = 0;
    });
    await held.getByText('Premier signalement.').waitFor();
    expect(await held.count()).toBeLessThan(60);
    await page.getByLabel('Chercher dans les entrées').fill('Ligne 12345.');
    await held.getByText('Ligne 12345.', { exact: true }).waitFor();
    await page.getByText('1 ligne', { exact: true }).waitFor();
    expect(await held.count()).toBe(1);
  }, 400_000);

  test('one key goes to its first line and one to its last, however high those between turn out to be', async () => {
    const declared = await anIncident(room, { title: 'Panne en long' });
    for (let written = 0; written < 1_500; written += atOnce)
      await writeMany(keyOf(declared.id), written, (line) => ` Et la suite.`.repeat((line % 7) * 12));
    const { page } = await room.as(room.agency);
    await page.goto(`${page.url().split('#')[0]}#/incidents/${declared.reference}`);
    const lines = page.locator('article');
    await lines.getByText('Ligne 1499.').waitFor();
    await page.getByRole('region', { name: 'Main courante' }).focus();

    await page.keyboard.press('Home');

    await lines.getByText('Premier signalement.').waitFor();
    await page.waitForFunction(isInBox, 'Premier signalement.');
    await page.keyboard.press('End');
    await page.waitForFunction(isInBox, 'Ligne 1499.');
    await lines.last().getByRole('button').last().focus();
    await page.keyboard.press('Home');
    await page.waitForFunction(isInBox, 'Premier signalement.');
  });

  test('who searches and filters is back in place afterwards, and goes to a line by its number', async () => {
    const declared = await anIncident(room, { title: 'Panne à retrouver' });
    for (let written = 0; written < 1_500; written += atOnce) await writeMany(keyOf(declared.id), written);
    const { page } = await room.as(room.agency);
    await page.goto(`${page.url().split('#')[0]}#/incidents/${declared.reference}`);
    const lines = page.locator('article');
    await lines.getByText('Ligne 1499.').waitFor();
    const search = page.getByLabel('Chercher dans les entrées');
    await search.fill('n° 700');
    await page.getByText('1 ligne', { exact: true }).waitFor();

    await search.press('Enter');

    await page.locator('article[data-number="700"]:focus').waitFor();
    const words = (await page.locator('article:focus p').first().textContent()) ?? '';
    await page.waitForFunction(isInBox, words);
    expect(await search.inputValue()).toBe('');
    await search.fill('Ligne 1234.');
    await page.getByText('1 ligne', { exact: true }).waitFor();
    await lines.getByText('Ligne 1234.').waitFor();
    await search.fill('');
    await page.waitForFunction(isInBox, words);
    await page.getByRole('region', { name: 'Main courante' }).press('End');
    await page.waitForFunction(isInBox, 'Ligne 1499.');
    await search.fill('Ligne 3');
    await lines.getByText('Ligne 1493.').waitFor();
    await search.fill('');
    await page.waitForFunction(isInBox, 'Ligne 1499.');
  });

  /** As one command, since what is looked at is the page and not how it came about. */
  async function writeMany(id: string, from: number, more: (line: number) => string = () => ''): Promise<void> {
    const { person, stakeholder } = room.agency;
    const viewer = { kind: 'person' as const, personId: keyOf(person), stakeholderId: keyOf(stakeholder) };
    await room.cellule.cellule.record.work.run(viewer, { mutation: 'writeEntry', input: {} }, async (work) => {
      const { marking } = await work.visible(incidents, id, 'input');
      for (let line = from; line < from + atOnce; line++) {
        const subject = { type: 'Incident', key: id };
        await recordDeed(
          work,
          { kind: 'NOTE', incidentId: id, subject, marking },
          { text: `Ligne ${line}.${more(line)}` },
        );
      }
    });
  }
});

function isInBox(words: string): boolean {
  const { document } = globalThis as unknown as {
    document: { querySelector(of: string): Place; querySelectorAll(of: string): Iterable<Place> };
  };
  const box = document.querySelector('section[aria-label="Main courante"]').getBoundingClientRect();
  return [...document.querySelectorAll('article')].some((line) => {
    const { top, bottom } = line.getBoundingClientRect();
    return line.textContent.includes(words) && bottom > box.top + 1 && top < box.bottom - 1;
  });
}

interface Place {
  readonly textContent: string;
  getBoundingClientRect(): { readonly top: number; readonly bottom: number };
}
