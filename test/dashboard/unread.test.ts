import { headOf } from '../journal/crisis';
import { atMinute, carryOut, done, plan, write } from '../support/builders';
import { describeInBrowser } from '../support/chromium';
import type { Party } from '../support/party';
import { anIncident, aRoom } from './room';
import { showIncident, violations } from './window';

const longAgo = atMinute('2024-10-20T10:00:00Z');

describeInBrowser('what is unread', () => {
  const room = aRoom();

  test('what needs me comes first: overdue, then unread; and it goes as it is read', async () => {
    const quiet = await anIncident(room, { title: 'Panne calme' });
    const overdue = await anIncident(room, { title: 'Panne en retard' });
    await plan(room.agency, overdue.id, { title: 'Rappeler', due: longAgo });
    const { page } = await room.as(room.agency);
    const card = (title: string) => page.getByRole('listitem').filter({ has: page.getByRole('link', { name: title }) });
    await card('Panne calme')
      .getByText(/^\d+ entrées? non lues?$/)
      .waitFor();
    await card('Panne en retard').getByText('1 action en retard').waitFor();
    expect(await page.locator('li h2').allTextContents()).toEqual(['Panne en retard', 'Panne calme']);
    expect(await violations(page)).toEqual([]);

    await showIncident(page, quiet);
    await page.getByRole('button', { name: 'Marquer comme lu' }).click();
    await page.getByText('Tout est lu.').waitFor();
    await page.getByRole('link', { name: 'Tous les incidents' }).click();

    await card('Panne calme').getByText('Dernière entrée').waitFor();
    await card('Panne calme')
      .getByText(/non lue/)
      .waitFor({ state: 'detached' });
  });

  test('what waits for us comes before what waits for others, and an exercise after what is real', async () => {
    const lateFor = async (title: string, owner: Party, more: object = {}) => {
      const incident = await anIncident(room, { title, ...more });
      await plan(room.agency, incident.id, { title: 'Rappeler', due: longAgo, ownerId: owner.stakeholder });
      return incident;
    };
    const [ours, theirs] = [await lateFor('Nous attend', room.agency), await lateFor('Attend autrui', room.other)];
    const grave = await anIncident(room, { title: 'Nous est annoncé' });
    await lateFor('Pour s’entraîner', room.agency, { exercise: true });
    for (const [{ id, version }, severity] of [
      [ours, 'MINOR'],
      [grave, 'CRISIS'],
    ] as const) {
      await carryOut(room.operator, 'requalifyIncident', { incidentId: id, severity, expectedVersion: version });
    }
    for (const { id } of [ours, theirs]) await readAll(room.agency, id);
    const { page } = await room.as(room.agency);
    const card = (title: string) => page.getByRole('listitem').filter({ has: page.getByRole('link', { name: title }) });

    for (const title of ['Nous attend', 'Attend autrui']) await card(title).getByText('1 action en retard').waitFor();

    const titles = ['Nous est annoncé', 'Nous attend', 'Attend autrui', 'Pour s’entraîner'];
    const shown = (await page.locator('li h2').allTextContents()).filter((title) => titles.includes(title));
    expect(shown).toEqual(titles);
  });

  test('who is at the end stays there when the mark of what is new goes', async () => {
    const incident = await anIncident(room, { title: 'Panne suivie' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    await page.waitForFunction(isAtEnd);
    await page.locator('article').last().getByRole('button').first().focus();
    for (const text of ['Un.', 'Deux.', 'Trois.']) await write(room.other, incident.id, text);
    await page.getByText(/^à jour, n° 9, /).waitFor();

    await page.getByRole('button', { name: 'Marquer comme lu' }).click();
    await page.getByText('Tout est lu.').waitFor();
    await write(room.other, incident.id, 'Ensuite.');

    await page.locator('article').getByText('Ensuite.').waitFor();
    await page.waitForFunction(isAtEnd);
  });

  test('who scrolls up stays where they are as lines come', async () => {
    const incident = await anIncident(room, { title: 'Panne remontée' });
    for (let line = 0; line < 20; line++) await write(room.other, incident.id, `Avant ${line}.`);
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    await page.waitForFunction(isAtEnd);
    await page.getByRole('region', { name: 'Main courante' }).hover();
    for (let turn = 0; turn < 4; turn++) await page.mouse.wheel(0, -200);
    await page.waitForFunction(`!(${isAtEnd})()`);

    await write(room.other, incident.id, 'Plus bas.');

    await page.getByText('1 entrée reçue').waitFor();
    expect(await page.evaluate(isAtEnd)).toBe(false);
  });

  test('what is marked as new is what counts, and one goes there, to the end, and to what one has written', async () => {
    const incident = await anIncident(room, { title: 'Panne et allers' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    const lines = page.getByRole('region', { name: 'Main courante' });
    const marker = lines.getByText(/^(Nouveau depuis|Non lu)/);
    await page.locator('li[data-index="0"]').getByText('Non lu à partir d’ici').waitFor();
    await page.getByRole('button', { name: 'Marquer comme lu' }).click();
    await page.getByText('Tout est lu.').waitFor();

    const sent = async (text: string) => {
      await page.getByRole('textbox', { name: 'Écrire une entrée' }).fill(text);
      await page.getByRole('button', { name: 'Inscrire' }).click();
      await page.locator('article').getByText(text).waitFor();
    };
    await sent('La mienne.');
    await page.getByText('Tout est lu.').waitFor();
    expect(await marker.count()).toBe(0);
    expect(await page.getByText(/^\d+ entrées? reçues?$/).count()).toBe(0);

    for (let line = 1; line <= 30; line++) await write(room.other, incident.id, `Ligne ${line}.`);
    await page.getByText(/^30 entrées non lues/).waitFor();
    await page.getByText('30 entrées reçues').waitFor();
    await page.getByRole('button', { name: 'Aller à la première non lue' }).click();
    await page
      .locator('li')
      .filter({ has: page.locator('article:focus') })
      .getByText('Ligne 1.')
      .waitFor();
    await page
      .locator('li')
      .filter({ hasText: 'Ligne 1.' })
      .getByText('Nouveau depuis votre dernier passage')
      .waitFor();
    expect(await marker.count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Aller à la dernière entrée' }).click();
    await page.waitForFunction(isAtEnd);

    await page.getByRole('button', { name: 'Aller à la première non lue' }).click();
    await page.locator('article:focus').getByText('Ligne 1.').waitFor();
    const { number } = await headOf(room.agency, incident.id);
    await page.getByRole('textbox', { name: 'Écrire une entrée' }).fill('Tout en bas.');
    await page.getByRole('button', { name: 'Inscrire' }).click();
    await page.getByRole('button', { name: `Voir le n° ${number + 1}`, exact: true }).click();
    await page.locator('article:focus').getByText('Tout en bas.').waitFor();
  });

  test('is counted in the page as the server counts it: nothing sealed, nothing of mine, and by us what is for me alone', async () => {
    const incident = await anIncident(room, { title: 'Panne et comptes' });
    const colleague = await room.cellule.colleague(room.agency);
    const red = { tlp: 'TLP_RED', audience: 'PERSONS', persons: [room.agency.person] };
    const closed = { tlp: 'TLP_AMBER', audience: 'LISTED', stakeholders: [room.other.stakeholder] };
    for (const [text, marking] of [['Pour une seule.', red] as const, ['Entre nous.', closed] as const])
      await done(room.other, 'writeEntry', { incidentId: incident.id, entry: { text, marking } });
    await readAll(colleague, incident.id);
    for (const by of [room.agency, colleague, room.other]) await write(by, incident.id, 'Après la relève.');
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);

    const { incident: read } = await room.agency.ask(
      'query ($id: ID!) { incident(id: $id) { unread { byMe { count } byUs { count } } } }',
      { id: incident.id },
    );

    const { byMe, byUs } = read.unread;
    expect(byUs.count).toBe(2);
    await page
      .getByText(`${byMe.count} entrées non lues · dont ${byUs.count} que personne chez vous n’a lues`)
      .waitFor();
  });

  test('what came since is marked, and the next shift sees what nobody of theirs has read', async () => {
    const incident = await anIncident(room, { title: 'Panne et relève' });
    const nextShift = await room.cellule.colleague(room.agency);
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    await page.getByRole('button', { name: 'Marquer comme lu' }).click();
    await page.getByText('Tout est lu.').waitFor();
    await write(room.other, incident.id, 'Pendant la pause.');

    await page.getByText(/^1 entrée non lue · dont 1 que personne chez vous n’a lue$/).waitFor();
    const line = page.locator('li').filter({ has: page.locator('article').getByText('Pendant la pause.') });
    await line.getByText('Nouveau depuis votre dernier passage').waitFor();
    const other = await room.as(nextShift);
    await showIncident(other.page, incident);
    await other.page.getByText(/^\d+ entrées non lues · dont 1 que personne chez vous n’a lue$/).waitFor();
    expect(await violations(other.page)).toEqual([]);
    await other.page.getByRole('button', { name: 'English' }).click();
    await other.page.getByRole('button', { name: 'Mark as read' }).focus();
    await other.page.keyboard.press('Enter');
    await other.page.getByText('All is read.').waitFor();
  });
});

async function readAll(by: Party, id: string): Promise<void> {
  const { incident } = await by.ask('query ($id: ID!) { incident(id: $id) { journalHead { number chainHash } } }', {
    id,
  });
  await carryOut(by, 'markJournalRead', { positions: [{ incidentId: id, ...incident.journalHead }] });
}

function isAtEnd(): boolean {
  const { document } = globalThis as unknown as { document: { querySelector(of: string): Box } };
  const { scrollHeight, scrollTop, clientHeight } = document.querySelector('section[aria-label="Main courante"]');
  return scrollHeight - scrollTop - clientHeight < 120;
}

interface Box {
  readonly scrollHeight: number;
  readonly scrollTop: number;
  readonly clientHeight: number;
}
