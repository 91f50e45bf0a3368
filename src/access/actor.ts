import { AppError } from '../kernel/errors';
import { type Run, type Sql, sql } from '../kernel/sql';
import { Together } from '../kernel/together';
import type { Access, Right, Standing } from './permissions';
import { type Viewer, viewerRelation } from './viewer';

type Cells = Record<string, unknown>;

/** Who carries out a command, as the database knows them at the start of its transaction. */
export interface Actor {
  readonly viewer: Viewer;
  readonly personId: string | null;
  readonly personName: string | null;
  /** Null for the platform itself. */
  readonly stakeholderId: string | null;
  readonly stakeholderName: string;
  readonly rights: ReadonlySet<Right>;
  /** Its access to the one incident that the command names, if it names one. */
  readonly known?: { readonly incidentId: string; readonly access: Access | null };
}

interface Acting {
  readonly viewer: Viewer;
  /** The incident that the command names, if it names one. */
  readonly incidentId?: string | null | undefined;
}

/** The actor, and the database's hour at the start of the transaction. */
interface Acted {
  readonly actor: Actor;
  readonly startedAt: Date;
}

/** Says who acts, as the database knows them; for all who ask at about the same time, in one statement. */
export class Actors {
  private readonly together = new Together((acting: readonly Acting[]) => cellsOf(this.run, acting));

  constructor(private readonly run: Run) {}

  async of(viewer: Viewer, incidentId?: string | null): Promise<Acted> {
    if (viewer.kind === 'anonymous')
      throw new AppError('UNAUTHENTICATED', 'Without a token, only public statements can be read.');
    const cells = await this.together.do({ viewer, incidentId });
    if (!cells) throw new AppError('UNAUTHENTICATED', 'You no longer act for this stakeholder.');
    return acted({ viewer, incidentId }, cells);
  }
}

async function cellsOf(run: Run, acting: readonly Acting[]): Promise<(Cells | undefined)[]> {
  const incidents = acting.map(({ incidentId }) => incidentId ?? null);
  const found = await run(sql`
    WITH viewer AS (${viewerRelation(acting.map(({ viewer }) => viewer))})
    SELECT viewer.key, now()::timestamptz(3) AS "startedAt", viewer.person_id AS "personId", person.name AS "personName",
      stakeholder.id AS "stakeholderId", stakeholder.name AS "stakeholderName", membership.rights,
      ${accessTo(sql`(${incidents}::uuid[])[viewer.key + 1]`, sql`viewer.stakeholder_id`)} AS access
    FROM viewer LEFT JOIN stakeholder ON stakeholder.id = viewer.stakeholder_id
      LEFT JOIN person ON person.id = viewer.person_id
      LEFT JOIN membership ON membership.person_id = viewer.person_id AND membership.stakeholder_id = viewer.stakeholder_id`);
  const byKey = new Map(found.map(({ key, ...cells }) => [key, cells]));
  return acting.map((_, key) => byKey.get(key));
}

function acted({ viewer, incidentId }: Acting, cells: Cells): Acted {
  const rights = (cells['rights'] as Right[] | null) ?? rightsWithoutMembership(viewer);
  const { startedAt, access, ...found } = cells as unknown as Actor & { startedAt: Date; access: Access | null };
  const actor: Actor = {
    ...found,
    stakeholderName: found.stakeholderName ?? 'Cellule',
    viewer,
    rights: new Set(rights),
    ...(incidentId != null && { known: { incidentId, access } }),
  };
  return { actor, startedAt };
}

function rightsWithoutMembership(viewer: Viewer): Right[] {
  return viewer.kind === 'platform' ? ['PLATFORM_ADMIN'] : ['READ'];
}

/** By which access a stakeholder follows an incident now; null if it does not. */
const accessTo = (incident: Sql, stakeholder: Sql): Sql => sql`(
  SELECT access FROM involvement WHERE incident_id = ${incident} AND stakeholder_id = ${stakeholder} AND left_at IS NULL)`;

/** What the actor may do; with an incident, what its involvement there adds. */
export async function standingOf(run: Run, actor: Actor, incidentId?: string): Promise<Standing> {
  const { stakeholderId } = actor;
  if (incidentId === undefined || stakeholderId === null) return standingBy(actor, null);
  const [cells] = await run(sql`SELECT ${accessTo(sql`${incidentId}`, sql`${stakeholderId}`)} AS access`);
  return standingBy(actor, cells?.['access'] as Access | null);
}

export function standingBy({ stakeholderId, rights }: Actor, access: Access | null): Standing {
  return { stakeholderId, rights, access };
}
