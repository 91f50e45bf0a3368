import type { AddressInfo } from 'node:net';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** A way to the server that can be cut, as by a cable that is pulled, and mended at the same address. */
export interface CuttableLink {
  readonly url: string;
  cut(): Promise<void>;
  /** Lets no socket open until it is mended. */
  holdSockets(): void;
  mend(): Promise<void>;
}

export async function aCuttableLink(to: string): Promise<CuttableLink> {
  const sockets = new Set<Socket>();
  let held: (() => void)[] | undefined;
  // Also those on which nothing was said yet, as browsers open them ahead.
  const known = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  };
  const carry = (near: Socket): void => {
    known(near);
    near.on('error', () => near.destroy());
    near.once('data', (head) => {
      near.pause();
      near.unshift(head);
      if (held && /^upgrade: websocket/im.test(head.toString('latin1'))) held.push(() => carryOn(near));
      else carryOn(near);
    });
  };
  const carryOn = (near: Socket): void => {
    if (near.destroyed) return;
    const far = connect(Number(new URL(to).port), '127.0.0.1');
    known(far);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      socket.on('error', () => other.destroy());
      socket.on('close', () => other.destroy());
      socket.pipe(other);
    }
  };
  let server: Server = await listening(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    cut: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    holdSockets: () => {
      held = [];
    },
    mend: async () => {
      for (const carryHeld of held ?? []) carryHeld();
      held = undefined;
      if (!server.listening) server = await listening(port);
    },
  };

  async function listening(at: number): Promise<Server> {
    const next = createServer(carry);
    await new Promise<void>((resolve) => next.listen(at, '127.0.0.1', resolve));
    return next;
  }
}
