import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { newId } from '../kernel/ids';

const prefixes = { SYSTEM: 'cel_sys_', PERSON: 'cel_per_' } as const;
export type CredentialKind = keyof typeof prefixes;

const form = /^cel_(?:sys|per)_[0-9A-Za-z]{49}$/;
const checkLength = 6;

/** A credential that is about to be made: its token is shown once, and only the hash is kept. */
export interface Minted {
  readonly id: string;
  readonly token: string;
  readonly hash: Buffer;
}

/** 32 random bytes behind a prefix that scanners know, with a checksum at the end that tells a slip of the hand. */
export function mint(kind: CredentialKind): Minted {
  const secret = prefixes[kind] + inBase62(BigInt(`0x${randomBytes(32).toString('hex')}`), 43);
  const token = secret + checksumOf(secret);
  return { id: newId(), token, hash: hashOf(token) };
}

/** Nobody guesses 32 random bytes, so that a plain hash keeps them as well as a slow one would. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export function isOurs(token: string): boolean {
  return token.startsWith('cel_');
}

/** Whether it may be one of ours as it was given out: nothing has to be looked up for one that is not. */
export function isWhole(token: string): boolean {
  return form.test(token) && checksumOf(token.slice(0, -checkLength)) === token.slice(-checkLength);
}

function checksumOf(text: string): string {
  return inBase62(BigInt(crc32(text)), checkLength);
}

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

function inBase62(value: bigint, length: number): string {
  let text = '';
  for (let rest = value; text.length < length; rest /= 62n) text = digits[Number(rest % 62n)] + text;
  return text;
}
