import { type Kept, keep } from './kept';

/** Renewed when less than this is left of a token, or a third of its life if that is shorter. */
const marginMs = 30_000;

/** Who looks, in this browser tab: two windows may be two parties. One session lasts through all tokens that it gets. */
export class Session {
  /** Tells it from others in this page. */
  readonly key = newKey();
  private renewing: Promise<void> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(private kept: Kept) {
    keep(kept);
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

  /** A good one, as far as can be known here: if none is to be had, the server refuses the old one. */
  async token(): Promise<string> {
    const { issued } = this.kept;
    if (issued?.refreshToken !== undefined && isEnding(issued)) {
      this.renewing ??= this.renew().finally(() => {
        this.renewing = undefined;
      });
      await this.renewing;
    }
    return this.kept.token;
  }

  async headers(): Promise<Record<string, string>> {
    const { actingFor } = this;
    const authorization = `Bearer ${await this.token()}`;
    return { authorization, ...(actingFor !== undefined && { 'acting-for': actingFor }) };
  }

  /** The server takes its token no more. */
  refuse(): void {
    for (const listener of this.listeners) listener();
  }

  readonly whenRefused = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private async renew(): Promise<void> {
    const { renewed } = await import('./issuer');
    this.kept = await renewed(this.kept);
    keep(this.kept);
  }
}

let keys = 0;

function newKey(): number {
  keys += 1;
  return keys;
}

function isEnding({ since, until }: { readonly since: number; readonly until: number }): boolean {
  return until - Date.now() < Math.min(marginMs, (until - since) / 3);
}

/** Beside the page, whatever comes before both. */
export const apiUrl = new URL('graphql', document.baseURI).href;
