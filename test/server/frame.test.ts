import type { Writable } from 'node:stream';
import { textFrame } from '../../src/server/frame';

/** How clients read frames; the library's types leave it out. */
const { Receiver } = jest.requireActual<{ Receiver: new (options: { isServer: boolean }) => Writable }>('ws');

test.each([0, 1, 125, 126, 65_535, 65_536, 200_000])(
  'a message of %d bytes is one frame that clients read',
  (length) => {
    const text = 'x'.repeat(length);
    const heard: string[] = [];
    const receiver = new Receiver({ isServer: false });
    receiver.on('message', (message: Buffer) => heard.push(String(message)));

    for (const parts of [[text], [text.slice(0, 40), text.slice(40)]])
      receiver.write(textFrame(parts.map((part) => Buffer.from(part))));

    expect(heard).toEqual([text, text]);
  },
);
