import { GraphQLScalarType } from 'graphql';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Action } from '../action/action.type';
import { Incident } from '../incident/incident.type';
import { JournalEntry } from '../journal/journal.type';
import { Region } from '../region/region.type';
import { Stakeholder } from '../stakeholder/stakeholder.type';
import type { Federated } from './keys';

export const Any = new GraphQLScalarType({
  name: '_Any',
  description: 'What a gateway says of a thing: its `__typename` and one of its keys (Apollo Federation).',
  specifiedByURL: 'https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/reference/subgraph-spec',
});

const types = { Action, Incident, JournalEntry, Region, Stakeholder } satisfies Record<Federated, unknown>;

export const Entity = createUnionType({
  name: '_Entity',
  description: 'Whatever other graphs may name (Apollo Federation).',
  types: () => Object.values(types) as (typeof types)[Federated][],
  resolveType: (value) => value.__typename,
});

@ObjectType('_Service', { description: 'This graph as a gateway sees it (Apollo Federation).' })
export class Service {
  @Field(() => String, { description: 'Its schema, with the keys of its types.' })
  sdl!: string;
}
