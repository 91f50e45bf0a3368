import { carryOut } from '../support/builders';
import { describeInBrowser } from '../support/chromium';
import { anIncident, aRoom } from './room';
import { showIncident } from './window';

describeInBrowser('writing from the dashboard', () => {
  const room = aRoom();

  test.each([
    ['2024-10-20T21:10', 'la partie du jour près', 'dimanche 20 octobre 2024, soirée', '2024-10-20T16:00:00.000Z'],
    ['2024-10-20T21:10', 'l’heure près', 'dimanche 20 octobre 2024, vers 21 h', '2024-10-20T19:00:00.000Z'],
    ['2024-10-20T21:10', 'un jour près', 'dimanche 20 octobre 2024', '2024-10-19T22:00:00.000Z'],
  ])(
    'what is not known to the minute is entered as it is known: %s to %s',
    async (moment, precision, words, earliest) => {
      const incident = await anIncident(room, { title: `Panne : ${words}` });
      const { page } = await room.as(room.agency);
      await showIncident(page, incident);
      await page.getByRole('textbox', { name: 'Écrire une entrée' }).fill('Le portail tombe.');
      await page.getByText('Plus de champs').click();
      await page.getByLabel('Survenu le').fill(moment);
      const option = page.getByRole('combobox', { name: 'Connu à' }).getByRole('option', { name: precision });
      await page.getByRole('combobox', { name: 'Connu à' }).selectOption({ label: (await option.textContent()) ?? '' });
      await page.getByRole('button', { name: 'Inscrire' }).click();

      await page.locator('article').getByText(`Survenu : ${words}`, { exact: true }).waitFor();
      const { incident: read } = await room.agency.ask(
        `query ($id: ID!) { incident(id: $id) { journal(last: 1) { edges { node {
        ... on JournalEntry { occurred { earliest } } } } } } }`,
        { id: incident.id },
      );
      expect(read.journal.edges[0].node.occurred.earliest).toBe(earliest);
    },
  );

  test('in English too, a conflict shows both versions, and a draft in a form outlives a reload', async () => {
    const incident = await anIncident(room, { title: 'Panne en anglais' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Change – Bretagne' }).first().click();
    await page.getByLabel('Impact').fill('What I have seen.');
    await page.reload();
    await page.getByText(/^✓ Chain verified/).waitFor();
    const [region] = incident.affectedRegions;
    await carryOut(room.operator, 'updateAffectedRegion', {
      ...{ affectedRegionId: region?.id, expectedVersion: region?.version, impact: 'What another has seen.' },
    });
    await page.getByRole('listitem').getByText('What another has seen.').first().waitFor();

    await page.getByRole('button', { name: 'Change – Bretagne' }).first().click();

    const conflict = page.getByRole('alert');
    await conflict.getByText('What another has seen.').waitFor();
    await conflict.getByText('What I have seen.').waitFor();
    await page.getByRole('button', { name: 'Save mine over it' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('listitem').getByText('What I have seen.').first().waitFor();
  });

  test('a field that stands in the way of sending is unfolded, and pointed at', async () => {
    const incident = await anIncident(room, { title: 'Panne repliée' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    await page.getByRole('textbox', { name: 'Écrire une entrée' }).fill('Un appel.');
    const more = page.getByText('Plus de champs');
    await more.click();
    await page.getByLabel('Quand, en mots').fill('dimanche soir');
    await more.click();
    await page.getByLabel('Survenu le').waitFor({ state: 'hidden' });

    await page.getByRole('button', { name: 'Inscrire' }).click();

    await page.getByLabel('Survenu le').and(page.locator(':focus')).waitFor();
  });
});
