import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const WORKERS = {
  'editor.worker': 'monaco-editor/esm/vs/editor/editor.worker.js',
  'json.worker': 'monaco-editor/esm/vs/language/json/json.worker.js',
  'graphql.worker': 'monaco-graphql/esm/graphql.worker.js',
};

/** Everything but the page lies in a folder named by `version`, so that browsers may keep it for ever. */
export async function bundle(outdir, version) {
  const assets = `assets/${version}`;
  const common = { ...OPTIONS, outdir: join(outdir, assets) };
  await Promise.all([
    build({ ...common, entryPoints: { main: 'src/graphiql/main.tsx' }, format: 'esm', splitting: true }),
    build({ ...common, entryPoints: WORKERS, format: 'iife' }),
  ]);
  const page = await readFile('src/graphiql/index.html', 'utf8');
  await writeFile(join(outdir, 'index.html'), page.replaceAll('%ASSETS%', assets));
}

const OPTIONS = {
  bundle: true,
  minify: true,
  target: 'es2022',
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'linked',
  logLevel: 'silent',
  // GraphiQL imports two of prettier's parsers as CommonJS, whose named exports a split bundle does not have.
  alias: { 'prettier/parser-babel': 'prettier/plugins/babel', 'prettier/parser-graphql': 'prettier/plugins/graphql' },
  plugins: [
    {
      // graphiql/style.css has these already.
      name: 'without-monaco-styles',
      setup({ onLoad }) {
        onLoad({ filter: /monaco-editor.*\.css$/ }, () => ({ contents: '', loader: 'js' }));
      },
    },
  ],
};
