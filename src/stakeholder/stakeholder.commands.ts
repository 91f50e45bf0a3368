import { permit, withIncluded } from '../access/permissions';
import { registryStream } from '../access/visibility';
import { change, changesBetween, given, givenOrEmptied, requiredChanges } from '../journal/changes';
import { detailsOf } from '../journal/journal.inputs';
import { registryMarking } from '../journal/registry';
import type { Work } from '../journal/work';
import { AppError } from '../kernel/errors';
import { newId } from '../kernel/ids';
import { sql } from '../kernel/sql';
import { distinct } from '../region/region';
import { StakeholderRow } from './stakeholder.entity';
import type { RegisterStakeholderInput, ReviseStakeholderInput } from './stakeholder.inputs';
import { stakeholder } from './stakeholder.reads';

type NewStakeholder = Omit<RegisterStakeholderInput, 'fault'>;

export async function registerStakeholder(work: Work, input: NewStakeholder): Promise<string> {
  const standing = await work.standing();
  permit(standing, 'STAKEHOLDER_REGISTER');
  // People are known by a SIRET as its own: who could name one would be given the people of another.
  if (input.enrolled || input.siret != null) permit(standing, 'STAKEHOLDER_ENROL');
  if (input.parentId) await work.visible(stakeholder, input.parentId, 'input.parentId');
  const [sameCode] = await work.visibleRows(stakeholder, sql`stakeholder.code = ${input.code}`);
  if (sameCode)
    throw new AppError('CONFLICT', `There is a stakeholder with the code ${input.code} already.`, {
      inputPath: ['input', 'code'],
    });

  const { code, name, kind, scope } = input;
  const row: StakeholderRow = {
    id: newId(),
    version: 1,
    ...{ code, name, kind, scope },
    aliases: input.aliases ?? [],
    jurisdiction: distinct(input.jurisdiction ?? []),
    parentId: input.parentId ?? null,
    enrolled: input.enrolled ?? false,
    defaultRights: [],
    siret: input.siret ?? null,
    dutyContact: input.dutyContact ?? null,
  };
  await work.add(StakeholderRow, row);
  const { id: _, version: __, parentId: ___, ...told } = row;
  work.record({
    kind: 'STAKEHOLDER_REGISTERED',
    stream: registryStream,
    subject: { type: 'Stakeholder', key: row.id },
    marking: registryMarking(work.actor, row.id, input.entry),
    changes: changesBetween({}, told),
    details: detailsOf(input.entry),
  });
  return row.id;
}

export async function reviseStakeholder(work: Work, input: ReviseStakeholderInput): Promise<string> {
  const row = await work.visible(stakeholder, input.stakeholderId, 'input.stakeholderId');
  const standing = await work.standing();
  permit(standing, 'STAKEHOLDER_REVISE', { responsible: row.id });
  const { name, aliases, scope, jurisdiction, enrolled, siret, dutyContact } = input;
  if (enrolled != null && enrolled !== row.enrolled) permit(standing, 'STAKEHOLDER_ENROL');
  if (siret !== undefined && siret !== row.siret) permit(standing, 'STAKEHOLDER_ENROL');
  const defaultRights = input.defaultRights && withIncluded(input.defaultRights);
  const patch = {
    ...given({ name, aliases, scope, jurisdiction: jurisdiction && distinct(jurisdiction), enrolled, defaultRights }),
    ...givenOrEmptied({ siret, dutyContact }),
  };
  await work.change(StakeholderRow, row, patch as Partial<StakeholderRow>, input.expectedVersion);
  work.record({
    kind: 'STAKEHOLDER_REVISED',
    stream: registryStream,
    subject: { type: 'Stakeholder', key: row.id },
    marking: registryMarking(work.actor, row.id, input.entry),
    changes: requiredChanges(row, patch),
    details: detailsOf(input.entry),
  });
  return row.id;
}

/** A stakeholder that gets its first account is enrolled by it. */
export async function enrol(work: Work, row: StakeholderRow): Promise<void> {
  if (row.enrolled) return;
  await work.change(StakeholderRow, row, { enrolled: true });
  work.record({
    kind: 'STAKEHOLDER_REVISED',
    stream: registryStream,
    subject: { type: 'Stakeholder', key: row.id },
    marking: registryMarking(work.actor, row.id),
    changes: [change('enrolled', false, true)],
  });
}
