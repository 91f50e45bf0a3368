import { type AuditFail, serverAudits } from 'graphql-http';
import { startTestCellule, type TestCellule } from '../support/cellule';

let cellule: TestCellule;
beforeAll(async () => {
  cellule = await startTestCellule();
});
afterAll(() => cellule.stop());

const signedIn: typeof fetch = (url, { headers, ...init } = {}) =>
  fetch(url, { ...init, headers: { ...(headers as object), authorization: `Bearer ${cellule.admin.token}` } });
const audits = serverAudits({ url: () => `${cellule.cellule.url}/graphql`, fetchFn: signedIn });

test('what must, should and may be done is all looked at', () => {
  const levels = new Map<string, number>();
  for (const { name } of audits) {
    const [level = ''] = name.split(' ');
    levels.set(level, (levels.get(level) ?? 0) + 1);
  }

  expect([...levels.keys()].sort()).toEqual(['MAY', 'MUST', 'SHOULD']);
  expect(audits).toHaveLength(61);
});

test.each(audits.map(({ id, name, fn }) => [`${id}: ${name}`, fn] as const))(
  'GraphQL over HTTP %s',
  async (_, audit) => {
    const result = await audit();

    expect({ status: result.status, reason: (result as AuditFail).reason }).toEqual({
      status: 'ok',
      reason: undefined,
    });
  },
);
