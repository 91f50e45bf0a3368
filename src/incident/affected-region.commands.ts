import { permit } from '../access/permissions';
import { change, changesBetween, given, givenOrEmptied, required } from '../journal/changes';
import type { Change } from '../journal/journal';
import type { EntryInput } from '../journal/journal.inputs';
import { recordDeed } from '../journal/record';
import type { Work } from '../journal/work';
import { AppError } from '../kernel/errors';
import { newId } from '../kernel/ids';
import { reportedTimeOrNone, revisedTime } from '../kernel/reported-time';
import { sql } from '../kernel/sql';
import type { RegionCode } from '../region/region';
import type { StakeholderRow } from '../stakeholder/stakeholder.entity';
import { stakeholder } from '../stakeholder/stakeholder.reads';
import { AffectedRegionRow } from './affected-region.entity';
import type { AddAffectedRegionInput, RegionSituation, UpdateAffectedRegionInput } from './affected-region.inputs';
import { affectedRegion } from './affected-region.reads';
import { requireOpen } from './incident';
import { keepOpen } from './incident.commands';
import type { IncidentRow } from './incident.entity';
import { incident } from './incident.reads';
import { involve, isInvolved } from './involvement.commands';

/** Where in the input the situation stands, and what its entries go by. */
interface Told {
  readonly inputPath: string;
  /** The entry by which the authority is involved, if that is another than its own. */
  readonly since?: string;
  readonly entry?: EntryInput | null | undefined;
}

/** Adds a region, and involves the authority in charge unless told not to. */
export async function addRegion(
  work: Work,
  of: Pick<IncidentRow, 'id' | 'marking'>,
  situation: RegionSituation,
  { inputPath, since, entry }: Told,
): Promise<string> {
  const { region: regionCode, status } = situation;
  const known = await work.visibleRows(
    affectedRegion,
    sql`affected_region.incident_id = ${of.id} AND affected_region.region_code = ${regionCode}`,
  );
  if (known.length > 0) {
    throw new AppError('CONFLICT', `Region ${regionCode} is among the affected ones already.`, {
      inputPath: [...inputPath.split('.'), 'region'],
    });
  }
  const competent = await competentArs(work, regionCode);
  const authority = situation.authorityId
    ? await work.visible(stakeholder, situation.authorityId, `${inputPath}.authorityId`)
    : competent;
  const toInvolve = situation.involveAuthority ? [authority, competent] : [];
  for (const whom of toInvolve) if (whom) await involveToFollow(work, of, whom, since);
  const row: AffectedRegionRow = {
    id: newId(),
    version: 1,
    incidentId: of.id,
    ...{ regionCode, status },
    impact: situation.impact ?? null,
    since: reportedTimeOrNone(situation.since),
    restored: null,
    authorityId: authority?.id ?? null,
    marking: await work.marking(situation.marking, of.marking, of.id, `${inputPath}.marking`),
  };
  await work.add(AffectedRegionRow, row);
  const told = { region: regionCode, status, impact: row.impact, since: row.since, authority: authority?.code };
  const subject = { type: 'AffectedRegion', key: row.id };
  await recordDeed(
    work,
    { kind: 'REGION_ADDED', incidentId: of.id, subject, marking: row.marking, changes: changesBetween({}, told) },
    entry,
  );
  return row.id;
}

async function involveToFollow(
  work: Work,
  of: Pick<IncidentRow, 'id' | 'marking'>,
  whom: StakeholderRow,
  since?: string,
): Promise<void> {
  if (await isInvolved(work, of.id, whom.id)) return;
  await involve(work, of, { stakeholder: whom, role: 'FOLLOW_UP', access: 'CONTRIBUTE' }, since ? { since } : {});
}

async function competentArs(work: Work, region: RegionCode): Promise<StakeholderRow | undefined> {
  const where = sql`stakeholder.kind = 'ARS' AND ${region} = ANY (stakeholder.jurisdiction)`;
  return (await work.visibleRows(stakeholder, where))[0];
}

export async function addAffectedRegion(work: Work, input: AddAffectedRegionInput): Promise<string> {
  const of = await work.visible(incident, input.incidentId, 'input.incidentId');
  permit(await work.standing(of.id), 'REGION_ADD');
  await work.takeTurns(of.id);
  requireOpen((await work.visible(incident, of.id, 'input.incidentId')).status);
  return addRegion(work, of, input.situation, { inputPath: 'input.situation', entry: input.entry });
}

export async function updateAffectedRegion(work: Work, input: UpdateAffectedRegionInput): Promise<string> {
  const row = await work.visible(affectedRegion, input.affectedRegionId, 'input.affectedRegionId');
  const of = await work.visible(incident, row.incidentId, 'input.affectedRegionId');
  permit(await work.standing(of.id), 'REGION_UPDATE', { responsible: row.authorityId });
  await keepOpen(work, of, 'input.affectedRegionId');
  const authority = input.authorityId
    ? await work.visible(stakeholder, input.authorityId, 'input.authorityId')
    : undefined;
  const { status, impact } = input;
  const told = {
    ...given({ status }),
    ...givenOrEmptied({ impact, since: revisedTime(input.since), restored: revisedTime(input.restored) }),
  };
  await work.change(
    AffectedRegionRow,
    row,
    { ...told, ...(authority && { authorityId: authority.id }) },
    input.expectedVersion,
  );
  const handover = authority && authority.id !== row.authorityId ? [await handOver(work, of, row, authority)] : [];
  const changes = required([...changesBetween(row, told), ...handover]);
  const subject = { type: 'AffectedRegion', key: row.id };
  await recordDeed(
    work,
    { kind: 'REGION_UPDATED', incidentId: of.id, subject, marking: row.marking, changes },
    input.entry,
  );
  return row.id;
}

/** Whoever gets charge of a region is involved, so that it sees what it has charge of. */
async function handOver(work: Work, of: IncidentRow, row: AffectedRegionRow, to: StakeholderRow): Promise<Change> {
  await involveToFollow(work, of, to);
  return change('authority', await codeOf(work, row.authorityId), to.code);
}

async function codeOf(work: Work, id: string | null): Promise<string | undefined> {
  return id === null ? undefined : (await work.visibleRows(stakeholder, sql`stakeholder.id = ${id}`))[0]?.code;
}
