import type { Page } from 'playwright-core';
import { carryOut, done } from '../support/builders';
import { describeInBrowser } from '../support/chromium';
import { anIncident, aRoom, form, gate, send } from './room';
import { enter, showIncident } from './window';

describeInBrowser('what is being written', () => {
  const room = aRoom();
  const composer = (page: Page) => page.getByRole('textbox', { name: 'Écrire une entrée' });
  const write = (page: Page) => page.getByRole('button', { name: 'Inscrire' }).click();
  const kept = (page: Page) => page.evaluate<string>('JSON.stringify({ ...localStorage })');

  async function signIn(page: Page, token: string): Promise<void> {
    await page.goto('about:blank');
    await enter(page, room.cellule.cellule.url, { token });
    await page.getByRole('button', { name: 'Se déconnecter' }).waitFor();
  }

  test('is not shown to the next who uses the browser, waits for who wrote it, and goes when that one signs out', async () => {
    const incident = await anIncident(room, { title: 'Panne et poste partagé' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    await composer(page).fill('Un secret de la garde.');

    await signIn(page, room.other.token);
    await showIncident(page, incident);
    const inherited = await composer(page).inputValue();
    await signIn(page, room.agency.token);
    await showIncident(page, incident);
    const found = await composer(page).inputValue();
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.getByRole('button', { name: 'Se déconnecter' }).waitFor({ state: 'detached' });

    expect({ inherited, found }).toEqual({ inherited: '', found: 'Un secret de la garde.' });
    expect(await kept(page)).not.toContain('secret');
  });

  test('stays while another window of the same person is signed in, and goes when the last one signs out', async () => {
    const incident = await anIncident(room, { title: 'Panne et deux postes' });
    const { page, context } = await room.as(room.agency);
    const second = await context.newPage();
    await signIn(second, room.agency.token);
    await showIncident(second, incident);
    await composer(second).fill('Un secret de la seconde.');

    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.getByRole('button', { name: 'Se déconnecter' }).waitFor({ state: 'detached' });
    const left = await kept(page);
    await second.reload();
    await second.getByText(/^✓ Chaîne vérifiée/).waitFor();
    const found = await composer(second).inputValue();
    await second.getByRole('button', { name: 'Se déconnecter' }).click();
    await second.getByRole('button', { name: 'Se déconnecter' }).waitFor({ state: 'detached' });

    expect(left).toContain('Un secret de la seconde.');
    expect(found).toBe('Un secret de la seconde.');
    expect(await kept(second)).not.toContain('secret');
  });

  test('while something goes out stays, under the marking that was chosen', async () => {
    const incident = await anIncident(room, { title: 'Panne et hâte' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    const { reached, open } = gate();
    const { reached: asked, open: ask } = gate();
    await page.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('mutation WriteEntry')) return route.continue();
      ask();
      await reached;
      return route.continue();
    });
    await composer(page).fill('Premier fait.');
    await page.getByLabel('Marquage TLP').selectOption({ label: 'TLP:RED' });

    await write(page);
    await asked;
    await composer(page).fill('Premier fait. Et un autre.');
    open();
    await page.locator('article').getByText('Premier fait.', { exact: true }).waitFor();

    await page.getByText(/^Inscrit sous le n° /).waitFor();
    expect(await composer(page).inputValue()).toBe('Et un autre.');
    expect(await page.getByLabel('Marquage TLP').inputValue()).toBe('TLP_RED');
  });

  test('as an answer says how it will be marked, and who will read it: as what it answers', async () => {
    const incident = await anIncident(room, { title: 'Panne et réponses' });
    const marking = { tlp: 'TLP_AMBER_STRICT', audience: 'AUTHORITIES' };
    const entry = { incidentId: incident.id, entry: { text: 'Entre autorités.', marking } };
    const { number } = await done(room.agency, 'writeEntry', entry);
    const { page } = await room.as(room.other);
    await showIncident(page, incident);
    const line = page.locator('article').filter({ hasText: 'Entre autorités.' });

    for (const button of [/^Répondre/, /^Corriger/]) {
      await line.getByRole('button', { name: button }).click();
      const form = page.getByRole('form', { name: 'Écrire une entrée' });
      const chosen = form.getByLabel('Marquage TLP').locator('option:checked');
      expect(await chosen.textContent()).toBe(`Comme le n° ${number} (TLP:AMBER+STRICT)`);
      await form.getByText('Lisible par : les autorités impliquées.').waitFor();
    }
    await page.getByRole('button', { name: 'Ne plus lier' }).click();
    const composing = page.getByRole('form', { name: 'Écrire une entrée' });
    await composing.getByText('Lisible par : les parties impliquées.').waitFor();
  });

  test('in a form of a line is not closed by lines that come', async () => {
    const incident = await anIncident(room, { title: 'Panne et afflux' });
    const { number } = await done(room.agency, 'writeEntry', { incidentId: incident.id, entry: { text: 'La nôtre.' } });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    const dialog = await form(page, `Marquage – n° ${number}`);
    await dialog.getByLabel('Lisible par').selectOption({ label: 'les autorités impliquées' });

    for (let line = 1; line <= 30; line += 1) {
      await done(room.other, 'writeEntry', { incidentId: incident.id, entry: { text: `Ligne ${line}.` } });
    }
    await page.getByText(`${number + 30} lignes`).waitFor();
    await send(dialog, 'Enregistrer');

    const { node } = await room.agency.ask(
      'query ($id: ID!) { node: incident(id: $id) { journal(last: 40) { edges { node { ... on JournalEntry { text marking { audience } } } } } } }',
      { id: incident.id },
    );
    const ours = node.journal.edges.find(({ node: one }: { node: { text: string } }) => one.text === 'La nôtre.');
    expect(ours.node.marking.audience).toBe('AUTHORITIES');
  });

  test('remains an answer through a reload', async () => {
    const incident = await anIncident(room, { title: 'Panne et réponse' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    await page.getByRole('button', { name: 'Répondre n° 1', exact: true }).click();
    await composer(page).fill('Bien reçu.');

    await page.reload();
    await page.getByText(/^✓ Chaîne vérifiée/).waitFor();
    await write(page);

    await page.locator('article').getByText('Bien reçu.', { exact: true }).waitFor();
    const { incident: read } = await room.agency.ask(
      `query ($id: ID!) { incident(id: $id) { journal(last: 1) { edges { node {
        ... on JournalEntry { repliesTo { number } } } } } } }`,
      { id: incident.id },
    );
    expect(read.journal.edges[0].node.repliesTo).toEqual({ number: 1 });
  });

  test('of a marking shows who is named, and the other version where another changed it', async () => {
    const incident = await anIncident(room, { title: 'Panne et marquage' });
    const marking = { tlp: 'TLP_AMBER', audience: 'LISTED', stakeholders: [room.other.stakeholder] };
    const entry = await done(room.agency, 'writeEntry', {
      ...{ incidentId: incident.id, entry: { text: 'Pour deux.', marking } },
    });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    const line = page.locator('article').filter({ hasText: 'Pour deux.' });
    await line.getByRole('button', { name: /^Marquage/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { checked: true }).waitFor();
    await dialog.getByLabel('Marquage TLP').selectOption({ label: 'TLP:GREEN' });
    await page.keyboard.press('Escape');

    await carryOut(room.agency, 'changeMarking', {
      ...{ thingId: entry.id, expectedVersion: 1, marking: { tlp: 'TLP_AMBER_STRICT', audience: 'INVOLVED' } },
    });
    await line.getByText('TLP:AMBER+STRICT').first().waitFor();
    await line.getByRole('button', { name: /^Marquage/ }).click();

    const conflict = page.getByRole('alert');
    await conflict.getByText('TLP:AMBER+STRICT').waitFor();
    await conflict.getByText('TLP:GREEN').waitFor();
    await page.getByRole('button', { name: 'Reprendre ce qui est enregistré' }).click();
    await dialog.getByLabel('Marquage TLP').selectOption({ label: 'TLP:RED' });
    await send(dialog, 'Enregistrer');
    await line.getByText('TLP:RED').first().waitFor();
  });

  test('is nothing about a marking that a colleague alone may change: the form says whose it is', async () => {
    const incident = await anIncident(room, { title: 'Panne d’autrui' });
    const marking = { tlp: 'TLP_RED', audience: 'PERSONS', persons: [room.other.person] };
    const colleague = await room.cellule.colleague(room.other);
    const secret = { incidentId: incident.id, entry: { text: 'Entre nous.', marking } };
    const { number } = await done(colleague, 'writeEntry', secret);
    const { page } = await room.as(room.other);
    await showIncident(page, incident);

    const dialog = await form(page, `Marquage – n° ${number}`);

    await dialog.getByText('Vous ne pouvez pas changer ce marquage').waitFor();
    expect(await dialog.getByLabel('Marquage TLP').count()).toBe(0);
  });
});
