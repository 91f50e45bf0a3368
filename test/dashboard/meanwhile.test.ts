import type { Page } from 'playwright-core';
import { carryOut, done } from '../support/builders';
import { describeInBrowser } from '../support/chromium';
import type { Party } from '../support/party';
import { anIncident, aRoom, type Declared, form, send } from './room';
import { enter, showIncident, violations } from './window';

describeInBrowser('what others do while somebody writes', () => {
  const room = aRoom();
  const composer = (page: Page) => page.getByRole('textbox', { name: 'Écrire une entrée' });

  async function requalified({ id, version }: Declared, severity: string): Promise<void> {
    await carryOut(room.operator, 'requalifyIncident', { incidentId: id, expectedVersion: version, severity });
  }

  test('a statement goes out with the words that were read, or not at all', async () => {
    const incident = await anIncident(room, { title: 'Panne et relecture' });
    const marking = { tlp: 'TLP_CLEAR', audience: 'INVOLVED' };
    const words = { incidentId: incident.id, title: 'Communiqué', text: 'Les mots relus.', marking };
    const draft = await done(room.agency, 'draftStatement', words);
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    const publishing = await form(page, 'Publier – Communiqué');
    await publishing.getByText('Les mots relus.').waitFor();

    const others = { draftId: draft.id, expectedVersion: draft.version, text: 'Des mots que nul n’a relus.' };
    await carryOut(room.agency, 'reviseStatementDraft', others);

    const conflict = publishing.getByRole('alert');
    await conflict.getByText('Des mots que nul n’a relus.').waitFor();
    await publishing.getByText('Les mots relus.').waitFor();
    expect(await publishing.getByRole('button', { name: 'Publier' }).isDisabled()).toBe(true);
    expect(await conflict.getByRole('button').allInnerTexts()).toEqual(['Reprendre ce qui est enregistré']);
    expect(await violations(page)).toEqual([]);
    await conflict.getByRole('button').click();
    await publishing.getByText('Des mots que nul n’a relus.').waitFor();
    await send(publishing, 'Publier');
    await page.getByText(/^Publié · /).waitFor();
  });

  test('an incident that has become another is not closed without a word', async () => {
    const incident = await anIncident(room, { title: 'Panne qui s’aggrave' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    const closing = await form(page, 'Clore l’incident');

    await requalified(incident, 'CRISIS');

    await closing.getByRole('alert').getByText('Crise').waitFor();
    expect(await closing.getByRole('button', { name: 'Clore l’incident' }).isDisabled()).toBe(true);
  });

  test('what is put over another version goes out at once, without what nobody touched, or both are shown again', async () => {
    const incident = await anIncident(room, { title: 'Panne à deux mains' });
    const [region] = incident.affectedRegions;
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    await page
      .getByRole('button', { name: /^Modifier/ })
      .first()
      .click();
    const changing = page.getByRole('dialog');
    await changing.getByLabel('Impact').fill('Ce que je sais.');

    const theirs = { affectedRegionId: region?.id, expectedVersion: region?.version ?? 0, status: 'RECOVERING' };
    await carryOut(room.operator, 'updateAffectedRegion', theirs);
    await changing.getByRole('alert').getByText('En rétablissement').waitFor();
    expect(await changing.getByRole('alert').getByText('Touchée').count()).toBe(0);
    let isFaster = true;
    await page.route('**/graphql', async (route) => {
      const isChanging = route.request().postData()?.includes('mutation UpdateRegion') ?? false;
      const again = { ...theirs, expectedVersion: theirs.expectedVersion + 1, impact: 'Ce que sait un autre.' };
      if (isChanging && isFaster) await carryOut(room.operator, 'updateAffectedRegion', again);
      if (isChanging) isFaster = false;
      return route.continue();
    });
    const over = changing.getByRole('button', { name: 'Enregistrer le mien par-dessus' });
    await over.click();
    await changing.getByRole('alert').getByText('Ce que sait un autre.').waitFor();
    await changing.getByRole('alert').getByText('Ce que je sais.').waitFor();
    await over.click();
    await changing.waitFor({ state: 'detached' });

    const { incident: read } = await room.operator.ask(
      'query ($id: ID!) { incident(id: $id) { affectedRegions { status impact } } }',
      { id: incident.id },
    );
    expect(read.affectedRegions[0]).toEqual({ status: 'RECOVERING', impact: 'Ce que je sais.' });
  });

  test('who writes of a region sees that charge of it was given to another, beside whom they chose', async () => {
    const incident = await anIncident(room, { title: 'Panne et mains' });
    const [region] = incident.affectedRegions;
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    const changing = await form(page, 'Modifier – Bretagne');
    await changing.getByLabel('Autorité en charge').selectOption({ value: room.operator.stakeholder });

    await carryOut(room.operator, 'updateAffectedRegion', {
      ...{ affectedRegionId: region?.id, expectedVersion: region?.version, authorityId: room.other.stakeholder },
    });

    const conflict = changing.getByRole('alert');
    await conflict.getByText(await nameOf(room.other)).waitFor();
    await conflict.getByText(await nameOf(room.operator)).waitFor();
    await conflict.getByRole('button', { name: 'Reprendre ce qui est enregistré' }).click();
    expect(await changing.getByLabel('Autorité en charge').inputValue()).toBe(room.other.stakeholder);
  });

  async function nameOf(party: Party): Promise<string> {
    const { viewer } = await party.ask('{ viewer { stakeholder { name } } }');
    return viewer.stakeholder.name;
  }

  test('the same person in two windows has one draft, and sends it once', async () => {
    const incident = await anIncident(room, { title: 'Panne en deux fenêtres' });
    const { page, context } = await room.as(room.agency);
    await showIncident(page, incident);
    const second = await context.newPage();
    await enter(second, room.cellule.cellule.url, { token: room.agency.token });
    await second.getByRole('button', { name: 'Se déconnecter' }).waitFor();
    await showIncident(second, incident);

    await composer(page).fill('Écrit dans la première.');
    await second.getByText('Brouillon gardé').first().waitFor();
    expect(await composer(second).inputValue()).toBe('Écrit dans la première.');
    await page.getByRole('button', { name: 'Inscrire' }).click();
    await page.getByText(/^Inscrit sous le n° /).waitFor();

    await second.getByText('Brouillon gardé').waitFor({ state: 'detached' });
    expect(await composer(second).inputValue()).toBe('');
  });

  test('who is released while writing is told that the words are kept, and may copy them', async () => {
    const incident = await anIncident(room, { title: 'Panne et départ' });
    const { page } = await room.as(room.other);
    await showIncident(page, incident);
    await composer(page).fill('Une ligne de plus.');
    await (await form(page, 'Quitter l’incident')).getByLabel('Note pour la main courante').fill('Nous partons.');
    const { incident: read } = await room.operator.ask(
      'query ($id: ID!) { incident(id: $id) { involvements { id version stakeholder { id } } } }',
      { id: incident.id },
    );
    const { id: involvementId, version: expectedVersion } = read.involvements.find(
      ({ stakeholder }: { stakeholder: { id: string } }) => stakeholder.id === room.other.stakeholder,
    );

    await carryOut(room.operator, 'releaseStakeholder', { involvementId, expectedVersion });

    await page.getByText('Ce que vous aviez commencé à écrire est gardé sur cet appareil.').waitFor();
    const words = page.getByRole('textbox');
    const typed = await Promise.all((await words.all()).map((one) => one.inputValue()));
    expect(typed.sort()).toEqual(['Nous partons.', 'Une ligne de plus.']);
    expect(await violations(page)).toEqual([]);
  });

  test('an answer to a line whose number another has now is not an answer to that one', async () => {
    const incident = await anIncident(room, { title: 'Panne et numéros' });
    const text = 'Une question.';
    const { number } = await done(room.agency, 'writeEntry', { incidentId: incident.id, entry: { text } });
    const { page } = await room.as(room.other);
    await showIncident(page, incident);
    const line = page.locator('article').filter({ hasText: text });
    await line.getByRole('button', { name: /^Répondre/ }).click();
    await composer(page).fill('Ma réponse.');

    await page.evaluate(`for (const [key, text] of Object.entries(localStorage)) {
      const isTarget = key.includes(':target:');
      if (isTarget) localStorage.setItem(key, JSON.stringify({ ...JSON.parse(text), number: ${number - 1} }));
    }`);
    await page.reload();

    await page.getByRole('alert').getByText('Cette ligne ne vous est plus ouverte').waitFor();
    await page
      .locator('option')
      .getByText(`Comme le n° ${number - 1}`, { exact: true })
      .waitFor({ state: 'attached' });
  });
});
