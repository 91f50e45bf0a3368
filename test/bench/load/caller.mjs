import { connect } from 'node:net';

const endOfHead = '\r\n\r\n';

/** One HTTP connection that is kept, for one request at a time. */
export class Caller {
  received = null;
  answered = undefined;
  isOver = false;

  constructor({ port, path, token }) {
    this.head = [
      `POST ${path} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      'Content-Type: application/json',
      'Accept: application/json',
      `Authorization: Bearer ${token}`,
      'Content-Length: ',
    ].join('\r\n');
    this.socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.socket.on('data', (chunk) => this.read(chunk));
    this.socket.on('error', (error) => this.answered?.reject(error));
    this.socket.on('close', () => {
      this.isOver = true;
      this.answered?.reject(new Error('The connection was closed.'));
    });
  }

  /** Resolves with the body of the answer, or fails if it tells of a fault. */
  post(body) {
    return new Promise((resolve, reject) => {
      this.answered = { resolve, reject };
      this.socket.write(`${this.head}${Buffer.byteLength(body)}${endOfHead}${body}`);
    });
  }

  leave() {
    this.socket.resetAndDestroy();
  }

  read(chunk) {
    this.received = this.received ? Buffer.concat([this.received, chunk]) : chunk;
    const from = this.received.indexOf(endOfHead) + endOfHead.length;
    if (from < endOfHead.length) return;
    const head = this.received.latin1Slice(0, from);
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? Number.NaN);
    if (Number.isNaN(length)) return this.fail(head);
    if (this.received.length < from + length) return;
    const body = this.received.subarray(from, from + length);
    this.received = null;
    if (head.slice(9, 12) !== '200' || body.includes('"errors"')) return this.fail(head + body.toString());
    this.answered.resolve(body);
  }

  fail(answer) {
    this.received = null;
    this.answered?.reject(new Error(`refused: ${answer.slice(0, 1000)}`));
  }
}
