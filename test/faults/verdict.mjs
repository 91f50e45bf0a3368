import { JournalReading } from './journal-reading.mjs';
import { OverviewReading } from './overview-reading.mjs';

const mostNotes = 40;

/** What was found wrong, counted by how. */
export class Findings {
  counts = { deliveries: 0, overviews: 0, lost: 0, doubled: 0, outOfOrder: 0, leaked: 0, altered: 0, silent: 0 };
  notes = [];

  delivered(of) {
    this.counts[of] += 1;
  }

  add(kind, note, count = 1) {
    this.counts[kind] += count;
    if (this.notes.length < mostNotes) this.notes.push(`${kind}: ${note}`);
  }
}

/**
 * Holds what each subscriber wrote down against the truth.
 * @param run `truths`: what the database said, for each epoch; `boundaries`: when each epoch but the first began;
 *   `subscribers`; `ended`: from which lines on a person had no rights any more
 */
export class Verdict {
  findings = new Findings();
  #readings;

  constructor({ truths, boundaries, subscribers, ended }) {
    const fences = new Map(ended.map((one) => [one.person, one]));
    this.boundaries = boundaries;
    this.#readings = new Map(
      subscribers.map((one) => {
        const given = { reader: one, truths, findings: this.findings, ended: fences.get(one.person) };
        return [String(one.id), one.kind === 'overview' ? new OverviewReading(given) : new JournalReading(given)];
      }),
    );
  }

  /** One row of the log, in the order of the log. */
  hear(row) {
    const [id, at, kind, ...cells] = row.split('\t');
    const epoch = this.boundaries.filter((boundary) => Number(at) >= boundary).length;
    this.#readings.get(id).hear(epoch, Number(at), kind, cells);
  }

  /** When all has been heard. */
  close() {
    for (const reading of this.#readings.values()) reading.close();
    return this.findings;
  }
}
