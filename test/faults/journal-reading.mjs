import { follows, isDue, isOpenTo, momentsIn } from './standing.mjs';

/** The heartbeat comes every two seconds; whatever fails is over long before this, on a busy machine, too. */
const silenceMs = 90_000;

/** What one subscriber holds of its journals, and whether what it is sent is what comes next. */
export class JournalReading {
  #epoch = 0;
  /** When it connected, or heard a heartbeat. */
  #beatAt;
  /** By incident, the position that it reached. */
  #last = new Map();
  /** The incidents whose stream has ended since it connected. */
  #ended = new Set();
  /** Lines that were skipped: they may yet come, out of order. */
  #skipped = new Map();
  /** Batches before the last one of a stretch: how far the journal had come when they were read is known with that one. */
  #unjudged = new Map();

  constructor({ reader, truths, findings, ended }) {
    Object.assign(this, { reader, truths, findings, rightsEnded: ended });
  }

  hear(epoch, at, kind, cells) {
    this.#epoch = epoch;
    this.#inTime(at, kind);
    const heard = {
      C: () => this.#connected(),
      B: () => this.#batch(cells),
      H: () => this.#heartbeat(cells),
      E: () => this.#end(cells),
      R: () => this.#reset(cells),
      D: () => this.#judgeAll(),
      X: () => isDue(cells[0], this.rightsEnded, at) || this.#note('altered', `an error: ${cells[0]}`),
    };
    heard[kind]();
  }

  /** Whoever is still there at the end has everything. */
  close() {
    this.#judgeAll();
    if (this.reader.hasLeft || this.rightsEnded) return;
    this.truths.at(-1).forEach((truth, place) => {
      const head = truth.lines.length;
      if (!follows(truth, this.reader, head) || !this.#concerns(place)) return;
      const { number } = this.#last.get(String(place)) ?? { number: 0 };
      if (number < head) this.#note('lost', `incident ${place}: ${number} was the last, of ${head}`, head - number);
    });
  }

  /** Lines are no sign of life for those who get none. */
  #inTime(at, kind) {
    if (kind !== 'C' && this.#beatAt !== undefined && at - this.#beatAt > silenceMs)
      this.#note('silent', `no heartbeat for ${at - this.#beatAt} ms`);
    if (kind === 'C' || kind === 'H') this.#beatAt = at;
    if (kind === 'D') this.#beatAt = undefined;
  }

  #connected() {
    this.#judgeAll();
    this.#ended.clear();
  }

  #batch([incident, number, hash, caughtUp, listed]) {
    const truth = this.#truth(incident);
    const lines = listed === '' ? [] : listed.split(';').map(lineIn);
    const head = { number: Number(number), hash };
    for (const _ of lines) this.findings.delivered('deliveries');
    if (!truth || !this.#concerns(incident)) return this.#note('leaked', `a batch of incident ${incident}`);
    if (!this.#isThere(incident, head)) this.#note('altered', `incident ${incident}: no such head as ${number}`);
    this.#inOrder(incident, lines, head);
    this.#unjudged.set(incident, [...(this.#unjudged.get(incident) ?? []), { lines, head, epoch: this.#epoch }]);
    if (caughtUp === '1') this.#judge(incident, head.number);
    this.#last.set(incident, head);
    this.#ended.delete(incident);
  }

  /** Each line once, after the one before it, as the database has it. */
  #inOrder(incident, lines, head) {
    let next = this.#expected(incident, lines, head);
    for (const line of lines) {
      this.#asItIs(incident, line);
      const skipped = this.#skippedOf(incident);
      if (line.number === next) next += 1;
      else if (line.number > next) {
        this.#note('lost', `incident ${incident}: ${line.number} came where ${next} was next`, line.number - next);
        for (let number = next; number < line.number; number += 1) skipped.add(number);
        next = line.number + 1;
      } else if (skipped.delete(line.number)) {
        this.findings.counts.lost -= 1;
        this.#note('outOfOrder', `incident ${incident}: ${line.number} came after ${next - 1}`);
      } else this.#note('doubled', `incident ${incident}: ${line.number} came again, where ${next} was next`);
    }
    if (head.number !== next - 1)
      this.#note(
        'lost',
        `incident ${incident}: the head is ${head.number}, and ${next} was next`,
        Math.abs(head.number - next + 1),
      );
  }

  /** Where the stream of an incident goes on, or begins. */
  #expected(incident, lines, head) {
    const last = this.#last.get(incident);
    const stays = this.#truth(incident).parties[this.reader.stakeholder] ?? [];
    const joined = stays.findLast(({ from }) => from <= head.number)?.from ?? 1;
    if (!last) return this.reader.after ? joined : (lines[0]?.number ?? head.number + 1);
    const isThere = this.#isThere(incident, last);
    if (this.#ended.has(incident)) return isThere ? Math.max(joined, last.number + 1) : joined;
    if (!isThere) this.#note('lost', `incident ${incident}: it was not reset, and ${last.number} is no more`);
    return last.number + 1;
  }

  #asItIs(incident, { number, isOpen, content, chain, text }) {
    const line = this.#truth(incident).lines[number - 1];
    if (line && line.content === content && line.chain === chain && (!isOpen || line.text === text)) return;
    this.#note('altered', `incident ${incident}: ${number} is not what the database has`);
  }

  #judgeAll() {
    for (const incident of this.#unjudged.keys()) this.#judge(incident, undefined);
  }

  /** Each line as it was for this reader at one moment between when the batch was at the head and when the last one was read. */
  #judge(incident, caughtUpAt) {
    for (const { lines, head, epoch } of this.#unjudged.get(incident) ?? []) {
      const truth = this.truths[epoch][incident];
      const stretch = { from: head.number, to: caughtUpAt ?? truth.lines.length };
      for (const line of lines)
        if (truth.lines[line.number - 1]) this.#permitted({ incident, truth, epoch, stretch }, line);
    }
    this.#unjudged.delete(incident);
  }

  #permitted({ incident, truth, epoch, stretch }, { number, isOpen }) {
    const { reader, rightsEnded } = this;
    if (rightsEnded && epoch >= rightsEnded.epoch && number >= rightsEnded.fences[incident])
      return this.#note('leaked', `incident ${incident}: ${number}, after the rights of the reader had ended`);
    const moments = momentsIn(truth, reader, number, stretch).filter((moment) => follows(truth, reader, moment));
    if (moments.length === 0)
      return this.#note('leaked', `incident ${incident}: ${number}, while the reader did not follow`);
    if (moments.some((moment) => isOpenTo(truth, reader, number, moment) === isOpen)) return;
    this.#note(isOpen ? 'leaked' : 'lost', `incident ${incident}: ${number} came ${isOpen ? 'open' : 'sealed'}`);
  }

  /** It proves that nothing was missed: so it names what was reached, all of it. */
  #heartbeat([listed]) {
    const heads = new Map(listed === '' ? [] : listed.split(';').map((one) => [one.split(':')[0], one]));
    for (const [incident, { number, hash }] of this.#last) {
      if (this.#ended.has(incident)) continue;
      if (heads.get(incident) !== `${incident}:${number}:${hash}`)
        this.#note('lost', `incident ${incident}: a heartbeat says ${heads.get(incident)}, and ${number} had come`);
      heads.delete(incident);
    }
    for (const [incident, head] of heads)
      if (!this.#ended.has(incident))
        this.#note('lost', `incident ${incident}: a heartbeat says ${head}, and nothing had come`);
  }

  #end([incident]) {
    const truth = this.#truth(incident);
    const stays = truth?.parties[this.reader.stakeholder] ?? [];
    const isAlways = stays.length > 0 && stays.every(({ to }) => to > truth.lines.length);
    if (isAlways && !this.rightsEnded) this.#note('lost', `incident ${incident}: it ended, and the reader follows it`);
    this.#ended.add(incident);
  }

  #reset([incident, reason, number, hash]) {
    const last = this.#last.get(incident);
    const head = { number: Number(number), hash };
    if (!last || this.#isThere(incident, last))
      this.#note('lost', `incident ${incident}: reset for no reason (${reason})`);
    if (!this.#isThere(incident, head))
      this.#note('altered', `incident ${incident}: reset to ${number}, which is not there`);
    this.#last.set(incident, head);
    this.#ended.delete(incident);
    this.#skipped.delete(incident);
  }

  #truth(incident) {
    return this.truths[this.#epoch][incident];
  }

  #isThere(incident, { number, hash }) {
    return this.#truth(incident).lines[number - 1]?.chain === hash;
  }

  #concerns(place) {
    const { incidents } = this.reader;
    return incidents === null || incidents.includes(Number(place));
  }

  #skippedOf(incident) {
    const skipped = this.#skipped.get(incident) ?? new Set();
    this.#skipped.set(incident, skipped);
    return skipped;
  }

  #note(kind, what, count = 1) {
    const { id, code, kind: sort } = this.reader;
    this.findings.add(kind, `subscriber ${id} (${code}, ${sort}), epoch ${this.#epoch}, ${what}`, count);
  }
}

function lineIn(row) {
  const [number, state, content, chain, ...text] = row.split(',');
  return { number: Number(number), isOpen: state === 'o', content, chain, text: text.join(',') };
}
