import { InputType } from 'type-graphql';
import { toGlobalId } from '../../src/kernel/ids';
import {
  checkArguments,
  checkText,
  RefField,
  RefsField,
  type SelfChecked,
  TextField,
  TextsField,
} from '../../src/kernel/input';

const key = '01928374-aaaa-7bbb-8ccc-0123456789ab';
const other = '01928374-aaaa-7bbb-8ccc-ba9876543210';
const options = { nullable: true, description: 'Something.' };

@InputType()
class Inner implements SelfChecked {
  @TextField({ ...options, max: 5 })
  text?: string;

  constructor(text?: string) {
    if (text !== undefined) this.text = text;
  }

  fault(): ReturnType<SelfChecked['fault']> {
    return this.text === 'wrong' ? { field: 'text', message: 'This one is wrong.' } : undefined;
  }
}

@InputType()
class Outer extends Inner {
  @RefField('Incident', options)
  incidentId?: string;

  @RefsField('Stakeholder', options)
  partyIds?: string[];

  @TextsField({ ...options, max: 5 })
  names?: string[];

  inner?: Inner;
  several?: Inner[];
}

class SomeArgs extends Outer {}

test('ids are decoded in place, each of a list once', () => {
  const input = Object.assign(new Outer(), {
    incidentId: toGlobalId('Incident', key),
    partyIds: [toGlobalId('Stakeholder', key), toGlobalId('Stakeholder', other), toGlobalId('Stakeholder', key)],
  });

  checkArguments(input);

  expect(input).toMatchObject({ incidentId: key, partyIds: [key, other] });
});

test.each<[string, Partial<Outer>, string]>([
  ['a text of its own', { text: '' }, 'input.text'],
  ['a text within', { inner: new Inner('too long') }, 'input.inner.text'],
  ['a text in a list', { several: [new Inner('a'), new Inner(' ')] }, 'input.several.1.text'],
  ['one of several texts', { names: ['a', 'abcdef'] }, 'input.names.1'],
  ['too many texts', { names: Array(101).fill('a') }, 'input.names'],
  ['too many within', { several: Array(101).fill(new Inner('a')) }, 'input.several'],
  ['an id', { incidentId: 'x' }, 'input.incidentId'],
  ['the id of another type', { incidentId: toGlobalId('Action', key) }, 'input.incidentId'],
  ['one of several ids', { partyIds: [toGlobalId('Stakeholder', key), 'x'] }, 'input.partyIds.1'],
  ['what contradicts itself within', { inner: new Inner('wrong') }, 'input.inner.text'],
])('the place of a fault is told: %s', (_, fields, inputPath) => {
  expect(() => checkArguments(Object.assign(new Outer(), fields))).toThrow(
    expect.objectContaining({ code: 'BAD_USER_INPUT', details: { inputPath: inputPath.split('.') } }),
  );
});

test('arguments have no input around them', () => {
  expect(() => checkArguments(Object.assign(new SomeArgs(), { text: '' }))).toThrow(
    expect.objectContaining({ details: { inputPath: ['text'] } }),
  );
});

test('what is left out is not checked', () => {
  expect(() => checkArguments(Object.assign(new Outer(), { text: null, inner: undefined }))).not.toThrow();
});

test.each(['', ' ', '\n\t', '\u00a0', 'a\0', '\ud83d', 'a\udc00b', 'abcdef'])(
  '%j is not a text of five characters',
  (text) => {
    expect(() => checkText(text, 5, 'input.text')).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  },
);

test.each(['a', 'abcde', ' a ', '🚑🚑🚑🚑🚑', 'é\u0301'])('%j is a text of five characters at most', (text) => {
  expect(checkText(text, 5, 'input.text')).toBe(text);
});
