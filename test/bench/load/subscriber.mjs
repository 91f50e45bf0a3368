import { connect } from 'node:net';
import { FrameReader, textFrame } from './frames.mjs';

// One for all sockets of the process: what was read is used before the next read.
const shared = Buffer.allocUnsafeSlow(1 << 20);
const [zero, nine, brace, semicolon] = [0x30, 0x39, 0x7d, 0x3b];
const headEnd = Buffer.from('"head":{"number":');
const stamp = Buffer.from('T=');

/**
 * One subscription over a TCP socket of its own. It knows how far it is by the number at the end of each message, and
 * tells `onEntries` how many entries that was.
 */
export class Subscriber {
  at = undefined;
  isUpgraded = false;
  isAcknowledged = false;

  constructor(options, { onBegun, onEntries, onFault }) {
    Object.assign(this, { options, onBegun, onEntries, onFault });
    const onread = { buffer: shared, callback: (length, buffer) => this.read(buffer.subarray(0, length)) };
    this.socket = connect({ port: options.port, host: '127.0.0.1', noDelay: true, onread });
    this.frames = new FrameReader(this.socket, {
      onText: (bytes, from, to) => this.receive(bytes, from, to),
      onClose: (reason) => this.onFault(`closed: ${reason}`),
    });
    this.socket.on('connect', () => this.socket.write(upgrade(options.port)));
    this.socket.on('error', (error) => this.onFault(error.message));
  }

  /** Leaves nothing behind that would keep the port busy. */
  leave() {
    this.socket.resetAndDestroy();
  }

  read(chunk) {
    if (this.isUpgraded) {
      this.frames.read(chunk);
      return true;
    }
    const end = chunk.indexOf('\r\n\r\n');
    if (end < 0 || chunk.latin1Slice(9, 12) !== '101') {
      this.onFault(`no upgrade: ${chunk.toString().slice(0, 200)}`);
      return true;
    }
    this.isUpgraded = true;
    this.send({ type: 'connection_init', payload: { authorization: `Bearer ${this.options.token}` } });
    this.frames.read(chunk.subarray(end + 4));
    return true;
  }

  receive(bytes, from, to) {
    const number = numberAtEnd(bytes, from, to);
    if (number === undefined) return this.converse(bytes.toString('utf8', from, to));
    const before = this.at;
    this.at = number;
    if (before === undefined) return this.onBegun(bytes.subarray(from, to));
    if (number <= before) return this.onFault(`after ${before} came ${number}`);
    if (this.options.isSampled) this.check(bytes.subarray(from, to), number - before);
    return this.onEntries(number - before, bytes, from, to);
  }

  /** Where it looks closely, each entry must be there once, and tells when it was sent. */
  check(message, entries) {
    const now = process.hrtime.bigint();
    let found = 0;
    for (let at = message.indexOf(stamp); at >= 0; at = message.indexOf(stamp, at + 2)) {
      const sent = message.latin1Slice(at + 2, message.indexOf(semicolon, at));
      this.options.latencies.push(Number(now - BigInt(sent)) / 1e6);
      found += 1;
    }
    if (found !== entries) this.onFault(`${found} entries in a message that says ${entries}`);
  }

  converse(message) {
    if (message.includes('connection_ack'))
      this.send({ id: this.options.id, type: 'subscribe', payload: this.options.payload });
    else if (message.includes('"ping"')) this.send({ type: 'pong' });
    else if (!message.includes('"journal":{}')) this.onFault(message.slice(0, 500));
  }

  send(message) {
    this.socket.write(textFrame(JSON.stringify(message)));
  }
}

/** The number of the head, which the document asks for last. */
function numberAtEnd(bytes, from, to) {
  let at = to - 1;
  while (bytes[at] === brace) at -= 1;
  let number = 0;
  for (let power = 1; bytes[at] >= zero && bytes[at] <= nine; at -= 1, power *= 10)
    number += (bytes[at] - zero) * power;
  const start = at + 1 - headEnd.length;
  return start > from && headEnd.compare(bytes, start, at + 1) === 0 ? number : undefined;
}

function upgrade(port) {
  return [
    'GET /graphql HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Protocol: graphql-transport-ws',
    '\r\n',
  ].join('\r\n');
}
