import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** The line between a client and a server, to be cut, or to go dead without a word. */
export class Line {
  private readonly server: Server;
  private readonly ends = new Set<Socket>();
  connections = 0;
  cuts = 0;
  /** How many bytes a connection carries towards the client before it breaks. */
  private bytesUntilCut = (): number => Number.POSITIVE_INFINITY;

  constructor(private readonly port: number) {
    this.server = createServer((near) => this.carry(near));
  }

  async open(port = 0): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** What is on it now is gone; who connects anew gets through. */
  cut(): void {
    for (const end of this.ends) end.destroy();
  }

  /** From now on each connection breaks after so many bytes, wherever in a message that is. */
  breaksAfter(bytes: () => number): void {
    this.bytesUntilCut = bytes;
  }

  holds(): void {
    this.bytesUntilCut = () => Number.POSITIVE_INFINITY;
  }

  /** What is on it now is still there, and hears nothing more. */
  goDead(): void {
    for (const end of this.ends) end.pause().unpipe();
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.cut();
    await closed;
  }

  private carry(near: Socket): void {
    this.connections += 1;
    const far = connect(this.port, '127.0.0.1');
    let left = this.bytesUntilCut();
    far.on('data', ({ length }: Buffer) => {
      left -= length;
      if (left > 0) return;
      this.cuts += 1;
      near.destroy();
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.ends.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        this.ends.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }
}
