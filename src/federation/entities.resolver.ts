import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Query, Resolver } from 'type-graphql';
import type { Operation } from '../access/operation';
import { Cost } from '../kernel/cost';
import { AppError } from '../kernel/errors';
import type { Entities } from './entities';
import { Any, Entity, Service } from './entities.type';
import { subgraphOf } from './subgraph';

/** What Apollo Federation asks of a graph that others join. */
@Resolver()
export class EntitiesResolver {
  /** How many things each operation has named so far: it may ask under several aliases. */
  private readonly named = new WeakMap<Operation, number>();

  constructor(
    private readonly entities: Entities,
    private readonly most: number,
  ) {}

  @Cost({ size: { argument: 'representations' } })
  @Query(() => [Entity], {
    name: '_entities',
    nullable: 'items',
    description: 'What a gateway names, in its order; null for what is not there, or not to be seen.',
  })
  things(
    // Each is judged where it is read, and by nothing that would refuse all of them.
    @Arg('representations', () => [Any], { description: 'What it is named by.', validateFn: () => undefined })
    representations: unknown[],
    @Ctx() operation: Operation,
  ): Promise<(object | null)[]> {
    this.count(operation, representations.length);
    return Promise.all(
      representations.map((one, index) =>
        // One that cannot be read spoils itself only.
        this.entities.find(operation, one, `representations.${index}`).catch((error: Error) => error),
      ),
    );
  }

  private count(operation: Operation, more: number): void {
    const found = (this.named.get(operation) ?? 0) + more;
    this.named.set(operation, found);
    if (found <= this.most) return;
    const message = `An operation names at most ${this.most} things, and this one ${found}.`;
    throw new AppError('TOO_COSTLY', message, { measure: 'representations', limit: this.most, found });
  }

  @Query(() => Service, { name: '_service', description: 'This graph, for a gateway. Takes what introspection takes.' })
  service(@Info() { schema }: GraphQLResolveInfo): Service {
    return { sdl: subgraphOf(schema) };
  }
}
