import { Field, ID, InterfaceType } from 'type-graphql';
import type { Marking } from '../access/marking';
import type { Operation } from '../access/operation';
import type { Circumstances, Permission } from '../access/permissions';
import type { NodeRef } from '../kernel/ids';

/** Every object with an id (Relay). Presenters set `__typename`. */
@InterfaceType('Node', {
  description: 'Whatever has an id (Relay).',
  resolveType: (value: { __typename: string }) => value.__typename,
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque, global, and lasting.' })
  id!: string;
}

/** What `permissions(on:)` asks about a thing. */
export interface PermissionSubject {
  readonly incidentId?: string;
  readonly circumstances: Circumstances;
  readonly permissions: readonly Permission[];
  /** What may be done to its marking is asked too. */
  readonly marking?: Marking;
}

export interface NodeKind {
  /** The thing as the viewer sees it, or null. */
  load(operation: Operation, key: string): Promise<object | null>;
  /** What could be done to it; null where the viewer does not see it. */
  permissionSubject?(operation: Operation, key: string): Promise<PermissionSubject | null>;
}

/** Which types are nodes, and how each is looked up. Features fill it; `app.ts` puts them together. */
export class NodeRegistry {
  private readonly kinds = new Map<string, NodeKind>();

  add(type: string, kind: NodeKind): void {
    this.kinds.set(type, kind);
  }

  load(operation: Operation, { type, key }: NodeRef): Promise<object | null> {
    return this.kinds.get(type)?.load(operation, key) ?? Promise.resolve(null);
  }

  permissionSubject(operation: Operation, { type, key }: NodeRef): Promise<PermissionSubject | null> {
    return this.kinds.get(type)?.permissionSubject?.(operation, key) ?? Promise.resolve(null);
  }
}
