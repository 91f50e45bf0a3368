import { describeInBrowser } from '../support/chromium';
import { aRoom, form, send } from './room';
import { violations } from './window';

describeInBrowser('declaring from the dashboard', () => {
  const room = aRoom();

  test('since when regions and services are affected is declared with them, and whom a service serves', async () => {
    const { page } = await room.as(room.agency);
    expect(await page.locator('main select option[value=""]').allInnerTexts()).toEqual(['Toutes', 'Tous', 'Toutes']);
    await page.getByRole('banner').getByText('Heures de Paris').waitFor();
    const dialog = await form(page, 'Déclarer un incident');
    await dialog.getByLabel('Intitulé').fill('Panne depuis hier');
    const offered = await dialog.getByRole('group', { name: 'Régions touchées' }).locator('label').allInnerTexts();
    await dialog.getByRole('checkbox', { name: 'Bretagne' }).check();
    await dialog.getByText('Régions touchées depuis quand').first().click();
    const since = dialog.getByRole('group').filter({ hasText: 'Régions touchées depuis quand' });
    await since.getByLabel('Connu à').selectOption({ value: 'DAY' });
    await since.getByLabel('Régions touchées depuis quand').fill('2024-10-19');
    await dialog.getByText('Exploitant et services touchés').click();
    await dialog.getByRole('button', { name: 'Ajouter un service' }).click();
    const service = dialog.getByRole('group', { name: 'Service 1' });
    await service.getByLabel('Nom').fill('Livraisons');
    await service.getByText('Depuis quand').first().click();
    await service.getByLabel('Depuis quand').fill('2024-10-20T08:30');
    await service.getByRole('group', { name: 'Régions desservies' }).getByLabel('Normandie').check();
    const found = await violations(page);
    await send(dialog, 'Déclarer un incident');

    await page.getByRole('heading', { level: 1, name: 'Panne depuis hier' }).waitFor();
    const { incidents } = await room.agency.ask(`{ incidents(first: 1) { edges { node {
      affectedRegions { region { code } since { earliest precision } }
      affectedServices { name regions { name } since { earliest precision } }
    } } } }`);
    expect(found).toEqual([]);
    const [own, ...others] = offered.map((name) => name.trim());
    expect(own).toBe('Bretagne');
    expect(others).toEqual(others.toSorted((a, b) => a.localeCompare(b, 'fr')));
    expect(incidents.edges[0].node).toEqual({
      affectedRegions: [{ region: { code: '53' }, since: { earliest: '2024-10-18T22:00:00.000Z', precision: 'DAY' } }],
      affectedServices: [
        {
          ...{ name: 'Livraisons', regions: [{ name: 'Normandie' }] },
          since: { earliest: '2024-10-20T06:30:00.000Z', precision: 'MINUTE' },
        },
      ],
    });
  });

  test('who declares names the operator, what is down, whom to involve, the marking and when it began', async () => {
    const { page } = await room.as(room.agency);
    const dialog = await form(page, 'Déclarer un incident');
    await dialog.getByLabel('Intitulé').fill('Panne chez l’exploitant');
    await dialog.getByText('Quand l’incident a commencé').first().click();
    await dialog.getByLabel('Connu à').selectOption({ value: 'RANGE' });
    await dialog.getByLabel('Quand l’incident a commencé (au plus tôt) (heure de Paris)').fill('2024-10-19T20:00');
    await dialog.getByLabel('Au plus tard').fill('2024-10-20T08:00');
    await dialog.getByText('Exploitant et services touchés').click();
    await dialog.getByRole('combobox', { name: /^Exploitant/ }).selectOption({ value: room.operator.stakeholder });
    await dialog.getByRole('button', { name: 'Ajouter un service' }).click();
    await dialog.getByRole('group', { name: 'Service 1' }).getByLabel('Nom').fill('Prise de commande');
    await dialog.getByText('Autres parties à impliquer').click();
    await dialog.getByRole('button', { name: 'Ajouter une partie' }).click();
    const party = dialog.getByRole('group', { name: 'Partie 1' });
    await party.getByRole('combobox', { name: 'Partie' }).selectOption({ value: room.other.stakeholder });
    await dialog.getByText('Marquage de l’incident').click();
    await dialog.getByLabel('Marquage TLP').selectOption({ label: 'TLP:GREEN' });
    const found = await violations(page);
    await send(dialog, 'Déclarer un incident');

    await page.getByRole('heading', { level: 1, name: 'Panne chez l’exploitant' }).waitFor();
    const { incidents } = await room.agency.ask(`{ incidents(first: 1) { edges { node {
      operator { code } marking { label } began { earliest latest precision } affectedServices { name }
      involvements { stakeholder { code } role }
    } } } }`);
    const read = incidents.edges[0].node;
    expect(found).toEqual([]);
    expect(read).toMatchObject({
      ...{ operator: { code: 'OPERATEUR' }, marking: { label: 'TLP:GREEN' } },
      began: { earliest: '2024-10-19T18:00:00.000Z', latest: '2024-10-20T06:00:59.999Z', precision: 'RANGE' },
      affectedServices: [{ name: 'Prise de commande' }],
    });
    expect(read.involvements).toContainEqual({ stakeholder: { code: 'DGS-CCS' }, role: 'FOLLOW_UP' });
  });

  test('a party that is not in the registry is registered on the way, and is then the one that is chosen', async () => {
    const contributor = await room.cellule.colleague(room.agency, ['CONTRIBUTE']);
    const [{ page }, { page: without }] = [await room.as(room.agency), await room.as(contributor)];
    const dialog = await form(page, 'Déclarer un incident');
    await dialog.getByLabel('Intitulé').fill('Panne chez un inconnu');
    await dialog.getByText('Exploitant et services touchés').click();
    await dialog.getByRole('button', { name: 'Inscrire une autre partie' }).click();
    const registering = page.getByRole('dialog', { name: 'Inscrire une autre partie' });
    await registering.getByLabel('Nom').fill('Répartition de l’Ouest');
    const found = await violations(page);
    await send(registering, 'Inscrire cette partie');
    const chosen = dialog.getByRole('combobox', { name: /^Exploitant/ }).locator('option:checked');
    await chosen.filter({ hasText: 'Répartition de l’Ouest' }).waitFor({ state: 'attached' });
    await send(dialog, 'Déclarer un incident');

    await page.getByRole('heading', { level: 1, name: 'Panne chez un inconnu' }).waitFor();
    const { incidents } = await room.agency.ask(
      '{ incidents(first: 1) { edges { node { operator { code kind } } } } }',
    );
    expect(incidents.edges[0].node.operator).toEqual({ code: 'REPARTITION-DE-L-OUEST', kind: 'OPERATOR' });
    expect(found).toEqual([]);
    const offered = await form(without, 'Déclarer un incident');
    await offered.getByText('Exploitant et services touchés').click();
    expect(await offered.getByRole('button', { name: 'Inscrire une autre partie' }).count()).toBe(0);
  });

  test('who is involved by the declaration itself is not offered again', async () => {
    const { page } = await room.as(room.agency);
    const declaring = await form(page, 'Déclarer un incident');
    await declaring.getByText('Exploitant et services touchés').click();
    await declaring
      .getByRole('combobox', { name: 'Exploitant', exact: true })
      .selectOption({ value: room.operator.stakeholder });
    await declaring.getByText('Autres parties à impliquer').click();
    for (const _ of 'ab') await declaring.getByRole('button', { name: 'Ajouter une partie' }).click();
    const choice = (row: number) =>
      declaring.getByRole('group', { name: `Partie ${row}` }).getByRole('combobox', { name: /^Partie/ });

    await choice(1).selectOption({ value: room.other.stakeholder });

    const offered = async (row: number) =>
      choice(row)
        .locator('option')
        .evaluateAll((options) => options.map((one) => one.getAttribute('value')));
    expect(await offered(1)).toContain(room.other.stakeholder);
    for (const { stakeholder } of [room.agency, room.operator, room.other]) {
      expect(await offered(2)).not.toContain(stakeholder);
    }
  });

  test('a service without a name is asked for it, and what a draft holds is in view after a reload', async () => {
    const { page } = await room.as(room.agency);
    const dialog = await form(page, 'Déclarer un incident');
    await dialog.getByLabel('Intitulé').fill('Panne sans nom');
    await dialog.getByText('Exploitant et services touchés').click();
    await dialog.getByRole('button', { name: 'Ajouter un service' }).click();
    const service = dialog.getByRole('group', { name: 'Service 1' });
    await service.getByLabel('Impact').fill('Tout est arrêté.');
    await dialog.getByRole('button', { name: 'Déclarer un incident' }).click();
    await service.getByLabel('Nom').and(page.locator(':focus')).waitFor();

    await page.reload();
    await form(page, 'Déclarer un incident');
    await service.getByLabel('Nom').fill('Livraisons');
    await dialog.getByText('Ctrl+Entrée pour envoyer').waitFor();
    await service.getByLabel('Nom').press('Control+Enter');

    await page.getByRole('heading', { level: 1, name: 'Panne sans nom' }).waitFor();
    await page.getByRole('heading', { name: 'Livraisons' }).waitFor();
  });
});
