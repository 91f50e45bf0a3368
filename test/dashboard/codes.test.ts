import type { Page } from 'playwright-core';
import { aContext, describeInBrowser } from '../support/chromium';
import { aRoom } from './room';
import { violations } from './window';

describeInBrowser('who enters with a code', () => {
  const room = aRoom();

  test('is told that it is none where it holds what no code has, and may mend it', async () => {
    const page = await atTheDoor();

    await enter(page, 'cel_per_l’astreinte');
    await page.getByRole('alert').getByText('Cet accès n’est pas accepté').waitFor();
    await enter(page, `\u200b${room.agency.token.slice(0, 20)}\n${room.agency.token.slice(20)}\u202f`);

    await page.getByRole('button', { name: 'Se déconnecter' }).waitFor();
    await page.context().close();
  });

  test('and finds no server may ask again, or leave', async () => {
    const page = await atTheDoor();
    await page.route('**/graphql', (route) => route.abort('connectionrefused'));

    await enter(page, room.agency.token);
    await page.getByRole('alert').getByText('Le serveur ne répond pas.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await enter(page, room.agency.token);
    await page.getByRole('alert').getByText('Le serveur ne répond pas.').waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Réessayer' }).click();

    await page.getByRole('heading', { level: 1, name: 'Incidents' }).waitFor();
    await page.context().close();
  });

  test('where too many are asking is told so', async () => {
    const page = await atTheDoor();
    await page.route('**/graphql', (route) =>
      route.fulfill({ status: 429, json: { errors: [{ message: 'Wait.', extensions: { code: 'RATE_LIMITED' } }] } }),
    );

    await enter(page, room.agency.token);

    await page.getByRole('alert').getByText('Trop de demandes à la fois').waitFor();
    await page.context().close();
  });

  async function atTheDoor(): Promise<Page> {
    const page = await (await aContext(room.browser)).newPage();
    await page.goto(room.cellule.cellule.url);
    return page;
  }

  async function enter(page: Page, code: string): Promise<void> {
    await page.getByLabel('Code d’accès personnel ou jeton').fill(code);
    await page.getByRole('button', { name: 'Entrer' }).click();
  }
});
