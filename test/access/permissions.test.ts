import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Access, may, Permission, permit, type Right, withIncluded } from '../../src/access/permissions';
import { celluleSchema } from '../../src/schema';
import { permissionsPage } from './permissions-page';
import { accesses, type Case, cases, isAtLeast, leastCases, rights } from './standings';

/** The least that each permission takes: who has more of any of these may do it too, and nobody else may. */
const table: Record<Permission, string[]> = {
  INCIDENT_DECLARE: ['CONTRIBUTE'],
  INCIDENT_REVISE: ['COORDINATE in COORDINATE'],
  INCIDENT_REQUALIFY: ['COORDINATE in COORDINATE'],
  INCIDENT_MOVE: ['COORDINATE in COORDINATE'],
  INCIDENT_CLOSE: ['COORDINATE in COORDINATE'],
  INCIDENT_REOPEN: ['COORDINATE in COORDINATE'],
  REGION_ADD: ['COORDINATE in COORDINATE'],
  REGION_UPDATE: ['CONTRIBUTE in CONTRIBUTE, responsible', 'COORDINATE in COORDINATE'],
  SERVICE_ADD: ['CONTRIBUTE in CONTRIBUTE, responsible', 'COORDINATE in COORDINATE'],
  SERVICE_UPDATE: ['CONTRIBUTE in CONTRIBUTE, responsible', 'COORDINATE in COORDINATE'],
  STAKEHOLDER_INVOLVE: ['COORDINATE in COORDINATE'],
  INVOLVEMENT_CHANGE: ['COORDINATE in COORDINATE'],
  STAKEHOLDER_RELEASE: ['CONTRIBUTE, responsible', 'COORDINATE in COORDINATE'],
  INCIDENT_JOIN: ['CONTRIBUTE, open, not involved'],
  ACTION_PLAN: ['CONTRIBUTE in CONTRIBUTE'],
  ACTION_CHANGE: ['CONTRIBUTE in CONTRIBUTE, responsible', 'COORDINATE in COORDINATE'],
  ENTRY_WRITE: ['CONTRIBUTE in CONTRIBUTE'],
  MARKING_WIDEN: ['CONTRIBUTE in CONTRIBUTE, responsible'],
  MARKING_NARROW: ['CONTRIBUTE in CONTRIBUTE, responsible', 'COORDINATE in COORDINATE'],
  STATEMENT_DRAFT: ['CONTRIBUTE in CONTRIBUTE'],
  STATEMENT_DRAFT_CHANGE: ['CONTRIBUTE in CONTRIBUTE, responsible', 'COORDINATE in COORDINATE'],
  STATEMENT_PUBLISH: ['CONTRIBUTE in CONTRIBUTE'],
  STAKEHOLDER_REGISTER: ['COORDINATE', 'PLATFORM_ADMIN'],
  STAKEHOLDER_REVISE: ['ADMINISTER, responsible', 'PLATFORM_ADMIN'],
  STAKEHOLDER_ENROL: ['PLATFORM_ADMIN'],
  PERSON_REGISTER: ['ADMINISTER, responsible', 'PLATFORM_ADMIN'],
  CREDENTIAL_MANAGE: ['ADMINISTER, responsible', 'PLATFORM_ADMIN'],
  READ_LOG_READ: ['ADMINISTER'],
};
const permissions = Object.keys(Permission) as Permission[];

test.each(permissions)('%s takes what the table says at least', (permission) => {
  expect(leastCases(permission).map(({ words }) => words)).toEqual(table[permission]);
});

test.each(permissions)('who has more than %s takes may do it, and who has less may not', (permission) => {
  const least = leastCases(permission);

  const wrong = cases.filter((one) => mayIn(permission, one) !== least.some((enough) => isAtLeast(one, enough)));

  expect(wrong).toEqual([]);
});

test.each(rights.flatMap((right) => accesses.map((access) => [right, access] as const)))(
  'the lesser of the right %s and the access %s holds for writing',
  (right, access) => {
    const levels: readonly (Right | null)[] = [null, 'READ', 'CONTRIBUTE', 'COORDINATE'];
    const lesser = Math.min(levels.indexOf(right), levels.indexOf(access));

    const standing = { stakeholderId: 'own', rights: new Set(right ? withIncluded([right]) : []), access };

    expect(may(standing, 'ENTRY_WRITE')).toBe(lesser >= levels.indexOf('CONTRIBUTE'));
  },
);

test('what is not permitted is refused with the name of the permission', () => {
  const standing = { stakeholderId: 'own', rights: new Set<Right>(['READ']), access: 'COORDINATE' as Access };

  expect(() => permit(standing, 'INCIDENT_CLOSE')).toThrow(
    expect.objectContaining({ code: 'FORBIDDEN', details: { permission: 'INCIDENT_CLOSE' } }),
  );
});

test('whose thing it is counts only for somebody: nobody is responsible for what is in the hands of nobody', () => {
  const platform = { stakeholderId: null, rights: new Set<Right>(['CONTRIBUTE']), access: 'CONTRIBUTE' as Access };

  expect(may(platform, 'ACTION_CHANGE', { responsible: null })).toBe(false);
});

test('a draft is published by the one in whose name it speaks, and by nobody else, coordinators included', () => {
  const standing = {
    stakeholderId: 'own',
    rights: new Set(withIncluded(['COORDINATE'])),
    access: 'COORDINATE' as Access,
  };

  const allowed = ['own', 'another'].map((issuer) => may(standing, 'STATEMENT_PUBLISH', { issuer }));

  expect(allowed).toEqual([true, false]);
});

test('a right is granted with those that it includes', () => {
  expect(withIncluded(['COORDINATE'])).toEqual(['READ', 'CONTRIBUTE', 'COORDINATE']);
  expect(withIncluded(['ADMINISTER'])).toEqual(['ADMINISTER']);
  expect(withIncluded(['PLATFORM_ADMIN', 'CONTRIBUTE'])).toEqual(['READ', 'CONTRIBUTE', 'PLATFORM_ADMIN']);
});

test('docs/permissions.md says what the rules do: UPDATE_DOCS=1 writes it anew', async () => {
  const file = join(__dirname, '../../docs/permissions.md');
  const page = permissionsPage(await celluleSchema());
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(file, page);

  expect(readFileSync(file, 'utf8')).toBe(page);
});

function mayIn(permission: Permission, { standing, circumstances }: Case): boolean {
  return may(standing, permission, circumstances);
}
