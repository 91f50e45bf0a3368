import type { RequestHandler } from 'express';

/** What every page says to the browser besides what it may load. */
export function pageHeaders(contentSecurityPolicy: string): RequestHandler {
  return (_request, response, next) => {
    response.set({
      'Content-Security-Policy': contentSecurityPolicy,
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
    });
    next();
  };
}
