import { type Kept, keep } from './kept';
import { SharedSignIn } from './shared-sign-in';

/** Renewed when less than this is left of a token, or a third of its life if that is shorter. */
const marginMs = 30_000;
/** How long after an issuer was not to be reached it is tried again. */
const againMs = 2_000;

/** Why a session ended that nobody ended in this tab. */
export type Ended = 'refused' | 'elsewhere';

/** Who looks, in this browser tab: two windows may be two parties. One session lasts through all tokens that it gets. */
export class Session {
  private renewing: Promise<void> | undefined;
  private isOver = false;
  private readonly listeners = new Set<(why: Ended) => void>();
  private readonly doubting = new Set<() => void>();
  /** With the tabs that were duplicated from this one. */
  private readonly shared: SharedSignIn | undefined;

  constructor(private kept: Kept) {
    keep(kept);
    const signIn = kept.issued?.signIn;
    if (signIn === undefined) return;
    // It is here before it is needed: a server that comes back as another version has it under another name.
    void import('./issuer').catch(() => undefined);
    this.shared = new SharedSignIn(signIn, {
      onAsked: async () => {
        await this.renewInTime();
        return this.kept;
      },
      onTokens: ({ token, issued }) => {
        if (!issued || issued.since < (this.kept.issued?.since ?? 0)) return;
        this.take({ ...this.kept, token, issued });
      },
      onLeft: () => this.tell('elsewhere'),
    });
  }

  /** The code of the stakeholder to act for, of who may act for several. */
  get actingFor(): string | undefined {
    return this.kept.actingFor;
  }

  get issued(): Kept['issued'] {
    return this.kept.issued;
  }

  /** The same person, for another stakeholder; for none, the server asks for whom. */
  forStakeholder(code?: string): Session {
    const { actingFor, ...rest } = this.kept;
    return new Session({ ...rest, ...(code !== undefined && { actingFor: code }) });
  }

  /**
   * A good one, as far as can be known here: where the issuer refuses another, the server refuses the old one. While the
   * issuer is not to be reached, and the old one has ended, it is waited for.
   */
  async token(): Promise<string> {
    while (!this.isOver && this.isRenewable && isEnding(this.kept.issued)) {
      await this.renewInTime();
      if (!this.isRenewable || remaining(this.kept.issued) > 0) break;
      await new Promise((resolve) => setTimeout(resolve, againMs));
    }
    return this.kept.token;
  }

  /** Nobody waits for a token any more. */
  end(): void {
    this.isOver = true;
    void this.shared?.end(this.renewing);
  }

  /** Signs out, in all the tabs that go on from this sign-in. */
  leave(): void {
    this.shared?.leave();
    this.end();
  }

  async headers(): Promise<Record<string, string>> {
    const { actingFor } = this;
    // A header holds no other characters, and no token has them: it is for the server to say that it is none.
    const authorization = `Bearer ${(await this.token()).replace(/[^!-~]/g, '?')}`;
    return { authorization, ...(actingFor !== undefined && { 'acting-for': actingFor }) };
  }

  /** The server takes its token no more. */
  refuse(): void {
    this.tell('refused');
  }

  readonly whenEnded = (listener: (why: Ended) => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** A request found no network: whether the server is there is to be asked. */
  doubt(): void {
    for (const listener of this.doubting) listener();
  }

  /** That it was told so, by who has met with it: it proves nothing. */
  readonly whenDoubted = (listener: () => void): (() => void) => {
    this.doubting.add(listener);
    return () => this.doubting.delete(listener);
  };

  private get isRenewable(): boolean {
    return this.kept.issued?.refreshToken !== undefined;
  }

  private tell(why: Ended): void {
    for (const listener of this.listeners) listener(why);
  }

  /** Once, whoever asks for it. */
  private async renewInTime(): Promise<void> {
    if (!this.isRenewable || !isEnding(this.kept.issued)) return;
    this.renewing ??= this.renew().finally(() => {
      this.renewing = undefined;
    });
    await this.renewing;
  }

  private async renew(): Promise<void> {
    const isOnUs = (await this.shared?.turn(againMs)) ?? true;
    if (this.isOver || !isOnUs || !isEnding(this.kept.issued)) return;
    const { renewed } = await import('./issuer');
    const next = await renewed(this.kept);
    this.take(next);
    this.shared?.tell(next);
  }

  private take(next: Kept): void {
    if (this.isOver) return;
    this.kept = next;
    keep(next);
  }
}

function isEnding(issued: Kept['issued']): boolean {
  return issued !== undefined && remaining(issued) < Math.min(marginMs, (issued.until - issued.since) / 3);
}

function remaining(issued: Kept['issued']): number {
  return issued === undefined ? 0 : issued.until - Date.now();
}

/** Beside the page, whatever comes before both. */
export const apiUrl = new URL('graphql', document.baseURI).href;
