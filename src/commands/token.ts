import { Operation } from '../access/operation';
import type { Visible } from '../access/reads';
import { createAccessCode, createApiToken, revokeCredential } from '../identity/credential.commands';
import { CreateAccessCodeInput, CreateApiTokenInput, RevokeCredentialInput } from '../identity/credential.inputs';
import { CredentialReads } from '../identity/credential.reads';
import { mint } from '../identity/secret';
import type { Work } from '../journal/work';
import { readConfig } from '../kernel/config';
import { Refusal } from '../kernel/errors';
import { toGlobalId } from '../kernel/ids';
import type { OpenRecord } from '../record';
import type { StakeholderRow } from '../stakeholder/stakeholder.entity';
import { StakeholderReads } from '../stakeholder/stakeholder.reads';
import { asked, checked, type Options } from './asked';
import { onExistingRecord } from './existing-record';

export interface TokenOptions {
  readonly person?: string;
  readonly stakeholder: string;
  readonly label: string;
  readonly hours?: string;
}

const platform = { kind: 'platform' } as const;
const options: Options = { personId: '--person', label: '--label', hours: '--hours', credentialId: '--id' };

/** Makes an access code for a person who acts for a stakeholder, or an API token for a system of it. */
export async function token({ person, stakeholder: code, label, hours }: TokenOptions): Promise<void> {
  const { accessCodeHours: maxHours } = readConfig();
  const good = hours === undefined ? undefined : hoursOf(hours);
  const minted = mint(person === undefined ? 'SYSTEM' : 'PERSON');
  await onExistingRecord(async (record) => {
    const stakeholderId = toGlobalId('Stakeholder', (await stakeholderOf(record, code)).id);
    await carriedOut(record, (work) => {
      if (person === undefined) {
        const input = checked(new CreateApiTokenInput(), { stakeholderId, label, hours: good ?? null });
        return createApiToken(work, input, minted);
      }
      const given = { personId: person, stakeholderId, label, hours: good ?? maxHours };
      return createAccessCode(work, checked(new CreateAccessCodeInput(), given), { minted, maxHours });
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
export async function revokeToken({ id: credentialId }: { readonly id: string }): Promise<void> {
  await onExistingRecord((record) =>
    carriedOut(record, (work) => revokeCredential(work, checked(new RevokeCredentialInput(), { credentialId }))),
  );
  process.stdout.write('Revoked.\n');
}

async function carriedOut({ work }: OpenRecord, command: (work: Work) => Promise<string>): Promise<void> {
  await asked(options, () => work.run(platform, { mutation: 'command line', input: {} }, command));
}

async function stakeholderOf({ reads }: OpenRecord, code: string): Promise<Visible<StakeholderRow>> {
  const found = await new StakeholderReads(reads).byCode(new Operation(platform, {}), code);
  if (!found) throw new Refusal(`There is no stakeholder with the code ${code}.`);
  return found;
}

function hoursOf(hours: string): number {
  const value = /^\d{1,5}$/.test(hours) ? Number(hours) : 0;
  if (value < 1) throw new Refusal(`--hours: expected a whole number above 0, got "${hours}".`);
  return value;
}
