import type { TestCellule } from '../../support/cellule';
import type { Party } from '../../support/party';
import { agrees } from './agreement';
import { type Answer, answerTo, type Feed, type Shown } from './answers';
import { carryOut } from './carrying-out';
import { aCast, aWorld, type Cast, codes, type Seat, seats, sit } from './cast';
import { delivered, type Held, held } from './delivery';
import type { Step } from './history';
import { declaration, tick } from './incident-plans';
import { rightsChanged } from './party-plans';
import type { Plan } from './plan';
import { planOf } from './plans';
import { replays } from './replay';
import { Watch } from './watch';
import { holds, type Incident, type World } from './world';

/** One history at the API, with a reader in each seat: all that comes and is answered is held against the world. */
export class Stage {
  private readonly watches = new Map<Seat, Watch>();
  private readonly before = new Map<Seat, Held>();
  private readonly answers = new Map<Seat, Answer>();
  /** The worlds since all readers were last up to date, the first of them the one of that moment. */
  private worlds: World[] = [aWorld()];
  /** How many things were carried out, asked and replayed. */
  steps = 0;
  /** What came of each step, for the message of a failure. */
  private readonly record: string[] = [];

  private constructor(
    private readonly cast: Cast,
    private readonly feed: Feed,
  ) {}

  /** The incident that all follow, one for the parties involved, and one that is open to all. */
  static async set(cellule: TestCellule, feed: Feed): Promise<Stage> {
    const stage = new Stage(await aCast(cellule), feed);
    const everybody = [...codes, 'PLATFORM'] as const;
    const parties = ['DGS-CCS', 'CERP', 'PREST', 'AGENCE'] as const;
    for (const declared of [
      { by: 'lookout', code: 'GUET', isOpen: false, parties: everybody },
      { by: 'bretagne', code: 'ARS-BRE', isOpen: false, parties },
      { by: 'bretagne', code: 'ARS-BRE', isOpen: true, parties },
    ] as const) {
      await stage.carryOut(declaration(declared, stage.world, stage.cast));
    }
    for (const seat of stage.cast.seated.keys()) stage.watch(seat);
    return stage;
  }

  private get world(): World {
    return this.worlds.at(-1) as World;
  }

  async play(steps: readonly Step[]): Promise<void> {
    try {
      await this.playOn(steps);
    } catch (error) {
      throw new Error(`${(error as Error).message}\nafter ${this.record.join('; ')}`, { cause: error });
    }
  }

  /** What readers that are not up to date wait for. */
  waiting(): string[] {
    return [...this.watches].flatMap(([seat, watch]) => (watch.isWaiting ? [`${seat}, after ${watch.said()}`] : []));
  }

  async close(): Promise<void> {
    for (const party of this.cast.seated.values()) await party.leave();
  }

  private async playOn(steps: readonly Step[]): Promise<void> {
    await this.settle();
    for (const step of steps) {
      await this.take(step);
      if (step.settles) await this.settle();
      if (step.asks) await this.ask(this.seats());
    }
    await this.settle();
    await this.ask(this.seats());
    const blind = this.seats().filter((seat) => !holds(this.world, seat, 'READ'));
    for (const seat of this.seats()) if (!blind.includes(seat)) await this.replay(seat);
    await this.wake(blind);
  }

  private async take(step: Step): Promise<void> {
    if (step.does === 'reconnects') return this.reconnect(step.seat);
    if (step.does === 'enrols') return this.enrol();
    const plan = planOf(step, this.world, this.cast);
    if (plan) this.record.push(`${step.does}: ${await this.carryOut(plan)}`);
  }

  /** Whoever read nothing gets to read at last: what had been sent to it until then would show before what comes now. */
  private async wake(blind: readonly Seat[]): Promise<void> {
    for (const seat of blind) await this.carryOut(rightsChanged(seat, ['READ'], this.world, this.cast));
    await this.settle();
    await this.ask(blind);
    for (const seat of blind) await this.replay(seat);
  }

  private seats(): Seat[] {
    return [...this.watches.keys()];
  }

  private async carryOut(plan: Plan): Promise<string> {
    const { code, world } = await carryOut(plan, this.world, this.cast);
    if (world !== this.world) this.worlds.push(world);
    this.steps++;
    return code;
  }

  private watch(seat: Seat): void {
    const watch = new Watch(this.party(seat), this.feed);
    this.watches.set(seat, watch);
    this.before.set(seat, held(watch));
  }

  private async enrol(): Promise<void> {
    if (this.cast.seated.has('branch')) return;
    this.cast.seated.set('branch', await sit(this.cast, 'branch'));
    const next = structuredClone(this.world);
    next.memberships.branch.rights = seats.branch.rights;
    next.agencyHasAccounts = true;
    this.worlds.push(next);
    await this.settle();
    this.watch('branch');
    await this.settle();
  }

  private async reconnect(seat: Seat): Promise<void> {
    const watch = this.watches.get(seat);
    if (!watch || !holds(this.world, seat, 'READ')) return;
    await this.settle();
    await watch.reconnect();
    this.before.set(seat, held(watch));
    await this.settle();
  }

  /** Waits until every reader is up to date, and looks at what each was sent and is answered. */
  private async settle(): Promise<void> {
    // Only when a second tick has been heard is a look that the first one began known to have ended.
    for (const _ of [1, 2]) await this.tick();
    for (const [seat, watch] of this.watches) {
      const { feed } = watch;
      delivered({ seat, feed, worlds: this.worlds, before: this.before.get(seat) as Held, taken: watch.take() });
      this.before.set(seat, held(watch));
    }
    this.worlds = [this.world];
  }

  private async tick(): Promise<void> {
    const title = `Coche ${this.world.incidents[0]?.lines.length}`;
    await this.carryOut(tick(this.world, title));
    const { id, lines } = this.world.incidents[0] as Incident;
    const hasHeard = ({ positions }: Watch) => positions.get(id)?.number === lines.length;
    const hasSeen = ({ overview }: Watch) => overview.get(id)?.title === title;
    const none = (has: (watch: Watch) => boolean, held: (watch: Watch) => number) => (watch: Watch) => {
      if (has(watch)) throw new Error('Somebody who reads nothing goes on reading.');
      return held(watch) === 0;
    };
    await Promise.all(
      [...this.watches].map(([seat, watch]) =>
        holds(this.world, seat, 'READ')
          ? watch.until(hasHeard, hasSeen)
          : watch.until(
              none(hasHeard, ({ positions }) => positions.size),
              none(hasSeen, ({ overview }) => overview.size),
            ),
      ),
    );
  }

  /** Asks for everything, in these seats. */
  private async ask(asking: readonly Seat[]): Promise<void> {
    const { incidents } = this.world;
    const ids = incidents.flatMap(({ lines, things }) => [...lines, ...things].map(({ id }) => id as string));
    for (const seat of asking) {
      const ask = () => answerTo(this.party(seat), this.incidents(), ids);
      const answer = await ask();
      agrees({ seat, world: this.world, answer });
      // What came of an answer is kept when it comes again, and shown as it was kept from then on.
      for (const _ of ['again', 'as it was kept']) expect((await ask()).whole).toEqual(answer.whole);
      expect(inOrder(this.watches.get(seat)?.overview)).toEqual(inOrder(answer.overview));
      this.answers.set(seat, answer);
      this.steps++;
    }
  }

  private replay(seat: Seat): Promise<void> {
    this.steps++;
    const [watch, answer] = [this.watches.get(seat) as Watch, this.answers.get(seat) as Answer];
    return replays({ cellule: this.cast.cellule, party: this.party(seat), seat, watch, answer, world: this.world });
  }

  private incidents(): string[] {
    return this.world.incidents.map(({ id }) => id);
  }

  private party(seat: Seat): Party {
    return this.cast.seated.get(seat) as Party;
  }
}

function inOrder(overview: ReadonlyMap<string, Shown> = new Map()): Shown[] {
  return [...overview.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}
