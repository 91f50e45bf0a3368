import type { Page } from 'playwright-core';
import { carryOut, done, plan, write } from '../support/builders';
import { describeInBrowser } from '../support/chromium';
import { textOfPages } from './pdf';
import { anIncident, aRoom, gate } from './room';
import { showIncident, violations } from './window';

async function showSheet(
  page: Page,
  incident: Parameters<typeof showIncident>[1],
  words = 'Premier signalement.',
): Promise<void> {
  await showIncident(page, incident);
  await page.getByRole('link', { name: 'Fiche de situation' }).click();
  await page.getByRole('article', { name: 'Fiche de situation' }).getByText(words).waitFor();
}

const hourMs = 3_600_000;
let aheadMs = 0;
const clock = {
  get offset() {
    return aheadMs;
  },
  now: () => new Date(Date.now() + aheadMs),
};

describeInBrowser('the situation sheet', () => {
  const room = aRoom({ clock });

  test('tells the state as of a line under a ceiling, what it leaves out, and bears the strictest label it holds', async () => {
    const incident = await anIncident(room, { title: 'Panne sur une feuille' });
    await plan(room.agency, incident.id, { title: 'Au grand jour' });
    await plan(room.agency, incident.id, {
      ...{ title: 'Sous le manteau', marking: { tlp: 'TLP_AMBER_STRICT', audience: 'INVOLVED' } },
    });
    const { number } = await write(room.agency, incident.id, 'Point de midi.', {
      entry: { text: 'Point de midi.', category: 'SITUATION' },
    });
    const [region] = incident.affectedRegions;
    await carryOut(room.agency, 'updateAffectedRegion', {
      ...{ affectedRegionId: region?.id, expectedVersion: region?.version, status: 'RESTORED' },
    });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);

    await page.getByRole('link', { name: 'Fiche de situation' }).click();

    const sheet = page.getByRole('article', { name: 'Fiche de situation' });
    await sheet.getByText('1 ligne au-dessus de TLP:AMBER est laissée de côté').waitFor();
    await sheet.getByText('Rétablie', { exact: false }).waitFor();
    await sheet.getByText('Point de midi.').waitFor();
    await sheet.getByText('ARS Bretagne').first().waitFor();
    expect(await sheet.textContent()).not.toContain('Sous le manteau');
    expect(await sheet.locator('[data-tlp]').allTextContents()).toEqual(['TLP:AMBER', 'TLP:AMBER']);
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('État au n°').fill(String(number));
    await sheet.getByText(`État au n° ${number} de la main courante`).waitFor();
    await sheet.getByText(/^Bretagne Touchée/).waitFor();
    await page.getByRole('combobox', { name: 'Plafond' }).selectOption({ label: 'TLP:RED' });
    await sheet.getByText('Sous le manteau').waitFor();
    await sheet.getByText('Rien n’est laissé de côté.').waitFor();
    expect(await sheet.locator('[data-tlp]').first().textContent()).toBe('TLP:AMBER+STRICT');
  });

  test('on paper it is the sheet and nothing else', async () => {
    const incident = await anIncident(room, { title: 'Panne imprimée' });
    const { page } = await room.as(room.agency);
    await showSheet(page, incident);

    await page.emulateMedia({ media: 'print' });

    expect(await page.getByRole('button', { name: 'Imprimer' }).isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Se déconnecter' }).isVisible()).toBe(false);
    expect(await page.getByText('Premier signalement.').isVisible()).toBe(true);
    expect(await page.locator('[data-tlp]').first().isVisible()).toBe(true);
    if (process.env.SCREENSHOTS) await page.pdf({ path: `${process.env.SCREENSHOTS}/sheet.pdf` });
    if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/sheet.png` });
  });

  test('on paper each page says the label at its head and its foot, and that it is an exercise', async () => {
    const incident = await anIncident(room, { title: 'Panne sur plusieurs pages', exercise: true });
    await write(room.agency, incident.id, '', {
      entry: { text: Array.from({ length: 120 }, (_, line) => `Ligne ${line}.`).join('\n'), category: 'SITUATION' },
    });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    await page.getByRole('link', { name: 'Fiche de situation' }).click();
    await page.getByRole('article', { name: 'Fiche de situation' }).getByText('Ligne 119.').waitFor();

    const pages = textOfPages(await page.pdf());

    expect(pages.length).toBeGreaterThan(2);
    for (const text of pages) {
      expect(text.match(/TLP:AMBER(?= *EXERCICE)/g)).toHaveLength(1);
      expect(text.trim()).toMatch(/TLP:AMBER$/);
    }
  });

  test('says who made it and when, with the year, and is of a whole number', async () => {
    const incident = await anIncident(room, { title: 'Panne sur une feuille signée' });
    const { page } = await room.as(room.agency);
    await showSheet(page, incident);
    const sheet = page.getByRole('article', { name: 'Fiche de situation' });

    await page.getByLabel('État au n°').fill('2.5');

    await sheet.getByText('État au n° 2 de la main courante', { exact: true }).waitFor();
    await page.getByLabel('État au n°').blur();
    expect(await page.getByLabel('État au n°').inputValue()).toBe('2');
    const year = new Date().getFullYear();
    await sheet
      .getByText(new RegExp(`^Faite par .*ARS Bretagne, le \\d+ \\S+ ${year} \\d\\d:\\d\\d \\(heure de Paris\\)$`))
      .waitFor();
  });

  test('says by whom, when and under which number things were said to stand so', async () => {
    const incident = await anIncident(room, { title: 'Panne et point daté' });
    const occurred = { earliest: '2024-10-20T16:00:00Z', latest: '2024-10-20T21:59:59Z', precision: 'PART_OF_DAY' };
    const { number } = await write(room.other, incident.id, 'Tout tient.', {
      entry: { text: 'Tout tient.', category: 'SITUATION', occurred: { ...occurred, words: 'dimanche, en soirée' } },
    });
    const { page } = await room.as(room.agency);

    await showSheet(page, incident, 'Tout tient.');

    const sheet = page.getByRole('article', { name: 'Fiche de situation' });
    await sheet
      .getByText(new RegExp(`^Par Direction générale de la santé.*, dimanche, en soirée · n° ${number}$`))
      .waitFor();
  });

  test('of what exceeds its ceiling it names nothing, not even in the title of the page, and bears that ceiling', async () => {
    const incident = await anIncident(room, { title: 'Panne à taire' });
    const { page } = await room.as(room.agency);
    await showSheet(page, incident);
    expect(await page.title()).toContain(incident.reference);

    await page.getByRole('combobox', { name: 'Plafond' }).selectOption({ label: 'TLP:GREEN' });

    const sheet = page.getByRole('article', { name: 'Fiche de situation' });
    await sheet.getByText('Sous ce plafond, rien ne peut être dit de cet incident.').waitFor();
    expect(await sheet.locator('[data-tlp]').allTextContents()).toEqual(['TLP:GREEN', 'TLP:GREEN']);
    expect(`${await page.title()} ${await sheet.textContent()}`).not.toMatch(
      new RegExp(`${incident.title}|${incident.reference}`),
    );
  });

  test('says who operates, when its line was written, though it is left out, and what was overdue by then', async () => {
    const incident = await anIncident(room, {
      title: 'Panne qui dure',
      operatorId: room.operator.stakeholder,
    });
    const due = new Date(clock.now().getTime() + hourMs).toISOString();
    await plan(room.agency, incident.id, {
      ...{ title: 'Rappeler', due: { earliest: due, latest: due, precision: 'MINUTE' } },
    });
    const { number: before } = await write(room.agency, incident.id, 'Avant l’heure.');
    aheadMs += 2 * hourMs;
    const marking = { tlp: 'TLP_AMBER_STRICT', audience: 'INVOLVED' };
    const { number } = await write(room.agency, incident.id, 'Tue.', { entry: { text: 'Tue.', marking } });
    const writtenAt = clock.now();
    const { page } = await room.as(room.agency);
    await showSheet(page, incident);
    const sheet = page.getByRole('article', { name: 'Fiche de situation' });

    await sheet.getByText('Exploitant : ').waitFor();
    const said = await sheet.getByText(`État au n° ${number} de la main courante · `).textContent();
    expect([inParis(writtenAt), inParis(new Date(writtenAt.getTime() - 60_000))]).toContain(
      /\d\d:\d\d/.exec(said ?? '')?.[0],
    );
    await sheet.getByText(/^Rappeler Prévue · EN RETARD · /).waitFor();
    await page.getByLabel('État au n°').fill(String(before));
    await sheet.getByText(`État au n° ${before} de la main courante`).waitFor();
    await sheet.getByText(/^Rappeler Prévue · (?!EN RETARD)/).waitFor();
  });

  test('of an incident that is not open to who asks, it says so', async () => {
    const { page } = await room.as(room.agency);

    await page.goto(`${page.url().split('#')[0]}#/incidents/INCONNU-2026-XXXX/sheet`);

    await page.getByRole('status').getByText('Cet incident n’existe pas, ou ne vous est pas ouvert.').waitFor();
    await page.getByRole('button', { name: 'Se déconnecter' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('it goes with the rights, and nothing is said to be up to date', async () => {
    const incident = await anIncident(room, { title: 'Panne sur une feuille reprise' });
    const { page } = await room.as(room.other);
    await showSheet(page, incident);
    const asked = 'query ($id: ID!) { incident(id: $id) { involvements { id version stakeholder { id } } } }';
    const { incident: read } = await room.agency.ask(asked, { id: incident.id });
    const own = read.involvements.find(
      ({ stakeholder }: { stakeholder: { id: string } }) => stakeholder.id === room.other.stakeholder,
    );

    await carryOut(room.agency, 'releaseStakeholder', { involvementId: own.id, expectedVersion: own.version });

    await page.getByRole('status').getByText('Vos droits sur cet incident vous ont été retirés.').waitFor();
    expect(await page.getByText(/à jour|Premier signalement/).count()).toBe(0);
  });

  test('what is marked more strictly afterwards goes from a sheet that lies open, and it says how far it has looked', async () => {
    const incident = await anIncident(room, { title: 'Panne sur une feuille ouverte' });
    const entry = { text: 'Point bientôt restreint.', category: 'SITUATION' };
    const { id, number } = await done(room.agency, 'writeEntry', { incidentId: incident.id, entry });
    const { page } = await room.as(room.other);
    await showSheet(page, incident, entry.text);
    await page.getByLabel('État au n°').fill(String(number));
    const sheet = page.getByRole('article', { name: 'Fiche de situation' });
    await sheet.getByText(`État au n° ${number} de la main courante`).waitFor();

    await carryOut(room.agency, 'changeMarking', {
      ...{ thingId: id, expectedVersion: 1, marking: { tlp: 'TLP_AMBER_STRICT', audience: 'INVOLVED' } },
    });

    await sheet.getByText('Premier signalement.').waitFor();
    expect(await sheet.getByText('Point bientôt restreint.').count()).toBe(0);
    await sheet.getByText(`État au n° ${number} de la main courante`).waitFor();
    await sheet.getByText(`Des marquages ont changé depuis : ceux du n° ${number + 1} sont appliqués.`).waitFor();
    await sheet.getByText('1 ligne au-dessus de TLP:AMBER est laissée de côté').waitFor();
    expect(await sheet.locator('[data-tlp]').first().textContent()).toBe('TLP:AMBER');
    expect(await violations(page)).toEqual([]);
  });

  test('so does an action, with all that was written of it under a wider label', async () => {
    const incident = await anIncident(room, { title: 'Panne et action restreinte' });
    const { id } = await plan(room.agency, incident.id, { title: 'Couper le réseau' });
    const { page } = await room.as(room.other);
    await showSheet(page, incident, 'Couper le réseau');

    await carryOut(room.agency, 'changeMarking', {
      ...{ thingId: id, expectedVersion: 1, marking: { tlp: 'TLP_AMBER_STRICT', audience: 'INVOLVED' } },
    });

    const sheet = page.getByRole('article', { name: 'Fiche de situation' });
    await sheet.getByText('Couper le réseau').waitFor({ state: 'detached' });
    await page.getByRole('combobox', { name: 'Plafond' }).selectOption({ label: 'TLP:AMBER+STRICT' });
    await sheet.getByText('Couper le réseau').waitFor();
    expect(await sheet.locator('[data-tlp]').first().textContent()).toBe('TLP:AMBER+STRICT');
  });

  test('what is closed to its reader goes at once, also while it cannot be asked for', async () => {
    const incident = await anIncident(room, { title: 'Panne sur une feuille à reprendre' });
    const entry = { text: 'Point bientôt secret.', category: 'SITUATION' };
    const { id } = await done(room.agency, 'writeEntry', { incidentId: incident.id, entry });
    const { id: correction } = await done(room.agency, 'correctEntry', {
      entryId: id,
      entry: { ...entry, text: 'Bientôt secret aussi.' },
    });
    await done(room.agency, 'correctEntry', { entryId: correction, entry: { ...entry, text: 'Secret de même.' } });
    const { page } = await room.as(room.other);
    await showSheet(page, incident, 'Secret de même.');
    const { reached, open } = gate();
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('LinesAgain')) await reached;
      return route.continue();
    });

    await carryOut(room.agency, 'changeMarking', {
      ...{
        thingId: id,
        expectedVersion: 1,
        marking: { tlp: 'TLP_AMBER', audience: 'LISTED', stakeholders: [room.operator.stakeholder] },
      },
    });

    const sheet = page.getByRole('article', { name: 'Fiche de situation' });
    await sheet.getByText('Premier signalement.').waitFor();
    expect(await sheet.getByText(/secret/i).count()).toBe(0);
    open();
    await sheet.getByText('lignes sont scellées pour qui a fait cette fiche').waitFor();
    await sheet.getByText('Premier signalement.').waitFor();
    expect(await sheet.getByText(/secret/i).count()).toBe(0);
  });
});

/** As it stands on the clocks of Paris. */
function inParis(instant: Date): string {
  return new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' }).format(
    instant,
  );
}
