import { follows, isDue } from './standing.mjs';

/** What one subscriber holds of the overview. */
export class OverviewReading {
  #epoch = 0;
  #titles = new Map();
  #isFresh = true;

  constructor({ reader, truths, findings, ended }) {
    Object.assign(this, { reader, truths, findings, rightsEnded: ended });
  }

  hear(epoch, at, kind, cells) {
    this.#epoch = epoch;
    const heard = {
      C: () => {
        this.#isFresh = true;
      },
      S: () => this.#snapshot(cells),
      U: () => this.#change(cells),
      G: () => this.#titles.delete(cells[0]),
      D: () => undefined,
      X: () => isDue(cells[0], this.rightsEnded, at) || this.#note('altered', `an error: ${cells[0]}`),
    };
    heard[kind]();
  }

  close() {
    if (this.reader.hasLeft) return;
    this.truths.at(-1).forEach((truth, place) => {
      const isTold = follows(truth, this.reader, truth.lines.length) && !this.rightsEnded;
      const title = this.#titles.get(String(place));
      if (isTold && title !== truth.title)
        this.#note('lost', `incident ${place} is "${truth.title}", and "${title}" was the last`);
      if (!isTold && title !== undefined) this.#note('leaked', `incident ${place} is not gone`);
    });
  }

  #snapshot([, listed]) {
    if (this.#isFresh) this.#titles.clear();
    this.#isFresh = false;
    for (const one of listed === '' ? [] : listed.split(';')) {
      const [incident, title] = [one.slice(0, one.indexOf(':')), one.slice(one.indexOf(':') + 1)];
      if (this.#titles.has(incident)) this.#note('doubled', `incident ${incident} is twice in the snapshot`);
      this.#set(incident, title);
    }
  }

  #change([incident, title]) {
    const before = this.#titles.get(incident);
    if (before === title) this.#note('doubled', `incident ${incident}: "${title}" came again`);
    if (before !== undefined && countIn(title) < countIn(before) && this.epochOf?.get(incident) === this.#epoch)
      this.#note('outOfOrder', `incident ${incident}: "${title}" came after "${before}"`);
    this.#set(incident, title);
  }

  #set(incident, title) {
    this.findings.delivered('overviews');
    const truth = this.truths[this.#epoch][incident];
    if (!truth?.parties[this.reader.stakeholder]) this.#note('leaked', `incident ${incident}`);
    this.epochOf ??= new Map();
    this.epochOf.set(incident, this.#epoch);
    this.#titles.set(incident, title);
  }

  #note(kind, what) {
    const { id, code } = this.reader;
    this.findings.add(kind, `subscriber ${id} (${code}, overview), epoch ${this.#epoch}, ${what}`);
  }
}

/** Each revision counts one more. */
function countIn(title) {
  return Number(/\d+$/.exec(title)?.[0]);
}
