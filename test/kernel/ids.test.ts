import { fromGlobalId, fromGlobalIdOf, newId, toGlobalId } from '../../src/kernel/ids';

const key = '01928374-aaaa-7bbb-8ccc-0123456789ab';

test('a global id leads back to what it was made of', () => {
  expect(fromGlobalId(toGlobalId('Incident', key))).toEqual({ type: 'Incident', key });
  expect(fromGlobalId(toGlobalId('Region', '53'))).toEqual({ type: 'Region', key: '53' });
});

test.each([
  ['nothing', ''],
  ['words', 'incident'],
  ['a bare key', key],
  ['ordinary base64', `${toGlobalId('Incident', key)}==`],
  ['white space around it', ` ${toGlobalId('Incident', key)}`],
  ['a key in capitals', toGlobalId('Incident', key.toUpperCase())],
  ['a region code for a key', toGlobalId('Incident', '53')],
  ['a key for a region code', toGlobalId('Region', key)],
  ['a type that is no name', toGlobalId('Inci dent', key)],
  ['no type', toGlobalId('', key)],
  ['something behind the key', toGlobalId('Incident', `${key}:1`)],
  ['a line break behind the key', toGlobalId('Incident', `${key}\n`)],
  ['a very long text', 'A'.repeat(100_000)],
])('an id is not made of %s', (_, id) => {
  expect(() => fromGlobalId(id, 'input.incidentId')).toThrow(
    expect.objectContaining({ code: 'BAD_USER_INPUT', details: { inputPath: ['input', 'incidentId'] } }),
  );
});

test('the id of something else is refused by name', () => {
  expect(() => fromGlobalIdOf(['Action', 'Incident'], toGlobalId('Person', key))).toThrow(
    'Expected the id of Action or Incident, and got the id of Person.',
  );
});

test('new ids sort by the time at which they were made', () => {
  const ids = Array.from({ length: 1000 }, newId);

  expect([...ids].sort()).toEqual(ids);
});
