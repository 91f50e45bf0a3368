import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Operation } from '../access/operation';
import type { JournalReads } from '../journal/journal.reads';
import { presentEntries } from '../journal/journal.type';
import type { Finished, UnitOfWork } from '../journal/unit-of-work';
import type { StakeholderReads } from '../stakeholder/stakeholder.reads';
import { presentStakeholderOrNone, Stakeholder } from '../stakeholder/stakeholder.type';
import { createAccessCode, createApiToken, revokeCredential } from './credential.commands';
import { CreateAccessCodeInput, CreateApiTokenInput, RevokeCredentialInput } from './credential.inputs';
import type { CredentialReads } from './credential.reads';
import { Credential, CredentialPayload, presentCredential } from './credential.type';
import type { PersonReads } from './person.reads';
import { Person, presentPerson } from './person.type';
import { type Minted, mint } from './secret';

@Resolver(() => Credential)
export class CredentialResolver {
  constructor(
    private readonly work: UnitOfWork,
    private readonly credentials: CredentialReads,
    private readonly journal: JournalReads,
    private readonly maxHours: number,
  ) {}

  @Mutation(() => CredentialPayload, { description: 'Makes an API token for a system, and shows it once.' })
  async createApiToken(
    @Arg('input', () => CreateApiTokenInput, { description: 'The token.' }) input: CreateApiTokenInput,
    @Ctx() operation: Operation,
  ): Promise<CredentialPayload> {
    const minted = mint('SYSTEM');
    const done = await this.work.run(operation.acting(), { mutation: 'createApiToken', input }, (work) =>
      createApiToken(work, input, minted),
    );
    return this.answer(operation, done, minted);
  }

  @Mutation(() => CredentialPayload, { description: 'Makes an access code for a person, and shows it once.' })
  async createAccessCode(
    @Arg('input', () => CreateAccessCodeInput, { description: 'The code.' }) input: CreateAccessCodeInput,
    @Ctx() operation: Operation,
  ): Promise<CredentialPayload> {
    const { maxHours } = this;
    const minted = mint('PERSON');
    const done = await this.work.run(operation.acting(), { mutation: 'createAccessCode', input }, (work) =>
      createAccessCode(work, input, { minted, maxHours }),
    );
    return this.answer(operation, done, minted);
  }

  @Mutation(() => CredentialPayload, {
    description:
      'Revokes a credential: the next request with it is UNAUTHENTICATED, and its sockets are closed with 4403.',
  })
  async revokeCredential(
    @Arg('input', () => RevokeCredentialInput, { description: 'The credential.' }) input: RevokeCredentialInput,
    @Ctx() operation: Operation,
  ): Promise<CredentialPayload> {
    const done = await this.work.run(operation.acting(), { mutation: 'revokeCredential', input }, (work) =>
      revokeCredential(work, input),
    );
    return this.answer(operation, done);
  }

  /** What a repetition answers with was minted by another request: there is no token to show. */
  private async answer(
    operation: Operation,
    { result, entryIds }: Finished<string>,
    minted?: Minted,
  ): Promise<CredentialPayload> {
    const row = await this.credentials.byId(operation, result);
    return {
      token: minted?.id === result ? minted.token : null,
      credential: row && presentCredential(row),
      entries: presentEntries(await this.journal.entries(operation.viewer, entryIds)),
    };
  }
}

@Resolver(() => Credential)
export class CredentialHolderResolver {
  constructor(
    private readonly persons: PersonReads,
    private readonly stakeholders: StakeholderReads,
  ) {}

  @FieldResolver(() => Person, { nullable: true, description: 'The person whom it is for; null for a system.' })
  async person(@Root() { row }: Credential, @Ctx() operation: Operation): Promise<Person | null> {
    const person = row.personId === null ? null : await this.persons.byId(operation, row.personId);
    return person && presentPerson(person);
  }

  @FieldResolver(() => Stakeholder, { nullable: true, description: 'The stakeholder that it acts for.' })
  async stakeholder(@Root() { row }: Credential, @Ctx() operation: Operation): Promise<Stakeholder | null> {
    return presentStakeholderOrNone(await this.stakeholders.byId(operation, row.stakeholderId));
  }
}

@Resolver(() => Stakeholder)
export class StakeholderCredentialsResolver {
  constructor(private readonly reads: CredentialReads) {}

  @FieldResolver(() => [Credential], { description: 'Its credentials, as far as the viewer sees them.' })
  async credentials(@Root() { row }: Stakeholder, @Ctx() operation: Operation): Promise<Credential[]> {
    return (await this.reads.of(operation, row.id)).map(presentCredential);
  }
}
