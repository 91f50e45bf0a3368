import type { Locator } from 'playwright-core';
import { atMinute, carryOut, done, plan, write } from '../support/builders';
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
      expect(await shown(page.getByRole('region', { name }))).toContain(words);
    const dialog = await form(page, /^Publier/);
    expect(await shown(dialog.getByRole('blockquote'))).toContain(words);
    await dialog.getByRole('button', { name: 'Publier', exact: true }).click();
    await page.getByText('PROJET', { exact: true }).waitFor({ state: 'detached' });
    const statements = page.getByRole('region', { name: 'Communiqués' });
    expect(await statements.getByText('Premier paragraphe.').isVisible()).toBe(false);
    await statements.getByText('Au public').click();
    expect(await shown(statements)).toContain(words);
    await page.getByRole('link', { name: 'Fiche de situation' }).click();
    const part = (name: string) => page.locator('section', { has: page.getByRole('heading', { name }) });
    await part('Dernier point de situation').getByText('Premier paragraphe.').waitFor();
    expect(await shown(part('Dernier point de situation'))).toContain(words);
    expect(await shown(part('Régions touchées'))).toContain(words);
  });

  test('does not turn around where its source leads', async () => {
    const incident = await anIncident(room, { title: 'Panne et source' });
    const provenance = { label: 'Communiqué \u202e', url: 'https://presse.example.org/' };
    await write(room.agency, incident.id, 'Lu en ligne.', { entry: { text: 'Lu en ligne.', provenance } });
    const { page } = await room.as(room.other);
    await showIncident(page, incident);
    const link = page.locator('article').getByRole('link', { name: 'presse.example.org' });

    const [first, last] = await link.evaluate(leftOfEnds);

    expect(last).toBeGreaterThan(first ?? Number.POSITIVE_INFINITY);
  });

  test('is shown in paragraphs in the timeline, in results of actions, and of the last entry on the overview', async () => {
    const incident = await anIncident(room, { title: 'Panne et suites en paragraphes' });
    const { id: actionId, version } = await plan(room.agency, incident.id, { title: 'Appeler' });
    await carryOut(room.agency, 'completeAction', { actionId, expectedVersion: version, result: words });
    await done(room.agency, 'writeEntry', {
      ...{ incidentId: incident.id, entry: { text: words, occurred: atMinute('2024-10-20T18:04:00Z') } },
    });
    const { page } = await room.as(room.agency);
    const card = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: incident.title }) });
    await card.getByText('Premier paragraphe.').waitFor();

    expect(await shown(card)).toContain(words);
    await showIncident(page, incident);
    expect(await shown(page.getByRole('region', { name: 'Actions' }))).toContain(words);
    expect(await shown(page.getByRole('region', { name: 'Chronologie' }))).toContain(words);
  });

  test('is compared in paragraphs, on both sides of a conflict', async () => {
    const incident = await anIncident(room, { title: 'Panne disputée' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    const regions = page.getByRole('region', { name: 'Régions touchées' });
    await regions.getByRole('button', { name: /^Modifier/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Impact').fill(`${words} À nous.`);
    const [region] = incident.affectedRegions;

    await carryOut(room.operator, 'updateAffectedRegion', {
      ...{ affectedRegionId: region?.id, expectedVersion: region?.version, impact: `${words} À eux.` },
    });

    const conflict = dialog.getByRole('alert');
    await conflict.getByText('À eux.').waitFor();
    expect(await shown(conflict)).toContain(`${words} À eux.`);
    expect(await shown(conflict)).toContain(`${words} À nous.`);
  });
});

/** With the ends of lines that one sees, and no others. */
function shown(part: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: how it is laid out is what is asked.
  return part.innerText();
}

/** Where the first and the last letter of a link are. */
function leftOfEnds(link: unknown): number[] {
  const { firstChild: text, ownerDocument } = link as Drawn;
  return [0, text.length - 1].map((at) => {
    const letter = ownerDocument.createRange();
    letter.setStart(text, at);
    letter.setEnd(text, at + 1);
    return letter.getBoundingClientRect().left;
  });
}

interface Drawn {
  readonly firstChild: { readonly length: number };
  readonly ownerDocument: { createRange(): Letter };
}

interface Letter {
  setStart(text: object, at: number): void;
  setEnd(text: object, at: number): void;
  getBoundingClientRect(): { readonly left: number };
}
