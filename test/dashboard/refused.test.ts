import type { Locator, Page, Request } from 'playwright-core';
import { done } from '../support/builders';
import { describeInBrowser } from '../support/chromium';
import { anIncident, aRoom, gate } from './room';
import { showIncident } from './window';

describeInBrowser('what the dashboard asks the server, and what it is refused', () => {
  const room = aRoom();
  const composer = (page: Page) => page.getByRole('textbox', { name: 'Écrire une entrée' });

  test('is said in the language of the page, with the field, and the keyboard stays in the form', async () => {
    const incident = await anIncident(room, { title: 'Panne et fautes' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    await page.getByRole('button', { name: 'Modifier – Bretagne' }).click();
    await page.getByLabel('Impact').fill('é'.repeat(20_001));

    await page.getByRole('button', { name: 'Enregistrer' }).click();

    const alert = page.getByRole('dialog').getByRole('alert');
    await alert.getByText('Non envoyé. Rien de ce que vous avez écrit n’est perdu.').waitFor();
    await alert.getByText('Quelque chose de ce qui est saisi ne convient pas').waitFor();
    await alert.getByText('Vérifiez le champ « Impact ».').waitFor();
    expect(await alert.locator('[lang=en]').textContent()).toContain('Expected at most');
    expect(await alert.textContent()).not.toContain('BAD_USER_INPUT');
    await page.getByRole('button', { name: 'Enregistrer' }).and(page.locator(':focus')).waitFor();
  });

  test('is said in sight, and not beside what became of the entry before', async () => {
    const incident = await anIncident(room, { title: 'Panne et trop de mots', exercise: true });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    const writing = page.getByRole('form', { name: 'Écrire une entrée' });
    await composer(page).fill('Un premier fait.');
    await writing.getByRole('button', { name: 'Inscrire' }).click();
    await writing.getByText(/^Inscrit sous le n° /).waitFor();
    await composer(page).fill('é'.repeat(10_001));

    await writing.getByRole('button', { name: 'Inscrire' }).click();

    const why = writing.getByRole('alert').getByText('Expected at most');
    await why.waitFor();
    const [said, button] = await Promise.all([
      why.boundingBox(),
      writing.getByRole('button', { name: 'Inscrire' }).boundingBox(),
    ]);
    expect({
      isInSight: (said?.y ?? 0) + (said?.height ?? 0) <= (button?.y ?? 0),
      written: await writing.getByText(/^Inscrit sous le n° /).count(),
    }).toEqual({ isInSight: true, written: 0 });
  });

  test('is, of a source, under the name that the form has for it', async () => {
    const incident = await anIncident(room, { title: 'Panne et source' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    await composer(page).fill('Vu dans la presse.');
    await page.getByText('Plus de champs').click();
    await page.getByLabel(/^Source/).fill('Un journal');
    await page.getByLabel('Adresse de la source').fill(`https://example.org/${'a'.repeat(2000)}`);

    await page.getByRole('button', { name: 'Inscrire' }).click();

    await page.getByRole('alert').getByText('Vérifiez le champ « Adresse de la source ».').waitFor();
  });

  test('is not even asked for, where a source has an address that is none, or no name', async () => {
    const incident = await anIncident(room, { title: 'Panne et adresse' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    await composer(page).fill('Lu en ligne.');
    await page.getByText('Plus de champs').click();
    const [source, address] = [page.getByLabel(/^Source/), page.getByLabel('Adresse de la source')];
    const isRefused = (field: Locator) => field.and(page.locator(':focus:invalid')).waitFor();
    const record = page.getByRole('button', { name: 'Inscrire' });

    await address.fill('pas une url');
    await source.fill('Un journal');
    await record.click();
    await isRefused(address);
    await address.fill('https://presse.example.org/panne');
    await source.fill('');
    await record.click();
    await isRefused(source);
    await source.fill('Un journal');
    await record.click();

    const link = page.locator('article').getByRole('link', { name: 'presse.example.org' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe('https://presse.example.org/panne');
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
  });

  test('is said, too, where somebody else has just done the same', async () => {
    const incident = await anIncident(room, { title: 'Panne et hâte' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    await page.getByRole('button', { name: 'Ajouter une région' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Région' }).selectOption({ label: 'Normandie' });
    await page.route('**/graphql', async (route) => {
      const isAdding = route.request().postData()?.includes('mutation AddRegion');
      const situation = { region: '28', status: 'AFFECTED' };
      if (isAdding) await done(room.operator, 'addAffectedRegion', { incidentId: incident.id, situation });
      return route.continue();
    });

    await dialog.getByRole('button', { name: 'Ajouter une région' }).click();

    await dialog.getByRole('alert').getByText('Quelqu’un a été plus rapide').waitFor();
  });

  test('is not even asked for, where a range ends before it begins', async () => {
    const incident = await anIncident(room, { title: 'Panne et intervalle' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    await composer(page).fill('Entre deux.');
    await page.getByText('Plus de champs').click();
    await page.getByRole('combobox', { name: 'Connu à' }).selectOption('RANGE');
    await page.getByLabel('Survenu le (au plus tôt) (heure de Paris)').fill('2024-10-20T21:00');
    await page.getByLabel('Au plus tard').fill('2024-10-20T20:00');

    await page.getByRole('button', { name: 'Inscrire' }).click();

    await page.getByLabel('Au plus tard').and(page.locator(':focus')).waitFor();
    expect(await composer(page).inputValue()).toBe('Entre deux.');
  });

  test('is looked at again when a look fails, and when something changes while one is under way', async () => {
    const incident = await anIncident(room, { title: 'Panne et lenteur' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    const revise = (title: string, expectedVersion: number) =>
      done(room.operator, 'reviseIncident', { incidentId: incident.id, title, expectedVersion });
    const isPicture = (request: Request) => request.postData()?.includes('query IncidentPage') ?? false;
    const [asked, released] = [gate(), gate()];
    let looks = 0;
    await page.route('**/graphql', async (route) => {
      if (!isPicture(route.request())) return route.continue();
      looks += 1;
      if (looks > 2) return route.continue();
      const response = await route.fetch();
      asked.open();
      await released.reached;
      return looks === 1
        ? route.fulfill({ response })
        : route.fulfill({ json: { errors: [{ message: 'Not now.', extensions: { code: 'UNAVAILABLE' } }] } });
    });

    await revise('Panne, un', 1);
    await asked.reached;
    await revise('Panne, deux', 2);
    await page.locator('article').getByText('Panne, deux').waitFor();
    released.open();

    await page.getByRole('heading', { level: 1, name: 'Panne, deux' }).waitFor();
    expect(looks).toBeGreaterThanOrEqual(2);
  });

  test('is the whole picture only for a line that may have changed it', async () => {
    const incident = await anIncident(room, { title: 'Panne et mots' });
    const { page } = await room.as(room.agency);
    const looks = { begun: 0, ended: 0 };
    const isLook = (request: Request) => request.postData()?.includes('query IncidentPage') ?? false;
    page.on('request', (request) => {
      if (isLook(request)) looks.begun += 1;
    });
    page.on('requestfinished', (request) => {
      if (isLook(request)) looks.ended += 1;
    });
    /** Until a sign of life has come and another one, and nothing was looked at between them. */
    const settled = async () => {
      for (let before = -1; before !== looks.begun || looks.begun !== looks.ended; ) {
        before = looks.begun;
        for (const _beat of [1, 2]) {
          const shown = (await page.getByText(/^à jour, n° /).textContent()) ?? '';
          await page.getByText(shown, { exact: true }).waitFor({ state: 'detached' });
        }
      }
      return looks.begun;
    };
    await showIncident(page, incident);
    const note = (text: string, category: string) =>
      done(room.other, 'writeEntry', { incidentId: incident.id, entry: { text, category } });
    const before = await settled();

    await note('Un appel.', 'INFORMATION');
    await page.locator('article').getByText('Un appel.').waitFor();
    const afterwards = await settled();
    await note('Un point.', 'SITUATION');
    await page.getByRole('region', { name: 'Dernier point de situation' }).getByText('Un point.').waitFor();

    expect(afterwards).toBe(before);
  });
});
