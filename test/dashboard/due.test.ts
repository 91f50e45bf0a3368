import { plan } from '../support/builders';
import { describeInBrowser } from '../support/chromium';
import { anIncident, aRoom } from './room';
import { showIncident } from './window';

let aheadMs = 0;
const clock = {
  get offset() {
    return aheadMs;
  },
  now: () => new Date(Date.now() + aheadMs),
};
const hourMs = 3_600_000;

describeInBrowser('an action that falls due', () => {
  const room = aRoom({ env: { HEARTBEAT_SECONDS: '1' }, clock });

  test('is marked overdue on a page that is open, by the clock of the server', async () => {
    const incident = await anIncident(room, { title: 'Panne à l’heure' });
    const instant = new Date(Date.now() + hourMs).toISOString();
    await plan(room.agency, incident.id, {
      ...{ title: 'Rappeler à temps', due: { earliest: instant, latest: instant, precision: 'MINUTE' } },
    });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    const actions = page.getByRole('region', { name: 'Actions' });
    await actions.getByText('Rappeler à temps', { exact: true }).waitFor();
    expect(await actions.getByText('EN RETARD').count()).toBe(0);

    aheadMs = hourMs;

    await actions.getByText('EN RETARD').waitFor();
  });
});
