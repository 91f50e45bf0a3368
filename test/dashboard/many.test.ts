import { describeInBrowser } from '../support/chromium';
import { anIncident, aRoom } from './room';

describeInBrowser('more incidents than one page of the API holds', () => {
  const room = aRoom();

  test('each say what waits for the viewer, also the one that was declared first', async () => {
    const first = await anIncident(room, { title: 'Panne déclarée en premier' });
    for (let nth = 0; nth < 100; nth++) await anIncident(room, { title: `Panne ${nth}` });
    const { page } = await room.as(room.agency);

    const card = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: first.title }) });
    await card.getByText(/^\d+ entrées? non lues?$/).waitFor();

    expect(await page.getByText(/^\d+ entrées? non lues?$/).count()).toBe(101);
  });
});
