import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getOperationAST, type OperationTypeNode, parse } from 'graphql';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { packageRoot } from '../../src/kernel/package-root';
import { startTestCellule, type TestCellule } from '../support/cellule';
import { aContext, describeInBrowser, openBrowser } from '../support/chromium';
import { heardIn } from '../support/complaints';
import type { Party } from '../support/party';

const operationsDir = join(packageRoot, 'schema', 'operations');
const partyName = 'ARS Île-de-France & Cie';

let cellule: TestCellule;

beforeAll(async () => {
  const page = join(packageRoot, 'dist', 'graphiql', 'index.html');
  if (!existsSync(page)) throw new Error(`Expected GraphiQL at ${page}: run "node build.mjs", as "npm test" does`);
  cellule = await startTestCellule();
});
afterAll(() => cellule?.stop());

test('the page may load nothing from elsewhere, and run only scripts that are files of the server', async () => {
  const response = await fetch(`${cellule.cellule.url}/graphiql/`);

  expect(response.status).toBe(200);
  const policy = response.headers.get('content-security-policy')?.split('; ') ?? [];
  expect(policy).toEqual(
    expect.arrayContaining(["default-src 'none'", "script-src 'self'", "connect-src 'self'", "worker-src 'self'"]),
  );
  expect(policy.join()).not.toMatch(/unsafe-eval|\*|https?:|blob:/);
});

describeInBrowser('GraphiQL in Chromium', () => {
  let browser: Browser;
  let context: BrowserContext;
  let complaints: string[];
  let incident: Incident;
  let author: Party;
  let reader: Party;

  beforeAll(async () => {
    browser = await openBrowser();
    author = await cellule.party('ARS-BRE');
    reader = await cellule.party('DGS-CCS');
    incident = await declareIncident(author, reader);
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    context = await aContext(browser);
    complaints = await heardIn(context, cellule.cellule.url);
  });
  afterEach(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });

  test('a link opens it as the party that the link names, and the token leaves the address bar', async () => {
    const page = await openGraphiql(context, linkOf(reader));

    expect(page.url()).toBe(`${cellule.cellule.url}/graphiql/`);
    expect(JSON.parse(await editor(page, 'request-headers.json').holding('Bearer'))).toEqual({
      Authorization: `Bearer ${reader.token}`,
    });
    await page.getByText(`Cellule — ${partyName}`).waitFor();
    expect(await page.title()).toBe(`Cellule — ${partyName}`);
  });

  test('the example operations lie open as tabs, about the incident of the link', async () => {
    const page = await openGraphiql(context, linkOf(reader));

    expect(await page.locator('.graphiql-tab-button').allTextContents()).toEqual(operations.map(({ name }) => name));
    for (const { name, query, variables } of operations) {
      await openTab(page, name);
      await editor(page, 'operation.graphql').holding(query);
      expect(await editor(page, 'variables.json').holding(filledIn(variables))).toBe(filledIn(variables));
    }
  });

  test('a party asks, and reads the answer', async () => {
    const page = await openGraphiql(context, linkOf(reader));

    await openTab(page, operationOn('query', 'incidents').name);
    await execute(page);

    await editor(page, 'response.json').holding(incident.reference);
    await page.locator('.result-window').getByText(incident.reference).first().waitFor();
  });

  test('what another party writes appears while the journal is followed', async () => {
    const page = await openGraphiql(context, linkOf(reader));
    await openTab(page, operationOn('subscription', 'journal').name);
    await execute(page);
    await editor(page, 'response.json').holding('"updates"');

    await author.ask('mutation ($input: WriteEntryInput!) { writeEntry(input: $input) { entry { number } } }', {
      input: { incidentId: incident.id, entry: { text: 'Les pharmacies de garde sont prévenues.' } },
    });

    await editor(page, 'response.json').holding('Les pharmacies de garde sont prévenues.');
    await page.locator('.result-window').getByText('Les pharmacies de garde sont prévenues.').waitFor();
  });

  test('a reload keeps the party and its token', async () => {
    const page = await openGraphiql(context, linkOf(reader));
    await editor(page, 'request-headers.json').holding(reader.token);

    await page.reload();
    await ready(page);

    await page.getByText(`Cellule — ${partyName}`).waitFor();
    await editor(page, 'request-headers.json').holding(reader.token);
    await openTab(page, operationOn('query', 'incidents').name);
    await execute(page);
    await editor(page, 'response.json').holding(incident.reference);
  });

  test('without a link it opens for an anonymous reader, who sees no incident', async () => {
    const page = await openGraphiql(context, `${cellule.cellule.url}/graphiql/`);

    await page.getByText('Cellule', { exact: true }).waitFor();
    expect(await editor(page, 'request-headers.json').holding('')).toBe('');
    await editor(page, 'response.json').holding('The schema is shown to those who sign in');
    await openTab(page, operationOn('query', 'incidents').name);
    await execute(page);

    expect(await editor(page, 'response.json').holding('UNAUTHENTICATED')).not.toContain(incident.reference);
  });

  function linkOf({ token }: Party): string {
    const { id, reference } = incident;
    const session = new URLSearchParams({ token, incident: id, reference, party: partyName });
    return `${cellule.cellule.url}/graphiql/#${session}`;
  }

  function filledIn(variables: string): string {
    return variables.replaceAll('{{incident}}', incident.id).replaceAll('{{reference}}', incident.reference);
  }
});

interface Incident {
  readonly id: string;
  readonly reference: string;
}

async function declareIncident(author: Party, follower: Party): Promise<Incident> {
  const { declareIncident } = await author.ask<{ declareIncident: { incident: Incident } }>(
    'mutation ($input: DeclareIncidentInput!) { declareIncident(input: $input) { incident { id reference } } }',
    {
      input: {
        title: 'Cyberattaque',
        nature: 'CYBERATTACK',
        severity: 'MAJOR',
        regions: [{ region: '53' }],
        parties: [{ stakeholderId: follower.stakeholder, role: 'FOLLOW_UP', access: 'CONTRIBUTE' }],
      },
    },
  );
  return declareIncident.incident;
}

/** The example operations as their files have them, in the order of their tabs. */
const operations = readdirSync(operationsDir)
  .filter((file) => file.endsWith('.graphql'))
  .sort()
  .map((file) => {
    const query = readFileSync(join(operationsDir, file), 'utf8').trim();
    const variables = join(operationsDir, file.replace(/\.graphql$/, '.variables.json'));
    return {
      name: getOperationAST(parse(query))?.name?.value ?? file,
      query,
      variables: existsSync(variables) ? JSON.stringify(JSON.parse(readFileSync(variables, 'utf8')), null, 2) : '',
    };
  });

function operationOn(type: `${OperationTypeNode}`, field: string) {
  const found = operations.find(({ query }) => {
    const operation = getOperationAST(parse(query));
    const fields = operation?.selectionSet.selections ?? [];
    return operation?.operation === type && fields.some((one) => one.kind === 'Field' && one.name.value === field);
  });
  if (!found) throw new Error(`Expected a ${type} on "${field}" among the examples in ${operationsDir}`);
  return found;
}

async function openGraphiql(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await ready(page);
  return page;
}

async function ready(page: Page): Promise<void> {
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
}

async function openTab(page: Page, name: string): Promise<void> {
  await page.locator('.graphiql-tab-button').getByText(name, { exact: true }).click();
}

async function execute(page: Page): Promise<void> {
  await page.locator('.graphiql-execute-button').click();
}

interface Monaco {
  readonly editor: { getModels(): { uri: { path: string }; getValue(): string }[] };
}

/** One of GraphiQL's editors. On the page there are only the lines in view, so its whole text is Monaco's. */
function editor(page: Page, name: string) {
  return { holding };

  /** The whole text, once it contains this. */
  async function holding(part: string): Promise<string> {
    const seen = await page.waitForFunction(held, { name, part }).catch(async (cause: Error) => {
      throw new Error(`Expected ${JSON.stringify(part)} in ${name}, which holds ${await now()}`, { cause });
    });
    return (await seen.jsonValue())?.text ?? '';
  }

  async function now(): Promise<string> {
    return JSON.stringify(await page.evaluate(held, { name, part: '' }));
  }
}

function held({ name, part }: { name: string; part: string }): { text: string } | undefined {
  const { __MONACO: monaco } = globalThis as unknown as { __MONACO?: Monaco };
  const text = monaco?.editor
    .getModels()
    .find(({ uri }) => uri.path.endsWith(name))
    ?.getValue();
  return text?.includes(part) ? { text } : undefined;
}
