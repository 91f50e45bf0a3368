import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { packageRoot } from '../../src/kernel/package-root';
import { startTestCellule, type TestCellule } from '../support/cellule';
import { describeInBrowser, openBrowser } from '../support/chromium';
import type { Party } from '../support/party';
import { openWindow, showIncident, violations, type Window } from './window';

let cellule: TestCellule;

beforeAll(async () => {
  const page = join(packageRoot, 'dist', 'dashboard', 'index.html');
  if (!existsSync(page)) throw new Error(`Expected the dashboard at ${page}: run "node build.mjs", as "npm test" does`);
  cellule = await startTestCellule({ env: { HEARTBEAT_SECONDS: '1' } });
});
afterAll(() => cellule?.stop());

test('the page may load nothing from elsewhere, and run no script and no style but files of the server', async () => {
  const response = await fetch(`${cellule.cellule.url}/`);

  expect(response.status).toBe(200);
  expect(response.headers.get('content-security-policy')).not.toMatch(/unsafe|\*|https?:|blob:/);
  expect(response.headers.get('cache-control')).toBe('no-cache');
  const [, asset] = /src="\.\/(assets\/[^"]+\.js)"/.exec(await response.text()) ?? [];
  const script = await fetch(`${cellule.cellule.url}/${asset}`);
  expect(script.headers.get('cache-control')).toContain('immutable');
});

describeInBrowser('the dashboard in Chromium', () => {
  let browser: Browser;
  let operator: Party;
  let agency: Party;
  let other: Party;
  let windows: Window[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
    operator = await cellule.party('OPERATEUR');
    agency = await cellule.party('ARS-BRE');
    other = await cellule.party('DGS-CCS');
  });
  afterAll(() => browser?.close());

  afterEach(async () => {
    const complaints = windows.flatMap((one) => one.complaints);
    for (const { context } of windows) await context.close();
    windows = [];
    expect(complaints).toEqual([]);
  });

  test('a link opens it as the party that it names, and the token leaves the address', async () => {
    const incident = await anIncident('Panne ouverte par un lien');

    const { page } = await as(agency);

    await page.getByRole('link', { name: incident.title }).waitFor();
    expect(page.url()).toBe(`${cellule.cellule.url}/#/`);
    await page.getByText(/^à jour, \d\d:\d\d:\d\d$/).waitFor();
  });

  test('an incident that is declared appears, and is announced', async () => {
    const known = await anIncident('Panne connue');
    const { page } = await as(agency);
    await page.getByRole('link', { name: known.title }).waitFor();

    const incident = await anIncident('Panne annoncée');

    await page.getByRole('link', { name: incident.title, exact: true }).waitFor();
    await page.getByRole('status').getByText(`Nouvel incident : ${incident.title}`).waitFor();
  });

  test('what one party writes arrives with the other, on a chain that its browser has verified', async () => {
    const incident = await anIncident('Panne à deux');
    const [one, two] = [await as(agency), await as(other)];
    await showIncident(one.page, incident);
    await showIncident(two.page, incident);

    await one.page.getByRole('textbox', { name: 'Écrire une entrée' }).fill('Les officines de Rennes confirment.');
    await one.page.getByRole('button', { name: 'Inscrire' }).click();

    await two.page.locator('article').getByText('Les officines de Rennes confirment.').waitFor();
    await one.page.getByText(/^Inscrit sous le n° \d+\.$/).waitFor();
    const { number } = await head(incident.id);
    await two.page.getByText(`Chaîne vérifiée ici jusqu’au n° ${number}`).waitFor();
    await two.page.getByText(new RegExp(`^à jour, n° ${number}, `)).waitFor();
  });

  test('a line that is not for a reader is sealed, and opens when it is widened', async () => {
    const incident = await anIncident('Panne en secret');
    const { page } = await as(other);
    await showIncident(page, incident);
    const marking = { tlp: 'TLP_AMBER_STRICT', audience: 'LISTED', stakeholders: [operator.stakeholder] };
    const { writeEntry } = await agency.ask(
      'mutation ($input: WriteEntryInput!) { writeEntry(input: $input) { entry { id number } } }',
      { input: { incidentId: incident.id, entry: { text: 'Le code est identifié.', marking } } },
    );
    const { id, number } = writeEntry.entry;
    await page.getByText(`n° ${number}`, { exact: true }).waitFor();
    expect(await page.getByText('Le code est identifié.').count()).toBe(0);
    await page
      .getByText(/^Ligne scellée|▧/)
      .first()
      .waitFor();

    await agency.ask('mutation ($input: ChangeMarkingInput!) { changeMarking(input: $input) { entries { number } } }', {
      input: { thingId: id, expectedVersion: 1, marking: { tlp: 'TLP_AMBER', audience: 'INVOLVED' } },
    });

    await page.locator('article').getByText('Le code est identifié.').waitFor();
  });

  test('a draft survives a reload', async () => {
    const incident = await anIncident('Panne et brouillon');
    const { page } = await as(agency);
    await showIncident(page, incident);
    await page.getByRole('textbox', { name: 'Écrire une entrée' }).fill('À moitié écrit');

    await page.reload();

    const box = page.getByRole('textbox', { name: 'Écrire une entrée' });
    await box.waitFor();
    expect(await box.inputValue()).toBe('À moitié écrit');
  });

  test('who changes what another has changed sees both versions, and loses nothing typed', async () => {
    const incident = await anIncident('Panne et conflit');
    const { page } = await as(agency);
    await showIncident(page, incident);
    await page.getByRole('button', { name: 'Modifier' }).first().click();
    await page.getByLabel('Impact').fill('Ce que j’ai constaté.');
    const [region] = incident.affectedRegions;

    await operator.ask(
      'mutation ($input: UpdateAffectedRegionInput!) { updateAffectedRegion(input: $input) { entries { number } } }',
      {
        input: { affectedRegionId: region?.id, expectedVersion: region?.version, impact: 'Ce qu’un autre a constaté.' },
      },
    );

    const conflict = page.getByRole('alert');
    await conflict.getByText('Ce qu’un autre a constaté.').waitFor();
    await conflict.getByText('Ce que j’ai constaté.').waitFor();
    expect(await page.getByLabel('Impact').inputValue()).toBe('Ce que j’ai constaté.');
    await page.getByRole('button', { name: 'Enregistrer le mien par-dessus' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('listitem').getByText('Ce que j’ai constaté.').first().waitFor();
  });

  test('nothing that violates WCAG 2.2 AA is found in any of its states, in either language', async () => {
    const incident = await anIncident('Panne accessible', true);
    const { page } = await as(agency);
    await page.getByRole('link', { name: incident.title }).waitFor();

    expect(await violations(page)).toEqual([]);
    await showIncident(page, incident);
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Modifier' }).first().click();
    await page.getByRole('dialog').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText(/^✓ Chain verified/).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('by keyboard alone, an incident is found and an entry written', async () => {
    const incident = await anIncident('Panne au clavier');
    const { page } = await as(agency);
    await page.getByRole('link', { name: incident.title }).waitFor();

    await tabTo(incident.title);
    await page.keyboard.press('Enter');
    await page.getByText(/^✓ Chaîne vérifiée/).waitFor();
    await tabTo('Écrire une entrée');
    await page.keyboard.type('Écrit sans souris.');
    await page.keyboard.press('Control+Enter');

    await page.locator('article').getByText('Écrit sans souris.').waitFor();

    async function tabTo(name: string): Promise<void> {
      for (let pressed = 0; pressed < 120; pressed++) {
        await page.keyboard.press('Tab');
        const focused = await page.evaluate<string>(
          'document.activeElement?.labels?.[0]?.textContent ?? document.activeElement?.textContent ?? ""',
        );
        if (focused.startsWith(name)) return;
      }
      throw new Error(`"${name}" is not to be reached by keyboard`);
    }
  });

  test('a code that is not good is refused at its field, and signing out ends it', async () => {
    const { page, complaints } = await as(agency);
    await page.getByRole('button', { name: 'Se déconnecter' }).click();

    const code = page.getByLabel('Code d’accès personnel ou jeton');
    await code.fill('un-code-mal-lu');
    await page.getByRole('button', { name: 'Entrer' }).click();
    await page.getByRole('alert').getByText('Cet accès n’est pas accepté').waitFor();
    const refused = page.locator('input[aria-invalid=true]:focus');
    await refused.waitFor();
    expect(await refused.inputValue()).toBe('un-code-mal-lu');
    expect(await page.evaluate(whatDescribesFocus)).toMatch(/^Cet accès n’est pas accepté/);
    expect(await violations(page)).toEqual([]);
    complaints.splice(0);
    await code.fill(agency.token);
    await page.getByRole('button', { name: 'Entrer' }).click();

    await page.getByRole('heading', { name: 'Incidents' }).waitFor();
    expect(await page.locator('body').textContent()).not.toContain(agency.token);
  });

  async function as(party: Party): Promise<Window> {
    const window = await openWindow(browser, cellule.cellule.url, party);
    windows.push(window);
    return window;
  }

  async function anIncident(title: string, exercise = false) {
    const { declareIncident } = await operator.ask(
      `mutation ($input: DeclareIncidentInput!) {
        declareIncident(input: $input) { incident { id reference title affectedRegions { id version } } }
      }`,
      {
        input: {
          ...{
            title,
            exercise,
            nature: 'CYBERATTACK',
            severity: 'MAJOR',
            regions: [{ region: '53', impact: 'Commandes arrêtées.' }],
          },
          services: [{ name: 'Prise de commande', status: 'DOWN', regions: ['53'] }],
          parties: [
            { stakeholderId: agency.stakeholder, role: 'LEAD', access: 'COORDINATE' },
            { stakeholderId: other.stakeholder, role: 'FOLLOW_UP', access: 'CONTRIBUTE' },
          ],
          entry: { text: 'Premier signalement.', category: 'SITUATION' },
        },
      },
    );
    return declareIncident.incident as {
      id: string;
      reference: string;
      title: string;
      affectedRegions: { id: string; version: number }[];
    };
  }

  async function head(id: string): Promise<{ number: number }> {
    const { incident } = await agency.ask('query ($id: ID!) { incident(id: $id) { journalHead { number } } }', { id });
    return incident.journalHead;
  }
});

const whatDescribesFocus =
  'document.getElementById(document.activeElement.getAttribute("aria-describedby")).textContent';
