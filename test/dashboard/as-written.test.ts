import { carryOut } from '../support/builders';
import { describeInBrowser } from '../support/chromium';
import { anIncident, aRoom, form } from './room';
import { showIncident } from './window';

const words = 'Premier paragraphe.\n\nSecond paragraphe.';

describeInBrowser('what was written in paragraphs', () => {
  const room = aRoom();

  test('is shown in paragraphs: situation, regions and statements, also before they are published', async () => {
    const incident = await anIncident(room, { title: 'Panne en paragraphes' });
    await carryOut(room.agency, 'writeEntry', {
      ...{ incidentId: incident.id, entry: { text: words, category: 'SITUATION' } },
    });
    const [region] = incident.affectedRegions;
    await carryOut(room.agency, 'updateAffectedRegion', {
      ...{ affectedRegionId: region?.id, expectedVersion: region?.version, impact: words },
    });
    await carryOut(room.agency, 'draftStatement', {
      ...{ incidentId: incident.id, title: 'Au public', text: words, marking: { tlp: 'TLP_CLEAR' } },
    });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);

    for (const name of ['Dernier point de situation', 'Régions touchées', 'Communiqués'])
      expect(await page.getByRole('region', { name }).innerText()).toContain(words);
    const dialog = await form(page, /^Publier/);
    expect(await dialog.getByRole('blockquote').innerText()).toContain(words);
    await dialog.getByRole('button', { name: 'Publier', exact: true }).click();
    await page.getByText('PROJET').waitFor({ state: 'detached' });
    expect(await page.getByRole('region', { name: 'Communiqués' }).innerText()).toContain(words);
    await page.getByRole('link', { name: 'Fiche de situation' }).click();
    const part = (name: string) => page.locator('section', { has: page.getByRole('heading', { name }) });
    await part('Dernier point de situation').getByText('Premier paragraphe.').waitFor();
    expect(await part('Dernier point de situation').innerText()).toContain(words);
    expect(await part('Régions touchées').innerText()).toContain(words);
  });

  test('is compared in paragraphs, on both sides of a conflict', async () => {
    const incident = await anIncident(room, { title: 'Panne disputée' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    const regions = page.getByRole('region', { name: 'Régions touchées' });
    await regions.getByRole('button', { name: 'Modifier', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Impact').fill(`${words} À nous.`);
    const [region] = incident.affectedRegions;

    await carryOut(room.operator, 'updateAffectedRegion', {
      ...{ affectedRegionId: region?.id, expectedVersion: region?.version, impact: `${words} À eux.` },
    });
    await dialog.getByRole('button', { name: 'Enregistrer', exact: true }).click();

    const conflict = dialog.getByRole('alert');
    await conflict.getByText('À eux.').waitFor();
    expect(await conflict.innerText()).toContain(`${words} À eux.`);
    expect(await conflict.innerText()).toContain(`${words} À nous.`);
  });
});
