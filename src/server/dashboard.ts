import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Router } from 'express';
import { pageHeaders } from './page-headers';

// Nothing may come from or go to another origin. 'self' covers the WebSocket on the same host.
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The dashboard as the build left it in `assetsDir`: one page, and what it loads. */
export function dashboard(assetsDir: string): Router {
  const page = join(assetsDir, 'index.html');
  const router = express.Router();
  router.use('/assets', pageHeaders(CONTENT_SECURITY_POLICY), express.static(join(assetsDir, 'assets'), hashed));
  router.get('/', pageHeaders(CONTENT_SECURITY_POLICY), (request, response) => {
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
