// The wall clock of this process, as one that is set by hand: it jumps, and timers, which do not go by it, run on.
const RealDate = globalThis.Date;
let offset = 0;

export function jumpTo(milliseconds) {
  offset = milliseconds;
}

const nowHere = () => RealDate.now() + offset;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, made) =>
    given.length === 0
      ? new target(nowHere())
      : Reflect.construct(target, given, made === globalThis.Date ? target : made),
  apply: () => new RealDate(nowHere()).toString(),
  get: (target, name) => (name === 'now' ? nowHere : Reflect.get(target, name)),
});
