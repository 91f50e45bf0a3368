import { Operation } from '../access/operation';
import type { Visible } from '../access/reads';
import { createAccessCode, createApiToken, revokeCredential } from '../identity/credential.commands';
import { CredentialReads } from '../identity/credential.reads';
import { mint } from '../identity/secret';
import type { Work } from '../journal/work';
import { readConfig } from '../kernel/config';
import { AppError, Refusal } from '../kernel/errors';
import { fromGlobalIdOf, toGlobalId } from '../kernel/ids';
import type { OpenRecord } from '../record';
import type { StakeholderRow } from '../stakeholder/stakeholder.entity';
import { StakeholderReads } from '../stakeholder/stakeholder.reads';
import { onExistingRecord } from './existing-record';

export interface TokenOptions {
  readonly person?: string;
  readonly stakeholder: string;
  readonly label: string;
  readonly hours?: string;
}

const platform = { kind: 'platform' } as const;

/** Makes an access code for a person who acts for a stakeholder, or an API token for a system of it. */
export async function token({ person, stakeholder: code, label, hours }: TokenOptions): Promise<void> {
  const { accessCodeHours: maxHours } = readConfig();
  const good = hours === undefined ? undefined : hoursOf(hours);
  const minted = mint(person === undefined ? 'SYSTEM' : 'PERSON');
  await onExistingRecord(async (record) => {
    const { id: stakeholderId } = await stakeholderOf(record, code);
    await carriedOut(record, (work) => {
      if (person === undefined) return createApiToken(work, { stakeholderId, label, hours: good ?? null }, minted);
      const input = { personId: keyOf('Person', person), stakeholderId, label, hours: good ?? maxHours };
      return createAccessCode(work, input, { minted, maxHours });
    });
  });
  process.stderr.write('This is not shown again:\n');
  process.stdout.write(`${minted.token}\n`);
}

/** Lists the credentials of a stakeholder: never what is secret about them. */
export async function tokens({ stakeholder: code }: { readonly stakeholder: string }): Promise<void> {
  await onExistingRecord(async (record) => {
    const operation = new Operation(platform, {});
    const { id } = await stakeholderOf(record, code);
    for (const row of await new CredentialReads(record.reads).of(operation, id)) {
      const shown = { id: toGlobalId('Credential', row.id), kind: row.kind, label: row.label };
      const { createdAt, expiresAt, revokedAt, lastUsedAt } = row;
      process.stdout.write(`${JSON.stringify({ ...shown, createdAt, expiresAt, revokedAt, lastUsedAt })}\n`);
    }
  });
}

/** Revokes a credential: a running server closes its sockets within seconds. */
export async function revokeToken({ id }: { readonly id: string }): Promise<void> {
  const credentialId = keyOf('Credential', id);
  await onExistingRecord((record) => carriedOut(record, (work) => revokeCredential(work, { credentialId })));
  process.stdout.write('Revoked.\n');
}

async function carriedOut({ work }: OpenRecord, command: (work: Work) => Promise<string>): Promise<void> {
  try {
    await work.run(platform, { mutation: 'command line', input: {} }, command);
  } catch (error) {
    throw error instanceof AppError ? new Refusal(error.message) : error;
  }
}

async function stakeholderOf({ reads }: OpenRecord, code: string): Promise<Visible<StakeholderRow>> {
  const found = await new StakeholderReads(reads).byCode(new Operation(platform, {}), code);
  if (!found) throw new Refusal(`There is no stakeholder with the code ${code}.`);
  return found;
}

function keyOf(type: 'Person' | 'Credential', id: string): string {
  try {
    return fromGlobalIdOf([type], id).key;
  } catch (error) {
    throw error instanceof AppError ? new Refusal(`--${type === 'Person' ? 'person' : 'id'}: ${error.message}`) : error;
  }
}

function hoursOf(hours: string): number {
  const value = /^\d{1,5}$/.test(hours) ? Number(hours) : 0;
  if (value < 1) throw new Refusal(`--hours: expected a whole number above 0, got "${hours}".`);
  return value;
}
