import { unreachable } from '../kernel/errors';
import { raw, type Sql, sql } from '../kernel/sql';

/**
 * Who asks: a person acting for one stakeholder, a system of a stakeholder, the operator of the server at its terminal
 * (the registry, and no content), or nobody in particular.
 */
export type Viewer =
  | {
      readonly kind: 'person';
      readonly personId: string;
      readonly stakeholderId: string;
      /** By which token of this server it signed in, if by one: it has to be good at every statement. */
      readonly credentialId?: string;
    }
  | { readonly kind: 'system'; readonly stakeholderId: string; readonly credentialId?: string }
  | { readonly kind: 'platform' }
  | { readonly kind: 'anonymous' };

/** Stands in for a stakeholder's key where the platform acts: no stakeholder has it. */
const platformKey = '00000000-0000-0000-0000-000000000000';

export const anonymous: Viewer = { kind: 'anonymous' };

/**
 * The relation `viewer` that every rule of visibility is written against: one row of what the viewer is entitled to at
 * the time of the statement, or none for a person whose rights were withdrawn, and for whom a credential vouched that
 * has expired or was revoked.
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
          AND membership.ended_at IS NULL AND stakeholder.enrolled AND ${isVouchedFor(viewer)}`;
    case 'system':
      return sql`
        SELECT NULL::uuid AS person_id, stakeholder.id AS stakeholder_id, ${authorityOf('stakeholder')} AS authority,
          true AS reads, false AS administers, false AS platform
        FROM stakeholder WHERE stakeholder.id = ${viewer.stakeholderId} AND stakeholder.enrolled AND ${isVouchedFor(viewer)}`;
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

function isVouchedFor(viewer: Viewer & { kind: 'person' | 'system' }): Sql {
  if (viewer.credentialId === undefined) return sql`true`;
  const personId = viewer.kind === 'person' ? viewer.personId : null;
  return sql`EXISTS (SELECT FROM credential WHERE credential.id = ${viewer.credentialId}
    AND credential.stakeholder_id = stakeholder.id AND credential.person_id IS NOT DISTINCT FROM ${personId}::uuid
    AND credential.revoked_at IS NULL AND (credential.expires_at IS NULL OR credential.expires_at > now()))`;
}

/** Not public authorities: who is none of these acts with public power. */
const privateKinds = ['OPERATOR', 'PHARMACY', 'RESPONSE_PROVIDER', 'BRANCH', 'OTHER'];

export function authorityOf(stakeholder: string): Sql {
  return raw(`(${stakeholder}.kind <> ALL (ARRAY[${privateKinds.map((kind) => `'${kind}'`).join(', ')}]))`);
}
