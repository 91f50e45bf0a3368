import type { Locator } from 'playwright-core';
import { carryOut, write } from '../support/builders';
import { describeInBrowser } from '../support/chromium';
import { anIncident, aRoom } from './room';
import { showIncident, violations } from './window';

describeInBrowser('finding one’s way', () => {
  const room = aRoom();

  test('from a reply one goes to what it answers, though a filter had hidden it, and back', async () => {
    const incident = await anIncident(room, { title: 'Panne et réponse' });
    const asked = await write(room.other, incident.id, 'Combien d’officines sont touchées ?');
    for (let line = 0; line < 40; line++) await write(room.other, incident.id, `Entre les deux, ${line}.`);
    const answer = await write(room.agency, incident.id, '', {
      ...{ entry: { text: 'Deux cent douze.' }, repliesTo: asked.id },
    });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    const focused = page.locator('article:focus');
    await page.getByLabel('Par partie').selectOption({ label: 'ARS Bretagne' });
    await page.getByText('1 ligne', { exact: true }).waitFor();
    const tops = await passedIn(page.getByRole('region', { name: 'Main courante' }));

    await page.getByRole('button', { name: `répond au n° ${asked.number}` }).click();

    await focused.getByText('Combien d’officines sont touchées ?').waitFor();
    const answered = focused.getByRole('button', { name: `réponse au n° ${answer.number}` });
    await answered.waitFor();
    const { scrollHeight, passed } = await tops();
    expect(passed.filter((top) => top > scrollHeight / 2)).toEqual([]);
    await answered.click();
    await focused.getByText('Deux cent douze.').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('who was taken to a line of a filter finds it again when the next filter goes', async () => {
    const incident = await anIncident(room, { title: 'Panne et aller' });
    const { incident: told } = await room.agency.ask(
      'query ($id: ID!) { incident(id: $id) { journal(first: 20) { edges { node { ... on JournalEntry { id number text } } } } } }',
      { id: incident.id },
    );
    type Told = { node: { id: string; number: number; text: string } };
    const { node: first } = told.journal.edges.find(({ node }: Told) => node.text === 'Premier signalement.') as Told;
    for (let line = 0; line < 40; line++) await write(room.other, incident.id, `Ensuite, ${line}.`);
    await write(room.agency, incident.id, '', { entry: { text: 'Bien reçu.' }, repliesTo: first.id });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    const parties = page.getByLabel('Par partie');
    await parties.selectOption({ label: 'ARS Bretagne' });
    await page.getByRole('button', { name: `répond au n° ${first.number}` }).click();
    await page.locator('article:focus').getByText('Premier signalement.').waitFor();

    await parties.selectOption({ label: 'ARS Bretagne' });
    await page.getByText('1 ligne', { exact: true }).waitFor();
    await parties.selectOption({ label: 'Toutes les parties' });

    await page.getByText('1 ligne', { exact: true }).waitFor({ state: 'detached' });
    await page.locator('article').getByText('Premier signalement.').waitFor();
    const top = await page.getByRole('region', { name: 'Main courante' }).evaluate((box) => box.scrollTop);
    expect(top).toBeLessThan(600);
  });

  test('what is sealed is found by nothing', async () => {
    const incident = await anIncident(room, { title: 'Panne et secret' });
    const marking = { tlp: 'TLP_AMBER_STRICT', audience: 'LISTED', stakeholders: [room.operator.stakeholder] };
    await write(room.operator, incident.id, '', { entry: { text: 'Pour nous seuls.', category: 'FACT', marking } });
    await write(room.operator, incident.id, '', { entry: { text: 'Pour tous.', category: 'FACT' } });
    const { page } = await room.as(room.other);
    await showIncident(page, incident);
    const sealed = page.locator('article').getByText('Ligne scellée');
    await sealed.waitFor();

    await page.getByLabel('Par catégorie').selectOption({ label: 'Fait' });

    await page.locator('article').getByText('Pour tous.').waitFor();
    await sealed.waitFor({ state: 'detached' });
    await page.getByLabel('Par catégorie').selectOption('');
    await sealed.waitFor();
    await page.getByLabel('Chercher dans').fill('n°');
    await sealed.waitFor({ state: 'detached' });
  });

  test('each line is made ready for a search once, however many letters are typed', async () => {
    const incident = await anIncident(room, { title: 'Panne et recherche' });
    let lines = 0;
    for (let line = 0; line < 30; line++) ({ number: lines } = await write(room.other, incident.id, `Dépôt ${line}.`));
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    await page.evaluate(countFolded);

    await page.getByLabel('Chercher dans les entrées').pressSequentially('DEPÔT 17.');

    await page.getByText('1 ligne', { exact: true }).waitFor();
    await page.locator('article').getByText('Dépôt 17.').waitFor();
    const letters = 'DEPÔT 17.'.length;
    expect(await page.evaluate<number>('folded')).toBeLessThanOrEqual(lines + letters);
  });

  test('from the latest situation one goes to its line, wherever the main courante is', async () => {
    const incident = await anIncident(room, { title: 'Panne et situation' });
    const { number } = await write(room.agency, incident.id, '', {
      entry: { text: 'Deux dépôts sur trois livrent.', category: 'SITUATION' },
    });
    for (let line = 0; line < 40; line++) await write(room.agency, incident.id, `Depuis, ${line}.`);
    const { page } = await room.as(room.agency);
    await page.setViewportSize({ width: 390, height: 844 });
    await showIncident(page, incident);
    const situation = page.getByRole('region', { name: 'Dernier point de situation' });

    await situation.getByRole('button', { name: `n° ${number}`, exact: true }).click();

    const line = page.locator('article:focus');
    await line.getByText('Deux dépôts sur trois livrent.').waitFor();
    expect(await isInSight(line)).toBe(true);
  });

  test('by keyboard, one goes from the top of an incident to where one writes, if one may', async () => {
    const incident = await anIncident(room, { title: 'Panne et raccourci' });
    const reader = await room.cellule.party('LECTRICE');
    await carryOut(room.agency, 'involveStakeholder', {
      ...{ incidentId: incident.id, party: { stakeholderId: reader.stakeholder, role: 'FOLLOW_UP', access: 'READ' } },
    });
    const [writing, reading] = [await room.as(room.other), await room.as(reader)];
    for (const { page } of [writing, reading]) await showIncident(page, incident);
    const { page } = writing;
    const box = page.getByRole('textbox', { name: 'Écrire une entrée' });
    await box.waitFor();
    await page.evaluate('document.querySelector(".skip").focus()');

    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('Aller à la saisie');
    expect(await isInSight(page.locator(':focus'))).toBe(true);
    await page.keyboard.press('Enter');

    expect(await box.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    expect(await isInSight(box)).toBe(true);
    expect(await reading.page.getByRole('button', { name: 'Aller à la saisie' }).count()).toBe(0);
  });

  test('the map says what its patterns mean', async () => {
    const incident = await anIncident(room, { title: 'Panne légendée' });
    const { page } = await room.as(room.agency);

    await showIncident(page, incident);

    const legend = page.getByRole('list', { name: 'Légende' });
    await legend.getByText('Touchée').waitFor();
    expect(await legend.getByRole('listitem').count()).toBe(1);
  });

  test('an incident is found by a word of its summary', async () => {
    const found = await anIncident(room, { title: 'Panne résumée', summary: 'Les pharmacies ne sont plus livrées.' });
    const other = await anIncident(room, { title: 'Panne sans résumé' });
    const { page } = await room.as(room.agency);
    const link = (title: string) => page.getByRole('link', { name: title, exact: true });
    await link(other.title).waitFor();

    await page.getByRole('searchbox').fill('pharm');

    await link(other.title).waitFor({ state: 'detached' });
    await link(found.title).waitFor();
  });

  test('incidents are filtered by severity, status and region', async () => {
    const grave = await anIncident(room, { title: 'Panne grave' });
    const slight = await anIncident(room, { title: 'Panne légère' });
    await carryOut(room.agency, 'requalifyIncident', {
      ...{ incidentId: slight.id, severity: 'MINOR', expectedVersion: slight.version },
    });
    const { page } = await room.as(room.agency);
    const link = (title: string) => page.getByRole('link', { name: title, exact: true });
    await link(grave.title).waitFor();

    await page.getByRole('combobox', { name: 'Gravité' }).selectOption({ label: 'Mineur' });

    await link(slight.title).waitFor();
    await link(grave.title).waitFor({ state: 'detached' });
    await page.getByRole('combobox', { name: 'Région' }).selectOption({ label: 'Bretagne' });
    await link(slight.title).waitFor();
    await page.getByRole('combobox', { name: 'Statut' }).selectOption({ label: 'Contenu' });
    await page.getByText('Aucun incident ne correspond.').waitFor();
  });
});

function isInSight(found: Locator): Promise<boolean> {
  return found.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= (element.ownerDocument.defaultView?.innerHeight ?? 0);
  });
}

/** Watches where the lines are scrolled to, from now on. */
async function passedIn(box: Locator): Promise<() => Promise<{ scrollHeight: number; passed: number[] }>> {
  const watched = await box.evaluateHandle((element) => {
    const passed: number[] = [];
    element.addEventListener('scroll', () => passed.push(element.scrollTop));
    return { element, passed };
  });
  return () => watched.evaluate(({ element, passed }) => ({ scrollHeight: element.scrollHeight, passed }));
}

const countFolded = `
  globalThis.folded = 0;
  const { normalize } = String.prototype;
  String.prototype.normalize = function (...given) {
    folded += 1;
    return normalize.apply(this, given);
  }`;
