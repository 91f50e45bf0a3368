import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { packageRoot } from '../../src/kernel/package-root';
import { startTestCellule, type TestCellule } from '../support/cellule';
import { openBrowser } from '../support/chromium';
import type { Party } from '../support/party';
import { openWindow, type Window } from './window';

/** A server, a browser and three parties: the operator, who coordinates, as does the agency, and another that contributes. */
export interface Room {
  readonly cellule: TestCellule;
  readonly browser: Browser;
  readonly operator: Party;
  readonly agency: Party;
  readonly other: Party;
  /** A window of this party; after each test it is closed, and must have nothing to complain of. */
  as(party: Party): Promise<Window>;
}

export interface Declared {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly version: number;
  readonly affectedRegions: readonly { readonly id: string; readonly version: number }[];
}

/** Made before the tests of a block, and put away after them. */
export function aRoom(env: Readonly<Record<string, string>> = { HEARTBEAT_SECONDS: '1' }): Room {
  const room = {} as { -readonly [Part in keyof Room]: Room[Part] };
  let windows: Window[] = [];
  beforeAll(async () => {
    const page = join(packageRoot, 'dist', 'dashboard', 'index.html');
    if (!existsSync(page))
      throw new Error(`Expected the dashboard at ${page}: run "node build.mjs", as "npm test" does`);
    room.cellule = await startTestCellule({ env });
    room.browser = await openBrowser();
    room.operator = await room.cellule.party('OPERATEUR');
    room.agency = await room.cellule.party('ARS-BRE');
    room.other = await room.cellule.party('DGS-CCS');
  });
  afterAll(async () => {
    await room.browser?.close();
    await room.cellule?.stop();
  });
  afterEach(async () => {
    const complaints = windows.flatMap((one) => one.complaints);
    for (const { context } of windows) await context.close();
    windows = [];
    expect(complaints).toEqual([]);
  });
  room.as = async (party) => {
    const window = await openWindow(room.browser, room.cellule.cellule.url, party);
    windows.push(window);
    return window;
  };
  return room;
}

export async function anIncident({ operator, agency, other }: Room, input: { title: string }): Promise<Declared> {
  const { declareIncident } = await operator.ask(
    `mutation ($input: DeclareIncidentInput!) {
      declareIncident(input: $input) { incident { id reference title version affectedRegions { id version } } }
    }`,
    {
      input: {
        ...{ nature: 'CYBERATTACK', severity: 'MAJOR', regions: [{ region: '53', impact: 'Commandes arrêtées.' }] },
        services: [{ name: 'Prise de commande', status: 'DOWN', regions: ['53'] }],
        parties: [
          { stakeholderId: agency.stakeholder, role: 'LEAD', access: 'COORDINATE' },
          { stakeholderId: other.stakeholder, role: 'FOLLOW_UP', access: 'CONTRIBUTE' },
        ],
        entry: { text: 'Premier signalement.', category: 'SITUATION' },
        ...input,
      },
    },
  );
  return declareIncident.incident as Declared;
}

/** Opens the form behind a button, and answers with it. */
export async function form(page: Page, button: string | RegExp): Promise<Locator> {
  await page.getByRole('button', { name: button }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  return dialog;
}

/** Sends the form, and waits until it has been taken. */
export async function send(dialog: Locator, button: string): Promise<void> {
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}
