import { unreachable } from '../kernel/errors';
import { raw, type Sql, sql } from '../kernel/sql';

/**
 * Who asks: a person acting for one stakeholder, a system of a stakeholder, the operator of the server at its terminal
 * (the registry, and no content), or nobody in particular.
 */
export type Viewer =
  | { readonly kind: 'person'; readonly personId: string; readonly stakeholderId: string }
  | { readonly kind: 'system'; readonly stakeholderId: string }
  | { readonly kind: 'platform' }
  | { readonly kind: 'anonymous' };

/** Stands in for a stakeholder's key where the platform acts: no stakeholder has it. */
const platformKey = '00000000-0000-0000-0000-000000000000';

export const anonymous: Viewer = { kind: 'anonymous' };

/**
 * The relation `viewer` that every rule of visibility is written against: one row of what the viewer is entitled to at
 * the time of the statement, or none for a person whose rights were withdrawn.
 */
export function viewerRelation(viewer: Viewer): Sql {
  switch (viewer.kind) {
    case 'person':
      return sql`
        SELECT membership.person_id, stakeholder.id AS stakeholder_id, ${authorityOf('stakeholder')} AS authority,
          'READ' = ANY (membership.rights) AS reads, 'ADMINISTER' = ANY (membership.rights) AS administers,
          'PLATFORM_ADMIN' = ANY (membership.rights) AS platform
        FROM membership JOIN stakeholder ON stakeholder.id = membership.stakeholder_id
        WHERE membership.person_id = ${viewer.personId} AND membership.stakeholder_id = ${viewer.stakeholderId}
          AND membership.ended_at IS NULL AND stakeholder.enrolled`;
    case 'system':
      return sql`
        SELECT NULL::uuid AS person_id, stakeholder.id AS stakeholder_id, ${authorityOf('stakeholder')} AS authority,
          true AS reads, false AS administers, false AS platform
        FROM stakeholder WHERE stakeholder.id = ${viewer.stakeholderId} AND stakeholder.enrolled`;
    case 'platform':
      return sql`
        SELECT NULL::uuid AS person_id, ${platformKey}::uuid AS stakeholder_id, false AS authority,
          false AS reads, false AS administers, true AS platform`;
    case 'anonymous':
      return sql`
        SELECT NULL::uuid AS person_id, NULL::uuid AS stakeholder_id, false AS authority,
          false AS reads, false AS administers, false AS platform`;
    default:
      throw unreachable(viewer);
  }
}

/** Not public authorities: who is none of these acts with public power. */
const privateKinds = ['OPERATOR', 'PHARMACY', 'RESPONSE_PROVIDER', 'BRANCH', 'OTHER'];

export function authorityOf(stakeholder: string): Sql {
  return raw(`(${stakeholder}.kind <> ALL (ARRAY[${privateKinds.map((kind) => `'${kind}'`).join(', ')}]))`);
}
