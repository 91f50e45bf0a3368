import { Field, Int, ObjectType } from 'type-graphql';
import type { Visible } from '../access/reads';
import { JournalEntry } from '../journal/journal.type';
import { Node } from '../journal/node';
import { describedEnum } from '../kernel/enum';
import { toGlobalId } from '../kernel/ids';
import { DateTime } from '../kernel/scalars';
import type { CredentialRow } from './credential.entity';

const ShownKind = describedEnum('CredentialKind', 'Whom a credential is for.', {
  SYSTEM: 'A system of the stakeholder: an API token, which reads.',
  PERSON: 'A person who acts for the stakeholder: an access code, which expires.',
});

@ObjectType({
  implements: Node,
  description:
    'A token that this server gave out. Seen by the administrators of the stakeholder and of the registry, and by the person it is for. The token itself is kept nowhere.',
})
export class Credential extends Node {
  readonly __typename = 'Credential';
  readonly row!: Visible<CredentialRow>;

  @Field(() => Int, { description: 'Grows with each change; to be given as `expectedVersion`.' })
  version!: number;

  @Field(() => ShownKind, { description: 'Whom it is for.' })
  kind!: CredentialRow['kind'];

  @Field(() => String, { description: 'What it was made for, in the words of who made it.' })
  label!: string;

  @Field(() => DateTime, { description: 'When it was made (UTC).' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it expires (UTC); null: not by itself.' })
  expiresAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was revoked (UTC); null: it was not.' })
  revokedAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When somebody last signed in with it (UTC), to within a minute; null: nobody did.',
  })
  lastUsedAt!: Date | null;
}

export function presentCredential(row: Visible<CredentialRow>): Credential {
  const { version, kind, label, createdAt, expiresAt, revokedAt, lastUsedAt } = row;
  const shown = { version, kind, label, createdAt, expiresAt, revokedAt, lastUsedAt };
  return { __typename: 'Credential', row, id: toGlobalId('Credential', row.id), ...shown };
}

@ObjectType({ description: 'What a change of credentials answers with.' })
export class CredentialPayload {
  @Field(() => String, {
    nullable: true,
    description:
      'The token, shown this once: hand it over by a safe way, and keep no copy. Null when nothing was made, and when an `idempotencyKey` repeats a request that was answered before: if that answer was lost, revoke the credential and make another.',
  })
  token!: string | null;

  @Field(() => Credential, { nullable: true, description: 'The credential as it is now.' })
  credential!: Credential | null;

  @Field(() => [JournalEntry], { description: 'The entries of the registry that this recorded. None holds the token.' })
  entries!: JournalEntry[];
}
