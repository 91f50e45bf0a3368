import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { personOf } from './cast.mjs';
import { KeyedTokens, tokenKey } from './product.mjs';
import { startWorker } from './worker.mjs';

/** Everything comes from one address and few people here, which is what these limits are against. */
const limitsOff = {
  REQUESTS_PER_VIEWER: '0',
  REQUESTS_PER_ADDRESS: '0',
  SOCKETS_PER_VIEWER: '0',
  SOCKETS_PER_ADDRESS: '0',
  CONNECTIONS: '0',
};
export const settings = Object.entries(limitsOff)
  .map(([name, value]) => `${name}=${value}`)
  .join(' ');

/** Starts what is measured, alone on its core, and what measures it. */
export class Peers {
  #tokens = new KeyedTokens(tokenKey);
  #signed = new Map();

  constructor({ serverCores, out }) {
    this.serverCores = serverCores;
    this.out = out;
  }

  product({ url }, set = {}) {
    // As `cellule start` runs it.
    return this.#server('server.mjs', { DATABASE_URL: url, PORT: '0', NODE_ENV: 'production', ...limitsOff, ...set });
  }

  baseline({ url }) {
    return this.#server('baseline/server.mjs', { DATABASE_URL: url });
  }

  #server(script, env) {
    return startWorker(script, {
      ...(this.serverCores !== undefined && { cores: this.serverCores }),
      env,
      execArgv: ['--expose-gc'],
      log: `${this.out}/servers.log`,
    });
  }

  client(script) {
    return startWorker(`load/${script}`, { log: `${this.out}/clients.log`, execArgv: ['--max-old-space-size=4096'] });
  }

  /** The token of one person of a stakeholder, by their places in the cast. */
  async token(stakeholder, place) {
    const who = `${stakeholder} ${place}`;
    const token =
      this.#signed.get(who) ?? (await this.#tokens.sign({ ...personOf(stakeholder, place), expiresInSeconds: 86_400 }));
    this.#signed.set(who, token);
    return token;
  }
}

export function documentOf(name) {
  return readFileSync(new URL(`documents/${name}.graphql`, import.meta.url), 'utf8');
}

/** What a server's CPU took meanwhile, in microseconds, beside what the work itself tells. */
export async function measured(server, work) {
  const before = await server.ask('usage');
  const figures = await work();
  const after = await server.ask('usage');
  return { ...figures, cpu: after.user + after.system - before.user - before.system };
}

/** Resolves when a server has finished what it was busy with. */
export async function untilQuiet(server) {
  for (let time = 0; time < 40; time += 1) {
    const { cpu } = await measured(server, () => pause(100));
    if (cpu < 5000) return;
  }
}
