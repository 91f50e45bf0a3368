import type { Browser, BrowserContext, Page, WebSocket } from 'playwright-core';
import { asParty, carryOut, declare, done, write } from '../support/builders';
import { startTestCellule, type TestCellule } from '../support/cellule';
import { aContext, describeInBrowser, openBrowser } from '../support/chromium';
import { heardIn } from '../support/complaints';
import type { Party } from '../support/party';
import { audience } from '../support/provider';
import { SignInProvider } from '../support/sign-in-provider';
import { aCuttableLink, type CuttableLink } from './cuttable-link';
import { enter, violations } from './window';

const people = new Map(
  [
    ...['awa', 'deux-casquettes', 'partante', 'sortante', 'refusée', 'patiente'],
    ...['copiée', 'copiste', 'coupée', 'rechargée', 'révoquée', 'rejouée'],
  ].map((login) => [login, { name: `Prénom ${login}`, email: `${login.replace('é', 'e')}@sante.example` }]),
);
/** What Chromium says of every refusal. */
const unauthorized = 'console: Failed to load resource: the server responded with a status of 401 (Unauthorized)';
const button = 'Se connecter avec Le portail';

let provider: SignInProvider;
let cellule: TestCellule;
let bretagne: Party;
let dgs: Party;
let link: CuttableLink;
beforeAll(async () => {
  provider = await new SignInProvider(people, 6).start();
  const signIn = { clientId: 'dashboard', name: 'Le portail', scope: 'openid', resource: audience };
  const issuer = { issuer: provider.issuer, audience, leewaySeconds: 0, trustsEmail: 'ALWAYS', signIn };
  cellule = await startTestCellule({ env: { OIDC_ISSUERS: JSON.stringify([issuer]), HEARTBEAT_SECONDS: '1' } });
  link = await aCuttableLink(cellule.cellule.url);
  await provider.register(`${cellule.cellule.url}/`, `${link.url}/`);
  [bretagne, dgs] = [await cellule.party('ARS-BRE'), await cellule.party('DGS-CCS')];
});
afterAll(async () => {
  await link?.cut();
  await cellule?.stop();
  await provider?.stop();
});

test('the page may reach the issuer beside its own server, and says which it is', async () => {
  const response = await fetch(`${cellule.cellule.url}/`);
  const told = await fetch(`${cellule.cellule.url}/sign-in.json`);

  expect(response.headers.get('content-security-policy')).toContain(`connect-src 'self' ${provider.issuer};`);
  expect(await told.json()).toEqual({
    issuers: [
      {
        ...{ issuer: provider.issuer, clientId: 'dashboard', name: 'Le portail' },
        ...{ scope: 'openid', resource: audience, parameters: {} },
      },
    ],
  });
});

describeInBrowser('signing in to the dashboard in Chromium', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    context = await aContext(browser);
    complaints = await heardIn(context, cellule.cellule.url, link.url, provider.issuer);
    page = await context.newPage();
  });
  afterEach(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });

  test('who signs in at the issuer comes back to where they were, and no code stays in the address', async () => {
    await prepared('awa', bretagne);
    const { reference } = await declare(bretagne, { title: 'Panne attendue' });
    await page.goto(`${cellule.cellule.url}/#/incidents/${reference}`);
    await page.getByRole('button', { name: button }).waitFor();
    expect(await violations(page)).toEqual([]);

    await signInAs('awa');

    await page.getByRole('heading', { level: 1, name: 'Panne attendue' }).waitFor();
    expect(page.url()).toBe(`${cellule.cellule.url}/#/incidents/${reference}`);
    expect(provider.asked.at(-1)).toEqual({ grant: 'authorization_code', resource: audience });
  });

  test('who may act for several says for whom, and may change that', async () => {
    const personId = await prepared('deux-casquettes', bretagne);
    const rights = { personId, stakeholderId: dgs.stakeholder, rights: ['CONTRIBUTE'] };
    await done(cellule.admin, 'grantRights', rights);
    await page.goto(cellule.cellule.url);
    await signInAs('deux-casquettes');
    await page.getByRole('heading', { name: 'Pour qui agissez-vous ?' }).waitFor();
    expect(await violations(page)).toEqual([]);

    await page.getByRole('button', { name: await nameOf(dgs) }).click();

    await page
      .getByRole('banner')
      .getByText(await nameOf(dgs))
      .waitFor();
    await page.reload();
    await page
      .getByRole('banner')
      .getByText(await nameOf(dgs))
      .waitFor();
    await page.getByRole('button', { name: 'Agir pour un autre' }).click();
    await page.getByRole('button', { name: await nameOf(bretagne) }).click();
    await page
      .getByRole('banner')
      .getByText(await nameOf(bretagne))
      .waitFor();
    expect(complaints.splice(0)).toEqual([unauthorized, unauthorized]);
  });

  test('a token is renewed without losing place: what is typed stays, and the journal goes on from its position', async () => {
    await prepared('partante', bretagne);
    const { id, reference } = await declare(bretagne, { title: 'Panne longue', parties: [asParty(dgs)] });
    const resumed = resumptions(page);
    await page.goto(`${cellule.cellule.url}/#/incidents/${reference}`);
    await signInAs('partante');
    await page.getByText(/^✓ Chaîne vérifiée/).waitFor();
    const { length } = provider.asked;
    const box = page.getByRole('textbox', { name: 'Écrire une entrée' });
    await box.fill('À moitié');
    await box.evaluate((element) => element.setAttribute('data-same', 'yes'));

    await resumed();
    await write(dgs, id, 'Après le renouvellement.');

    await page.locator('article').getByText('Après le renouvellement.').waitFor();
    expect(provider.asked.slice(length)).toContainEqual({ grant: 'refresh_token', resource: audience });
    expect(await box.inputValue()).toBe('À moitié');
    expect(await box.getAttribute('data-same')).toBe('yes');
  });

  test('a token is renewed also where the server has no such page any more by then', async () => {
    await prepared('rechargée', bretagne);
    await page.goto(cellule.cellule.url);
    await signInAs('rechargée');
    await page.getByRole('heading', { level: 1, name: 'Incidents' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Incidents' }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.route('**/assets/issuer-*.js', (route) => route.abort('failed'));
    const { length } = provider.asked;

    await resumptions(page)();

    expect(provider.asked.slice(length)).toContainEqual({ grant: 'refresh_token', resource: audience });
    await page.getByText(/^à jour, /).waitFor();
  });

  test('signing out ends every stream, here and at the issuer', async () => {
    await prepared('sortante', bretagne);
    const sockets: WebSocket[] = [];
    page.on('websocket', (socket) => sockets.push(socket));
    await page.goto(cellule.cellule.url);
    await signInAs('sortante');
    await page.getByText(/^à jour, /).waitFor();
    const ended = Promise.all(sockets.filter((one) => !one.isClosed()).map((one) => one.waitForEvent('close')));

    await page.getByRole('button', { name: 'Se déconnecter' }).click();

    await ended;
    await page.getByRole('button', { name: 'Quitter' }).click();
    await page.getByRole('button', { name: button }).waitFor();
    expect(await page.evaluate<number>('sessionStorage.length')).toBe(0);
    await page.getByRole('button', { name: button }).click();
    await page.getByLabel('Identifiant').waitFor();
  });

  test('who signs out while the connection is cut is signed out here, and told what could not be ended', async () => {
    await prepared('coupée', bretagne);
    const sockets: WebSocket[] = [];
    await page.clock.install();
    await page.goto(link.url);
    await signInAs('coupée', link.url);
    await page.getByText(/^à jour, /).waitFor();
    await link.cut();
    await page
      .getByText(/^reconnexion/)
      .first()
      .waitFor();

    await page.getByRole('button', { name: 'Se déconnecter' }).click();

    await page.getByRole('status').getByText('Vous êtes déconnecté.').waitFor();
    await page.getByText('Votre session chez le fournisseur d’identité n’a pas pu être fermée').waitFor();
    await page.getByText('Le serveur ne répond pas.').waitFor();
    expect(await page.getByText('n’a pas abouti').count()).toBe(0);
    expect(await page.evaluate<number>('sessionStorage.length')).toBe(0);
    expect(await violations(page)).toEqual([]);
    await link.mend();
    page.on('websocket', (socket) => sockets.push(socket));
    await page.clock.runFor(60_000);
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await page.getByRole('button', { name: button }).waitFor();
    expect(sockets).toEqual([]);
    expect(complaints.splice(0).filter((one) => !/ERR_CONNECTION|ERR_EMPTY|ERR_SOCKET/.test(one))).toEqual([]);
  });

  test('a duplicated tab and its original renew their tokens together, and either goes on without the other', async () => {
    await prepared('copiée', bretagne);
    const { id, reference } = await declare(bretagne, { title: 'Panne en double', parties: [asParty(dgs)] });
    await page.goto(`${cellule.cellule.url}/#/incidents/${reference}`);
    await signInAs('copiée');
    await page.getByText(/^✓ Chaîne vérifiée/).waitFor();

    const copy = await duplicated(page);
    const resumed = [page, copy].map((one) => resumptions(one, 2));
    await Promise.all(resumed.map((both) => both()));
    await copy.getByRole('textbox', { name: 'Écrire une entrée' }).fill('Écrit dans la copie.');
    const alone = resumptions(copy, 2);
    await page.close();
    await alone();
    await write(dgs, id, 'Après la fermeture de l’autre.');

    await copy.locator('article').getByText('Après la fermeture de l’autre.').waitFor();
    await copy.getByRole('button', { name: 'Inscrire' }).click();
    await copy.locator('article').getByText('Écrit dans la copie.').waitFor();
  });

  test('signing out ends the sign-in in the tabs that were copied too, which say so and keep what was typed', async () => {
    await prepared('copiste', bretagne);
    const { reference } = await declare(bretagne, { title: 'Panne recopiée' });
    await page.goto(`${cellule.cellule.url}/#/incidents/${reference}`);
    await signInAs('copiste');
    await page.getByText(/^✓ Chaîne vérifiée/).waitFor();
    const copy = await duplicated(page);
    await copy.getByRole('textbox', { name: 'Écrire une entrée' }).fill('À moitié dans la copie.');

    await page.getByRole('button', { name: 'Se déconnecter' }).click();

    await copy.getByRole('status').getByText('Vous vous êtes déconnecté dans un autre onglet').waitFor();
    await copy.getByRole('status').getByText('est gardé sur cet appareil').waitFor();
    expect(await copy.evaluate<number>('sessionStorage.length')).toBe(0);
    expect(await violations(copy)).toEqual([]);
  });

  test('a link that brings an access code signs nobody in who does not say so', async () => {
    await page.goto(cellule.cellule.url);
    await page.getByRole('button', { name: button }).waitFor();

    await page.goto(`${cellule.cellule.url}/#token=${bretagne.token}`);

    await page.getByRole('status').getByText('Ce lien porte un code d’accès').waitFor();
    expect(page.url()).toBe(`${cellule.cellule.url}/#/`);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Entrer' }).click();
    await page
      .getByRole('banner')
      .getByText(await nameOf(bretagne))
      .waitFor();
  });

  test('nor does it sign out who is signed in: who goes on without it is who they were', async () => {
    await enter(page, cellule.cellule.url, { token: bretagne.token });
    await page.getByRole('button', { name: 'Se déconnecter' }).waitFor();

    await page.goto(`${cellule.cellule.url}/#token=${dgs.token}`);
    await page.getByRole('status').getByText('Ce lien porte un code d’accès').waitFor();
    await page.reload();

    await page
      .getByRole('banner')
      .getByText(await nameOf(bretagne))
      .waitFor();
  });

  test('an answer of an issuer that nobody asked for signs nobody in', async () => {
    await page.goto(`${cellule.cellule.url}/?code=trouvé&state=ailleurs&iss=${encodeURIComponent(provider.issuer)}`);

    await page.getByRole('alert').getByText('La connexion n’a pas abouti.').waitFor();
    expect(page.url()).toBe(`${cellule.cellule.url}/#/`);
  });

  test('nor does such an answer sign out who is signed in', async () => {
    await enter(page, cellule.cellule.url, { token: bretagne.token });
    await page.getByRole('button', { name: 'Se déconnecter' }).waitFor();

    await page.goto(`${cellule.cellule.url}/?code=trouvé&state=ailleurs`);

    await page.getByRole('heading', { level: 1, name: 'Incidents' }).waitFor();
    expect(page.url()).toBe(`${cellule.cellule.url}/#/`);
  });

  test('an answer with another state than the one that was sent along signs nobody in, nor asks for a token', async () => {
    const { length } = provider.asked;
    await page.goto(cellule.cellule.url);
    await page.getByRole('button', { name: button }).click();
    await page.getByLabel('Identifiant').waitFor();

    await page.goto(`${cellule.cellule.url}/?code=trouvé&state=ailleurs&iss=${encodeURIComponent(provider.issuer)}`);

    await page.getByRole('alert').getByText('La connexion n’a pas abouti.').waitFor();
    expect(provider.asked).toHaveLength(length);
  });

  test('an answer that was made for another sign-in signs nobody in', async () => {
    await prepared('rejouée', bretagne);
    await page.route(`${provider.issuer}/token`, async (route) => {
      const response = await route.fetch();
      const told = await response.json();
      await route.fulfill({ response, json: { ...told, id_token: ofAnother(told.id_token) } });
    });
    await page.goto(cellule.cellule.url);

    await signInAs('rejouée');

    await page.getByRole('alert').getByText('La connexion n’a pas abouti.').waitFor();
    expect(await page.evaluate<number>('sessionStorage.length')).toBe(0);
  });

  test('signing out makes the refresh token worthless', async () => {
    await prepared('révoquée', bretagne);
    await page.goto(cellule.cellule.url);
    await signInAs('révoquée');
    await page.getByRole('heading', { level: 1, name: 'Incidents' }).waitFor();
    const kept = await page.evaluate<string>("sessionStorage.getItem('cellule:dashboard')");
    const revoked = page.waitForRequest(/\/revocation$/);

    await page.getByRole('button', { name: 'Se déconnecter' }).click();

    const { issued } = JSON.parse(kept);
    expect(new URLSearchParams((await revoked).postData() ?? '').get('token')).toBe(issued.refreshToken);
  });

  test('whom the issuer gives no other token is asked to sign in again, and finds the place again', async () => {
    await prepared('refusée', bretagne);
    const title = 'Panne sans fournisseur';
    const { reference } = await declare(bretagne, { title });
    await page.goto(`${cellule.cellule.url}/#/incidents/${reference}`);
    await signInAs('refusée');
    await page.getByRole('heading', { level: 1, name: title }).waitFor();

    provider.trouble = 'refuses';
    await page.getByRole('alert').getByText('Cet accès n’est pas accepté').waitFor();
    provider.trouble = undefined;
    await signInAs('refusée');

    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(complaints.splice(0).filter((one) => !one.includes('responded with a status of 40'))).toEqual([]);
  });

  test('while the issuer is down nothing is lost: the page says that it is cut off, and goes on afterwards', async () => {
    await prepared('patiente', bretagne);
    const { id, reference } = await declare(bretagne, { title: 'Panne double', parties: [asParty(dgs)] });
    await page.goto(`${cellule.cellule.url}/#/incidents/${reference}`);
    await signInAs('patiente');
    await page.getByText(/^✓ Chaîne vérifiée/).waitFor();
    await page.getByRole('textbox', { name: 'Écrire une entrée' }).fill('À moitié');

    provider.trouble = 'is down';
    await page
      .getByText(/^reconnexion/)
      .first()
      .waitFor();
    await write(dgs, id, 'Écrit pendant la coupure.');
    provider.trouble = undefined;

    await page.locator('article').getByText('Écrit pendant la coupure.').waitFor();
    expect(await page.getByRole('textbox', { name: 'Écrire une entrée' }).inputValue()).toBe('À moitié');
    expect(complaints.splice(0).filter((one) => !one.includes('responded with a status of 503'))).toEqual([]);
  });

  test('whose access ends is asked for another one, and finds the place again', async () => {
    const title = 'Panne de relève';
    const { reference } = await declare(bretagne, { title });
    const ofNight = { personId: bretagne.person, stakeholderId: bretagne.stakeholder, label: 'La nuit', hours: 12 };
    const { token, credential } = await carryOut(cellule.admin, 'createAccessCode', ofNight);
    await page.clock.install();
    await enter(page, cellule.cellule.url, { token, reference });
    await page.getByRole('heading', { level: 1, name: title }).waitFor();

    await carryOut(cellule.admin, 'revokeCredential', { credentialId: credential.id });
    await page.getByRole('alert').getByText('Cet accès n’est pas accepté').waitFor();
    // Whatever was about to be tried again comes to nothing, and says nothing.
    await page.clock.runFor(60_000);
    expect(complaints.splice(0).filter((one) => one !== unauthorized)).toEqual([]);
    await page.getByLabel('Code d’accès personnel ou jeton').fill(bretagne.token);
    await page.getByRole('button', { name: 'Entrer' }).click();

    await page.getByRole('heading', { level: 1, name: title }).waitFor();
  });

  async function signInAs(login: string, url = cellule.cellule.url): Promise<void> {
    await page.getByRole('button', { name: button }).click();
    await page.getByLabel('Identifiant').fill(login);
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.waitForURL(`${url}/**`);
  }

  /** As by the menu of the browser: with a copy of what the tab keeps. */
  async function duplicated(original: Page): Promise<Page> {
    const opened = context.waitForEvent('page');
    await original.evaluate('void window.open(location.href)');
    const copy = await opened;
    await copy.getByText(/^✓ Chaîne vérifiée/).waitFor();
    return copy;
  }
});

/** Resolves once a journal was gone on with so often on another socket, from a line that it had shown. */
function resumptions(page: Page, often = 1): () => Promise<void> {
  const waiting: (() => void)[] = [];
  let resumed = 0;
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      const { type, payload: asked } = JSON.parse(String(payload));
      if (type !== 'subscribe' || !(asked.variables?.after?.[0]?.number > 0)) return;
      resumed += 1;
      if (resumed < often) return;
      for (const resolve of waiting.splice(0)) resolve();
    }),
  );
  return () => (resumed >= often ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve)));
}

/** An ID token that names another nonce: the page cannot tell who signed it, and has it from the issuer itself. */
function ofAnother(idToken: string): string {
  const [header, claims = '', signature] = idToken.split('.');
  const told = { ...JSON.parse(Buffer.from(claims, 'base64url').toString()), nonce: 'another' };
  return [header, Buffer.from(JSON.stringify(told)).toString('base64url'), signature].join('.');
}

async function prepared(login: string, { stakeholder }: Party): Promise<string> {
  const email = people.get(login)?.email;
  const input = { name: login, email, stakeholderId: stakeholder, rights: ['COORDINATE'] };
  return (await done(cellule.admin, 'registerPerson', input)).id;
}

async function nameOf({ stakeholder }: Party): Promise<string> {
  const found = await cellule.admin.ask('query ($id: ID!) { stakeholder(id: $id) { name } }', { id: stakeholder });
  return found.stakeholder.name;
}
