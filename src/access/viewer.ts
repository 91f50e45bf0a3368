import { join, raw, type Sql, sql } from '../kernel/sql';
import type { Right } from './permissions';

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
 * The relation `viewer` that every rule of visibility is written against: for each viewer one row of what it is entitled
 * to at the time of the statement, under its place in the list as `key`; none for a person whose rights were withdrawn,
 * and for whom a credential vouched that has expired or was revoked.
 */
export function viewerRelation(viewers: readonly Viewer[]): Sql {
  const members = viewers.flatMap((viewer, key) => (isMember(viewer) ? [{ viewer, key }] : []));
  const others = viewers.flatMap((viewer, key) => (isMember(viewer) ? [] : [rowOf(viewer, key)]));
  return join([...(members.length > 0 ? [entitled(members)] : []), ...others], ' UNION ALL ');
}

type Member = Extract<Viewer, { kind: 'person' | 'system' }>;

function isMember(viewer: Viewer): viewer is Member {
  return viewer.kind === 'person' || viewer.kind === 'system';
}

interface Asking {
  readonly viewer: Member;
  readonly key: number;
}

const personOf = (viewer: Member) => (viewer.kind === 'person' ? viewer.personId : null);

/** Of several, one text for any number of them: PostgreSQL keeps its plan. */
function asked(members: readonly Asking[]): Sql {
  const [one] = members;
  if (one && members.length === 1) {
    const { viewer, key } = one;
    return sql`(VALUES (${key}::int, ${personOf(viewer)}::uuid, ${viewer.stakeholderId}::uuid, ${viewer.credentialId ?? null}::uuid))`;
  }
  const keys = members.map(({ key }) => key);
  const persons = members.map(({ viewer }) => personOf(viewer));
  const stakeholders = members.map(({ viewer }) => viewer.stakeholderId);
  const credentials = members.map(({ viewer }) => viewer.credentialId ?? null);
  return sql`unnest(${keys}::int[], ${persons}::uuid[], ${stakeholders}::uuid[], ${credentials}::uuid[])`;
}

/** A system reads whatever its stakeholder reads, and administers nothing. */
function entitled(members: readonly Asking[]): Sql {
  return sql`
    SELECT ${entitlements}
    FROM ${asked(members)} AS asked (key, person_id, stakeholder_id, credential_id)
      JOIN stakeholder ON stakeholder.id = asked.stakeholder_id
      LEFT JOIN membership ON membership.person_id = asked.person_id
        AND membership.stakeholder_id = asked.stakeholder_id AND membership.ended_at IS NULL
    WHERE stakeholder.enrolled AND (asked.person_id IS NULL OR membership.person_id IS NOT NULL)
      AND (asked.credential_id IS NULL OR EXISTS (SELECT FROM credential WHERE credential.id = asked.credential_id
        AND credential.stakeholder_id = asked.stakeholder_id
        AND credential.person_id IS NOT DISTINCT FROM asked.person_id
        AND credential.revoked_at IS NULL AND (credential.expires_at IS NULL OR credential.expires_at > now())))`;
}

const holds = (right: Right): Sql => sql`COALESCE(${right} = ANY (membership.rights), false)`;

function rowOf({ kind }: Exclude<Viewer, Member>, key: number): Sql {
  const [stakeholderId, isPlatform] = kind === 'platform' ? [platformKey, true] : [null, false];
  return sql`SELECT ${key}::int AS key, NULL::uuid AS person_id, ${stakeholderId}::uuid AS stakeholder_id,
    false AS authority, false AS reads, false AS administers, ${isPlatform}::boolean AS platform`;
}

/** Not public authorities: who is none of these acts with public power. */
const privateKinds = ['OPERATOR', 'PHARMACY', 'RESPONSE_PROVIDER', 'BRANCH', 'OTHER'];

export function authorityOf(stakeholder: string): Sql {
  return raw(`(${stakeholder}.kind <> ALL (ARRAY[${privateKinds.map((kind) => `'${kind}'`).join(', ')}]))`);
}

/** The same text and values at each call: not to be put together anew. */
const entitlements = sql`asked.key, asked.person_id, stakeholder.id AS stakeholder_id, ${authorityOf('stakeholder')} AS authority,
      ${holds('READ')} OR asked.person_id IS NULL AS reads, ${holds('ADMINISTER')} AS administers,
      ${holds('PLATFORM_ADMIN')} AS platform`;
