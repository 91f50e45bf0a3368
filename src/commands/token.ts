import { KeyedTokens } from '../identity/keyed-tokens';
import { readConfig } from '../kernel/config';
import { AppError, Refusal } from '../kernel/errors';
import { fromGlobalIdOf } from '../kernel/ids';

export interface TokenOptions {
  readonly person?: string;
  readonly stakeholder: string;
  readonly hours: string;
}

/** Writes a token for a person who acts for a stakeholder, or for a system of it; whether they may is looked up when it is used. */
export async function token({ person, stakeholder, hours }: TokenOptions): Promise<void> {
  const { tokenKey } = readConfig();
  if (tokenKey === undefined) throw new Refusal('TOKEN_KEY: expected at least 32 characters, and it is absent.');
  const signed = await new KeyedTokens(tokenKey).sign({
    personId: person === undefined ? undefined : keyOf('Person', person),
    stakeholderId: keyOf('Stakeholder', stakeholder),
    expiresInSeconds: secondsOf(hours),
  });
  process.stdout.write(`${signed}\n`);
}

function keyOf(type: 'Person' | 'Stakeholder', id: string): string {
  try {
    return fromGlobalIdOf([type], id).key;
  } catch (error) {
    throw error instanceof AppError ? new Refusal(`--${type.toLowerCase()}: ${error.message}`) : error;
  }
}

function secondsOf(hours: string): number {
  const value = /^\d{1,5}(\.\d{1,3})?$/.test(hours) ? Number(hours) : 0;
  if (value <= 0) throw new Refusal(`--hours: expected a number above 0 and below 100000, got "${hours}".`);
  return Math.ceil(value * 3600);
}
