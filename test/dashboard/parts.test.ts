import { describeInBrowser } from '../support/chromium';
import { anIncident, aRoom } from './room';
import { violations } from './window';

describeInBrowser('the parts of the dashboard that come later', () => {
  const room = aRoom();

  test('a page comes when it is asked for, and has come before that once there was a quiet moment', async () => {
    const incident = await anIncident(room, { title: 'Panne par morceaux' });
    const { page } = await room.as(room.agency);
    await page.getByRole('link', { name: incident.title }).waitFor();
    await page.waitForFunction(haveCome, ['incident-page', 'sheet-page', 'region-map']);
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));

    await page.getByRole('link', { name: incident.title }).click();

    await page.getByRole('heading', { level: 1, name: incident.title }).waitFor();
    await page.getByRole('img', { name: /^Carte des régions touchées/ }).waitFor();
    expect(fetched.filter((url) => url.endsWith('.js'))).toEqual([]);
  });

  test('where one does not come the page says so, and all comes when it is loaded again', async () => {
    const incident = await anIncident(room, { title: 'Panne incomplète' });
    const window = await room.as(room.agency);
    const { page } = window;
    await page.route(/assets\/incident-page-/, (route) => route.abort());
    // It may have come in a quiet moment.
    await page.reload();
    await page.getByRole('link', { name: incident.title }).click();
    const alert = page.getByRole('alert');
    await alert.getByText('Cette partie du tableau de bord n’a pas pu être chargée.', { exact: false }).waitFor();
    expect(await violations(page)).toEqual([]);
    // What a browser itself says of files that do not come.
    window.complaints.splice(0);
    await page.unroute(/assets\/incident-page-/);

    await alert.getByRole('button', { name: 'Recharger' }).click();

    await page.getByRole('heading', { level: 1, name: incident.title }).waitFor();
  });
});

function haveCome(names: readonly string[]): boolean {
  const come = performance.getEntriesByType('resource').map(({ name }) => name);
  return names.every((name) => come.some((url) => url.includes(`/${name}-`) && url.endsWith('.js')));
}
