import type { IncomingMessage } from 'node:http';
import type { Viewer } from '../access/viewer';
import type { Config } from '../kernel/config';
import { AppError } from '../kernel/errors';
import { originOf, trustOf } from './address';
import { Headcount } from './headcount';
import { keyOf, Rates } from './rates';

/** Lets in as many, and as often, as the limits say: one for HTTP and WebSockets, so that they count together. */
export class Gate {
  readonly trust: ReturnType<typeof trustOf>;
  private readonly rates: Rates;
  private readonly socketsOfOrigins: Headcount;
  private readonly socketsOfViewers: Headcount;

  constructor(
    { trustedProxy, limits }: Pick<Config, 'trustedProxy' | 'limits'>,
    private readonly room: () => Promise<void> = async () => undefined,
  ) {
    this.trust = trustOf(trustedProxy);
    this.rates = new Rates(limits);
    this.socketsOfOrigins = new Headcount(limits.socketsPerAddress);
    this.socketsOfViewers = new Headcount(limits.socketsPerViewer);
  }

  /** Whom a request or a connection counts for. */
  originOf(request: IncomingMessage): string {
    return originOf(request, this.trust);
  }

  /** Why another request or connection is not let in just now. */
  async request(origin: string): Promise<AppError | undefined> {
    try {
      await this.rates.ofOrigin(origin);
      return undefined;
    } catch (error) {
      if (error instanceof AppError) return error;
      throw error;
    }
  }

  /** Refuses what is asked by who leaves before there is room: they may have asked again, and would have it done twice. */
  async operation(viewer: Viewer, hasLeft: () => boolean): Promise<void> {
    await this.rates.ofViewer(viewer);
    // What anybody may read is not written down.
    if (viewer.kind !== 'anonymous') await this.room();
    if (hasLeft()) throw new AppError('UNAVAILABLE', 'Who asked has left.');
  }

  signingIn<Guest>(origin: string, signIn: () => Promise<Guest>): Promise<Guest> {
    return this.rates.signingIn(origin, signIn);
  }

  /** The way out of a socket that is let in. */
  socketOf(by: { readonly origin: string } | { readonly viewer: Viewer }): (() => void) | undefined {
    if ('origin' in by) return this.socketsOfOrigins.enter(by.origin);
    return by.viewer.kind === 'anonymous' ? () => undefined : this.socketsOfViewers.enter(keyOf(by.viewer));
  }
}
