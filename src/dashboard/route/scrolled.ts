/** What a hand does that wants to be somewhere else. */
const byHand = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;
const storedAs = 'cellule:scrolled';

/** Once it is there, what still comes above it may take so long. */
const settledMs = 5_000;

/**
 * Where the pages in the history of this window were scrolled to. Who goes back, or loads a page anew, finds it there again
 * as soon as it is long enough, unless a hand has scrolled it by then.
 */
export class Scrolled {
  private readonly tops = new Map<string, number>(stored());
  private entry = entryKey();
  private wanted = this.tops.get(this.entry);
  private readonly growth = new ResizeObserver(() => this.pursue());
  private isPursued = false;
  /** The address of the page that is there; it changes before the page does. */
  private shown = location.hash;
  /** Where it was scrolled to from here. */
  private at = 0;
  private settling: ReturnType<typeof setTimeout> | undefined;

  /** Whether the page was scrolled before; where it was not, one arrives at its top. */
  get isKnown(): boolean {
    return this.wanted !== undefined;
  }

  start(): () => void {
    // The browser would scroll before the page is there.
    history.scrollRestoration = 'manual';
    const listening = new AbortController();
    const { signal } = listening;
    window.addEventListener('popstate', () => this.turn(), { signal });
    window.addEventListener('hashchange', () => this.begin(), { signal });
    window.addEventListener('scroll', () => this.note(), { signal, passive: true });
    window.addEventListener('pagehide', () => this.keep(), { signal });
    for (const deed of byHand) window.addEventListener(deed, () => this.leave(), { signal, passive: true });
    this.begin();
    return () => {
      listening.abort();
      this.end();
      history.scrollRestoration = 'auto';
    };
  }

  /** Before the other page is shown. */
  private turn(): void {
    this.end();
    this.entry = entryKey();
    this.wanted = this.tops.get(this.entry);
  }

  private begin(): void {
    this.shown = location.hash;
    if (this.wanted === undefined) return;
    this.isPursued = true;
    // What comes above moves the page down, and not the place in it.
    document.documentElement.style.overflowAnchor = 'none';
    this.growth.observe(document.body);
    // At once: how far down the page before this one was is no hand's doing.
    this.pursue();
  }

  private pursue(): void {
    if (this.wanted === undefined || !this.isPursued) return;
    clearTimeout(this.settling);
    this.at = Math.min(this.wanted, lowest());
    window.scrollTo(0, this.at);
    if (this.at === this.wanted) this.settling = setTimeout(() => this.end(), settledMs);
  }

  private end(): void {
    this.isPursued = false;
    clearTimeout(this.settling);
    this.growth.disconnect();
    document.documentElement.style.overflowAnchor = '';
  }

  private leave(): void {
    this.wanted = undefined;
    this.end();
  }

  private note(): void {
    if (location.hash !== this.shown) return;
    const top = window.scrollY;
    const isOwn = [this.at, lowest()].some((own) => Math.abs(top - own) < 2);
    if (this.isPursued && isOwn) return;
    if (this.isPursued) this.leave();
    this.tops.set(this.entry, top);
  }

  private keep(): void {
    sessionStorage.setItem(storedAs, JSON.stringify([...this.tops]));
  }
}

function lowest(): number {
  return Math.max(0, document.documentElement.scrollHeight - window.innerHeight);
}

function stored(): [string, number][] {
  return JSON.parse(sessionStorage.getItem(storedAs) ?? '[]');
}

/** What the entry of the history is known by, from when it is first looked at. */
function entryKey(): string {
  const { scrolledAs } = (history.state ?? {}) as { readonly scrolledAs?: string };
  if (scrolledAs !== undefined) return scrolledAs;
  const made = `${performance.timeOrigin + performance.now()}`;
  history.replaceState({ ...history.state, scrolledAs: made }, '');
  return made;
}
