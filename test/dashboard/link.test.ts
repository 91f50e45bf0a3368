import { write } from '../support/builders';
import { describeInBrowser } from '../support/chromium';
import { aCuttableLink, type CuttableLink } from './cuttable-link';
import { anIncident, aRoom } from './room';
import { showIncident } from './window';

describeInBrowser('the link to the server', () => {
  const room = aRoom();
  let link: CuttableLink;

  beforeAll(async () => {
    link = await aCuttableLink(room.cellule.cellule.url);
  });
  afterAll(() => link?.cut());

  test('when it is cut the page says so, and afterwards goes on from its position: nothing missed, nothing twice', async () => {
    const incident = await anIncident(room, { title: 'Panne et coupure' });
    const { page, complaints } = await room.as(room.agency, link.url);
    await showIncident(page, incident);
    const before = await page.locator('article').count();
    await page.getByText(new RegExp(`^à jour, n° ${before}, `)).waitFor();

    await link.cut();

    await page.getByText(/^reconnexion… \(dernier état : \d\d:\d\d:\d\d\)$/).waitFor();
    for (const text of ['Un.', 'Deux.', 'Trois.']) await write(room.other, incident.id, text);
    expect(await page.locator('article').count()).toBe(before);
    expect(await page.getByText(/^à jour/).count()).toBe(0);
    await link.mend();
    await page.getByRole('status').getByText('3 entrées reçues').waitFor();
    await page.getByText(new RegExp(`^à jour, n° ${before + 3}, `)).waitFor();
    await page.locator('article').getByText('Trois.').waitFor();
    const numbers = await page
      .locator('article')
      .evaluateAll((lines) => lines.map((line) => line.querySelector('span')?.textContent));
    expect(numbers).toEqual(Array.from({ length: before + 3 }, (_, index) => `n° ${index + 1}`));
    // What a browser itself says of a server that is out of reach.
    const unexpected = complaints
      .splice(0)
      .filter((one) => !/ERR_(CONNECTION|SOCKET|EMPTY)|WebSocket connection/.test(one));
    expect(unexpected).toEqual([]);
  });

  test('what is sent while it is cut stays, and is written once when it is sent again', async () => {
    const incident = await anIncident(room, { title: 'Panne et envoi' });
    const { page, complaints } = await room.as(room.agency, link.url);
    await showIncident(page, incident);
    const box = page.getByRole('textbox', { name: 'Écrire une entrée' });
    await box.fill('Écrit sans réseau.');
    await link.cut();
    await page.getByText(/^reconnexion…/).waitFor();

    await page.getByRole('button', { name: 'Inscrire' }).click();

    await page.getByRole('alert').getByText('Non envoyé (OFFLINE)').waitFor();
    expect(await box.inputValue()).toBe('Écrit sans réseau.');
    await link.mend();
    await page.getByRole('button', { name: 'Inscrire' }).click();
    await page.getByText(/^Inscrit sous le n° \d+\.$/).waitFor();
    await page.locator('article').getByText('Écrit sans réseau.').waitFor();
    expect(await page.locator('article').getByText('Écrit sans réseau.').count()).toBe(1);
    complaints.splice(0);
  });

  test('who is released is told so, and sees nothing more', async () => {
    const incident = await anIncident(room, { title: 'Panne quittée' });
    const { page } = await room.as(room.other);
    await showIncident(page, incident);
    const { incident: read } = await room.agency.ask(
      'query ($id: ID!) { incident(id: $id) { involvements { id version stakeholder { id } } } }',
      { id: incident.id },
    );
    const { id, version } = read.involvements.find(
      (one: { stakeholder: { id: string } }) => one.stakeholder.id === room.other.stakeholder,
    );

    await room.agency.ask(
      'mutation ($input: ReleaseStakeholderInput!) { releaseStakeholder(input: $input) { entries { id } } }',
      {
        input: { involvementId: id, expectedVersion: version },
      },
    );

    await page.getByRole('status').getByText('Vos droits sur cet incident vous ont été retirés.').waitFor();
    expect(await page.locator('article').count()).toBe(0);
    expect(await page.getByText('Commandes arrêtées.').count()).toBe(0);
  });
});
