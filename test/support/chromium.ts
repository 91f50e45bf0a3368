import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const chromiumPath: string | undefined = [process.env.CHROMIUM_PATH ?? '', ...PLACES].find(
  (path) => path !== '' && existsSync(path),
);

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** For what is awaited, on a machine that others keep busy too. */
const patienceMs = 60_000;

export async function openBrowser(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error(`Expected Chromium at CHROMIUM_PATH or one of ${PLACES.join(', ')}`);
  return chromium.launch({
    executablePath: chromiumPath,
    headless: true,
    chromiumSandbox: process.getuid?.() !== 0,
    args: FLAGS,
  });
}

/** The windows of one person, who reads French unless said otherwise. */
export async function aContext(browser: Browser, locale = 'fr-FR'): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, locale });
  context.setDefaultTimeout(patienceMs);
  return context;
}

/** Without Chromium these tests are skipped on a developer's machine, and fail in CI, where nobody would notice. */
export function describeInBrowser(name: string, tests: () => void): void {
  if (chromiumPath !== undefined) {
    describe(name, tests);
    return;
  }
  if (process.env.CI === 'true') {
    describe(name, () => {
      test('Chromium is installed', () => {
        throw new Error(
          `CI must not skip the browser tests: expected Chromium at CHROMIUM_PATH or ${PLACES.join(', ')}`,
        );
      });
    });
    return;
  }
  process.stderr.write(`\nSKIPPED, no Chromium found: the browser tests "${name}". Install it or set CHROMIUM_PATH.\n`);
  describe.skip(name, tests);
}
