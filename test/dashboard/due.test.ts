import type { Page } from 'playwright-core';
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
/** Long enough for the overview to have been told that it is due. */
const inAMoment = 10_000;

describeInBrowser('an action that falls due', () => {
  const room = aRoom({ env: { HEARTBEAT_SECONDS: '1' }, clock });

  async function planDue(incidentId: string, titles: readonly string[], inMs = hourMs): Promise<void> {
    const instant = new Date(clock.now().getTime() + inMs).toISOString();
    const due = { earliest: instant, latest: instant, precision: 'MINUTE' };
    for (const title of titles) await plan(room.agency, incidentId, { title, due });
  }

  test('is marked overdue on a page that is open, by the clock of the server', async () => {
    const incident = await anIncident(room, { title: 'Panne à l’heure' });
    await planDue(incident.id, ['Rappeler à temps']);
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    const actions = page.getByRole('region', { name: 'Actions' });
    await actions.getByText('Rappeler à temps', { exact: true }).waitFor();
    expect(await actions.getByText('EN RETARD').count()).toBe(0);

    aheadMs += hourMs;

    await actions.getByText('EN RETARD').waitFor();
  });

  test('is announced, several in one sentence, and what was overdue before is not', async () => {
    const incident = await anIncident(room, { title: 'Panne à dire' });
    await planDue(incident.id, ['Oubliée avant']);
    aheadMs += hourMs + 1;
    await planDue(incident.id, ['Rappeler', 'Relancer']);
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    await page.getByRole('region', { name: 'Actions' }).getByText('EN RETARD', { exact: true }).waitFor();
    const said = await announcements(page);

    aheadMs += hourMs;

    await page.getByRole('status').getByText('Échéance dépassée pour 2 actions : Rappeler, Relancer').waitFor();
    await page.getByRole('status').getByText('Échéance dépassée').waitFor({ state: 'detached' });
    expect(await said()).toEqual(['Échéance dépassée pour 2 actions : Rappeler, Relancer']);
  });

  test('shows on the overview when its hour comes, and is announced there', async () => {
    const incident = await anIncident(room, { title: 'Panne en vue' });
    const { page } = await room.as(room.agency);
    await page.addInitScript(withoutPolls);
    await page.reload();
    const card = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: incident.title }) });
    await card.getByText(/^\d+ entrées non lues/).waitFor();
    const said = await announcements(page);

    await planDue(incident.id, ['Rappeler', 'Relancer'], inAMoment);

    await card.getByText('2 actions en retard').waitFor();
    await page.getByRole('status').getByText('Échéance dépassée pour 2 actions : Panne en vue').waitFor();
    await page.getByRole('status').getByText('Échéance dépassée').waitFor({ state: 'detached' });
    expect(await said()).toEqual(['Échéance dépassée pour 2 actions : Panne en vue']);
  });
});

/** What is asked every half minute is not asked at all. */
function withoutPolls(): void {
  const page = globalThis as unknown as { setTimeout(run: () => void, ms?: number): number };
  const { setTimeout: set } = page;
  page.setTimeout = (run, ms) => (ms === 30_000 ? 0 : set(run, ms));
}

/** What is said from now on of hours that have passed, each time that it is said. */
async function announcements(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const { document, MutationObserver: Observer } = globalThis as unknown as Watched;
    const said: string[] = [];
    Object.assign(globalThis, { said });
    const watch = { childList: true, characterData: true, subtree: true };
    for (const place of document.querySelectorAll('[role=status]')) {
      new Observer(() => {
        const { textContent } = place as { textContent: string };
        if (textContent.startsWith('Échéance') && said.at(-1) !== textContent) said.push(textContent);
      }).observe(place, watch);
    }
  });
  return () => page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
}

interface Watched {
  readonly document: { querySelectorAll(selector: string): Iterable<object> };
  readonly MutationObserver: new (
    changed: () => void,
  ) => {
    observe(place: object, what: object): void;
  };
}
