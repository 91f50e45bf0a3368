import { useCallback, useEffect, useRef } from 'react';
import { eraseWordsOf } from './own';

/**
 * Tells the windows of this browser that this one is signed in for an owner of words, as long as it is. What is answered signs
 * it out: the last one takes along what was being written, since nobody sees it any more.
 */
export function usePresence(owner: string | undefined): () => Promise<void> {
  const presence = useRef<Presence>(undefined);
  useEffect(() => {
    if (owner === undefined) return;
    const here = new Presence(owner);
    presence.current = here;
    return () => here.end();
  }, [owner]);
  return useCallback(async () => presence.current?.signOut(), []);
}

class Presence {
  private release = () => {};
  private readonly released: Promise<unknown> | undefined;

  constructor(private readonly owner: string) {
    const held = new Promise<void>((resolve) => {
      this.release = resolve;
    });
    this.released = locks()?.request(this.name, { mode: 'shared' }, () => held);
  }

  end(): void {
    this.release();
  }

  async signOut(): Promise<void> {
    this.release();
    await this.released;
    const eraseIfLast = (lock: Lock | null) => (lock ? eraseWordsOf(this.owner) : undefined);
    const known = locks();
    // Where windows cannot know of each other, nothing stays behind at a shared desk.
    if (known) await known.request(this.name, { ifAvailable: true }, eraseIfLast);
    else eraseWordsOf(this.owner);
  }

  private get name(): string {
    return `cellule:signed-in:${this.owner}`;
  }
}

/** Without HTTPS a browser has none. */
function locks(): LockManager | undefined {
  return (navigator as Partial<Navigator>).locks;
}
