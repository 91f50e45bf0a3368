import type { Page, WebSocketRoute } from 'playwright-core';

/** The sockets of a page, as the network may treat them. */
export interface Sockets {
  /** Nothing comes or goes any more on those that are open, and nobody is told. */
  freeze(): void;
  /** Closes what the overview's list comes by, and holds back what would begin it again. */
  cutList(): Promise<void>;
  /** Lets go on what was held back. */
  mendList(): void;
}

/** Looks after all sockets that the page opens from now on. */
export async function socketsOf(page: Page): Promise<Sockets> {
  const open = new Set<{ isFrozen: boolean }>();
  const ofList = new Set<WebSocketRoute>();
  let held: (() => void)[] | undefined;
  await page.routeWebSocket(/\/graphql$/, (near) => {
    const far = near.connectToServer();
    const socket = { isFrozen: false };
    open.add(socket);
    near.onMessage((message) => {
      if (socket.isFrozen) return;
      const isOfList = `${message}`.includes('"Overview"');
      if (isOfList) ofList.add(near);
      if (isOfList && held) held.push(() => far.send(message));
      else far.send(message);
    });
    far.onMessage((message) => {
      if (!socket.isFrozen) near.send(message);
    });
  });
  return {
    freeze: () => {
      for (const socket of open) socket.isFrozen = true;
    },
    cutList: async () => {
      held = [];
      for (const near of ofList) await near.close({ code: 1012 });
      ofList.clear();
    },
    mendList: () => {
      for (const send of held ?? []) send();
      held = undefined;
    },
  };
}
