import { carryOut, done, write } from '../support/builders';
import { describeInBrowser } from '../support/chromium';
import { aCuttableLink, type CuttableLink } from './cuttable-link';
import { anIncident, aRoom, type Declared } from './room';
import { socketsOf } from './sockets';
import { showIncident } from './window';

const noteWhenCounted = `
  globalThis.counted = [];
  let last;
  new MutationObserver(() => {
    const told = [...document.querySelectorAll('[role=status]')].map((status) => status.textContent);
    const said = told.find((words) => words.includes(' reçue'));
    if (said && said !== last) counted.push(performance.now());
    last = said;
  }).observe(document.body, { childList: true, characterData: true, subtree: true })`;

describeInBrowser('the link to the server', () => {
  const room = aRoom();
  let link: CuttableLink;
  let other: string;

  beforeAll(async () => {
    other = (await room.other.ask('{ viewer { stakeholder { name } } }')).viewer.stakeholder.name;
    link = await aCuttableLink(room.cellule.cellule.url);
  });
  afterEach(() => link?.mend());
  afterAll(() => link?.cut());

  test('when it is cut the page says so, and afterwards goes on from its position: nothing missed, nothing twice', async () => {
    const incident = await anIncident(room, { title: 'Panne et coupure' });
    const { page, complaints } = await room.as(room.agency, link.url);
    await showIncident(page, incident);
    const before = await page.locator('article').count();
    await page.getByText(new RegExp(`^à jour, n° ${before}, `)).waitFor();

    await link.cut();

    await page.getByText(/^reconnexion… \(dernier état : \d\d:\d\d:\d\d\)$/).waitFor();
    for (const text of ['Un.', 'Deux.', 'Trois.']) await write(room.other, incident.id, text);
    expect(await page.locator('article').count()).toBe(before);
    expect(await page.getByText(/^à jour/).count()).toBe(0);
    await link.mend();
    await page.getByRole('status').getByText('3 entrées reçues').waitFor();
    await page.getByText(new RegExp(`^à jour, n° ${before + 3}, `)).waitFor();
    await page.locator('article').getByText('Trois.').waitFor();
    const numbers = await page
      .locator('article')
      .evaluateAll((lines) => lines.map((line) => line.querySelector('span')?.textContent));
    expect(numbers).toEqual(Array.from({ length: before + 3 }, (_, index) => `n° ${index + 1}`));
    // What a browser itself says of a server that is out of reach.
    const unexpected = complaints
      .splice(0)
      .filter((one) => !/ERR_(CONNECTION|SOCKET|EMPTY)|WebSocket connection/.test(one));
    expect(unexpected).toEqual([]);
  });

  test('a browser without a network says so at once, and it is up to date again when the server has answered', async () => {
    const incident = await anIncident(room, { title: 'Panne et mode avion' });
    const { page, context, complaints } = await room.as(room.agency);
    const sockets = await socketsOf(page);
    await page.reload();
    await showIncident(page, incident);
    const current = page.getByText(/^à jour, n° \d+, /);
    await current.waitFor();
    sockets.freeze();

    await context.setOffline(true);

    const atOnce = { timeout: 3_000 };
    await page.getByText(/^reconnexion… \(dernier état : \d\d:\d\d:\d\d\)$/).waitFor(atOnce);
    await context.setOffline(false);
    expect(await current.count()).toBe(0);
    await current.waitFor();
    complaints.splice(0);
  });

  test('a request that finds no network puts the link in doubt, until the server has answered', async () => {
    const incident = await anIncident(room, { title: 'Panne et doute' });
    const { page, complaints } = await room.as(room.agency);
    const sockets = await socketsOf(page);
    await page.reload();
    await showIncident(page, incident);
    const current = page.getByText(/^à jour, n° \d+, /);
    await current.waitFor();
    await page.route('**/graphql', (route) => route.abort('internetdisconnected'));
    await page.getByRole('textbox', { name: 'Écrire une entrée' }).fill('Part dans le vide.');
    sockets.freeze();

    await page.getByRole('button', { name: 'Inscrire' }).click();

    await page.getByText(/^reconnexion… /).waitFor({ timeout: 3_000 });
    await page.getByRole('alert').getByText('Le serveur ne répond pas').waitFor();
    await current.waitFor();
    complaints.splice(0);
  });

  test('what is sent while it is cut stays, and is written when it is sent again', async () => {
    const incident = await anIncident(room, { title: 'Panne et envoi' });
    const { page, complaints } = await room.as(room.agency, link.url);
    await showIncident(page, incident);
    const box = page.getByRole('textbox', { name: 'Écrire une entrée' });
    await box.fill('Écrit sans réseau.');
    await link.cut();
    await page.getByText(/^reconnexion…/).waitFor();

    await page.getByRole('button', { name: 'Inscrire' }).click();

    const alert = page.getByRole('alert');
    await alert.getByText('Le serveur ne répond pas').waitFor();
    expect(await alert.textContent()).not.toContain('OFFLINE');
    expect(await box.inputValue()).toBe('Écrit sans réseau.');
    await link.mend();
    await page.getByRole('button', { name: 'Inscrire' }).click();
    await page.getByText(/^Inscrit sous le n° \d+\.$/).waitFor();
    await page.locator('article').getByText('Écrit sans réseau.').waitFor();
    expect(await page.locator('article').getByText('Écrit sans réseau.').count()).toBe(1);
    complaints.splice(0);
  });

  test('what was written but never answered is written once when it is sent again', async () => {
    const incident = await anIncident(room, { title: 'Panne sans réponse' });
    const { page, complaints } = await room.as(room.agency);
    await showIncident(page, incident);
    let sent = 0;
    await page.route('**/graphql', async (route) => {
      const isFirst = (route.request().postData() ?? '').includes('WriteEntry') && ++sent === 1;
      if (!isFirst) return route.continue();
      await route.fetch();
      return route.abort('connectionreset');
    });
    await page.getByRole('textbox', { name: 'Écrire une entrée' }).fill('Écrit une fois.');

    await page.getByRole('button', { name: 'Inscrire' }).click();
    await page.getByRole('alert').getByText('Le serveur ne répond pas').waitFor();
    await page.getByRole('button', { name: 'Inscrire' }).click();

    await page.getByText(/^Inscrit sous le n° \d+\.$/).waitFor();
    await write(room.other, incident.id, 'Écrit ensuite.');
    await page.locator('article').getByText('Écrit ensuite.').waitFor();
    expect({ sent, written: await page.locator('article').getByText('Écrit une fois.').count() }).toEqual({
      ...{ sent: 2, written: 1 },
    });
    complaints.splice(0);
  });

  test('entries that come one after another are counted together, and no longer when none comes', async () => {
    const incident = await anIncident(room, { title: 'Panne bavarde' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);

    await write(room.other, incident.id, 'Un.');
    await page.getByRole('status').getByText('1 entrée reçue').waitFor();
    for (let line = 2; line <= 9; line++) await write(room.other, incident.id, `Ligne ${line}.`);

    await page.getByRole('status').getByText('9 entrées reçues').waitFor();
    await page.getByText('9 entrées reçues').waitFor({ state: 'detached' });
    await write(room.other, incident.id, 'Dix.');
    await page.getByRole('status').getByText('1 entrée reçue').waitFor();
  });

  test('how many entries came is said no more often than it can be listened to', async () => {
    const incident = await anIncident(room, { title: 'Panne lue à voix haute' });
    const { page } = await room.as(room.agency);
    await showIncident(page, incident);
    await page.evaluate(noteWhenCounted);

    await write(room.other, incident.id, 'Un.');
    await page.getByRole('status').getByText('1 entrée reçue').waitFor();
    for (let line = 2; line <= 6; line++) await write(room.other, incident.id, `Ligne ${line}.`);
    await page.getByRole('status').getByText('6 entrées reçues').waitFor();

    const counted = (await page.evaluate('counted')) as number[];
    const pauses = counted.slice(1).map((at, index) => at - (counted[index] as number));
    expect(Math.min(...pauses)).toBeGreaterThan(2_000);
  });

  test('the overview counts what was missed of all incidents', async () => {
    const one = await anIncident(room, { title: 'Panne comptée' });
    const other = await anIncident(room, { title: 'Panne comptée aussi' });
    const { page, complaints } = await room.as(room.agency, link.url);
    await page.getByText(/^à jour, /).waitFor();
    await link.cut();
    await page.getByText(/^reconnexion…/).waitFor();
    for (const text of ['Un.', 'Deux.']) await write(room.other, one.id, text);
    for (const text of ['Trois.', 'Quatre.', 'Cinq.']) await write(room.other, other.id, text);

    await link.mend();

    await page.getByRole('status').getByText('5 entrées reçues').waitFor();
    await page.getByText(/^à jour, /).waitFor();
    complaints.splice(0);
  });

  test('what is no longer open is sealed, also where it could not be asked for at once', async () => {
    const incident = await anIncident(room, { title: 'Panne restreinte' });
    const entry = await done(room.agency, 'writeEntry', {
      incidentId: incident.id,
      entry: { text: 'Bientôt secret.' },
    });
    const { page, complaints } = await room.as(room.other);
    await showIncident(page, incident);
    const line = page.locator('article').getByText('Bientôt secret.');
    await line.waitFor();
    let asked = 0;
    await page.route('**/graphql', (route) => {
      const isFirst = (route.request().postData() ?? '').includes('LinesAgain') && ++asked === 1;
      return isFirst ? route.abort('connectionreset') : route.continue();
    });

    const marking = { tlp: 'TLP_AMBER_STRICT', audience: 'LISTED', stakeholders: [room.operator.stakeholder] };
    await carryOut(room.agency, 'changeMarking', { thingId: entry.id, expectedVersion: 1, marking });

    await line.waitFor({ state: 'detached' });
    expect(asked).toBe(2);
    complaints.splice(0);
  });

  test('who is released is told so, and sees nothing more; the others read who it was', async () => {
    const incident = await anIncident(room, { title: 'Panne quittée' });
    const [{ page }, others] = [await room.as(room.other), await room.as(room.agency)];
    for (const one of [page, others.page]) await showIncident(one, incident);

    await release(incident);

    await page.getByRole('status').getByText('Vos droits sur cet incident vous ont été retirés.').waitFor();
    await page.getByRole('banner').getByText('droits retirés', { exact: true }).waitFor();
    const parties = others.page.getByRole('region', { name: 'Parties', exact: true });
    await parties.getByText(other, { exact: true }).waitFor({ state: 'detached' });
    await others.page.locator('article').getByText(`Partie : ${other} → –`).waitFor();
    await others.page.reload();
    await others.page.locator('article').getByText(`Partie : ${other} → –`).waitFor();
    expect(await page.locator('article').count()).toBe(0);
    expect(await page.getByText('Commandes arrêtées.').count()).toBe(0);
  });

  test('who is involved again sees the incident again on the page that is open, and goes on', async () => {
    const incident = await anIncident(room, { title: 'Panne retrouvée' });
    const { page } = await room.as(room.other);
    await showIncident(page, incident);
    await release(incident);
    await page.getByText('Vos droits sur cet incident vous ont été retirés.').waitFor();

    await involveAgain(incident);

    await page.getByRole('heading', { level: 1, name: incident.title }).waitFor();
    await page.getByText(/^✓ Chaîne vérifiée/).waitFor();
    await write(room.agency, incident.id, 'Écrit après le retour.');
    await page.locator('article').getByText('Écrit après le retour.').waitFor();
    await page.getByRole('textbox', { name: 'Écrire une entrée' }).waitFor();
  });

  test('so does who was released for a moment only', async () => {
    const incident = await anIncident(room, { title: 'Panne d’un instant' });
    const { page } = await room.as(room.other);
    await showIncident(page, incident);

    await release(incident);
    await involveAgain(incident);

    await write(room.agency, incident.id, 'Écrit après l’instant.');
    await page.locator('article').getByText('Écrit après l’instant.').waitFor();
    await page.getByText(/^à jour, n° \d+, /).waitFor();
  });

  test('an incident that is left before its link has opened leaves nothing behind', async () => {
    const incident = await anIncident(room, { title: 'Panne vite quittée' });
    const { page } = await room.as(room.agency, link.url);
    const card = page.getByRole('link', { name: incident.title });
    await card.waitFor();
    link.holdSockets();
    const opening = page.waitForEvent('websocket');
    await card.click();
    const ended = (await opening).waitForEvent('close');
    await page.goBack();
    await card.waitFor();

    await link.mend();

    await ended;
    await card.click();
    await page.getByText(/^✓ Chaîne vérifiée/).waitFor();
  });

  test('the situation sheet comes back as well', async () => {
    const incident = await anIncident(room, { title: 'Panne de la fiche' });
    const { page } = await room.as(room.other);
    await page.goto(`${page.url().split('#')[0]}#/incidents/${incident.reference}/sheet`);
    const sheet = page.getByRole('article').getByRole('heading', { level: 1, name: incident.title });
    await sheet.waitFor();
    await release(incident);
    await page.getByText('Vos droits sur cet incident vous ont été retirés.').waitFor();

    await involveAgain(incident);

    await sheet.waitFor();
  });

  async function release({ id: incidentId }: Declared): Promise<void> {
    const { incident } = await room.agency.ask(
      'query ($id: ID!) { incident(id: $id) { involvements { id version stakeholder { id } } } }',
      { id: incidentId },
    );
    const { id, version } = incident.involvements.find(
      (one: { stakeholder: { id: string } }) => one.stakeholder.id === room.other.stakeholder,
    );
    await carryOut(room.agency, 'releaseStakeholder', { involvementId: id, expectedVersion: version });
  }

  function involveAgain({ id: incidentId }: Declared): Promise<unknown> {
    const { stakeholder: stakeholderId } = room.other;
    const party = { stakeholderId, role: 'FOLLOW_UP', access: 'CONTRIBUTE' };
    return carryOut(room.agency, 'involveStakeholder', { incidentId, party });
  }
});
