import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Operation } from '../access/operation';
import type { JournalReads } from '../journal/journal.reads';
import { Author, presentEntries, ShownMarking } from '../journal/journal.type';
import type { UnitOfWork } from '../journal/unit-of-work';
import { badInput, notFound } from '../kernel/errors';
import { type Connection, connection } from '../kernel/paging';
import { Region } from '../region/region.type';
import { registerStakeholder, reviseStakeholder } from './stakeholder.commands';
import {
  RegisterStakeholderInput,
  ReviseStakeholderInput,
  StakeholderArgs,
  StakeholdersArgs,
} from './stakeholder.inputs';
import type { StakeholderReads } from './stakeholder.reads';
import {
  presentStakeholder,
  presentStakeholderOrNone,
  Stakeholder,
  StakeholderConnection,
  StakeholderPayload,
} from './stakeholder.type';

@Resolver(() => Stakeholder)
export class StakeholderResolver {
  constructor(
    private readonly work: UnitOfWork,
    private readonly stakeholders: StakeholderReads,
    private readonly journal: JournalReads,
  ) {}

  @Query(() => StakeholderConnection, { name: 'stakeholders', description: 'Stakeholders, by code.' })
  async list(
    @Args(() => StakeholdersArgs) args: StakeholdersArgs,
    @Ctx() operation: Operation,
  ): Promise<Connection<Stakeholder>> {
    return connection(await this.stakeholders.page(operation, args), presentStakeholder);
  }

  @Query(() => Stakeholder, {
    nullable: true,
    description: 'One stakeholder, by id or by code. NOT_FOUND if there is none.',
  })
  async stakeholder(
    @Args(() => StakeholderArgs) { id, code }: StakeholderArgs,
    @Ctx() operation: Operation,
  ): Promise<Stakeholder> {
    if ((id == null) === (code == null)) throw badInput('Give `id` or `code`: one of them.', 'id');
    const row =
      id == null
        ? await this.stakeholders.byCode(operation, code as string)
        : await this.stakeholders.byId(operation, id);
    if (!row) throw notFound('stakeholder', id == null ? 'code' : 'id');
    return presentStakeholder(row);
  }

  @Mutation(() => StakeholderPayload, { description: 'Registers a stakeholder. CONFLICT if the code is taken.' })
  async registerStakeholder(
    @Arg('input', () => RegisterStakeholderInput, { description: 'The stakeholder.' }) input: RegisterStakeholderInput,
    @Ctx() operation: Operation,
  ): Promise<StakeholderPayload> {
    const done = await this.work.run(operation.acting(), { mutation: 'registerStakeholder', input }, (work) =>
      registerStakeholder(work, input),
    );
    return this.answer(operation, done);
  }

  @Mutation(() => StakeholderPayload, { description: "Revises a stakeholder's record." })
  async reviseStakeholder(
    @Arg('input', () => ReviseStakeholderInput, { description: 'What to change.' }) input: ReviseStakeholderInput,
    @Ctx() operation: Operation,
  ): Promise<StakeholderPayload> {
    const done = await this.work.run(operation.acting(), { mutation: 'reviseStakeholder', input }, (work) =>
      reviseStakeholder(work, input),
    );
    return this.answer(operation, done);
  }

  @FieldResolver(() => Stakeholder, { nullable: true, description: 'What it belongs to.' })
  async parent(@Root() { row }: Stakeholder, @Ctx() operation: Operation): Promise<Stakeholder | null> {
    return row.parentId === null
      ? null
      : presentStakeholderOrNone(await this.stakeholders.byId(operation, row.parentId));
  }

  private async answer(
    operation: Operation,
    done: { result: string; entryIds: string[] },
  ): Promise<StakeholderPayload> {
    return {
      stakeholder: presentStakeholderOrNone(await this.stakeholders.byId(operation, done.result)),
      entries: presentEntries(await this.journal.entries(operation.viewer, done.entryIds)),
    };
  }
}

@Resolver(() => ShownMarking)
export class MarkingStakeholdersResolver {
  constructor(private readonly stakeholders: StakeholderReads) {}

  @FieldResolver(() => [Stakeholder], {
    name: 'stakeholders',
    description:
      'The stakeholders listed; under AUTHORITIES, those that read beside them, such as the originator of what it lies within.',
  })
  async listed(@Root() { stored }: ShownMarking, @Ctx() operation: Operation): Promise<Stakeholder[]> {
    return (await this.stakeholders.some(operation, stored.stakeholders)).map(presentStakeholder);
  }

  @FieldResolver(() => Stakeholder, {
    nullable: true,
    description:
      'Whose thing it is: the originator always reads it (under TLP:RED, the author in person), and alone may widen it, with the delegate.',
  })
  async originator(@Root() { stored }: ShownMarking, @Ctx() operation: Operation): Promise<Stakeholder | null> {
    return presentStakeholderOrNone(await this.stakeholders.byId(operation, stored.originator));
  }

  @FieldResolver(() => Stakeholder, {
    nullable: true,
    description: 'Whom the originator lets decide on the marking as itself.',
  })
  async delegate(@Root() { stored }: ShownMarking, @Ctx() operation: Operation): Promise<Stakeholder | null> {
    return stored.delegate === null
      ? null
      : presentStakeholderOrNone(await this.stakeholders.byId(operation, stored.delegate));
  }
}

@Resolver(() => Author)
export class AuthorStakeholderResolver {
  constructor(private readonly stakeholders: StakeholderReads) {}

  @FieldResolver(() => Stakeholder, {
    nullable: true,
    description: 'The stakeholder as it is today; null for the platform itself.',
  })
  async stakeholder(@Root() { stakeholderKey }: Author, @Ctx() operation: Operation): Promise<Stakeholder | null> {
    return stakeholderKey === null
      ? null
      : presentStakeholderOrNone(await this.stakeholders.byId(operation, stakeholderKey));
  }
}

@Resolver(() => Region)
export class RegionArsResolver {
  constructor(private readonly stakeholders: StakeholderReads) {}

  @FieldResolver(() => Stakeholder, {
    nullable: true,
    description: 'The regional health agency competent for it; null to an anonymous reader.',
  })
  async ars(@Root() { code }: Region, @Ctx() operation: Operation): Promise<Stakeholder | null> {
    if (operation.viewer.kind === 'anonymous') return null;
    return presentStakeholderOrNone(await this.stakeholders.arsOf(operation, code));
  }
}
