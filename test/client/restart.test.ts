import { Command, run } from '../commands/terminal';
import { build } from '../demo/running-demo';
import { declare, journalOf, oneTo, write } from '../journal/crisis';
import { aDatabase } from '../support/database';
import { Party } from '../support/party';
import { Heard } from './heard';

const administrator = [
  'administrator',
  '--name',
  'Awa Diallo',
  '--code',
  'PLATEFORME',
  '--stakeholder',
  'La plateforme',
];

test('over a server that is killed and started again, each line comes once', async () => {
  await build();
  const database = await aDatabase();
  const environment = { DATABASE_URL: database.url, HEARTBEAT_SECONDS: '1' };
  const token = (await run(administrator, environment)).output.trim();
  let server = new Command(['start'], environment);
  const url = await server.address();
  const awa = new Party({ url, token, code: 'PLATEFORME', ...(await whoIs(url, token)) });
  await awa.ask(grant, { input: { personId: awa.person, stakeholderId: awa.stakeholder, ...coordinating } });
  const { id } = await declare(awa);
  const reader = new Heard(awa, { url, after: [], checksContent: true });

  for (const round of oneTo(3)) {
    await Promise.all(oneTo(10).map((place) => write(awa, id, `${round}.${place}`)));
    await server.kill();
    server = new Command(['start'], { ...environment, PORT: new URL(url).port });
    await server.address();
    await write(awa, id, `Après ${round}`);
  }
  const lines = await journalOf(awa, id);
  await reader.reaches(id, lines.length);

  expect(reader.numbers(id)).toEqual(oneTo(lines.length));
  await reader.stop();
  await server.stop();
  await database.drop();
}, 180_000);

const coordinating = { rights: ['COORDINATE', 'ADMINISTER', 'PLATFORM_ADMIN'], expectedVersion: 1 };
const grant = 'mutation ($input: GrantRightsInput!) { grantRights(input: $input) { entries { number } } }';

async function whoIs(url: string, token: string): Promise<{ personId: string; stakeholderId: string }> {
  const somebody = new Party({ url, token, code: '', personId: null, stakeholderId: null });
  const { viewer } = await somebody.ask('{ viewer { person { id } stakeholder { id } } }');
  return { personId: keyIn(viewer.person.id), stakeholderId: keyIn(viewer.stakeholder.id) };
}

const keyIn = (id: string) => Buffer.from(id, 'base64url').toString().split(':')[1] as string;
