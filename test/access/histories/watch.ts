import type { Live } from '../../support/live';
import type { Party } from '../../support/party';
import { type Feed, followJournals, followOverview, type Shown } from './answers';

/** One reader at its two subscriptions, and what it holds of what they delivered. */
export class Watch {
  /** Positions to hand back; none of an incident whose stream ended. */
  readonly positions = new Map<string, Shown>();
  /** The last number delivered since it connected, by incident: kept when a stream ends. */
  readonly last = new Map<string, number>();
  readonly lines = new Map<string, Shown[]>();
  readonly overview = new Map<string, Shown>();
  /** What came since it was last taken. */
  private fresh: { journal: Shown[]; overview: Shown[] } = { journal: [], overview: [] };
  isWaiting = false;
  private read = { journal: 0, overview: 0 };
  private journal: Live;
  private incidents: Live;

  constructor(
    private readonly party: Party,
    readonly feed: Feed,
  ) {
    this.journal = party.subscribe(followJournals(feed), { after: [] });
    this.incidents = party.subscribe(followOverview);
  }

  /** Is cut off, and comes back with the positions that it holds. */
  async reconnect(): Promise<void> {
    await this.party.leave();
    this.absorb();
    for (const id of this.last.keys()) if (!this.positions.has(id)) this.last.delete(id);
    this.overview.clear();
    this.read = { journal: 0, overview: 0 };
    this.journal = this.party.subscribe(followJournals(this.feed), { after: [...this.positions.values()] });
    this.incidents = this.party.subscribe(followOverview);
  }

  /** Waits until what it holds meets both conditions. */
  async until(journal: (watch: Watch) => boolean, overview: (watch: Watch) => boolean): Promise<void> {
    const met = (condition: (watch: Watch) => boolean) => () => {
      this.absorb();
      return condition(this);
    };
    this.isWaiting = true;
    await Promise.all([this.journal.until(met(journal)), this.incidents.until(met(overview))]);
    this.isWaiting = false;
  }

  /** The events since the last time, in their order. */
  take(): { journal: Shown[]; overview: Shown[] } {
    this.absorb();
    const taken = this.fresh;
    this.fresh = { journal: [], overview: [] };
    return taken;
  }

  /** What came last. */
  said(): string {
    return JSON.stringify([this.fresh.journal.at(-1), this.fresh.overview.at(-1)]);
  }

  private absorb(): void {
    const errors = [...this.journal.errors, ...this.incidents.errors];
    if (errors.length > 0) throw new Error(`A subscription of ${this.party.code} erred: ${JSON.stringify(errors)}`);
    for (; this.read.journal < this.journal.events.length; this.read.journal++)
      this.hear(this.journal.events[this.read.journal].journal);
    for (; this.read.overview < this.incidents.events.length; this.read.overview++)
      this.see(this.incidents.events[this.read.overview].incidents);
  }

  private hear(event: Shown): void {
    this.fresh.journal.push(event);
    if (event.__typename === 'JournalEnded') this.positions.delete(event.incidentId);
    if (event.__typename !== 'JournalBatch') return;
    const { incidentId, number } = event.head;
    this.positions.set(incidentId, event.head);
    this.last.set(incidentId, Math.max(number, this.last.get(incidentId) ?? 0));
    this.lines.set(incidentId, [...(this.lines.get(incidentId) ?? []), ...event.lines]);
  }

  private see(event: Shown): void {
    this.fresh.overview.push(event);
    if (event.__typename === 'IncidentGone') this.overview.delete(event.id);
    if (event.__typename === 'IncidentChanged') {
      const { incident } = event;
      if (JSON.stringify(this.overview.get(incident.id)) === JSON.stringify(incident))
        throw new Error(`${this.party.code} was sent the same twice: ${JSON.stringify(incident)}`);
      this.overview.set(incident.id, incident);
    }
    for (const incident of event.incidents ?? []) this.overview.set(incident.id, incident);
  }
}
