import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { packageRoot } from '../../src/kernel/package-root';
import { declare, oneTo, write } from '../journal/crisis';
import { startTestCellule, type TestCellule } from '../support/cellule';
import { describeInBrowser, openBrowser } from '../support/chromium';
import { Line } from './line';

const page = `
import { followJournal } from 'cellule/client';
window.follow = (options) => {
  window.numbers = [];
  window.following = followJournal({
    ...options,
    url: location.origin + '/graphql',
    after: [],
    checksContent: true,
    onUpdate(update) { if (update.kind === 'lines') window.numbers.push(...update.lines.map(({ number }) => number)); },
  });
};`;

describeInBrowser('the client in a browser', () => {
  let cellule: TestCellule;
  let browser: Browser;
  let line: Line;
  beforeAll(async () => {
    cellule = await startTestCellule();
    browser = await openBrowser();
    line = new Line(Number(new URL(cellule.cellule.url).port));
  });
  afterAll(async () => {
    await browser?.close();
    await line.close();
    await cellule.stop();
  });

  test('each line comes once there too, over cuts, in a bundle of a few kilobytes', async () => {
    const { outputFiles } = await build({
      stdin: { contents: page, resolveDir: packageRoot },
      bundle: true,
      format: 'iife',
      minify: true,
      platform: 'browser',
      write: false,
    });
    const script = outputFiles[0]?.text ?? '';
    const bretagne = await cellule.party('ARS-BRE');
    const { id } = await declare(bretagne);
    const url = await line.open();
    const tab = await browser.newPage();
    await tab.goto(`${url}/health`);
    await tab.evaluate(script);
    const reached = (number: number) =>
      tab.waitForFunction((last) => (globalThis as never as Page).numbers.at(-1) === last, number);

    await tab.evaluate((token) => (globalThis as never as Page).follow({ token }), bretagne.token);
    for (const round of oneTo(3)) {
      const { number } = await write(bretagne, id, `Ligne ${round}`);
      await reached(number);
      line.cut();
    }
    const { number } = await write(bretagne, id, 'La dernière');
    await reached(number);

    expect(await tab.evaluate(() => (globalThis as never as Page).numbers)).toEqual(oneTo(number));
    expect(script.length).toBeLessThan(60_000);
  });
});

interface Page {
  readonly numbers: number[];
  follow(options: { token: string }): void;
}
