const [finalText, shortest, middle] = [0x81, 126, 0x10000];

/** One unmasked text message in one frame (RFC 6455, section 5.2), so that many sockets are written the same bytes. */
export function textFrame(parts: readonly Buffer[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const header = length < shortest ? 2 : length < middle ? 4 : 10;
  const frame = Buffer.allocUnsafe(header + length);
  frame[0] = finalText;
  if (header === 2) frame[1] = length;
  if (header === 4) frame[1] = 126;
  if (header === 4) frame.writeUInt16BE(length, 2);
  if (header === 10) frame[1] = 127;
  if (header === 10) frame.writeBigUInt64BE(BigInt(length), 2);
  let place = header;
  for (const part of parts) {
    frame.set(part, place);
    place += part.length;
  }
  return frame;
}
