import type { ApolloClient } from '@apollo/client';
import { type Permission, PermissionsOnDocument } from '../api/generated';

type Answers = ReadonlyMap<string, readonly Permission[]>;

/** What may be done to things: those asked about at the same time go in one question. */
export class AskedPermissions {
  private things = new Set<string>();
  private coming: Promise<Answers> | undefined;

  constructor(private readonly apollo: ApolloClient) {}

  async on(id: string): Promise<readonly Permission[]> {
    this.things.add(id);
    this.coming ??= Promise.resolve().then(() => this.ask());
    return (await this.coming).get(id) ?? [];
  }

  private async ask(): Promise<Answers> {
    const variables = { things: [...this.things] };
    this.things = new Set();
    this.coming = undefined;
    const { data } = await this.apollo.query({ query: PermissionsOnDocument, variables, fetchPolicy: 'no-cache' });
    return new Map(data?.viewer.permissionsOn.map(({ id, permissions }) => [id, permissions]));
  }
}
