import { carryOut, plan } from '../support/builders';
import { describeInBrowser } from '../support/chromium';
import { anIncident, aRoom, form, send } from './room';
import { showIncident } from './window';

describeInBrowser('a form says what it acts on, and its button what it does', () => {
  const room = aRoom();

  test('of an action that is started, completed and cancelled', async () => {
    const incident = await anIncident(room, { title: 'Panne et intitulés' });
    await plan(room.agency, incident.id, { title: 'Appeler les officines' });
    await plan(room.agency, incident.id, { title: 'Couper les accès' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);

    for (const verb of ['Démarrer', 'Terminer']) {
      await page.getByRole('button', { name: `${verb} – Appeler les officines`, exact: true }).click();
      await send(page.getByRole('dialog', { name: `${verb} : Appeler les officines` }), verb);
    }
    await page.getByRole('button', { name: 'Annuler l’action – Couper les accès', exact: true }).click();
    const cancelling = page.getByRole('dialog', { name: 'Annuler l’action : Couper les accès' });
    await cancelling.getByLabel('Motif').fill('Inutile.');
    await send(cancelling, 'Annuler l’action');

    await page.getByRole('heading', { name: 'Faite (1)' }).waitFor();
    await page.getByRole('heading', { name: 'Annulée (1)' }).waitFor();
  });

  test('a heading over several actions is in the plural', async () => {
    const incident = await anIncident(room, { title: 'Panne au pluriel' });
    for (const title of ['Appeler les officines', 'Couper les accès']) await plan(room.agency, incident.id, { title });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);

    await page.getByRole('heading', { name: 'Prévues (2)' }).waitFor();

    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Planned (2)' }).waitFor();
  });

  test('of a draft that is revised and discarded', async () => {
    const incident = await anIncident(room, { title: 'Panne et projets' });
    await carryOut(room.agency, 'draftStatement', {
      incidentId: incident.id,
      title: 'Aux patients',
      text: 'À relire.',
    });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);

    await page.getByRole('button', { name: 'Modifier – Aux patients', exact: true }).click();
    await page.getByRole('dialog', { name: 'Modifier le projet de communiqué : Aux patients' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Écarter le projet – Aux patients', exact: true }).click();
    const discarding = page.getByRole('dialog', { name: 'Écarter le projet : Aux patients' });
    await discarding.getByLabel('Motif').fill('Dépassé.');
    await send(discarding, 'Écarter le projet');

    await page.getByText('Aucun communiqué.').waitFor();
  });

  test('of the incident that is moved and requalified, and of an action that is planned', async () => {
    const incident = await anIncident(room, { title: 'Panne et verbes' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);

    await send(await form(page, 'Changer le statut'), 'Changer le statut');
    const grave = await form(page, 'Changer la gravité');
    await grave.getByLabel('Gravité').selectOption({ label: 'Crise' });
    await send(grave, 'Changer la gravité');
    const planning = await form(page, 'Prévoir une action');
    await planning.getByLabel('Intitulé').fill('Appeler');
    await planning.getByLabel('Note pour la main courante').fill('Décidé à midi.');
    await send(planning, 'Prévoir une action');

    await page.locator('article').getByText('Décidé à midi.').waitFor();
  });

  test('to a party that leaves, that it is itself that will read nothing more', async () => {
    const incident = await anIncident(room, { title: 'Panne quittée' });
    const { page } = await room.as(room.other);
    await showIncident(page, incident);

    await page.getByRole('button', { name: 'Quitter l’incident', exact: true }).click();
    const leaving = page.getByRole('dialog', { name: 'Quitter l’incident' });
    await leaving.getByText('Vous ne lirez plus rien de cet incident.').waitFor();
    await send(leaving, 'Quitter');

    await page.getByText('Vos droits sur cet incident vous ont été retirés.').waitFor();
  });

  test('to who closes an incident as a duplicate, that the other one must be named', async () => {
    const [incident, other] = [
      await anIncident(room, { title: 'Panne en double' }),
      await anIncident(room, { title: 'Panne d’origine' }),
    ];
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    const closing = await form(page, 'Clore l’incident');

    await closing.getByLabel('Issue').selectOption({ label: 'Doublon' });

    const field = closing.getByRole('combobox', { name: 'Doublon de (obligatoire)', exact: true });
    expect(await field.getAttribute('required')).toBe('');
    await field.selectOption({ label: `${other.title} · ${other.reference}` });
    await send(closing, 'Clore l’incident');
  });

  test('to who closes an incident, how many actions are open, and none of them is overdue after that', async () => {
    const incident = await anIncident(room, { title: 'Panne et restes' });
    const due = { earliest: '2024-10-20T10:00:00Z', latest: '2024-10-20T10:00:00Z', precision: 'MINUTE' };
    await plan(room.agency, incident.id, { title: 'Livrer', due });
    await plan(room.agency, incident.id, { title: 'Rappeler' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    const actions = page.getByRole('region', { name: 'Actions' });
    await actions.getByText('EN RETARD').waitFor();

    const closing = await form(page, 'Clore l’incident');
    await closing.getByText('2 actions sont encore ouvertes.').waitFor();
    await send(closing, 'Clore l’incident');

    await page.getByText('Clos', { exact: true }).first().waitFor();
    await actions.getByText('Livrer', { exact: true }).waitFor();
    expect(await actions.getByText('EN RETARD').count()).toBe(0);
  });
});
