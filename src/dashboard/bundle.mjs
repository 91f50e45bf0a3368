import { build } from 'vite';

/** The page, and beside it what browsers may keep for ever: the name of each asset has its hash. */
export async function bundle(outDir) {
  await build({
    root: import.meta.dirname,
    configFile: false,
    envFile: false,
    base: './',
    logLevel: 'error',
    esbuild: { jsx: 'automatic' },
    define: { 'globalThis.__DEV__': 'false' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // How big it may be is for test/dashboard/size.test.ts to say.
      chunkSizeWarningLimit: 10_000,
    },
  });
}
