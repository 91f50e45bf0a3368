import { permit } from '../access/permissions';
import { changesBetween, given, givenOrEmptied, requiredChanges } from '../journal/changes';
import type { EntryInput } from '../journal/journal.inputs';
import { recordDeed } from '../journal/record';
import type { Work } from '../journal/work';
import { newId } from '../kernel/ids';
import { reportedTimeOrNone, revisedTime } from '../kernel/reported-time';
import { distinct } from '../region/region';
import { AffectedServiceRow } from './affected-service.entity';
import type { AddAffectedServiceInput, ServiceSituation, UpdateAffectedServiceInput } from './affected-service.inputs';
import { affectedService } from './affected-service.reads';
import { keepOpen } from './incident.commands';
import type { IncidentRow } from './incident.entity';
import { incident } from './incident.reads';

export async function addService(
  work: Work,
  of: Pick<IncidentRow, 'id' | 'marking'>,
  situation: ServiceSituation,
  { inputPath, entry }: { readonly inputPath: string; readonly entry?: EntryInput | null | undefined },
): Promise<string> {
  const { name, status } = situation;
  const row: AffectedServiceRow = {
    id: newId(),
    version: 1,
    incidentId: of.id,
    ...{ name, status },
    impact: situation.impact ?? null,
    regions: distinct(situation.regions ?? []),
    since: reportedTimeOrNone(situation.since),
    restored: null,
    marking: await work.marking(situation.marking, of.marking, of.id, `${inputPath}.marking`),
  };
  await work.add(AffectedServiceRow, row);
  const { impact, regions, since } = row;
  const changes = changesBetween({}, { name, status, impact, regions, since });
  const subject = { type: 'AffectedService', key: row.id };
  await recordDeed(work, { kind: 'SERVICE_ADDED', incidentId: of.id, subject, marking: row.marking, changes }, entry);
  return row.id;
}

export async function addAffectedService(work: Work, input: AddAffectedServiceInput): Promise<string> {
  const of = await work.visible(incident, input.incidentId, 'input.incidentId');
  permit(await work.standing(of.id), 'SERVICE_ADD', { responsible: of.operatorId });
  await keepOpen(work, of, 'input.incidentId');
  return addService(work, of, input.situation, { inputPath: 'input.situation', entry: input.entry });
}

export async function updateAffectedService(work: Work, input: UpdateAffectedServiceInput): Promise<string> {
  const row = await work.visible(affectedService, input.affectedServiceId, 'input.affectedServiceId');
  const of = await work.visible(incident, row.incidentId, 'input.affectedServiceId');
  permit(await work.standing(of.id), 'SERVICE_UPDATE', { responsible: of.operatorId });
  await keepOpen(work, of, 'input.affectedServiceId');
  const { status, impact, regions } = input;
  const patch = {
    ...given({ status, regions: regions && distinct(regions) }),
    ...givenOrEmptied({ impact, since: revisedTime(input.since), restored: revisedTime(input.restored) }),
  };
  await work.change(AffectedServiceRow, row, patch, input.expectedVersion);
  const subject = { type: 'AffectedService', key: row.id };
  const changes = requiredChanges(row, patch);
  await recordDeed(
    work,
    { kind: 'SERVICE_UPDATED', incidentId: of.id, subject, marking: row.marking, changes },
    input.entry,
  );
  return row.id;
}
