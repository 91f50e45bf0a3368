import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { Marking } from '../access/marking';
import type { Operation } from '../access/operation';
import { may, Permission, Right, type Standing } from '../access/permissions';
import { isSource } from '../access/readership';
import type { Viewer } from '../access/viewer';
import type { NodeRegistry } from '../journal/node';
import { Cost } from '../kernel/cost';
import { AppError, badInput, notFound } from '../kernel/errors';
import { fromGlobalId, type NodeRef } from '../kernel/ids';
import type { StakeholderReads } from '../stakeholder/stakeholder.reads';
import { presentStakeholder, Stakeholder } from '../stakeholder/stakeholder.type';
import type { PersonReads } from './person.reads';
import { Person, presentPerson } from './person.type';

@ObjectType('Viewer', { description: 'Who asks, and for whom.' })
export class ShownViewer {
  @Field(() => Person, { nullable: true, description: 'The person; null for a system.' })
  person!: Person | null;

  @Field(() => Stakeholder, { nullable: true, description: 'The stakeholder that the viewer acts for.' })
  stakeholder!: Stakeholder | null;

  @Field(() => [Right], { description: 'What the viewer may do for it at all.' })
  rights!: Right[];
}

/** How many things are asked about at once. */
const thingsAtOnce = 500;

@ObjectType({ description: 'What the viewer may do to a thing.' })
export class ThingPermissions {
  @Field(() => ID, { description: 'The thing.' })
  id!: string;

  @Field(() => [Permission], { description: 'What may be done to it.' })
  permissions!: Permission[];
}

/** What does not depend on any one thing. */
const general: readonly Permission[] = [
  'INCIDENT_DECLARE',
  'STAKEHOLDER_REGISTER',
  'STAKEHOLDER_ENROL',
  'READ_LOG_READ',
];

@Resolver(() => ShownViewer)
export class ViewerResolver {
  constructor(
    private readonly persons: PersonReads,
    private readonly stakeholders: StakeholderReads,
    private readonly nodes: NodeRegistry,
    private readonly standingIn: (operation: Operation, incidentId?: string) => Promise<Standing>,
  ) {}

  @Query(() => ShownViewer, {
    description: 'Who asks. UNAUTHENTICATED without a token, or when the rights behind it have ended.',
  })
  async viewer(@Ctx() operation: Operation): Promise<ShownViewer> {
    const { viewer } = operation;
    const own = await this.persons.own(operation);
    const stakeholderId = viewer.kind === 'system' ? viewer.stakeholderId : own?.stakeholderId;
    const stakeholder = stakeholderId && (await this.stakeholders.byId(operation, stakeholderId));
    if (!stakeholder) throw new AppError('UNAUTHENTICATED', 'This takes a token that is good for a stakeholder.');
    const person = own && (await this.persons.byId(operation, own.personId));
    return {
      person: person && presentPerson(person),
      stakeholder: presentStakeholder(stakeholder),
      rights: own?.rights ?? ['READ'],
    };
  }

  @FieldResolver(() => [Permission], {
    description: 'What the viewer may do: to a thing, or without one, what depends on no thing.',
  })
  async permissions(
    @Arg('on', () => ID, {
      nullable: true,
      description:
        'An incident, affected region or service, involvement, action, draft of a statement, journal entry or stakeholder.',
    })
    on: string | null,
    @Ctx() operation: Operation,
    @Root() _viewer: ShownViewer,
  ): Promise<Permission[]> {
    if (on == null) {
      const standing = await this.standingIn(operation);
      return general.filter((permission) => may(standing, permission));
    }
    const permissions = await this.permitted(operation, fromGlobalId(on, 'on'));
    if (!permissions) throw notFound('thing', 'on');
    return permissions;
  }

  @Cost({ size: { argument: 'things' } })
  @FieldResolver(() => [ThingPermissions], {
    description: `The same for many things at once, in their order, without those that the viewer does not see; at most ${thingsAtOnce}.`,
  })
  async permissionsOn(
    @Arg('things', () => [ID], { description: 'The ids, as `permissions(on:)` takes them.' }) things: string[],
    @Ctx() operation: Operation,
    @Root() _viewer: ShownViewer,
  ): Promise<ThingPermissions[]> {
    const { length } = things;
    if (length > thingsAtOnce) throw badInput(`Expected at most ${thingsAtOnce} ids, and got ${length}.`, 'things');
    const found = await Promise.all(
      things.map(async (id, index) => {
        const permissions = await this.permitted(operation, fromGlobalId(id, `things.${index}`));
        return permissions && { id, permissions };
      }),
    );
    return found.filter((one) => one !== null);
  }

  /** Null where the viewer does not see the thing. */
  private async permitted(operation: Operation, thing: NodeRef): Promise<Permission[] | null> {
    const subject = await this.nodes.permissionSubject(operation, thing);
    if (!subject) return null;
    const standing = await this.standingIn(operation, subject.incidentId);
    return [
      ...subject.permissions.filter((permission) => may(standing, permission, subject.circumstances)),
      ...(subject.marking ? ofMarking(operation.viewer, standing, subject.marking) : []),
    ];
  }
}

function ofMarking(viewer: Viewer, standing: Standing, marking: Marking): Permission[] {
  const { stakeholderId } = standing;
  const isOwn = isSource(marking, { stakeholderId, personId: viewer.kind === 'person' ? viewer.personId : null });
  const circumstances = { responsible: isOwn ? stakeholderId : null };
  return (['MARKING_WIDEN', 'MARKING_NARROW'] as const).filter((permission) =>
    may(standing, permission, circumstances),
  );
}
