import { settings } from '../bench/peers.mjs';
import { startWorker } from '../bench/worker.mjs';
import { Balancer } from './balancer.mjs';
import { Wire } from './wire.mjs';

/** Short times, so that what takes a minute at night takes seconds here; limits that load from one address would meet are off. */
const environment = {
  ...Object.fromEntries(settings.split(' ').map((setting) => setting.split('='))),
  ...{ PORT: '0', METRICS_PORT: '0', NODE_ENV: 'production', LOG_LEVEL: 'warn', DATABASE_POOL: '6' },
  ...{ HEARTBEAT_SECONDS: '2', SWEEP_SECONDS: '1', PING_SECONDS: '1', FLUSH_SECONDS: '3', CLOSE_SECONDS: '1' },
};

/** All nodes, behind one address, each with a line of its own to one PostgreSQL. */
export class Site {
  #nodes = new Map();

  constructor({ record, chance, out }) {
    this.record = record;
    this.balancer = new Balancer(chance);
    this.out = out;
  }

  get names() {
    return [...this.#nodes.keys()];
  }

  get url() {
    return `http://127.0.0.1:${this.balancer.port}/graphql`;
  }

  async open(nodes) {
    await this.balancer.open();
    for (let number = 1; number <= nodes; number += 1) await this.add(`node ${number}`);
  }

  async add(name) {
    const wire = new Wire(this.record.socketPath);
    await wire.open();
    this.#nodes.set(name, { wire, process: undefined });
    await this.start(name);
  }

  async start(name) {
    const node = this.#nodes.get(name);
    node.process = await startWorker('../faults/node.mjs', {
      env: { ...environment, DATABASE_URL: this.record.urlOver(node.wire.port) },
      log: `${this.out}/nodes.log`,
    });
    this.balancer.admit(name, node.process.ready.port);
  }

  /** As an operator stops it: it refuses what is new, closes what it has, and ends by itself. */
  async stop(name) {
    this.balancer.dismiss(name);
    await this.#nodes.get(name).process.stop();
  }

  /** As a machine that loses power would: nothing is closed, nothing is said. */
  async kill(name) {
    const { process: node } = this.#nodes.get(name);
    process.kill(node.pid, 'SIGKILL');
    await node.stop();
    this.balancer.dismiss(name);
  }

  ask(name, question, given) {
    return this.#nodes.get(name).process.ask(question, given);
  }

  wires() {
    return [...this.#nodes.values()].map(({ wire }) => wire);
  }

  async close() {
    for (const [name, { wire }] of this.#nodes) {
      await this.stop(name);
      wire.close();
    }
    this.balancer.close();
  }
}
