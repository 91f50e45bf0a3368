import { join, sep } from 'node:path';

/** Where the package lies, whether this runs from its sources or from `dist/`. */
export const packageRoot = join(
  __dirname,
  __dirname.endsWith(join(sep, 'dist', 'src', 'kernel')) ? '../../..' : '../..',
);
