import type { GraphQLInputObjectType, GraphQLSchema } from 'graphql';
import { celluleSchema } from '../../src/schema';
import { documentOf, heads } from '../support/builders';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Fault, Party } from '../support/party';
import { type Samples, samplesOn } from './samples';
import { type Spoiled, spoil } from './spoiled';

const mutations = [
  'addAffectedRegion',
  'addAffectedService',
  'cancelAction',
  'changeInvolvement',
  'changeMarking',
  'closeIncident',
  'completeAction',
  'correctEntry',
  'createAccessCode',
  'createApiToken',
  'declareIncident',
  'discardStatementDraft',
  'draftStatement',
  'endRights',
  'grantRights',
  'involveStakeholder',
  'joinIncident',
  'markJournalRead',
  'moveIncident',
  'planAction',
  'publishStatement',
  'reassignAction',
  'registerPerson',
  'registerStakeholder',
  'releaseStakeholder',
  'reopenIncident',
  'requalifyIncident',
  'reviseIncident',
  'reviseStakeholder',
  'reviseStatementDraft',
  'revokeCredential',
  'startAction',
  'supersedeAction',
  'updateAffectedRegion',
  'updateAffectedService',
  'writeEntry',
];

/** Where the input that all mutations share is spoilt; spoiling it everywhere would find nothing more. */
const withEntry = ['declareIncident', 'correctEntry', 'writeEntry', 'startAction', 'registerPerson'];

/** One person sends thousands of requests here, in as little time as the machine takes. */
const env = { REQUESTS_PER_VIEWER: '0', REQUESTS_PER_ADDRESS: '0' };

let cellule: TestCellule;
let schema: GraphQLSchema;
let samples: Samples;
beforeAll(async () => {
  [cellule, schema] = [await startTestCellule({ env }), await celluleSchema()];
  samples = samplesOn(cellule, await cellule.party('ARS-BRE'), await cellule.party('CERP', { kind: 'OPERATOR' }));
});
afterAll(() => cellule.stop());

test('no mutation is left out here', () => {
  expect(Object.keys(schema.getMutationType()?.getFields() ?? {}).sort()).toEqual(mutations);
});

test.each([...mutations, 'publishStatement of a draft'])(
  '%s says which field is wrong, and writes nothing',
  async (sample) => {
    const [mutation = ''] = sample.split(' ');
    const { by, input } = await sampleOf(sample);
    const before = await heads(cellule);

    const unclear = await unclearAnswers(by, mutation, faultsIn(mutation, input));

    expect(unclear).toEqual([]);
    expect(await heads(cellule)).toBe(before);
    expect(await by.attempt(documentOf(mutation), { input })).not.toHaveProperty('errors');
  },
);

function sampleOf(sample: string): ReturnType<Samples[string]> {
  return (samples[sample] as Samples[string])();
}

function faultsIn(mutation: string, input: object): Spoiled[] {
  const name = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const all = spoil(schema.getType(name) as GraphQLInputObjectType, input, 'input');
  return withEntry.includes(mutation) ? all : all.filter(({ at }) => !/^input\.(entry|idempotencyKey)\b/.test(at));
}

/** Many at a time, as one person after the other would take too long. */
async function unclearAnswers(by: Party, mutation: string, faults: readonly Spoiled[]): Promise<string[]> {
  const answers = await Promise.all(
    faults.map(async (spoilt) => {
      const { errors, status } = await by.attempt(documentOf(mutation), { input: spoilt.input });
      return isClear(spoilt, errors) ? [] : [`${spoilt.fault} at ${spoilt.at}: ${status} ${JSON.stringify(errors)}`];
    }),
  );
  return answers.flat();
}

function isClear({ fault, at }: Spoiled, errors: readonly Fault[] = []): boolean {
  const [error] = errors;
  if (!error) return false;
  const { code, inputPath, ...rest } = error.extensions;
  if (fault === 'another version') return code === 'CONFLICT' && rest['expectedVersion'] === 999;
  const place = (inputPath as string[] | undefined)?.join('.');
  if (fault === 'the id of nothing' && isList(at)) return code === 'BAD_USER_INPUT' && at.startsWith(`${place}.`);
  const isSaid = error.message.length > 20 && !/\n\s+at /.test(error.message) && Object.keys(rest).length === 0;
  return place === at && isSaid && code === (fault === 'the id of nothing' ? 'NOT_FOUND' : 'BAD_USER_INPUT');
}

/** The readers of a marking are looked up together. */
const isList = (at: string): boolean => /\.marking\.(stakeholders|persons)\./.test(at);
