// As much of RFC 6455 as a client needs that should cost its core as little as possible.
const text = 1;
const close = 8;
const ping = 9;

/** A masked text frame; the mask is zero, so that nothing has to be masked. */
export function textFrame(message) {
  const payload = Buffer.from(message);
  const length =
    payload.length < 126 ? [0x80 | payload.length] : [0x80 | 126, payload.length >> 8, payload.length & 255];
  return Buffer.concat([Buffer.from([0x80 | text, ...length, 0, 0, 0, 0]), payload]);
}

function pongFrame(payload) {
  return Buffer.concat([Buffer.from([0x8a, 0x80 | payload.length, 0, 0, 0, 0]), payload]);
}

/** Reads what a server sends over one socket; `onText` gets each message as a part of a buffer that is used again. */
export class FrameReader {
  rest = null;

  constructor(socket, { onText, onClose }) {
    this.socket = socket;
    this.onText = onText;
    this.onClose = onClose;
  }

  read(chunk) {
    const bytes = this.rest ? Buffer.concat([this.rest, chunk]) : chunk;
    let at = 0;
    for (;;) {
      const frame = frameAt(bytes, at);
      if (!frame) break;
      this.take(frame.kind, bytes, frame.from, frame.to);
      at = frame.to;
    }
    this.rest = at < bytes.length ? Buffer.from(bytes.subarray(at)) : null;
  }

  take(kind, bytes, from, to) {
    if (kind === text) this.onText(bytes, from, to);
    if (kind === ping) this.socket.write(pongFrame(bytes.subarray(from, to)));
    if (kind === close) this.onClose(bytes.toString('utf8', from + 2, to));
  }
}

function frameAt(bytes, at) {
  const left = bytes.length - at;
  if (left < 2) return undefined;
  const short = bytes[at + 1] & 127;
  const header = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (left < header) return undefined;
  const length =
    header === 2 ? short : header === 4 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
  const from = at + header;
  return bytes.length < from + length ? undefined : { kind: bytes[at] & 15, from, to: from + length };
}
