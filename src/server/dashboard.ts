import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Router } from 'express';
import type { OidcIssuer } from '../kernel/oidc-config';
import { pageHeaders } from './page-headers';

// Nothing may come from or go to another origin, but to those where people sign in. 'self' covers the WebSocket on the same host.
const policyOf = (origins: readonly string[]) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    ["connect-src 'self'", ...origins].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** A party that whoever opens the page may enter as. */
export interface Entrance {
  readonly name: string;
  /** What opens the page in its place, behind the page's address. */
  readonly fragment: string;
}

interface Options {
  /** Where the build left it: one page, and what it loads. */
  readonly assetsDir: string;
  readonly issuers: readonly OidcIssuer[];
  /** Of a demo, to who asked for this host; anywhere else there are none. */
  readonly entrances?: ((host: string) => readonly Entrance[]) | undefined;
}

/** The dashboard, and where people sign in to it. */
export function dashboard({ assetsDir, issuers, entrances }: Options): Router {
  const page = join(assetsDir, 'index.html');
  const places = issuers.flatMap(({ issuer, signIn }) => (signIn ? [{ issuer, ...signIn }] : []));
  const headers = pageHeaders(policyOf(places.map(({ issuer }) => new URL(issuer).origin)));
  const router = express.Router();
  router.use('/assets', headers, express.static(join(assetsDir, 'assets'), hashed));
  router.get('/sign-in.json', headers, ({ headers: { host = '' } }, response) => {
    const open = entrances && { entrances: entrances(host) };
    response.set('Cache-Control', 'no-store').json({ issuers: places, ...open });
  });
  router.get('/', headers, (request, response) => {
    // What the page loads is named from where it is.
    if (!request.originalUrl.split('?')[0]?.endsWith('/')) {
      response.redirect(`${request.originalUrl.split('?')[0]}/`);
      return;
    }
    response.set('Cache-Control', 'no-cache');
    if (existsSync(page)) response.sendFile(page, { cacheControl: false });
    else response.status(503).type('text').send('The dashboard is not built yet. Run "npm run build", then reload.\n');
  });
  return router;
}

/** Each is named by the hash of its content. */
const hashed = { immutable: true, maxAge: '1y', index: false } as const;
