import { AppError } from '../kernel/errors';
import { type Run, sql } from '../kernel/sql';
import type { Access, Right, Standing } from './permissions';
import { type Viewer, viewerRelation } from './viewer';

/** Who carries out a command, as the database knows them at the start of its transaction. */
export interface Actor {
  readonly viewer: Viewer;
  readonly personId: string | null;
  readonly personName: string | null;
  /** Null for the platform itself. */
  readonly stakeholderId: string | null;
  readonly stakeholderName: string;
  readonly rights: ReadonlySet<Right>;
}

/** The actor, and the database's hour at the start of the transaction. */
export async function actorOf(run: Run, viewer: Viewer): Promise<{ readonly actor: Actor; readonly startedAt: Date }> {
  if (viewer.kind === 'anonymous')
    throw new AppError('UNAUTHENTICATED', 'Without a token, only public statements can be read.');
  const [cells] = await run(sql`
    WITH viewer AS (${viewerRelation([viewer])})
    SELECT now()::timestamptz(3) AS "startedAt", viewer.person_id AS "personId", person.name AS "personName",
      stakeholder.id AS "stakeholderId", stakeholder.name AS "stakeholderName", membership.rights
    FROM viewer LEFT JOIN stakeholder ON stakeholder.id = viewer.stakeholder_id
      LEFT JOIN person ON person.id = viewer.person_id
      LEFT JOIN membership ON membership.person_id = viewer.person_id AND membership.stakeholder_id = viewer.stakeholder_id`);
  if (!cells) throw new AppError('UNAUTHENTICATED', 'You no longer act for this stakeholder.');
  const rights = (cells['rights'] as Right[] | null) ?? rightsWithoutMembership(viewer);
  const actor = { ...(cells as unknown as Actor), viewer, rights: new Set(rights) };
  return {
    actor: { ...actor, stakeholderName: actor.stakeholderName ?? 'Cellule' },
    startedAt: cells['startedAt'] as Date,
  };
}

function rightsWithoutMembership(viewer: Viewer): Right[] {
  return viewer.kind === 'platform' ? ['PLATFORM_ADMIN'] : ['READ'];
}

/** What the actor may do; with an incident, what its involvement there adds. */
export async function standingOf(run: Run, actor: Actor, incidentId?: string): Promise<Standing> {
  const { rights, stakeholderId } = actor;
  if (incidentId === undefined || stakeholderId === null) return { stakeholderId, rights, access: null };
  const [cells] = await run(sql`
    SELECT access FROM involvement
    WHERE incident_id = ${incidentId} AND stakeholder_id = ${stakeholderId} AND left_at IS NULL`);
  return { stakeholderId, rights, access: (cells?.['access'] as Access | undefined) ?? null };
}
