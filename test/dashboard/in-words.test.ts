import { carryOut, plan, write } from '../support/builders';
import { describeInBrowser } from '../support/chromium';
import { anIncident, aRoom } from './room';
import { showIncident, violations } from './window';

describeInBrowser('what changed, in words', () => {
  const room = aRoom();

  test('a line without a text says what changed in the words of either language', async () => {
    const incident = await anIncident(room, { title: 'Panne en mots' });
    const [region] = incident.affectedRegions;
    await carryOut(room.agency, 'updateAffectedRegion', {
      ...{ affectedRegionId: region?.id, expectedVersion: region?.version, status: 'RECOVERING' },
    });
    await plan(room.agency, incident.id, { title: 'Rappeler les officines', kind: 'REQUEST', priority: 'URGENT' });
    const { page } = await room.as(room.agency);

    await showIncident(page, incident);

    const lines = page.getByRole('region', { name: 'Main courante' });
    await lines.getByText('Statut : Touchée → En rétablissement', { exact: true }).waitFor();
    await lines.getByText('Nature : Demande', { exact: true }).waitFor();
    await lines.getByText('Confiée à : ARS Bretagne', { exact: true }).waitFor();
    for (const [by, all] of [
      ['Par catégorie', 'Toutes les catégories'],
      ['Par partie', 'Toutes les parties'],
    ] as const)
      expect(await page.getByLabel(by).locator('option:checked').textContent()).toBe(all);
    await page.getByRole('button', { name: 'English' }).click();
    const inEnglish = page.getByRole('region', { name: 'Logbook' });
    await inEnglish.getByText('Status: Affected → Recovering', { exact: true }).waitFor();
    await inEnglish.getByText('Priority: Urgent', { exact: true }).waitFor();
    expect(await page.getByLabel('By stakeholder').locator('option:checked').textContent()).toBe('Any stakeholder');
  });

  test('a line says what it is about and who wrote it, and so does the last one in the overview', async () => {
    const incident = await anIncident(room, { title: 'Panne et sujets' });
    const [region] = incident.affectedRegions;
    const { id, number } = await write(room.agency, incident.id, 'Adresses.');
    await carryOut(room.agency, 'changeMarking', {
      ...{ thingId: id, expectedVersion: 1, marking: { tlp: 'TLP_AMBER_STRICT' } },
    });
    await plan(room.agency, incident.id, { title: 'Rappeler les officines', entry: { text: 'Décidé à midi.' } });
    await carryOut(room.agency, 'updateAffectedRegion', {
      ...{ affectedRegionId: region?.id, expectedVersion: region?.version, impact: 'Plus de livraison.' },
    });
    const { page } = await room.as(room.agency);
    const card = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Panne et sujets' }) });
    await card.getByText('Situation d’une région : Bretagne', { exact: true }).waitFor();

    await showIncident(page, incident);

    const line = (hasText: string) => page.locator('article').filter({ hasText });
    await line('Situation d’une région').getByText('Bretagne', { exact: true }).waitFor();
    await line('Décidé à midi.').getByText('Rappeler les officines', { exact: true }).waitFor();
    await line('Décidé à midi.').getByText('Quelqu’un de ARS-BRE · ARS Bretagne', { exact: true }).waitFor();
    await line('Marquage changé')
      .getByRole('button', { name: `n° ${number}`, exact: true })
      .click();
    await page.locator(`article[data-number="${number}"]:focus`).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('many changes are folded, and none is left out', async () => {
    const incident = await anIncident(room, { title: 'Panne à plis' });
    const due = { earliest: '2024-10-20T10:00:00Z', latest: '2024-10-20T10:00:00Z', precision: 'MINUTE' };
    await plan(room.agency, incident.id, {
      ...{ title: 'Livrer', description: 'Par la route.', kind: 'TASK', regions: ['53'], due },
    });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    const line = page.locator('article').filter({ hasText: 'Action prévue' });

    await line.getByText(/^\d autres changements$/).click();

    await line.getByText('Régions : Bretagne', { exact: true }).waitFor();
    await line.getByText('Échéance : dimanche 20 octobre 2024, 12:00', { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('a region that is not affected is called by its name too', async () => {
    const incident = await anIncident(room, { title: 'Panne et voisins' });
    await plan(room.agency, incident.id, { title: 'Prévenir les voisins', regions: ['53', '28'] });
    const { page } = await room.as(room.agency);

    await showIncident(page, incident);

    await page.locator('article').getByText('Régions : Bretagne, Normandie', { exact: true }).waitFor();
  });

  test('an action is shown with its description, priority, addressees and regions', async () => {
    const incident = await anIncident(room, { title: 'Panne et consignes' });
    await plan(room.agency, incident.id, {
      ...{ title: 'Stopper les liaisons', description: 'Couper les VPN.', priority: 'URGENT', regions: ['53'] },
      addresseeIds: [room.other.stakeholder],
    });
    const { page } = await room.as(room.agency);

    await showIncident(page, incident);

    const action = page.getByRole('region', { name: 'Actions' }).getByRole('listitem');
    await action.getByText('Couper les VPN.').waitFor();
    await action.getByText('priorité : Urgente').waitFor();
    await action.getByText(/Destinataires : .+ · Régions : Bretagne/).waitFor();
  });
});
