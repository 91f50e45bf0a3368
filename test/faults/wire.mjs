import { once } from 'node:events';
import { connect, createServer } from 'node:net';

const notification = 'A'.charCodeAt(0);

/**
 * The line from one node to PostgreSQL. The connection that listens for rings, its ear, can be made to lose them, to get
 * them late, or to die without a word; and the whole line can be down.
 */
export class Wire {
  /** 'sound'; 'deaf': rings are lost; 'late': they come when it is sound again; 'dead': nothing passes, and nobody is told. */
  #ear = 'sound';
  #isDown = false;
  #pairs = new Set();
  #server = createServer((node) => this.#take(node));

  constructor(socketPath) {
    this.socketPath = socketPath;
  }

  async open() {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.port = this.#server.address().port;
  }

  close() {
    this.down();
    this.#server.close();
  }

  /** Cuts everything, and takes nothing new until it is up again. */
  down() {
    this.#isDown = true;
    for (const pair of this.#pairs) end(pair);
  }

  up() {
    this.#isDown = false;
  }

  ear(state) {
    this.#ear = state;
    if (state !== 'sound') return;
    for (const pair of this.#pairs) {
      if (pair.isDead) end(pair);
      for (const message of pair.kept.splice(0)) pair.node.write(message);
    }
  }

  #take(node) {
    if (this.#isDown) return node.resetAndDestroy();
    const postgres = connect(this.socketPath);
    const pair = { node, postgres, isEar: false, isDead: false, rest: Buffer.alloc(0), kept: [] };
    this.#pairs.add(pair);
    for (const socket of [node, postgres]) {
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.#pairs.delete(pair);
        end(pair);
      });
    }
    node.setNoDelay(true);
    node.on('data', (bytes) => {
      if (!pair.isEar && bytes.includes('LISTEN ')) pair.isEar = true;
      if (!this.#dies(pair)) postgres.write(bytes);
    });
    postgres.on('data', (bytes) => {
      if (this.#dies(pair)) return;
      if (pair.isEar) this.#hear(pair, bytes);
      else node.write(bytes);
    });
  }

  #dies(pair) {
    if (pair.isEar && this.#ear === 'dead') pair.isDead = true;
    return pair.isDead;
  }

  /** What PostgreSQL says comes in messages: a letter, then the length of all but the letter. */
  #hear(pair, bytes) {
    let left = Buffer.concat([pair.rest, bytes]);
    while (left.length >= 5 && left.length > left.readInt32BE(1)) {
      const length = 1 + left.readInt32BE(1);
      const message = Buffer.from(left.subarray(0, length));
      left = left.subarray(length);
      if (message[0] !== notification || this.#ear === 'sound') pair.node.write(message);
      else if (this.#ear === 'late') pair.kept.push(message);
    }
    pair.rest = Buffer.from(left);
  }
}

function end({ node, postgres }) {
  node.destroy();
  postgres.destroy();
}
