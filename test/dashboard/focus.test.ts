import type { Page } from 'playwright-core';
import { carryOut, draft, plan } from '../support/builders';
import { describeInBrowser } from '../support/chromium';
import { anIncident, aRoom, type Declared, form, send } from './room';
import { showIncident } from './window';

const focusedTwoFramesLater = `new Promise((say) =>
  requestAnimationFrame(() => requestAnimationFrame(() => say(document.activeElement.tagName))))`;

describeInBrowser('whoever uses the keyboard', () => {
  const room = aRoom();
  const focused = (page: Page, level: number, name: string | RegExp) =>
    page.getByRole('heading', { level, name }).and(page.locator(':focus')).waitFor();

  async function shown(title: string): Promise<{ readonly page: Page; readonly incident: Declared }> {
    const incident = await anIncident(room, { title });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    return { page, incident };
  }

  test('goes on from the heading of the page that a link leads to, at its top, and not where the page was loaded', async () => {
    const incident = await anIncident(room, { title: 'Panne et liens' });
    const { page } = await room.as(room.agency);
    const follow = async (name: string) => {
      await page.getByRole('link', { name }).focus();
      await page.evaluate('scrollTo(0, 300)');
      await page.keyboard.press('Enter');
    };
    await page.getByRole('link', { name: incident.title }).waitFor();
    const loaded = await page.evaluate('document.activeElement.tagName');

    await follow(incident.title);
    await focused(page, 1, incident.title);
    await page.setViewportSize({ width: 360, height: 400 });
    await follow('Fiche de situation');
    await focused(page, 1, incident.title);
    await follow('Retour à l’incident');
    await focused(page, 1, incident.title);
    const scrolled = await page.evaluate('scrollY');
    await follow('Tous les incidents');
    await focused(page, 1, 'Incidents');

    expect({ loaded, scrolled }).toEqual({ loaded: 'BODY', scrolled: 0 });
  });

  test('goes on from the incident that was declared', async () => {
    const { page } = await room.as(room.agency);
    const dialog = await form(page, 'Déclarer un incident');
    await dialog.getByLabel('Intitulé').fill('Panne déclarée');

    await dialog.getByLabel('Intitulé').press('Enter');

    await focused(page, 1, 'Panne déclarée');
  });

  test('stays at the actions when one is started, completed, superseded or cancelled', async () => {
    const { page, incident } = await shown('Panne et suites');
    for (const title of ['Appeler', 'Écrire', 'Attendre']) await plan(room.agency, incident.id, { title });
    const panel = page.getByRole('region', { name: 'Actions' });
    const move = (title: string, name: string) =>
      panel.getByRole('listitem').filter({ hasText: title }).getByRole('button', { name });

    await move('Appeler', 'Démarrer').press('Enter');
    await send(page.getByRole('dialog'), 'Démarrer');
    await panel.getByText('En cours (1)').waitFor();
    await focused(page, 2, 'Actions');
    await move('Appeler', 'Terminer').press('Enter');
    await send(page.getByRole('dialog'), 'Terminer');
    await panel
      .getByText('Faites (1)')
      .or(panel.getByText(/\(1\)$/))
      .first()
      .waitFor();
    await focused(page, 2, 'Actions');
    await move('Écrire', 'Remplacer').press('Enter');
    await send(page.getByRole('dialog'), 'Remplacer');
    await focused(page, 2, 'Actions');
    await move('Attendre', 'Annuler').press('Enter');
    await page.getByRole('dialog').getByLabel('Motif').fill('Sans objet.');
    await send(page.getByRole('dialog'), 'Annuler l’action');
    await focused(page, 2, 'Actions');
  });

  test('stays at the statements when a draft is discarded or published', async () => {
    const { page, incident } = await shown('Panne et projets');
    const marking = { tlp: 'TLP_CLEAR', audience: 'INVOLVED' };
    for (const title of ['À écarter', 'À publier']) await draft(room.agency, incident.id, { title, marking });

    await page.getByRole('button', { name: 'Écarter le projet – À écarter' }).press('Enter');
    await page.getByRole('dialog').getByLabel('Motif').fill('Trop tôt.');
    await send(page.getByRole('dialog'), 'Écarter le projet');
    await focused(page, 2, 'Communiqués');
    await page.getByRole('button', { name: 'Publier – À publier' }).press('Enter');
    await send(page.getByRole('dialog'), 'Publier');

    await focused(page, 2, 'Communiqués');
  });

  test('stays at the parties when one is released, and is told at once where one has left oneself', async () => {
    const { page, incident } = await shown('Panne et départs');
    await page.reload();
    const panel = page.getByRole('region', { name: 'Parties' });
    const other = panel.getByRole('listitem').filter({ hasText: 'Suivi' });

    await other.getByRole('button', { name: /^Libérer/ }).press('Enter');
    await send(page.getByRole('dialog'), 'Libérer');
    await other.waitFor({ state: 'detached' });
    await focused(page, 2, 'Parties');
    await panel.getByRole('button', { name: /^Quitter l’incident/ }).press('Enter');
    await send(page.getByRole('dialog'), 'Quitter');

    await focused(page, 1, incident.reference);
  });

  test('goes back to the button of a form that was only looked at, and is left alone where the button goes later', async () => {
    const { page, incident } = await shown('Panne sans suite');
    const action = await plan(room.agency, incident.id, { title: 'Appeler' });
    const start = page.getByRole('button', { name: 'Démarrer' });

    await start.press('Enter');
    await page.keyboard.press('Escape');
    await start.and(page.locator(':focus')).waitFor();
    await page.getByRole('textbox', { name: 'Écrire une entrée' }).focus();
    await carryOut(room.operator, 'startAction', { actionId: action.id, expectedVersion: action.version });
    await start.waitFor({ state: 'detached' });

    await page.getByRole('textbox', { name: 'Écrire une entrée' }).and(page.locator(':focus')).waitFor();
  });

  test('is not called to a panel by a button that was left before it went', async () => {
    const { page, incident } = await shown('Panne quittée des yeux');
    const action = await plan(room.agency, incident.id, { title: 'Appeler' });
    const start = page.getByRole('button', { name: 'Démarrer' });
    await start.press('Enter');
    await page.keyboard.press('Escape');
    await start.and(page.locator(':focus')).waitFor();

    await page.evaluate('document.activeElement.blur()');
    await carryOut(room.operator, 'startAction', { actionId: action.id, expectedVersion: action.version });
    await start.waitFor({ state: 'detached' });

    expect(await page.evaluate(focusedTwoFramesLater)).toBe('BODY');
  });

  test('goes on from the next row when one is taken away, and from where one is added when none follows', async () => {
    const { page } = await room.as(room.agency);
    const dialog = await form(page, 'Déclarer un incident');
    await dialog.getByText('Exploitant et services touchés').click();
    const add = dialog.getByRole('button', { name: 'Ajouter un service' });
    await add.click();
    await add.click();
    await dialog.getByRole('group', { name: 'Service 2' }).getByLabel('Nom').fill('Livraisons');

    await dialog.getByRole('button', { name: 'Retirer – Service 1' }).press('Enter');
    const name = dialog.getByRole('group', { name: 'Service 1' }).getByLabel('Nom').and(page.locator(':focus'));
    expect(await name.inputValue()).toBe('Livraisons');
    await dialog.getByRole('button', { name: 'Retirer – Service 1' }).press('Enter');

    await add.and(page.locator(':focus')).waitFor();
  });

  test('goes on to saving when what is recorded is taken, and back when the own version went out over it', async () => {
    const { page, incident } = await shown('Panne à deux');
    const dialog = await form(page, 'Réviser l’incident');
    await dialog.getByLabel('Intitulé').fill('La nôtre');
    const revised = (title: string, expectedVersion: number) =>
      carryOut(room.operator, 'reviseIncident', { incidentId: incident.id, expectedVersion, title });
    await revised('La leur', incident.version);

    await dialog.getByRole('button', { name: 'Reprendre ce qui est enregistré' }).press('Enter');
    await dialog.getByRole('button', { name: 'Enregistrer', exact: true }).and(page.locator(':focus')).waitFor();
    await dialog.getByLabel('Intitulé').fill('La nôtre, encore');
    await revised('La leur, encore', incident.version + 1);
    await dialog.getByRole('button', { name: 'Enregistrer le mien par-dessus' }).press('Enter');

    await page.getByRole('button', { name: 'Réviser l’incident' }).and(page.locator(':focus')).waitFor();
    await page.getByRole('heading', { level: 1, name: 'La nôtre, encore' }).waitFor();
  });
});

describeInBrowser('what is called as it is', () => {
  const room = aRoom();

  test('each page gives its name to the window, and none is left of an incident when one signs out', async () => {
    const incident = await anIncident(room, { title: 'Panne et titres' });
    const { page } = await room.as(room.agency);
    const titles: string[] = [await page.title()];

    await showIncident(page, incident);
    titles.push(await page.title());
    await page.getByRole('link', { name: 'Fiche de situation' }).click();
    await page.getByRole('article', { name: 'Fiche de situation' }).waitFor();
    titles.push(await page.title());
    await page.getByRole('button', { name: 'English' }).click();
    titles.push(await page.title());
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    titles.push(await page.title());

    expect(titles).toEqual([
      'Incidents – Cellule',
      `Panne et titres – ${incident.reference} – Cellule`,
      `Fiche de situation – ${incident.reference} – Cellule`,
      `Situation sheet – ${incident.reference} – Cellule`,
      'Sign in – Cellule',
    ]);
  });

  test('a field that must be filled in says so, and takes no spaces for it', async () => {
    const incident = await anIncident(room, { title: 'Panne et champs' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    const dialog = await form(page, 'Prévoir une action');
    const title = dialog.getByRole('textbox', { name: 'Intitulé (obligatoire)', exact: true });
    await title.fill('   ');

    await dialog.getByRole('button', { name: 'Prévoir une action', exact: true }).press('Enter');

    await title.and(page.locator(':focus')).waitFor();
    expect(await title.evaluate((field) => (field as unknown as { validationMessage: string }).validationMessage)).toBe(
      'Remplissez ce champ : des espaces ne suffisent pas.',
    );
    expect(await dialog.getByRole('alert').count()).toBe(0);
    expect(await dialog.getByRole('textbox', { name: 'Description', exact: true }).count()).toBe(1);
  });

  test('a field that was refused is pointed at, with what is said of it', async () => {
    const incident = await anIncident(room, { title: 'Panne et refus' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    const dialog = await form(page, 'Prévoir une action');
    await dialog.getByLabel('Intitulé').fill('Appeler');
    await dialog.getByLabel('Description').fill('é'.repeat(20_001));

    await dialog.getByRole('button', { name: 'Prévoir une action', exact: true }).click();
    await dialog.getByRole('alert').waitFor();

    const described = await dialog.getByLabel('Description').getAttribute('aria-describedby');
    expect(await dialog.locator('[aria-invalid=true]').count()).toBe(1);
    expect(await dialog.getByRole('alert').getAttribute('id')).toBe(described);
  });
});
