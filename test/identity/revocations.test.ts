import { VisibleReads } from '../../src/access/reads';
import { CredentialReads } from '../../src/identity/credential.reads';
import { Revocations } from '../../src/identity/revocations';
import { newId } from '../../src/kernel/ids';
import { type Run, runOn } from '../../src/kernel/sql';
import { startTestCellule, type TestCellule } from '../support/cellule';

let cellule: TestCellule;
beforeAll(async () => {
  cellule = await startTestCellule();
});
afterAll(() => cellule.stop());

test('a credential that is no longer good is told of, though the database could not be asked at first', async () => {
  const { dataSource, doorbell } = cellule.cellule.record;
  let asked = 0;
  const run: Run = (statement) =>
    ++asked === 1 ? Promise.reject(new Error('timeout exceeded when trying to connect')) : runOn(dataSource)(statement);
  const revocations = new Revocations(new CredentialReads(new VisibleReads(dataSource, null, null, run)), doorbell);

  await new Promise<void>((resolve) => revocations.watch(newId(), resolve));
  revocations.stop();

  expect(asked).toBeGreaterThan(1);
});
