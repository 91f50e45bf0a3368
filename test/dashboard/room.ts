import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { packageRoot } from '../../src/kernel/package-root';
import { startTestCellule, type TestCellule, type TestOptions } from '../support/cellule';
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
  /** A window of this party, on the way to the server that is given. */
  as(party: Party, url?: string): Promise<Window>;
}

export interface Declared {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly version: number;
  readonly affectedRegions: readonly { readonly id: string; readonly version: number }[];
}

interface Windows {
  readonly browser: () => Browser;
  /** A window of this party; after each test it is closed, and must have nothing to complain of. */
  readonly open: (url: string, party: Party) => Promise<Window>;
}

/** A browser for the tests of a block. */
export function windows(): Windows {
  let browser: Browser | undefined;
  let opened: Window[] = [];
  beforeAll(async () => {
    const page = join(packageRoot, 'dist', 'dashboard', 'index.html');
    if (!existsSync(page))
      throw new Error(`Expected the dashboard at ${page}: run "node build.mjs", as "npm test" does`);
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    const complaints = opened.flatMap((one) => one.complaints);
    for (const { context } of opened) await context.close();
    opened = [];
    expect(complaints).toEqual([]);
  });
  return {
    browser: () => browser as Browser,
    open: async (url, party) => {
      const window = await openWindow(browser as Browser, url, party);
      opened.push(window);
      return window;
    },
  };
}

/** Made before the tests of a block, and put away after them. */
export function aRoom({ env = { HEARTBEAT_SECONDS: '1' }, clock }: Pick<TestOptions, 'env' | 'clock'> = {}): Room {
  const room = {} as { -readonly [Part in keyof Room]: Room[Part] };
  const { browser, open } = windows();
  beforeAll(async () => {
    room.browser = browser();
    room.cellule = await startTestCellule({ env, ...(clock && { clock }) });
    room.operator = await room.cellule.party('OPERATEUR');
    room.agency = await room.cellule.party('ARS-BRE');
    room.other = await room.cellule.party('DGS-CCS');
  });
  afterAll(() => room.cellule?.stop());
  room.as = (party, url = room.cellule.cellule.url) => open(url, party);
  return room;
}

export async function anIncident(
  { operator, agency, other }: Room,
  input: { title: string; summary?: string; exercise?: boolean; marking?: object; operatorId?: string },
): Promise<Declared> {
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

/** Holds something until the test lets it go on. */
export function gate() {
  let open = () => {};
  const reached = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { reached, open: () => open() };
}
