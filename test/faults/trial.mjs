import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { description } from '../bench/machine.mjs';
import { Chance, now } from './chance.mjs';
import { aCrisis, keyOf } from './crisis.mjs';
import { Crowd } from './crowd.mjs';
import { Hands } from './hands.mjs';
import { Record } from './record.mjs';
import { reportOf } from './report.mjs';
import { Site } from './site.mjs';
import { storms } from './storms.mjs';

/** After a storm, how long it may take until everybody has everything again. */
const patienceMs = 120_000;

/** One run: everybody begins, storms follow one another, everything comes to rest, and the checker judges. */
export class Trial {
  boundaries = [];
  found = new Map();
  stuck = [];

  constructor(options, out, say) {
    Object.assign(this, { ...options, options, out, say, chance: new Chance(options.seed) });
  }

  async run() {
    this.say(`seed ${this.seed}`);
    this.record = new Record();
    await this.record.open();
    try {
      await this.#open();
      this.began = now();
      await this.#weather();
      const measured = await this.#comeToRest();
      await this.site.close();
      return reportOf({ ...measured, ...(await this.#judged()), trial: this });
    } finally {
      await this.record.close();
    }
  }

  async #open() {
    const { record, chance, out } = this;
    this.site = new Site({ record, chance, out });
    await this.site.open(this.nodes);
    const { url } = this.site;
    const first = await this.site.ask(this.site.names[0], 'firstAdministrator');
    this.crisis = await aCrisis({ url, first, incidents: 6, victims: 9 });
    this.hands = new Hands({ crisis: this.crisis, chance, url });
    this.crowd = new Crowd({ crisis: this.crisis, chance, url, out });
    await this.crowd.open(this.broken);
    await this.crowd.follow(this.subscribers);
    await this.isWhole();
    this.hands.start({ writers: 8, perSecond: this.perSecond });
  }

  async #weather() {
    for (let round = 1; ; round += 1) {
      if (round === 2 && this.site.names.length < this.mostNodes) await this.site.add(`node ${this.mostNodes}`);
      for (const name of this.chance.shuffled(this.options.storms)) {
        await this.#storm(name);
        if (this.#isLate()) return;
      }
      if ((await this.crowd.delivered()) >= this.deliveries) return;
    }
  }

  #isLate() {
    return now() - this.began > this.minutes * 60_000;
  }

  async #storm(name) {
    await storms[name](this);
    const over = now();
    await this.isWhole();
    const times = this.found.get(name) ?? [];
    times.push(now() - over);
    this.found.set(name, times);
    this.say(`${name}: whole again after ${times.at(-1)} ms, ${await this.crowd.delivered()} delivered`);
  }

  /** Resolves when all who follow have what was written last; or notes who has not after all that time. */
  async isWhole() {
    const numbers = await this.hands.fence();
    const giveUp = now() + patienceMs;
    for (;;) {
      const ended = this.hands.ended.map(({ person }) => person);
      // Whose rights ended is not even let in any more.
      const behind = (await this.crowd.behind(numbers)).filter((id) => !ended.includes(this.crowd.personOf(id)));
      if (behind.length === 0) return;
      if (now() > giveUp) {
        this.say(`not whole again: subscribers ${behind.join(', ')}`);
        this.stuck.push(...behind);
        return;
      }
      await pause(50);
    }
  }

  async #comeToRest() {
    await this.hands.stop();
    // Who is told by the first line that it follows again has the second.
    await this.isWhole();
    await this.isWhole();
    const metrics = await Promise.all(this.site.names.map((name) => this.site.ask(name, 'metrics')));
    const seconds = (now() - this.began) / 1000;
    await this.crowd.end();
    return { metrics, seconds, machine: description(), connections: this.site.balancer.taken };
  }

  async #judged() {
    const { record, crisis, hands, boundaries, crowd } = this;
    const place = (incident) => crisis.incidents.indexOf(incident);
    const run = {
      databases: record.epochs.map((name) => record.urlOf(name)),
      incidents: crisis.incidents.map(keyOf),
      boundaries,
      log: crowd.log,
      subscribers: crowd.subscribers,
      ended: hands.ended.map(({ person, epoch, fences }) => ({
        person: keyOf(person),
        epoch,
        fences: crisis.incidents.map((incident) => fences[incident] ?? Number.MAX_SAFE_INTEGER),
      })),
      acknowledged: hands.acknowledged.map(({ epoch, incident, number, text }) => ({
        epoch,
        incident: place(incident),
        number,
        text,
      })),
    };
    const file = `${this.out}/run.json`;
    writeFileSync(file, JSON.stringify(run));
    const script = fileURLToPath(new URL('checker.mjs', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [script, file], { maxBuffer: 1 << 26 });
    return { verdict: JSON.parse(stdout) };
  }
}
