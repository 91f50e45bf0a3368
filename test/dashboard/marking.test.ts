import { done, plan } from '../support/builders';
import { describeInBrowser } from '../support/chromium';
import { anIncident, aRoom, form, send } from './room';
import { showIncident, violations } from './window';

describeInBrowser('markings in the dashboard', () => {
  const room = aRoom();

  test('what readers may do with it stands beside the label, and stays when the label changes', async () => {
    const incident = await anIncident(room, { title: 'Panne et PAP' });
    const marking = { tlp: 'TLP_AMBER', pap: 'PAP_AMBER' };
    const input = { incidentId: incident.id, entry: { text: 'Adresses à surveiller.', marking } };
    const { id } = await done(room.agency, 'writeEntry', input);
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    const line = page.locator('article').filter({ hasText: 'Adresses à surveiller.' });
    await line.getByText('PAP:AMBER').waitFor();

    await line.getByRole('button', { name: /^Marquage/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Marquage TLP').selectOption({ label: 'TLP:AMBER+STRICT' });
    expect(await dialog.getByLabel('Marquage PAP').inputValue()).toBe('PAP_AMBER');
    expect(await violations(page)).toEqual([]);
    await send(dialog, 'Enregistrer');

    await line.getByText('TLP:AMBER+STRICT').waitFor();
    expect(await markingOf(id)).toMatchObject({ tlp: 'TLP_AMBER_STRICT', pap: 'PAP_AMBER', delegate: null });
  });

  test('its originator says what readers may do with it, and who else decides on it', async () => {
    const incident = await anIncident(room, { title: 'Panne confiée' });
    const input = { incidentId: incident.id, entry: { text: 'À confier.' } };
    const { id } = await done(room.agency, 'writeEntry', input);
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    const line = page.locator('article').filter({ hasText: 'À confier.' });

    await line.getByRole('button', { name: /^Marquage/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Marquage PAP').selectOption({ label: 'PAP:RED' });
    await dialog.getByLabel('Marquage confié à').selectOption({ value: room.other.stakeholder });
    await send(dialog, 'Enregistrer');

    await line.getByText('PAP:RED').waitFor();
    expect(await markingOf(id)).toMatchObject({ pap: 'PAP_RED', delegate: { id: room.other.stakeholder } });
    await line.getByRole('button', { name: /^Marquage/ }).click();
    await dialog.getByLabel('Marquage PAP').selectOption({ label: 'Aucun' });
    await dialog.getByLabel('Marquage confié à').selectOption({ label: 'Personne' });
    await send(dialog, 'Enregistrer');
    await line.getByText('PAP:RED').waitFor({ state: 'detached' });
    expect(await markingOf(id)).toMatchObject({ pap: null, delegate: null });
  });

  test('who may only narrow a marking leaves its PAP as it is', async () => {
    const incident = await anIncident(room, { title: 'Panne restreinte' });
    const marking = { tlp: 'TLP_AMBER', pap: 'PAP_GREEN' };
    const { id } = await done(room.other, 'writeEntry', {
      ...{ incidentId: incident.id, entry: { text: 'De la DGS.', marking } },
    });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    const line = page.locator('article').filter({ hasText: 'De la DGS.' });

    await line.getByRole('button', { name: /^Marquage/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Lisible par').selectOption({ label: 'les autorités impliquées' });
    expect(await dialog.getByLabel('Marquage PAP').count()).toBe(0);
    await send(dialog, 'Enregistrer');

    expect(await markingOf(id)).toMatchObject({ tlp: 'TLP_AMBER', audience: 'AUTHORITIES', pap: 'PAP_GREEN' });
  });

  test('who may only narrow a marking is offered nothing wider, and may name themselves', async () => {
    const incident = await anIncident(room, { title: 'Panne à restreindre' });
    const { id } = await done(room.other, 'writeEntry', { incidentId: incident.id, entry: { text: 'Trop large.' } });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    const line = page.locator('article').filter({ hasText: 'Trop large.' });

    await line.getByRole('button', { name: /^Marquage/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Marquage TLP').waitFor();
    const labels = await dialog.getByLabel('Marquage TLP').locator('option').allTextContents();
    await dialog.getByLabel('Lisible par').selectOption({ label: 'les parties nommées' });
    expect(await dialog.getByRole('button', { name: 'Enregistrer' }).isDisabled()).toBe(true);
    await dialog.getByLabel('ARS Bretagne').check();
    await send(dialog, 'Enregistrer');

    expect(labels).toEqual(['TLP:AMBER+STRICT', 'TLP:AMBER']);
    expect(await markingOf(id)).toMatchObject({ audience: 'LISTED' });
  });

  test('who reads what is for some alone is said by name, where it is written and where it stands', async () => {
    const incident = await anIncident(room, { title: 'Panne entre quelques-uns' });
    const colleague = await room.cellule.colleague(room.agency);
    const persons = [room.other.person];
    await done(room.agency, 'writeEntry', {
      ...{ incidentId: incident.id, entry: { text: 'À un seul.', marking: { tlp: 'TLP_RED', persons } } },
    });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    const form = page.getByRole('form', { name: 'Écrire une entrée' });
    const line = (hasText: string) => page.locator('article').filter({ hasText });
    await line('À un seul.').getByText('Lisible par : Quelqu’un de ARS-BRE, Quelqu’un de DGS-CCS.').waitFor();

    await form.getByLabel('Marquage TLP').selectOption({ label: 'TLP:AMBER' });
    await form.getByLabel('Lisible par').selectOption({ label: 'les parties nommées' });
    await form.getByText('Lisible par : ARS Bretagne, et nul autre tant que rien n’est coché.').waitFor();
    await form
      .getByRole('checkbox')
      .and(page.locator(`[value="${room.operator.stakeholder}"]`))
      .check();
    await form.getByText(/^Lisible par : ARS Bretagne, .*OPERATEUR.*\.$/).waitFor();
    await form.getByRole('textbox', { name: 'Écrire une entrée' }).fill('À deux.');
    await form.getByRole('button', { name: 'Inscrire' }).click();

    await line('À deux.')
      .getByText(/^Lisible par : ARS Bretagne, .*OPERATEUR.*\.$/)
      .waitFor();
    await line('À deux.')
      .getByRole('button', { name: /^Répondre/ })
      .click();
    await form.getByText(/^Lisible par : ARS Bretagne, .*OPERATEUR.*\.$/).waitFor();
    await form.getByLabel('Marquage TLP').selectOption({ label: 'TLP:RED' });
    await form.getByText('Lisible par : Quelqu’un de ARS-BRE, et nul autre tant que rien n’est coché.').waitFor();
    await form
      .getByRole('checkbox')
      .and(page.locator(`[value="${colleague.person}"]`))
      .check();
    await form.getByText('Lisible par : Quelqu’un de ARS-BRE, Quelqu’un de ARS-BRE (ARS Bretagne).').waitFor();
  });

  test('a part that is marked otherwise than its incident says so, and can be marked anew', async () => {
    const incident = await anIncident(room, { title: 'Panne en partie réservée' });
    const marking = { tlp: 'TLP_AMBER_STRICT', audience: 'LISTED', stakeholders: [room.other.stakeholder] };
    await plan(room.agency, incident.id, { title: 'Couper l’accès', marking });
    await plan(room.agency, incident.id, { title: 'Appeler les officines' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    const actions = page.getByRole('region', { name: 'Actions' }).getByRole('listitem');
    const [reserved, open] = ['Couper l’accès', 'Appeler les officines'].map((hasText) => actions.filter({ hasText }));

    await reserved?.getByText('TLP:AMBER+STRICT').waitFor();
    expect(await open?.getByText(/^TLP:/).count()).toBe(0);
    const marks = await form(page, 'Marquage – Appeler les officines');
    await marks.getByLabel('Marquage TLP').selectOption({ label: 'TLP:GREEN' });
    await send(marks, 'Enregistrer');
    await open?.getByText('TLP:GREEN').waitFor();
  });

  test('an incident is marked anew as a whole, within what an incident may be', async () => {
    const incident = await anIncident(room, { title: 'Panne ouverte' });
    const { page } = await room.as(room.operator);
    await showIncident(page, incident);

    const marks = await form(page, 'Marquage – Panne ouverte');
    await marks.getByLabel('Marquage TLP').waitFor();
    const labels = await marks.getByLabel('Marquage TLP').locator('option').allTextContents();
    await marks.getByLabel('Marquage TLP').selectOption({ label: 'TLP:GREEN' });
    await send(marks, 'Enregistrer');

    await page.locator('header').getByText('TLP:GREEN').waitFor();
    expect(labels).not.toContain('TLP:RED');
  });

  async function markingOf(id: string) {
    const query = `query ($id: ID!) { node(id: $id) { ... on Marked { marking { tlp audience pap delegate { id } } } } }`;
    return (await room.agency.ask(query, { id })).node.marking;
  }
});
