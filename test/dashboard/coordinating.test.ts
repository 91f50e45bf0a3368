import { atMinute, carryOut, done, plan } from '../support/builders';
import { describeInBrowser } from '../support/chromium';
import { anIncident, aRoom, form, send } from './room';
import { showIncident, violations } from './window';

describeInBrowser('coordinating from the dashboard', () => {
  const room = aRoom();

  test('an incident is closed with its outcome, takes no change any more, and is reopened with a reason', async () => {
    const incident = await anIncident(room, { title: 'Panne close' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);

    const closing = await form(page, 'Clore l’incident');
    await closing.getByLabel('Issue').selectOption({ label: 'Fausse alerte' });
    await closing.getByLabel('Motif').fill('Un exercice mal annoncé.');
    await send(closing, 'Clore l’incident');

    await page.getByText('Clos', { exact: true }).first().waitFor();
    await page.getByText('Fausse alerte').first().waitFor();
    expect(await page.getByRole('button', { name: 'Ajouter une région' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Changer le statut' }).count()).toBe(0);
    const reopening = await form(page, 'Rouvrir l’incident');
    await reopening.getByLabel('Motif').fill('Elle reprend.');
    await send(reopening, 'Rouvrir l’incident');
    await page.getByRole('button', { name: 'Ajouter une région' }).waitFor();
    const steps = page.getByRole('list', { name: 'Statuts successifs' }).getByRole('listitem');
    await steps.filter({ hasText: 'Réponse en cours (réouverture)' }).waitFor();
  });

  test('how the status went is told in its order, each time with its hour, and a relapse as one', async () => {
    const incident = await anIncident(room, { title: 'Panne qui revient' });
    const hours = ['2024-10-19T10:00:00Z', '2024-10-20T16:00:00Z', '2024-10-21T06:00:00Z'] as const;
    let { version } = incident;
    for (const [index, to] of ['RESPONDING', 'RESTORED', 'RESPONDING'].entries()) {
      const more = index === 2 ? { reason: 'La prise de commande retombe.' } : {};
      const reached = atMinute(hours[index] as string);
      const moved = { incidentId: incident.id, to, expectedVersion: version, reached, ...more };
      version = (await done(room.operator, 'moveIncident', moved)).version;
    }
    const { page } = await room.as(room.agency);

    await showIncident(page, incident);

    const steps = page.getByRole('list', { name: 'Statuts successifs' }).getByRole('listitem');
    await steps.nth(3).waitFor();
    expect((await steps.allTextContents()).slice(1)).toEqual([
      expect.stringMatching(/^Réponse en cours.*19 octobre.*12:00/),
      expect.stringMatching(/^Rétabli.*20 octobre.*18:00/),
      expect.stringMatching(/^Réponse en cours \(rechute\).*21 octobre.*08:00/),
    ]);
    const timeline = page.getByRole('region', { name: 'Chronologie' }).getByRole('listitem');
    expect(await timeline.filter({ hasText: 'Réponse en cours' }).count()).toBe(2);
    expect(await violations(page)).toEqual([]);
  });

  test('what was declared in haste is put right: its nature, and when it began', async () => {
    const incident = await anIncident(room, { title: 'Panne mal nommée' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);

    const revising = await form(page, 'Réviser l’incident');
    await revising.getByLabel('Nature').selectOption({ label: 'Panne technique' });
    await revising.getByText('Quand l’incident a commencé').first().click();
    await revising.getByLabel('Quand l’incident a commencé').fill('2024-10-19T21:00');
    await send(revising, 'Enregistrer');

    await page.getByText('Panne technique', { exact: true }).first().waitFor();
    await page.getByText('samedi 19 octobre 2024, 21:00').first().waitFor();
    const { incident: read } = await room.agency.ask(
      'query ($id: ID!) { incident(id: $id) { title nature began { earliest } } }',
      { id: incident.id },
    );
    expect(read).toEqual({
      ...{ title: 'Panne mal nommée', nature: 'TECHNICAL_FAILURE' },
      began: { earliest: '2024-10-19T19:00:00.000Z' },
    });
  });

  test('a service is found to serve other regions than it was said to', async () => {
    const incident = await anIncident(room, { title: 'Panne plus large' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);

    const changing = await form(page, 'Modifier – Prise de commande');
    await changing.getByLabel('Bretagne').uncheck();
    await changing.getByLabel('Normandie').check();
    await send(changing, 'Enregistrer');

    await page
      .getByRole('region', { name: 'Services' })
      .getByText(/^Normandie/)
      .waitFor();
  });

  test('a party is involved, given other rights, and released', async () => {
    const incident = await anIncident(room, { title: 'Panne et parties' });
    const newcomer = await room.cellule.party('ANSSI');
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);

    const involving = await form(page, 'Impliquer une partie');
    await involving.getByLabel('Quelques lettres du nom de la partie').fill('ANSSI');
    await involving.getByRole('combobox', { name: 'Partie' }).selectOption({ value: newcomer.stakeholder });
    await involving.getByLabel('Rôle').selectOption({ label: 'Liaison' });
    await send(involving, 'Impliquer une partie');

    const party = page.getByRole('region', { name: 'Parties' }).getByRole('listitem').filter({ hasText: 'Liaison' });
    await party.getByText('contribue').waitFor();
    await party.getByRole('button', { name: /^Modifier/ }).click();
    const changing = page.getByRole('dialog');
    await changing.getByLabel('Droits dans cet incident').selectOption({ label: 'Lire' });
    await send(changing, 'Enregistrer');
    await party.getByText('· lit').waitFor();
    await party.getByRole('button', { name: /^Libérer/ }).click();
    await send(page.getByRole('dialog'), 'Libérer');
    await party.waitFor({ state: 'detached' });
  });

  test('parties are offered by their names in their order, after words that say what to do', async () => {
    const incident = await anIncident(room, { title: 'Panne et choix' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);

    const involving = await form(page, 'Impliquer une partie');
    const options = involving.getByRole('combobox', { name: 'Partie' }).locator('option');
    await options.nth(20).waitFor({ state: 'attached' });

    const [none, ...names] = await options.allTextContents();
    expect(none).toBe(`Choisir une partie (${names.length} proposées)…`);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'fr')));
    await involving.getByLabel('Quelques lettres du nom de la partie').fill('bretagne');
    await options
      .first()
      .filter({ hasText: /^Choisir une partie \(\d proposées?\)…$/ })
      .waitFor({ state: 'attached' });
  });

  test('a party that may says how to reach who is on duty for it, and one that may not is not offered it', async () => {
    const incident = await anIncident(room, { title: 'Panne et permanence' });
    const keeper = await room.cellule.colleague(room.agency, ['COORDINATE', 'ADMINISTER']);
    const [{ page }, { page: without }] = [await room.as(keeper), await room.as(room.agency)];
    for (const one of [page, without]) await showIncident(one, incident);

    const setting = await form(page, 'Permanence – ARS Bretagne');
    await setting.getByLabel('Comment joindre la permanence').fill('02 99 00 00 00');
    await send(setting, 'Enregistrer');

    await page.getByText('Permanence : 02 99 00 00 00').waitFor();
    await without.getByRole('button', { name: /^Modifier – .*ARS/ }).waitFor();
    expect(await without.getByRole('button', { name: /^Permanence/ }).count()).toBe(0);
  });

  test('a region and a service are added, with since when they are affected', async () => {
    const incident = await anIncident(room, { title: 'Panne étendue' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);

    const region = await form(page, 'Ajouter une région');
    await region.getByRole('combobox', { name: 'Région' }).selectOption({ label: 'Pays de la Loire' });
    await region.getByLabel('Impact').fill('Livraisons retardées.');
    await region.getByText('Depuis quand').first().click();
    await region.getByLabel('Depuis quand').fill('2024-10-19T21:00');
    await send(region, 'Ajouter une région');
    const service = await form(page, 'Ajouter un service');
    await service.getByLabel('Nom').fill('Portail des officines');
    await service.getByLabel('Bretagne').check();
    await service.getByText('Depuis quand').first().click();
    await service.getByLabel('Depuis quand').fill('2024-10-20T08:30');
    await send(service, 'Ajouter un service');

    await page.getByRole('heading', { name: 'Pays de la Loire' }).waitFor();
    await page.getByText('Livraisons retardées.').first().waitFor();
    await page.getByRole('heading', { name: 'Portail des officines' }).waitFor();
    const { incident: read } = await room.agency.ask(
      `query ($id: ID!) { incident(id: $id) {
        affectedRegions { since { earliest } } affectedServices { since { earliest } }
      } }`,
      { id: incident.id },
    );
    expect(read.affectedRegions).toContainEqual({ since: { earliest: '2024-10-19T19:00:00.000Z' } });
    expect(read.affectedServices).toContainEqual({ since: { earliest: '2024-10-20T06:30:00.000Z' } });
  });

  test('another authority is given charge of a region that is affected, or of one that is added', async () => {
    const incident = await anIncident(room, { title: 'Panne et autorités' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);

    const changing = await form(page, 'Modifier – Bretagne');
    const charge = changing.getByLabel('Autorité en charge');
    expect(await charge.inputValue()).toBe(room.agency.stakeholder);
    await charge.selectOption({ value: room.other.stakeholder });
    await send(changing, 'Enregistrer');
    const adding = await form(page, 'Ajouter une région');
    await adding.getByRole('combobox', { name: 'Région' }).selectOption({ label: 'Normandie' });
    await adding.getByLabel('Autorité en charge').selectOption({ value: room.agency.stakeholder });
    await send(adding, 'Ajouter une région');

    await page.getByRole('heading', { name: 'Normandie' }).waitFor();
    const { incident: read } = await room.agency.ask(
      'query ($id: ID!) { incident(id: $id) { affectedRegions { region { code } authority { code } } } }',
      { id: incident.id },
    );
    expect(read.affectedRegions).toHaveLength(2);
    expect(read.affectedRegions).toContainEqual({ region: { code: '53' }, authority: { code: 'DGS-CCS' } });
    expect(read.affectedRegions).toContainEqual({ region: { code: '28' }, authority: { code: 'ARS-BRE' } });
  });

  test('an action is handed to another, and superseded by one that takes its place', async () => {
    const incident = await anIncident(room, { title: 'Panne et actions' });
    await plan(room.agency, incident.id, { title: 'Appeler les officines' });
    await plan(room.agency, incident.id, { title: 'Appeler les grossistes' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);

    const handing = await form(page, 'Confier à un autre – Appeler les officines');
    await handing.getByLabel('Confiée à').selectOption({ value: room.other.stakeholder });
    await send(handing, 'Confier à un autre');
    const actions = page.getByRole('region', { name: 'Actions' });
    const action = actions.locator('li').filter({ hasText: 'Appeler les officines' });
    await action.getByText(/Confiée à : .*Sanitaires|Confiée à : .*DGS/i).waitFor();
    const replacing = await form(page, 'Remplacer – Appeler les officines');
    await replacing.getByLabel('Remplacée par').selectOption({ label: 'Appeler les grossistes' });
    await send(replacing, 'Remplacer');

    await page.getByText(/^Confiée à : .+ · Remplacée par : Appeler les grossistes$/).waitFor();
  });

  test('a statement is drafted, marked TLP:CLEAR and published, and then the public reads it', async () => {
    const incident = await anIncident(room, { title: 'Panne et communiqué' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);

    const drafting = await form(page, 'Rédiger un communiqué');
    await drafting.getByLabel('Intitulé').fill('Vos médicaments restent disponibles');
    await drafting.getByLabel('Texte du communiqué').fill('Les officines sont livrées.');
    await drafting.getByLabel('Normandie').check();
    await send(drafting, 'Rédiger un communiqué');
    await page.getByText('Pour être publié, un projet doit être marqué TLP:CLEAR.').waitFor();
    expect(await page.getByRole('button', { name: /^Publier/ }).count()).toBe(0);
    const marking = await form(page, 'Marquage – Vos médicaments restent disponibles');
    await marking.getByLabel('Marquage TLP').selectOption({ label: 'TLP:CLEAR' });
    await send(marking, 'Enregistrer');
    const revising = await form(page, 'Modifier – Vos médicaments restent disponibles');
    await revising.getByLabel('Bretagne').check();
    await send(revising, 'Enregistrer');
    await page.getByText(/^ARS Bretagne · .*Normandie, Bretagne|^ARS Bretagne · .*Bretagne, Normandie/).waitFor();
    const publishing = await form(page, 'Publier – Vos médicaments restent disponibles');
    await publishing.getByText('Bretagne, Normandie').or(publishing.getByText('Normandie, Bretagne')).waitFor();
    await publishing.getByText('Tout le monde pourra lire').waitFor();
    expect(await violations(page)).toEqual([]);
    await send(publishing, 'Publier');

    await page.getByText(/^Publié · /).waitFor();
    const { publicStatements } = await room.cellule.anonymous.ask(
      '{ publicStatements(first: 5, region: "28") { edges { node { title regions { code } } } } }',
    );
    expect(publicStatements.edges[0].node.title).toBe('Vos médicaments restent disponibles');
    expect(publicStatements.edges[0].node.regions).toHaveLength(2);
  });

  test('an entry under TLP:RED is read by the persons that it names, and sealed for their colleagues', async () => {
    const incident = await anIncident(room, { title: 'Panne et secret' });
    const named = await room.cellule.colleague(room.agency);
    const unnamed = await room.cellule.colleague(room.agency);
    const [writer, one, two] = [await room.as(room.agency), await room.as(named), await room.as(unnamed)];
    for (const { page } of [writer, one, two]) await showIncident(page, incident);

    await writer.page.getByRole('textbox', { name: 'Écrire une entrée' }).fill('La source est connue.');
    await writer.page.getByLabel('Marquage TLP').selectOption({ label: 'TLP:RED' });
    await writer.page.locator(`input[value="${named.person}"]`).check();
    await writer.page.getByRole('button', { name: 'Inscrire' }).click();

    await one.page.locator('article').getByText('La source est connue.').waitFor();
    await two.page.locator('article').last().getByText('Ligne scellée').waitFor();
    expect(await two.page.getByText('La source est connue.').count()).toBe(0);
  });

  test('each form is opened and left by keyboard, and has nothing that violates WCAG 2.2 AA, in both languages', async () => {
    const incident = await anIncident(room, { title: 'Panne au clavier' });
    await plan(room.agency, incident.id, { title: 'Appeler' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    const forms = {
      fr: [
        'Clore l’incident',
        'Impliquer une partie',
        'Ajouter une région',
        'Ajouter un service',
        'Remplacer – Appeler',
      ],
      en: ['Revise the incident', 'Draft a statement', 'Reassign – Appeler', /^Release – /],
    };

    for (const button of forms.fr) await visit(button);
    await page.getByRole('button', { name: 'English' }).click();
    for (const button of forms.en) await visit(button);

    async function visit(name: string | RegExp): Promise<void> {
      const button = page.getByRole('button', { name }).first();
      await button.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await button.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    }
  });

  test('what one may not do is not offered', async () => {
    const incident = await anIncident(room, { title: 'Panne à lire' });
    const reader = await room.cellule.party('HFDS');
    await done(room.operator, 'involveStakeholder', {
      incidentId: incident.id,
      party: { stakeholderId: reader.stakeholder, role: 'INFORMED', access: 'READ' },
    });
    await carryOut(room.agency, 'draftStatement', { incidentId: incident.id, title: 'Projet', text: 'À relire.' });
    await plan(room.agency, incident.id, { title: 'Appeler les officines' });
    const { page } = await room.as(reader);

    await showIncident(page, incident);

    await page.getByText('À relire.', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^Quitter l’incident/ }).waitFor();
    const offered = await page.locator('main :not(nav) > button').allTextContents();
    expect(offered.filter((one) => !/^(Quitter l’incident|Marquer comme lu|Aller à|n° )/.test(one))).toEqual([]);
  });

  test('rights that are given while one looks are offered at once', async () => {
    const incident = await anIncident(room, { title: 'Panne confiée' });
    const { page } = await room.as(room.other);
    await showIncident(page, incident);
    expect(await page.getByRole('button', { name: 'Clore l’incident' }).count()).toBe(0);

    const { incident: read } = await room.agency.ask(
      'query ($id: ID!) { incident(id: $id) { involvements { id version stakeholder { id } } } }',
      { id: incident.id },
    );
    const { id, version } = read.involvements.find(
      (one: { stakeholder: { id: string } }) => one.stakeholder.id === room.other.stakeholder,
    );
    await carryOut(room.agency, 'changeInvolvement', {
      involvementId: id,
      expectedVersion: version,
      access: 'COORDINATE',
    });

    await page.getByRole('button', { name: 'Clore l’incident' }).waitFor();
  });
});
