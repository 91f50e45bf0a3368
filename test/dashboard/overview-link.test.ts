import { describeInBrowser } from '../support/chromium';
import { anIncident, aRoom } from './room';
import { socketsOf } from './sockets';

describeInBrowser('the link of the overview', () => {
  const room = aRoom();

  test('it is not said to be up to date while its list is cut, although journals are followed', async () => {
    await anIncident(room, { title: 'Panne d’avant' });
    const { page } = await room.as(room.agency);
    const sockets = await socketsOf(page);
    await page.reload();
    await page.getByText(/^à jour, /).waitFor();
    await page.getByRole('link', { name: 'Panne d’avant' }).waitFor();

    await sockets.cutList();

    await page.getByText(/^reconnexion… \(dernier état : \d\d:\d\d:\d\d\)$/).waitFor();
    await anIncident(room, { title: 'Panne de pendant' });
    await page.getByText('entrées reçues').first().waitFor();
    expect(await page.getByText(/^à jour/).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Panne de pendant' }).count()).toBe(0);
    sockets.mendList();
    await page.getByText(/^à jour, /).waitFor();
    expect(await page.getByRole('listitem').getByRole('link', { name: 'Panne de pendant' }).count()).toBe(1);
  });

  test('where the network falls silent without a word, the list comes again by another way', async () => {
    const { page } = await room.as(room.agency);
    const sockets = await socketsOf(page);
    await page.reload();
    await page.getByText(/^à jour, /).waitFor();

    sockets.freeze();
    await anIncident(room, { title: 'Panne dans le silence' });

    await page.getByRole('listitem').getByRole('link', { name: 'Panne dans le silence' }).waitFor({ timeout: 40_000 });
  });
});
