import type { Page } from 'playwright-core';
import { carryOut, write } from '../support/builders';
import { describeInBrowser } from '../support/chromium';
import { anIncident, aRoom, type Declared } from './room';
import { showIncident } from './window';

interface Told {
  text?: string;
  author?: { stakeholderName: string };
  canonicalContent?: string;
  number: number;
  chainHash: string;
}

interface Batch {
  lines?: Told[];
  head?: { incidentId: string; number: number; chainHash: string };
}

describeInBrowser('a journal that the server alters on its way', () => {
  const room = aRoom();

  test('shows of each entry what was hashed, whatever is told beside it', async () => {
    const { page, incident } = await altered('Panne enjolivée', ({ lines = [] }) => {
      for (const line of lines) Object.assign(line, { text: 'Rien à signaler.', category: 'TECHNICAL' });
      for (const { author } of lines) if (author) author.stakeholderName = 'Personne';
    });

    await showIncident(page, incident);

    const line = page.locator('article').filter({ hasText: 'Premier signalement.' });
    await line.getByText('Situation', { exact: true }).waitFor();
    await line.getByText('OPERATEUR').first().waitFor();
    expect(await page.locator('article').getByText('Rien à signaler.').count()).toBe(0);
  });

  test.each<[string, (batch: Batch) => void]>([
    ['without the content of an entry', ({ lines = [] }) => void delete lines[0]?.canonicalContent],
    ['with another content', ({ lines: [line] = [] }) => line && Object.assign(line, { canonicalContent: '{}' })],
    ['without a line', ({ lines }) => lines?.splice(1, 1)],
    ['in another order', ({ lines }) => lines?.reverse()],
    ['with the lines of another', (batch) => Object.assign(batch.head ?? {}, { incidentId: 'SW5jaWRlbnQ6eA' })],
  ])('%s is said to be broken', async (_, alter) => {
    const { page, incident } = await altered('Panne altérée', alter);

    await page.goto(`${page.url().split('#')[0]}#/incidents/${incident.reference}`);

    await page.getByText('✕ chaîne rompue').waitFor();
    expect(await page.locator('article').count()).toBe(0);
  });

  test('and that keeps a line back is asked for it, as soon as it says how far it is', async () => {
    const { page, incident } = await altered('Panne retenue', (batch) => {
      const isKeptBack = batch.lines?.some(({ canonicalContent = '' }) => canonicalContent.includes('Retenue.'));
      return isKeptBack && keptBack++ === 0 ? 'kept back' : undefined;
    });
    let keptBack = 0;
    await showIncident(page, incident);

    await write(room.other, incident.id, 'Retenue.');

    await page.locator('article').getByText('Retenue.').waitFor();
    expect(keptBack).toBeGreaterThan(1);
  });

  test('is said to be broken where an entry that is asked for again is another', async () => {
    const incident = await anIncident(room, { title: 'Panne rouverte' });
    const { id } = await write(room.agency, incident.id, 'Livraisons arrêtées.');
    const { page } = await room.as(room.other);
    await showIncident(page, incident);
    await page.route('**/graphql', async (route) => {
      if (!(route.request().postData() ?? '').includes('LinesAgain')) return route.continue();
      const answer = await (await route.fetch()).text();
      return route.fulfill({ body: answer.replaceAll('Livraisons arrêtées.', 'Livraisons assurées.') });
    });

    await carryOut(room.agency, 'changeMarking', {
      ...{ thingId: id, expectedVersion: 1, marking: { tlp: 'TLP_GREEN', audience: 'INVOLVED' } },
    });

    await page.getByText('✕ chaîne rompue').waitFor();
    await page.locator('article').getByText('Livraisons arrêtées.').waitFor();
    expect(await page.locator('article').getByText('Livraisons assurées.').count()).toBe(0);
  });

  /** A window to which each batch of lines comes as it was altered. */
  async function altered(
    title: string,
    alter: (batch: Batch) => unknown,
  ): Promise<{ readonly page: Page; readonly incident: Declared }> {
    const incident = await anIncident(room, { title });
    const { page } = await room.as(room.agency);
    await page.routeWebSocket(/\/graphql$/, (near) => {
      const far = near.connectToServer();
      near.onMessage((message) => far.send(message));
      far.onMessage((message) => {
        const told = JSON.parse(`${message}`) as { payload?: { data?: { journal?: Batch } } };
        const batch = told.payload?.data?.journal;
        if (batch?.lines && alter(batch) === 'kept back') return;
        near.send(JSON.stringify(told));
      });
    });
    return { page, incident };
  }
});
