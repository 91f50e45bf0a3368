import type { BrowserContext } from 'playwright-core';

/** Collects all that must not happen in a page: a request to elsewhere, an error or warning, a broken policy. */
export async function heardIn(context: BrowserContext, url: string, ...others: string[]): Promise<string[]> {
  const complaints: string[] = [];
  const hosts = [url, ...others].map((one) => new URL(one).host);
  const requested = (address: string) => {
    if (!address.startsWith('data:') && !hosts.includes(new URL(address).host))
      complaints.push(`request to ${address}`);
  };
  context.on('request', (request) => requested(request.url()));
  context.on('page', (page) => page.on('websocket', (socket) => requested(socket.url())));
  context.on('weberror', (error) => complaints.push(`uncaught: ${error.error()}`));
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    // What a page has begun to load when it is closed or reloaded.
    if (reason !== 'net::ERR_ABORTED') complaints.push(`no answer: ${request.url()} ${reason}`);
  });
  context.on('console', (message) => {
    if (['error', 'warning', 'assert'].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  await context.exposeFunction('violated', (what: string) => complaints.push(`against the policy: ${what}`));
  await context.addInitScript(reportViolations);
  return complaints;
}

function reportViolations(): void {
  const page = globalThis as unknown as EventTarget & { violated(what: string): void };
  page.addEventListener('securitypolicyviolation', (event) => {
    const { violatedDirective, blockedURI } = event as Event & { violatedDirective: string; blockedURI: string };
    page.violated(`${violatedDirective} ${blockedURI}`);
  });
}
