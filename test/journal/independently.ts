import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What a program that has nothing of Cellule says of an export. */
export function independently(file: string): Promise<{ code: number; said: string }> {
  const verifier = join(__dirname, 'independent-verifier.mjs');
  return promisify(execFile)(process.execPath, [verifier, file]).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stdout }) => ({ code, said: stdout }),
  );
}
