import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JWTPayload } from 'jose';
import { packageRoot } from '../../src/kernel/package-root';
import { done } from '../support/builders';
import { startTestCellule, type TestCellule } from '../support/cellule';
import { Party } from '../support/party';
import { audience, TestProvider } from '../support/provider';
import { openTo } from './doorstep';

const siret = '11000001200034';
const page = readFileSync(join(packageRoot, 'docs', 'identity.md'), 'utf8');

const [proConnect, proSante] = [new TestProvider(), new TestProvider()];
let cellule: TestCellule;
beforeAll(async () => {
  await proConnect.start();
  await proSante.start();
  const issuers = [documented('ProConnect', proConnect), documented('Pro Santé Connect', proSante)];
  cellule = await startTestCellule({ env: { OIDC_ISSUERS: JSON.stringify(issuers) } });
  await openTo(cellule, { code: 'MINISTERE', siret, defaultRights: ['CONTRIBUTE'] });
});
afterAll(async () => {
  await cellule.stop();
  await proConnect.stop();
  await proSante.stop();
});

const whoAmI = '{ viewer { person { id name } stakeholder { code } rights } }';

test('with the example for ProConnect, an agent comes from the organisation of the SIRET', async () => {
  const claims = { given_name: 'Awa', usual_name: 'Diallo', siret, email: 'awa@ministere.example' };

  expect(await signedIn(await proConnect.accessToken('agent', claims))).toMatchObject({
    ...{ person: { name: 'Awa Diallo' }, stakeholder: { code: 'MINISTERE' }, rights: ['READ', 'CONTRIBUTE'] },
  });
});

test('with the example for ProConnect, an agent is bound to what was prepared for the e-mail address', async () => {
  const dgs = await cellule.party('DGS-CCS');
  const input = { name: 'Léa', email: 'lea@sante.example', stakeholderId: dgs.stakeholder, rights: ['READ'] };
  const { id } = await done(cellule.admin, 'registerPerson', input);

  const viewer = await signedIn(await proConnect.accessToken('léa', { email: 'Lea@sante.example' }));

  expect(viewer).toMatchObject({ person: { id }, stakeholder: { code: 'DGS-CCS' } });
});

test('with the example for Pro Santé Connect, a professional is known by the national number, through a broker', async () => {
  const claims = { given_name: 'Nour', family_name: 'Petit', siret };
  const token = (session: string, number: JWTPayload) =>
    proSante.signed({ ...claims, ...number, sub: session, typ: 'Bearer' }, { typ: 'JWT' });

  const first = await signedIn(await token('session-1', { SubjectNameID: '810000001234' }));
  const again = await signedIn(await token('session-2', { SubjectNameID: '810000001234' }));
  const without = await bearer(await token('session-3', {})).refused(whoAmI);

  expect(first).toMatchObject({ person: { name: 'Nour Petit' }, stakeholder: { code: 'MINISTERE' } });
  expect(again).toEqual(first);
  expect(without.message).toBe('The token lacks a usable claim "SubjectNameID".');
});

/** The example as it stands in the docs, but for the address of the provider and the audience. */
function documented(title: string, { issuer }: TestProvider): object {
  const [, example = ''] = page.split(`### ${title}\n`)[1]?.match(/```json\n([\s\S]*?)```/) ?? [];
  const [settings] = JSON.parse(example);
  return { ...settings, issuer, audience };
}

async function signedIn(token: string) {
  return (await bearer(token).ask(whoAmI)).viewer;
}

function bearer(token: string): Party {
  return new Party({ url: cellule.cellule.url, token, code: 'bearer', personId: null, stakeholderId: null });
}
