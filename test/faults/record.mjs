import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { attachCluster, makeReady, model } from '../bench/product.mjs';

const live = 'faults';

/** PostgreSQL as the product brings it, on data of its own; it can be restarted, and its database replaced by an older one. */
export class Record {
  /** The databases that hold, or held, the truth, in their order; the last one is that of now. */
  epochs = [live];
  #attached = [];

  async open() {
    this.parent = mkdtempSync(join(tmpdir(), 'cellule-faults-'));
    // PostgreSQL's own account has to get in.
    chmodSync(this.parent, 0o755);
    this.dataDir = join(this.parent, 'data');
    await this.#attach();
    await this.#run([`CREATE DATABASE ${live}`]);
    const address = { url: this.urlOf(live) };
    await makeReady({ owner: address, runtime: address, role: this.address.runtime }, model, async () => undefined);
  }

  get socketPath() {
    const { host, port } = this.address;
    return `${host}/.s.PGSQL.${port}`;
  }

  /** Past all wires. */
  urlOf(database) {
    const { host, port, owner } = this.address;
    return `postgres://${owner}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`;
  }

  /** As a node reaches it, over its wire. */
  urlOver(port) {
    return `postgres://${this.address.owner}@127.0.0.1:${port}/${live}`;
  }

  /** `SIGINT` tells everybody and stops; `SIGQUIT` stops at once, and the next start recovers. */
  async stop(signal) {
    const pid = Number(readFileSync(join(this.dataDir, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, signal);
    while (isAlive(pid)) await pause(20);
  }

  start() {
    return this.#attach();
  }

  /** Ends the connections that listen for rings, and no other. */
  async endEars() {
    await this.#run([
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${live}'
        AND (query LIKE 'LISTEN%' OR query LIKE '%pg_notify(%') AND pid <> pg_backend_pid()`,
    ]);
  }

  /** A copy of now to go back to. Nobody may be connected meanwhile. */
  keep() {
    return this.#run([...this.#alone(), `CREATE DATABASE ${live}_kept TEMPLATE ${live}`]);
  }

  /** What was kept takes the place of what is, which is put aside as the truth until now. */
  async restore() {
    const aside = `${live}_${this.epochs.length}`;
    await this.#run([
      ...this.#alone(),
      `ALTER DATABASE ${live} RENAME TO ${aside}`,
      `ALTER DATABASE ${live}_kept RENAME TO ${live}`,
    ]);
    this.epochs = [...this.epochs.slice(0, -1), aside, live];
  }

  async close() {
    for (const cluster of this.#attached) await cluster.stop();
    rmSync(this.parent, { recursive: true, force: true });
  }

  async #attach() {
    const cluster = await attachCluster({ dataDir: this.dataDir });
    this.address = cluster.address;
    this.#attached.push(cluster);
  }

  #alone() {
    return [
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname LIKE '${live}%' AND pid <> pg_backend_pid()`,
    ];
  }

  async #run(statements) {
    const client = new pg.Client(this.urlOf(this.address.database));
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
