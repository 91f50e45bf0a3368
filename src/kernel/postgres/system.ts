import { execFile } from 'node:child_process';
import { Refusal } from '../errors';
import type { Account } from './account';

/** Whether the error carries one of these codes: ENOENT and the like, or an SQLSTATE. */
export function isSystemError(error: unknown, ...codes: string[]): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && codes.includes(String(error.code));
}

export function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}

/** For `catch`: what is not there is `undefined`, any other trouble goes on. */
export function absent(error: unknown): undefined {
  if (isSystemError(error, 'ENOENT')) return undefined;
  throw error;
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return !isSystemError(error, 'ESRCH');
  }
}

/** How a child gets another account's rights, in a working directory that every account may enter. */
export function rightsOf(account: Account | undefined): { cwd: string } | { cwd: string; uid: number; gid: number } {
  return account === undefined ? { cwd: '/' } : { cwd: '/', uid: account.uid, gid: account.gid };
}

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, whatever its exit code; refuses if it could not run at all. */
export function run(file: string, args: readonly string[], account?: Account): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    execFile(file, args, rightsOf(account), (error, stdout, stderr) => {
      if (error === null) return resolve({ code: 0, stdout, stderr });
      if (typeof error.code === 'number') return resolve({ code: error.code, stdout, stderr });
      reject(new Refusal(whyNot(file, account, error)));
    });
  });
}

export function whyNot(file: string, account: Account | undefined, error: { code?: unknown; message: string }): string {
  const remedy = 'set DATABASE_URL to a PostgreSQL of your own';
  if (account === undefined || error.code !== 'EPERM')
    return `${file} does not run here (${error.message}): ${remedy}.`;
  return `PostgreSQL does not run as root, and root may not become "${account.name}" here: start Cellule as another user, or ${remedy}.`;
}
