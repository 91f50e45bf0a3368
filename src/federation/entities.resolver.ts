import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Query, Resolver } from 'type-graphql';
import type { Operation } from '../access/operation';
import { Cost } from '../kernel/cost';
import type { Entities } from './entities';
import { Any, Entity, Service } from './entities.type';
import { subgraphOf } from './subgraph';

/** What Apollo Federation asks of a graph that others join. */
@Resolver()
export class EntitiesResolver {
  constructor(private readonly entities: Entities) {}

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
    return Promise.all(
      representations.map((one, index) =>
        // One that cannot be read spoils itself only.
        this.entities.find(operation, one, `representations.${index}`).catch((error: Error) => error),
      ),
    );
  }

  @Query(() => Service, { name: '_service', description: 'This graph, for a gateway. Takes what introspection takes.' })
  service(@Info() { schema }: GraphQLResolveInfo): Service {
    return { sdl: subgraphOf(schema) };
  }
}
