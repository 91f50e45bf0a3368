import { type AddressInfo, createServer } from 'node:net';
import type { Page } from 'playwright-core';
import { write } from '../support/builders';
import { startTestCellule } from '../support/cellule';
import { describeInBrowser } from '../support/chromium';
import { aBackup } from '../support/database';
import { anIncident, type Declared, type Room, windows } from './room';
import { enter, showIncident } from './window';

describeInBrowser('a record that was restored from a backup', () => {
  let tidy: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const put of tidy.reverse()) await put();
    tidy = [];
  });
  const { browser, open } = windows();

  test('it is said until it is noticed, and what is new begins where the restored record was read', async () => {
    const room = await aRestartableRoom();
    const incident = await anIncident(room, { title: 'Panne reprise' });
    await markRead(room, incident);
    await room.cellule.cellule.stop();
    const backup = await aBackup(room.cellule.databaseUrl);
    tidy.unshift(() => backup.drop());
    const node = await room.cellule.node();
    for (const text of ['Perdu.', 'Perdu aussi.', 'Perdu de même.']) await write(room.other, incident.id, text);
    const { page, complaints } = await open(node.url, room.agency);
    await showIncident(page, incident);
    await page.getByRole('button', { name: 'Marquer comme lu' }).click();
    await page.getByText('Tout est lu.').waitFor();
    const overview = await page.context().newPage();
    await enter(overview, node.url, { token: room.agency.token });
    await overview.getByText(/^à jour, /).waitFor();

    await node.stop();
    await backup.restore();
    await room.cellule.node();

    for (const one of [page, overview]) await notice(one).waitFor();
    await write(room.other, incident.id, 'Après la reprise.');
    const line = page.locator('li').filter({ has: page.locator('article').getByText('Après la reprise.') });
    await line.getByText('Nouveau depuis votre dernier passage').waitFor();
    for (const one of [page, overview]) {
      await one.getByRole('status').getByText('1 entrée reçue').waitFor();
      await notice(one).click();
      await notice(one).waitFor({ state: 'detached' });
      expect(await one.getByText('état repris').count()).toBe(0);
    }
    complaints.splice(0);
    await page.context().close();
  });

  function notice(page: Page) {
    return page.getByRole('button', { name: 'Vu – état repris' });
  }

  /** One whose server comes again at the same address. */
  async function aRestartableRoom(): Promise<Room> {
    const cellule = await startTestCellule({ env: { PORT: `${await aFreePort()}`, HEARTBEAT_SECONDS: '1' } });
    tidy.push(() => cellule.stop());
    const [operator, agency, other] = [
      await cellule.party('OPERATEUR'),
      await cellule.party('ARS-BRE'),
      await cellule.party('DGS-CCS'),
    ];
    return { cellule, browser: browser(), operator, agency, other, as: (party, url = '') => open(url, party) };
  }

  async function markRead({ agency }: Room, { id }: Declared): Promise<void> {
    const { incident } = await agency.ask(
      'query ($id: ID!) { incident(id: $id) { journalHead { number chainHash } } }',
      { id },
    );
    await agency.ask('mutation ($input: MarkJournalReadInput!) { markJournalRead(input: $input) { __typename } }', {
      input: { positions: [{ incidentId: id, ...incident.journalHead }] },
    });
  }
});

async function aFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
