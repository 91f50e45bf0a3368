import { startTestCellule, type TestCellule } from '../support/cellule';

let cellule: TestCellule;
beforeAll(async () => {
  cellule = await startTestCellule();
});
afterAll(() => cellule.stop());

test.each(['/', '/sign-in.json', '/assets/', '/graphiql/'])(
  '%s is shown in no other page, and loads as it is told',
  async (path) => {
    const { headers } = await fetch(`${cellule.cellule.url}${path}`);

    expect(Object.fromEntries(headers)).toMatchObject({
      ...{ 'x-frame-options': 'DENY', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' },
      ...{ 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin' },
    });
    const policy = headers.get('content-security-policy')?.split('; ');
    for (const nothing of ['default-src', 'base-uri', 'form-action', 'frame-ancestors'])
      expect(policy).toContain(`${nothing} 'none'`);
    expect(policy).toContain("script-src 'self'");
  },
);

test('who may sign in, and where, is asked anew each time', async () => {
  const { headers } = await fetch(`${cellule.cellule.url}/sign-in.json`);

  expect(headers.get('cache-control')).toBe('no-store');
});
