import type { Page } from 'playwright-core';
import { carryOut, done } from '../support/builders';
import { describeInBrowser } from '../support/chromium';
import type { Party } from '../support/party';
import { anIncident, aRoom } from './room';
import { showIncident, violations } from './window';

describeInBrowser('rights that change while somebody writes', () => {
  const room = aRoom();
  const composer = (page: Page) => page.getByRole('textbox', { name: 'Écrire une entrée' });

  async function accessOf(party: Party, id: string, access: string): Promise<void> {
    const { incident } = await room.operator.ask(
      'query ($id: ID!) { incident(id: $id) { involvements { id version stakeholder { id } } } }',
      { id },
    );
    const { id: involvementId, version: expectedVersion } = incident.involvements.find(
      ({ stakeholder }: { stakeholder: { id: string } }) => stakeholder.id === party.stakeholder,
    );
    await carryOut(room.operator, 'changeInvolvement', { involvementId, expectedVersion, access });
  }

  /** A minute has passed, by the clock of the page. */
  const later = (page: Page) => page.evaluate('{ const now = Date.now; Date.now = () => now() + 61_000; }');

  const rightsOf = (
    { person: personId, stakeholder: stakeholderId }: Party,
    rights: string[],
    expectedVersion: number,
  ) => done(room.cellule.admin, 'grantRights', { personId, stakeholderId, rights, expectedVersion });

  test('of the party: it is said, what was typed stays in sight, and goes on when they come back', async () => {
    const incident = await anIncident(room, { title: 'Panne et droits' });
    const { page } = await room.as(room.other);
    await showIncident(page, incident);
    await composer(page).fill('Une ligne à moitié.');

    await accessOf(room.other, incident.id, 'READ');

    await page.getByRole('status').getByText('droits réduits').waitFor();
    await composer(page).waitFor({ state: 'detached' });
    await page.getByRole('region', { name: 'Brouillon' }).getByText('Une ligne à moitié.').waitFor();
    expect(await violations(page)).toEqual([]);
    await accessOf(room.other, incident.id, 'CONTRIBUTE');
    await composer(page).waitFor();
    expect(await composer(page).inputValue()).toBe('Une ligne à moitié.');
    await page.getByRole('status').getByText('droits réduits').waitFor({ state: 'detached' });
  });

  test('of who has just joined are no less than before', async () => {
    const marking = { tlp: 'TLP_GREEN', audience: 'ENROLLED' };
    const incident = await anIncident(room, { title: 'Panne ouverte', marking });
    const newcomer = await room.cellule.party('ARS-NOR');
    const { page } = await room.as(newcomer);
    await page.goto(`${page.url().split('#')[0]}#/incidents/${incident.reference}`);
    await page.getByRole('button', { name: 'Rejoindre l’incident' }).waitFor();

    const party = { stakeholderId: newcomer.stakeholder, role: 'FOLLOW_UP', access: 'CONTRIBUTE' };
    await carryOut(room.operator, 'involveStakeholder', { incidentId: incident.id, party });

    await composer(page).waitFor();
    expect(await page.getByText('droits réduits').count()).toBe(0);
  });

  test('close an open form with a word, and what was typed in it is there when they come back', async () => {
    const incident = await anIncident(room, { title: 'Panne et formulaire' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    const open = () => page.getByRole('button', { name: 'Réviser l’incident' }).click();
    await open();
    await page.getByRole('dialog').getByLabel('Résumé').fill('Ce que je sais.');

    await accessOf(room.agency, incident.id, 'READ');

    const told = page.getByRole('alert').filter({ hasText: '« Réviser l’incident » s’est fermé sans être envoyé' });
    await told.and(page.locator(':focus')).waitFor();
    expect(await violations(page)).toEqual([]);
    await told.getByRole('button', { name: 'Fermer' }).click();
    await accessOf(room.agency, incident.id, 'COORDINATE');
    await open();
    expect(await page.getByRole('dialog').getByLabel('Résumé').inputValue()).toBe('Ce que je sais.');
  });

  test('leave what was typed in a form to be read and copied, here and after a reload', async () => {
    const incident = await anIncident(room, { title: 'Panne et mots gardés' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    await page.getByRole('button', { name: 'Réviser l’incident' }).click();
    await page.getByRole('dialog').getByLabel('Résumé').fill('Ce que je sais.');

    await accessOf(room.agency, incident.id, 'READ');

    const words = page.getByRole('alert').getByLabel('Résumé');
    expect(await words.inputValue()).toBe('Ce que je sais.');
    expect(await words.isEditable()).toBe(false);
    expect(await page.getByRole('alert').getByRole('textbox').count()).toBe(1);
    await page.reload();
    const begun = page.getByRole('region', { name: 'Formulaires commencés' });
    await begun.getByText('Réviser l’incident').click();
    expect(await begun.getByLabel('Résumé').inputValue()).toBe('Ce que je sais.');
    expect(await violations(page)).toEqual([]);
    await begun.getByRole('button', { name: 'Abandonner' }).click();
    await begun.waitFor({ state: 'detached' });
  });

  test('since the incident was closed leave what was typed to be read and copied', async () => {
    const incident = await anIncident(room, { title: 'Panne close sous la plume' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    await page.getByRole('button', { name: 'Prévoir une action' }).click();
    await page.getByRole('dialog').getByLabel('Description').fill('Rappeler les samu.');

    const closing = { incidentId: incident.id, expectedVersion: incident.version, resolution: 'RESOLVED' };
    await carryOut(room.operator, 'closeIncident', { ...closing, reason: 'C’est fini.' });

    const told = page.getByRole('alert').filter({ hasText: '« Prévoir une action » s’est fermé' });
    expect(await told.getByLabel('Description').inputValue()).toBe('Rappeler les samu.');
  });

  test('show nothing of a thing that is closed to who writes but what they typed themselves', async () => {
    const incident = await anIncident(room, { title: 'Panne et discrétion' });
    const marking = { tlp: 'TLP_AMBER', audience: 'INVOLVED' };
    const words = { incidentId: incident.id, title: 'Un titre à taire', text: 'Un texte à taire.', marking };
    const draft = await done(room.operator, 'draftStatement', words);
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    await page.getByRole('button', { name: 'Modifier – Un titre à taire' }).click();
    await page.getByRole('dialog').getByLabel('Intitulé').fill('Le mien');

    const listed = { tlp: 'TLP_AMBER_STRICT', audience: 'LISTED', stakeholders: [room.operator.stakeholder] };
    await carryOut(room.operator, 'changeMarking', { thingId: draft.id, expectedVersion: 1, marking: listed });

    const told = page.getByRole('alert').filter({ hasText: '« Modifier le projet de communiqué » s’est fermé' });
    expect(await told.getByLabel('Intitulé').inputValue()).toBe('Le mien');
    expect(await told.textContent()).not.toContain('à taire');
    expect(await told.getByRole('textbox').count()).toBe(1);
  });

  test('of the person: the first refusal says so, and nothing is offered in vain any more', async () => {
    const incident = await anIncident(room, { title: 'Panne et droits de la personne' });
    const person = await room.cellule.colleague(room.other);
    const { page } = await room.as(person);
    await showIncident(page, incident);
    await composer(page).fill('Une ligne de trop.');

    await rightsOf(person, ['READ'], 1);
    await page.getByRole('button', { name: 'Inscrire' }).click();

    await page.getByText('Vous ne pouvez plus écrire dans cette main courante.').waitFor();
    const kept = page.getByRole('region', { name: 'Brouillon' });
    await kept.getByText('Une ligne de trop.').waitFor();
    await page.getByRole('status').getByText('droits réduits').waitFor();
    await rightsOf(person, ['CONTRIBUTE'], 2);
    await kept.getByRole('button', { name: 'Vérifier mes droits' }).click();
    await composer(page).waitFor();
  });

  test('of the person, who finds it on coming back to the page', async () => {
    const incident = await anIncident(room, { title: 'Panne et retour' });
    const person = await room.cellule.colleague(room.other);
    const { page } = await room.as(person);
    await showIncident(page, incident);
    await composer(page).waitFor();

    await rightsOf(person, ['READ'], 1);
    await page.evaluate('document.dispatchEvent(new Event("visibilitychange"))');

    await composer(page).waitFor({ state: 'detached' });
    await page.getByRole('status').getByText('droits réduits').waitFor();
  });

  test('of the person, who stays on the page and finds it with a sign of life', async () => {
    const incident = await anIncident(room, { title: 'Panne et patience' });
    const person = await room.cellule.colleague(room.other);
    const { page } = await room.as(person);
    await showIncident(page, incident);
    await rightsOf(person, ['READ'], 1);
    await later(page);
    await composer(page).waitFor({ state: 'detached' });

    await rightsOf(person, ['CONTRIBUTE'], 2);
    await later(page);

    await composer(page).waitFor();
  });

  test('of a line that is being answered: it is said before the answer is refused', async () => {
    const incident = await anIncident(room, { title: 'Panne et réponse' });
    const entry = await done(room.agency, 'writeEntry', { incidentId: incident.id, entry: { text: 'Une question.' } });
    const { page } = await room.as(room.other);
    await showIncident(page, incident);
    await page
      .locator('article')
      .filter({ hasText: 'Une question.' })
      .getByRole('button', { name: /^Répondre/ })
      .click();
    await composer(page).fill('Ma réponse.');

    const marking = { tlp: 'TLP_AMBER', audience: 'LISTED', stakeholders: [room.agency.stakeholder] };
    await carryOut(room.agency, 'changeMarking', { thingId: entry.id, expectedVersion: 1, marking });

    await page.getByRole('alert').getByText('Cette ligne ne vous est plus ouverte').waitFor();
    await page
      .locator('option')
      .getByText(/^Comme le n° \d+$/)
      .waitFor({ state: 'attached' });
    const refused = page.waitForResponse((response) => response.request().postData()?.includes('WriteEntry') ?? false);
    await page.getByRole('button', { name: 'Inscrire' }).click();
    await refused;
    await page.getByRole('button', { name: 'Inscrire', disabled: false }).waitFor();
    await page.getByRole('button', { name: 'Ne plus lier' }).click();
    await composer(page).and(page.locator(':focus')).waitFor();
    // Why the answer was refused is no matter of the words by themselves.
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.getByRole('button', { name: 'Inscrire' }).click();
    await page.locator('article').getByText('Ma réponse.').waitFor();
  });

  test('the marking of a line is offered to whom it belongs, and a line that fewer read says who', async () => {
    const incident = await anIncident(room, { title: 'Panne et lecteurs' });
    const marking = { tlp: 'TLP_AMBER', audience: 'AUTHORITIES' };
    await done(room.agency, 'writeEntry', { incidentId: incident.id, entry: { text: 'Aux autorités.', marking } });
    await done(room.other, 'writeEntry', { incidentId: incident.id, entry: { text: 'À tous.' } });
    const { page } = await room.as(room.other);
    await showIncident(page, incident);
    const [theirs, ours] = ['Aux autorités.', 'À tous.'].map((text) =>
      page.locator('article').filter({ hasText: text }),
    );

    await ours?.getByRole('button', { name: /^Marquage/ }).waitFor();
    await theirs?.getByText('Lisible par : les autorités impliquées.').waitFor();
    expect(await theirs?.getByRole('button').allInnerTexts()).toEqual([
      expect.stringMatching(/^Répondre/),
      expect.stringMatching(/^Corriger/),
    ]);
    expect(await ours?.getByText('Lisible par').count()).toBe(0);
  });
});
