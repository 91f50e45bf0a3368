import { write } from '../support/builders';
import { describeInBrowser } from '../support/chromium';
import { anIncident, aRoom } from './room';
import { showIncident } from './window';

const span = { earliest: '2024-10-20T06:15:00Z', latest: '2024-10-20T08:40:59.999Z', precision: 'RANGE' };
const thisYear = new Date().getFullYear();

describeInBrowser('when things were', () => {
  const room = aRoom();

  test('a line says the year only where it is not that of the incident, which its head says', async () => {
    const incident = await anIncident(room, { title: 'Panne datée' });
    const { number } = await write(room.agency, incident.id, 'Appel de nuit.', {
      entry: { text: 'Appel de nuit.', occurred: span },
    });
    const { page } = await room.as(room.agency);

    await showIncident(page, incident);

    const line = page.locator(`article[data-number="${number}"]`);
    await line.getByText('Survenu : dimanche 20 octobre 2024, 08:15 – 10:40', { exact: true }).waitFor();
    expect(await line.locator('time').textContent()).toMatch(/^\d+ \S+ \d\d:\d\d$/);
    const declared = page
      .getByRole('list', { name: 'Statuts successifs' })
      .getByText(new RegExp(` ${thisYear}, \\d\\d:\\d\\d$`));
    await declared.first().waitFor();
  });
});

describeInBrowser('when things were, for who looks on in the year in which they are', () => {
  const begins = Date.parse('2024-10-20T08:00:00Z');
  const offset = begins - Date.now();
  const room = aRoom({ clock: { offset, now: () => new Date(Date.now() + offset) } });

  test('the year of the server goes without saying, whatever that of the device is', async () => {
    const incident = await anIncident(room, { title: 'Panne d’alors' });
    await write(room.agency, incident.id, 'Appel de nuit.', { entry: { text: 'Appel de nuit.', occurred: span } });
    const { page } = await room.as(room.agency);

    await page.getByText(/^Dernière entrée n° \d+ · 20 oct\. \d\d:\d\d$/).waitFor();

    await showIncident(page, incident);
    const timeline = page.getByRole('region', { name: 'Chronologie' });
    await timeline.getByText('dimanche 20 octobre, 08:15 – 10:40', { exact: true }).waitFor();
  });
});
