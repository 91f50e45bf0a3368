import { setTimeout as pause } from 'node:timers/promises';

const againMs = 100;
const patienceMs = 5000;

/** Somebody at the API over HTTP, who asks again when no answer came, or one that says to come back. */
export class Asker {
  constructor(url, token) {
    this.url = url;
    this.token = token;
  }

  /** The data; fails with what was refused. */
  async ask(query, variables, isOver = () => false) {
    for (;;) {
      const answer = await this.#attempt(query, variables);
      if (answer?.data && !answer.errors) return answer.data;
      const faults = answer?.errors ?? [];
      const [fault] = faults;
      if (fault && !isPassing(faults))
        throw Object.assign(new Error(JSON.stringify(fault)), { code: fault.extensions?.code });
      if (isOver()) throw new Error('There is no time left to ask again.');
      await pause(againMs);
    }
  }

  async #attempt(query, variables) {
    try {
      const response = await fetch(this.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.timeout(patienceMs),
      });
      return await response.json();
    } catch {
      return undefined; // The connection failed: whether it was done is not known.
    }
  }
}

/** What an interruption may be answered with; INTERNAL_SERVER_ERROR is not among it. */
export function isPassing(faults) {
  return faults.every(({ extensions }) => extensions?.code === 'UNAVAILABLE' || extensions?.code === 'RATE_LIMITED');
}
