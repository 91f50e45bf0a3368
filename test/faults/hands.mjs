import { setTimeout as pause } from 'node:timers/promises';
import { Asker } from './asker.mjs';
import { now } from './chance.mjs';
import { coordinator, guests } from './crisis.mjs';

/** What a person may be told when somebody else was faster. */
const passing = ['CONFLICT', 'NOT_FOUND', 'ILLEGAL_TRANSITION', 'BAD_USER_INPUT'];

/** All who write, mark, invite and dismiss while everything fails around them. Each asks until it is answered. */
export class Hands {
  /** What was acknowledged: it must be in the record of its epoch. */
  acknowledged = [];
  /** From which lines on whose rights had ended. */
  ended = [];
  refusals = [];
  epoch = 0;
  /** Incidents in which nothing happens for now. */
  quiet = new Set();
  /** Nobody's rights change for now. */
  areRightsStill = false;
  #under = new Set();
  #isPaused = false;
  #isOver = false;
  #done = 0;

  constructor({ crisis, chance, url }) {
    this.crisis = crisis;
    this.chance = chance;
    this.url = url;
    this.victims = crisis.persons.filter(({ role }) => role === 'sursis');
    this.authors = crisis.persons.filter(
      ({ id, code, role }) => id && role !== 'sursis' && code !== 'DEHORS' && !guests.includes(code),
    );
    this.first = this.authors.find(({ code }) => code === coordinator);
  }

  start({ writers, perSecond, deedEveryMs = 400 }) {
    const rest = (writers * 1000) / perSecond;
    const writing = Array.from({ length: writers }, () => this.#again(() => this.#write(), rest));
    this.#loops = Promise.all([...writing, ...(deedEveryMs > 0 ? [this.#again(() => this.#deed(), deedEveryMs)] : [])]);
  }

  #loops = Promise.resolve();

  async stop() {
    this.#isOver = true;
    await this.#loops;
  }

  /** Resolves when nothing is under way any more. */
  async pause() {
    this.#isPaused = true;
    await Promise.all(this.#under);
  }

  resume() {
    this.#isPaused = false;
  }

  /** A line in every incident: its numbers, by incident. */
  async fence() {
    const numbers = {};
    for (const incident of this.crisis.incidents)
      if (!this.quiet.has(incident)) numbers[incident] = (await this.#writeAs(this.first, incident)).number;
    return numbers;
  }

  async #again(work, restMs) {
    while (!this.#isOver) {
      if (!this.#isPaused) {
        const one = work().catch((error) => this.#refused(error));
        this.#under.add(one);
        await one;
        this.#under.delete(one);
      }
      await pause(restMs * (0.5 + Math.random()));
    }
  }

  #refused(error) {
    if (!passing.includes(error.code)) this.refusals.push(error.message);
  }

  #incident() {
    return this.chance.one(this.crisis.incidents.filter((incident) => !this.quiet.has(incident)));
  }

  #write() {
    return this.#writeAs(
      this.chance.one(this.authors),
      this.#incident(),
      this.chance.happens(0.2) ? this.#marking() : null,
    );
  }

  #marking() {
    const { chance, authors } = this;
    const [one, other] = chance.shuffled(authors);
    return chance.happens(0.5)
      ? { tlp: 'TLP_RED', persons: [one.id, other.id] }
      : {
          tlp: 'TLP_AMBER_STRICT',
          audience: 'LISTED',
          stakeholders: [...new Set([one.stakeholder, other.stakeholder])],
        };
  }

  async #writeAs(person, incident, marking) {
    const { epoch } = this;
    const text = `e${epoch}.${this.#next()}`;
    const { entry } = await this.#carryOut(person, 'writeEntry', 'entry { id number }', {
      incidentId: incident,
      entry: { text, ...(marking && { marking }) },
    });
    this.acknowledged.push({ epoch, incident, number: entry.number, text, id: entry.id, person });
    return entry;
  }

  /** The same key however often it is asked, so that it is done once. */
  async #carryOut(person, mutation, answer, input) {
    const name = `${mutation[0].toUpperCase()}${mutation.slice(1)}Input`;
    const document = `mutation ($input: ${name}!) { ${mutation}(input: $input) { ${answer} } }`;
    const asker = new Asker(this.url, person.token);
    const idempotencyKey = `key ${this.epoch} ${this.#next()}`;
    return (await asker.ask(document, { input: { ...input, idempotencyKey } }))[mutation];
  }

  #next() {
    this.#done += 1;
    return this.#done;
  }

  #deed() {
    const deeds = [() => this.#mark(), () => this.#mark(), () => this.#comeOrGo(), () => this.#revise()];
    if (!this.areRightsStill && this.victims.length > 0 && this.chance.happens(0.2))
      deeds.push(() => this.#endRights());
    return this.chance.one(deeds)();
  }

  /** Narrows or widens something that was written lately. */
  async #mark() {
    const { chance, epoch } = this;
    const lately = this.acknowledged.slice(-60).filter((one) => one.epoch === epoch && !this.quiet.has(one.incident));
    if (lately.length === 0) return;
    const { id, person } = chance.one(lately);
    const asker = new Asker(this.url, person.token);
    const { node } = await asker.ask(
      'query ($id: ID!) { node(id: $id) { ... on JournalEntry { marking { version } } } }',
      { id },
    );
    if (!node) return;
    const marking = chance.happens(0.5)
      ? { tlp: 'TLP_AMBER', audience: 'INVOLVED' }
      : { tlp: 'TLP_AMBER_STRICT', audience: 'LISTED', stakeholders: [chance.one(this.authors).stakeholder] };
    const input = { thingId: id, expectedVersion: node.marking.version, marking };
    await this.#carryOut(person, 'changeMarking', 'entries { number }', input);
  }

  /** A guest is released from an incident, or involved again. */
  async #comeOrGo() {
    const incident = this.#incident();
    const stakeholder = this.crisis.stakeholders.get(this.chance.one(guests));
    const document = 'query ($id: ID!) { incident(id: $id) { involvements { id version leftAt stakeholder { id } } } }';
    const found = await new Asker(this.url, this.first.token).ask(document, { id: incident });
    const present = found.incident.involvements.find((one) => one.stakeholder.id === stakeholder && !one.leftAt);
    if (present) {
      const input = { involvementId: present.id, expectedVersion: present.version };
      await this.#carryOut(this.first, 'releaseStakeholder', 'entries { number }', input);
    } else {
      const party = { stakeholderId: stakeholder, role: 'FOLLOW_UP', access: 'CONTRIBUTE' };
      await this.#carryOut(this.first, 'involveStakeholder', 'entries { number }', { incidentId: incident, party });
    }
  }

  async #revise() {
    const incident = this.#incident();
    const document = 'query ($id: ID!) { incident(id: $id) { version title } }';
    const found = await new Asker(this.url, this.first.token).ask(document, { id: incident });
    const { version, title } = found.incident;
    const next = title.replace(/\d+$/, (count) => Number(count) + 1);
    const input = { incidentId: incident, expectedVersion: version, title: next };
    await this.#carryOut(this.first, 'reviseIncident', 'entries { number }', input);
  }

  /** Once it is answered, whatever is written from then on is not for this person. */
  async #endRights() {
    const person = this.victims.pop();
    const input = { personId: person.id, stakeholderId: person.stakeholder, expectedVersion: 1 };
    const asker = { token: this.crisis.admin.token };
    const askedAt = now();
    await this.#carryOut(asker, 'endRights', 'person { id }', input);
    const { epoch } = this;
    this.ended.push({ person: person.id, epoch, askedAt, fences: await this.fence() });
  }
}
