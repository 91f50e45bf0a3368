import { type ToldCase, tellCase } from '../demo/told-case';
import { carryOut, write } from '../support/builders';
import { describeInBrowser } from '../support/chromium';
import { windows } from './room';
import { showIncident, type Window } from './window';

describeInBrowser('two parties side by side, on the case of October 2024', () => {
  const { open } = windows();
  let told: ToldCase;
  let title: string;

  beforeAll(async () => {
    told = await tellCase();
    title = (await told.incidentAs('ARS-BRE', 'title')).title;
  });
  afterAll(() => told?.cellule.stop());

  test('both see the same picture: the regions, the latest situation and the whole main courante', async () => {
    const both = await Promise.all(['ARS-BRE', 'DGS-CCS'].map(opened));

    const pictures = await Promise.all(
      both.map(({ page }) =>
        page.getByRole('region', { name: 'Régions touchées' }).getByRole('heading').allTextContents(),
      ),
    );
    expect(pictures[0]).toContain('Bretagne');
    expect(pictures[1]).toEqual(pictures[0]);
    const { journalHead } = await told.incidentAs('ARS-BRE', 'journalHead { number }');
    for (const { page } of both) {
      await page.getByText(`Chaîne vérifiée ici jusqu’au n° ${journalHead.number}`).waitFor();
      await page.getByRole('region', { name: 'Chronologie' }).getByText('19 octobre').first().waitFor();
    }
  });

  test('a restricted entry is read by one and sealed for the other, until it is widened', async () => {
    const [one, two] = await Promise.all(['ARS-BRE', 'DGS-CCS'].map(opened));
    const { id, number } = await write(told.as('ARS-BRE'), told.incident.id, '', {
      entry: {
        text: 'L’accès initial est identifié.',
        marking: { tlp: 'TLP_AMBER_STRICT', audience: 'LISTED', stakeholders: [told.as('ARS-BRE').stakeholder] },
      },
    });
    await lineOf(one, number).getByText('L’accès initial est identifié.').waitFor();
    await lineOf(two, number).getByText('Ligne scellée').waitFor();
    expect(await two?.page.locator('body').textContent()).not.toContain('accès initial');

    await carryOut(told.as('ARS-BRE'), 'changeMarking', {
      ...{ thingId: id, expectedVersion: 1, marking: { tlp: 'TLP_AMBER', audience: 'INVOLVED' } },
    });

    await lineOf(two, number).getByText('L’accès initial est identifié.').waitFor();
    await lineOf(one, number).getByText('TLP:AMBER', { exact: true }).waitFor();
    for (const window of [one, two]) {
      await window?.page.getByText(`Chaîne vérifiée ici jusqu’au n° ${number + 1}`).waitFor();
    }
  });

  async function opened(code: string): Promise<Window> {
    const window = await open(told.cellule.cellule.url, told.as(code));
    await showIncident(window.page, { reference: told.incident.reference, title });
    return window;
  }

  function lineOf(window: Window | undefined, number: number) {
    if (!window) throw new Error('There is no such window.');
    return window.page.locator('article', {
      has: window.page.locator('span', { hasText: new RegExp(`^n° ${number}$`) }),
    });
  }
});
