import { startWorker } from '../bench/worker.mjs';
import { guests, keyOf } from './crisis.mjs';

/** All who follow: who they are, what they ask, and the process in which they do. */
export class Crowd {
  everybody = [];
  #seats = 0;

  constructor({ crisis, chance, url, out }) {
    Object.assign(this, { crisis, chance, url: url.replace('http', 'ws'), out, log: `${out}/heard.log` });
  }

  async open(broken) {
    this.process = await startWorker('../faults/subscribers.mjs', { log: `${this.out}/subscribers.log` });
    await this.process.ask('open', { file: this.log, incidents: this.crisis.incidents, broken });
  }

  /** Persons of all parties in turn; one in ten looks something up, one narrows, one has the overview. */
  async follow(count) {
    const kinds = ['plain', 'plain', 'looked up', 'plain', 'narrowed', 'plain', 'plain', 'overview', 'plain', 'plain'];
    const given = Array.from({ length: count }, (_, place) =>
      this.#seat(kinds[(place + Math.floor(place / 10)) % 10], { after: true }),
    );
    await this.#take(given);
  }

  /** Many at once, half of them live from the head, half from the first line on; they leave when told. */
  async join(count) {
    const given = Array.from({ length: count }, (_, place) => this.#seat('plain', { after: place % 2 === 0 }));
    await this.#take(given);
    return given.map(({ id }) => id);
  }

  async leave(ids) {
    for (const one of this.everybody) if (ids.includes(one.id)) one.hasLeft = true;
    await this.process.ask('leave', ids);
  }

  delivered() {
    return this.process.ask('delivered');
  }

  behind(numbers) {
    return this.process.ask('behind', numbers);
  }

  personOf(id) {
    return this.everybody.find((one) => one.id === id).person;
  }

  /** This share of all reads nothing for a while. */
  stopReading(share, milliseconds) {
    const ids = this.everybody.filter(() => this.chance.happens(share)).map(({ id }) => id);
    return this.process.ask('stopReading', { ids, milliseconds });
  }

  async end() {
    await this.process.ask('end');
    await this.process.stop();
  }

  /** As the checker knows them. */
  get subscribers() {
    return this.everybody.map(({ id, kind, code, incidents, after, hasLeft, stakeholder, person }) => ({
      ...{ id, kind, code, after, hasLeft },
      incidents: incidents?.map((one) => this.crisis.incidents.indexOf(one)) ?? null,
      stakeholder: keyOf(stakeholder),
      person: person && keyOf(person),
    }));
  }

  #seat(kind, { after }) {
    this.#seats += 1;
    const { persons, incidents } = this.crisis;
    const person = persons[this.#seats % persons.length];
    // Who only comes by is nobody who comes and goes in the incidents meanwhile.
    if (!after && guests.includes(person.code)) return this.#seat(kind, { after });
    return {
      ...{
        id: this.#seats,
        code: person.code,
        stakeholder: person.stakeholder,
        person: person.id,
        token: person.token,
      },
      kind: kind === 'narrowed' ? 'plain' : kind,
      incidents: kind === 'narrowed' ? this.chance.shuffled(incidents).slice(0, 2) : null,
      after,
      hasLeft: false,
    };
  }

  async #take(given) {
    this.everybody.push(...given);
    await this.process.ask(
      'follow',
      given.map(({ id, token, kind, incidents, after }) => ({ id, url: this.url, token, kind, incidents, after })),
    );
  }
}
