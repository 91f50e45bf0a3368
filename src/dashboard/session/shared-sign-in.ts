import type { Kept } from './kept';

type Tokens = Pick<Kept, 'token' | 'issued'>;
type Told =
  | { readonly kind: 'asked' }
  | { readonly kind: 'left' }
  | { readonly kind: 'tokens'; readonly tokens: Tokens };

interface Hearing {
  /** What the tokens are; only the tab that renews them is asked. */
  readonly onAsked: () => Promise<Tokens>;
  readonly onTokens: (tokens: Tokens) => void;
  readonly onLeft: () => void;
}

/**
 * The tabs that go on from one sign-in. A refresh token is good for once, and a duplicated tab has that of its original: so one
 * of them renews, which holds a lock as long as it is open, and tells the others.
 */
export class SharedSignIn {
  private isOnUs = false;
  private readonly channel: BroadcastChannel;
  private readonly over = new AbortController();
  private release = () => {};
  private waiting: (() => void)[] = [];

  constructor(
    signIn: string,
    private readonly hearing: Hearing,
  ) {
    const name = `cellule:sign-in:${signIn}`;
    this.channel = new BroadcastChannel(name);
    this.channel.onmessage = ({ data }: MessageEvent<Told>) => this.hear(data);
    // A tab that was closed and is opened again has the tokens of then.
    this.say({ kind: 'asked' });
    const held = new Promise<void>((resolve) => {
      this.release = resolve;
    });
    const hold = () => {
      this.isOnUs = true;
      this.wake();
      return held;
    };
    navigator.locks.request(name, { signal: this.over.signal }, hold).catch(() => undefined);
  }

  /** Answers whether it is on this tab to renew; if not, it was asked for the tokens, and they came or the time was up. */
  async turn(withinMs: number): Promise<boolean> {
    if (this.isOnUs) return true;
    const heard = new Promise<void>((resolve) => {
      this.waiting.push(resolve);
      setTimeout(resolve, withinMs);
    });
    this.say({ kind: 'asked' });
    await heard;
    return this.isOnUs;
  }

  tell({ token, issued }: Tokens): void {
    this.say({ kind: 'tokens', tokens: { token, ...(issued && { issued }) } });
  }

  /** Whoever signs out does so in all of its tabs: the issuer takes their tokens no more. */
  leave(): void {
    this.say({ kind: 'left' });
  }

  /** Another tab may renew, once a renewal that is under way is through. */
  async end(renewing: Promise<void> | undefined): Promise<void> {
    this.over.abort();
    await renewing?.catch(() => undefined);
    this.channel.close();
    this.release();
  }

  private hear(told: Told): void {
    if (told.kind === 'asked') {
      if (this.isOnUs)
        this.hearing.onAsked().then(
          (tokens) => this.tell(tokens),
          () => undefined,
        );
    } else if (told.kind === 'left') {
      this.hearing.onLeft();
    } else {
      this.hearing.onTokens(told.tokens);
      this.wake();
    }
  }

  private say(told: Told): void {
    if (!this.over.signal.aborted || told.kind === 'tokens') this.channel.postMessage(told);
  }

  private wake(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}
