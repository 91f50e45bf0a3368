import fc from 'fast-check';
import { type Code, codes, type Person, persons, type Seat, seatNames } from './cast';
import type { Access, Right } from './world';

export type Choice =
  | null
  | { readonly audience: 'ENROLLED' | 'INVOLVED' | 'AUTHORITIES' }
  | { readonly audience: 'LISTED'; readonly listed: readonly Code[] }
  | { readonly audience: 'PERSONS'; readonly named: readonly Person[] };

/** What happens, with `at`, `thing` and `line` counted round the incidents, things and lines that there are by then. */
export type Deed =
  | { readonly does: 'writes'; by: Seat; at: number; thing: number | null; answers: number | null; marking: Choice }
  | { readonly does: 'corrects'; by: Seat; at: number; line: number; marking: Choice }
  | { readonly does: 'plans'; by: Seat; at: number; owner: Code | null; marking: Choice }
  | { readonly does: 'starts' | 'completes'; by: Seat; at: number; thing: number; marking: Choice }
  | { readonly does: 'reassigns'; by: Seat; at: number; thing: number; owner: Code }
  | { readonly does: 'adds region'; by: Seat; at: number; region: '53' | '28'; marking: Choice }
  | { readonly does: 'involves'; by: Seat; at: number; whom: Code; access: Access }
  | { readonly does: 'releases'; by: Seat; at: number; whom: Code }
  | { readonly does: 'joins'; by: Seat; at: number }
  | { readonly does: 'changes access'; by: Seat; at: number; whom: Code; access: Access }
  | { readonly does: 're-marks'; by: Seat; at: number; what: number; marking: Choice & {}; delegate: Code | null }
  | { readonly does: 'revises'; by: Seat; at: number }
  | { readonly does: 'declares'; by: Seat; isOpen: boolean; parties: readonly Code[] }
  | { readonly does: 'ends rights'; of: Seat }
  | { readonly does: 'grants rights'; of: Seat; rights: readonly Right[] }
  | { readonly does: 'enrols' }
  | { readonly does: 'reconnects'; seat: Seat };

/** With `settles`, all readers are waited for after it, and with `asks` they ask for everything too; else the next deed follows at once. */
export type Step = Deed & { readonly settles: boolean; readonly asks: boolean };

const seat = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Seat>('bretagne') },
  { weight: 4, arbitrary: fc.constantFrom<Seat>('colleague', 'dgs', 'operator', 'provider') },
  { weight: 2, arbitrary: fc.constantFrom(...seatNames) },
);
const coordinator = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Seat>('bretagne', 'dgs') },
  { weight: 1, arbitrary: seat },
);
const code = fc.constantFrom<Code>(...codes);
const leaver = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom<Code>('PREST', 'ARS-NOR') },
  { weight: 1, arbitrary: code },
);
const access = fc.constantFrom<Access>('READ', 'CONTRIBUTE', 'COORDINATE');
const at = fc.nat(2);
const some = fc.nat(30);
const listed = fc.subarray<Code>(codes, { minLength: 1, maxLength: 3 });
const named = fc.subarray<Person>(persons, { maxLength: 2 });

const choice = fc.oneof<fc.WeightedArbitrary<Choice>[]>(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.record({ audience: fc.constantFrom('ENROLLED', 'INVOLVED', 'AUTHORITIES') }) },
  { weight: 3, arbitrary: fc.record({ audience: fc.constant('LISTED'), listed }) },
  { weight: 2, arbitrary: fc.record({ audience: fc.constant('PERSONS'), named }) },
);
const change = choice.filter((one) => one !== null);
const delegate = fc.oneof<fc.WeightedArbitrary<Code | null>[]>(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: code },
);
const sometimes = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { freq: 2 });

const does = <Name extends Deed['does']>(name: Name) => fc.constant(name);
const deed = fc.oneof<fc.WeightedArbitrary<Deed>[]>(
  {
    weight: 8,
    arbitrary: fc.record({
      ...{ does: does('writes'), by: seat, at, marking: choice },
      ...{ thing: sometimes(some), answers: sometimes(some) },
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: does('corrects'), by: seat, at, line: some, marking: choice }) },
  { weight: 3, arbitrary: fc.record({ does: does('plans'), by: seat, at, owner: sometimes(code), marking: choice }) },
  {
    weight: 2,
    arbitrary: fc.record({
      ...{ does: fc.constantFrom('starts', 'completes'), by: coordinator },
      ...{ at, thing: some, marking: sometimes(choice) },
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: does('reassigns'), by: coordinator, at, thing: some, owner: code }) },
  {
    weight: 2,
    arbitrary: fc.record({
      ...{ does: does('adds region'), by: coordinator, at, marking: choice },
      region: fc.constantFrom('53', '28'),
    }),
  },
  { weight: 4, arbitrary: fc.record({ does: does('involves'), by: coordinator, at, whom: leaver, access }) },
  { weight: 4, arbitrary: fc.record({ does: does('releases'), by: coordinator, at, whom: leaver }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: does('joins'), by: fc.constantFrom('normandie', 'provider', 'branch'), at }),
  },
  { weight: 1, arbitrary: fc.record({ does: does('changes access'), by: coordinator, at, whom: code, access }) },
  {
    weight: 8,
    arbitrary: fc.record({
      ...{ does: does('re-marks'), by: seat, at, what: some },
      ...{ marking: change, delegate },
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: does('revises'), by: coordinator, at }) },
  {
    weight: 1,
    arbitrary: fc.record({ does: does('declares'), by: seat, isOpen: fc.boolean(), parties: fc.subarray<Code>(codes) }),
  },
  { weight: 3, arbitrary: fc.record({ does: does('ends rights'), of: seat }) },
  {
    weight: 3,
    arbitrary: fc.record({
      ...{ does: does('grants rights'), of: seat },
      rights: fc.constantFrom<readonly Right[]>(['READ'], ['READ', 'CONTRIBUTE'], ['ADMINISTER']),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: does('enrols') }) },
  { weight: 1, arbitrary: fc.record({ does: does('reconnects'), seat }) },
);

const step: fc.Arbitrary<Step> = fc
  .tuple(deed, fc.integer({ min: 1, max: 6 }))
  .map(([what, chance]) => ({ ...what, settles: chance > 4, asks: chance === 6 }));

/** A failing one is made shorter by leaving steps out. */
export const history: fc.Arbitrary<Step[]> = fc
  .array(fc.option(step, { freq: 100 }), { minLength: 12, maxLength: 30, size: 'max' })
  .map((steps) => steps.filter((one) => one !== null));
