import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/** One TCP address before several nodes. Each connection goes to one that takes it, so that whoever comes back hops. */
export class Balancer {
  #nodes = new Map();
  #pairs = new Set();
  #chance;
  #server = createServer((client) => this.#take(client, this.#chance.shuffled([...this.#nodes.values()])));
  taken = 0;

  constructor(chance) {
    this.#chance = chance;
  }

  async open() {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.port = this.#server.address().port;
  }

  close() {
    this.cut(1);
    this.#server.close();
  }

  admit(name, port) {
    this.#nodes.set(name, port);
  }

  dismiss(name) {
    this.#nodes.delete(name);
  }

  /** Cuts this share of what is connected, as a network does that fails: with a reset, on both sides. */
  cut(share) {
    for (const pair of this.#pairs) if (this.#chance.happens(share)) end(pair);
  }

  /** Lets this share of the connections go silent: nothing passes any more, and neither side is told. */
  silence(share) {
    for (const pair of this.#pairs) {
      if (!this.#chance.happens(share)) continue;
      pair.isSilent = true;
      for (const socket of [pair.client, pair.node]) {
        socket.unpipe();
        socket.pause();
      }
    }
  }

  #take(client, ports) {
    client.setNoDelay(true);
    client.on('error', () => undefined);
    const [port, ...others] = ports;
    if (port === undefined) return client.resetAndDestroy();
    const node = connect({ port, host: '127.0.0.1', noDelay: true });
    node.once('error', () => this.#take(client, others));
    node.once('connect', () => {
      node.removeAllListeners('error');
      this.#join({ client, node });
    });
  }

  #join(pair) {
    const { client, node } = pair;
    this.taken += 1;
    this.#pairs.add(pair);
    client.pipe(node);
    node.pipe(client);
    node.on('error', () => undefined);
    // What has gone silent does not say that the other side has left, either.
    node.on('close', () => pair.isSilent || end(pair));
    client.on('close', () => {
      this.#pairs.delete(pair);
      end(pair);
    });
  }
}

function end({ client, node }) {
  client.resetAndDestroy();
  node.resetAndDestroy();
}
