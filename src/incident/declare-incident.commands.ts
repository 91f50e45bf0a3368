import { randomInt } from 'node:crypto';
import { chosenMarking, type Marking } from '../access/marking';
import { permit } from '../access/permissions';
import { changesBetween } from '../journal/changes';
import { detailsOf } from '../journal/journal.inputs';
import type { Work } from '../journal/work';
import { badInput } from '../kernel/errors';
import { newId } from '../kernel/ids';
import { exactly, reportedTimeOrNone } from '../kernel/reported-time';
import type { StakeholderRow } from '../stakeholder/stakeholder.entity';
import { stakeholder } from '../stakeholder/stakeholder.reads';
import { addRegion } from './affected-region.commands';
import { addService } from './affected-service.commands';
import { severityRank } from './incident';
import { withMilestone } from './incident.commands';
import { IncidentRow } from './incident.entity';
import type { DeclareIncidentInput } from './incident.inputs';
import { involve, type Party } from './involvement.commands';
import { requireWideAudience } from './marking.commands';

/** Declares an incident with its operator, parties, regions and services: all of it, or nothing. */
export async function declareIncident(work: Work, input: DeclareIncidentInput): Promise<string> {
  permit(await work.standing(), 'INCIDENT_DECLARE');
  const declarer = await work.visible(stakeholder, work.actor.stakeholderId ?? '', 'input');
  const row = declaredRow(work, input, declarer);
  if (input.entry?.marking) {
    throw badInput(
      'The entry of a declaration carries the marking of the incident: mark later entries.',
      'input.entry.marking',
    );
  }
  const parties = await partiesOf(work, input, declarer);
  await work.add(IncidentRow, row);
  await work.openStream(row.id);
  const operator = parties.find((party) => party.stakeholder.id === row.operatorId)?.stakeholder.code;
  const declaredBy = recordDeclaration(work, input, row, operator);

  for (const party of parties) await involve(work, row, party, { since: declaredBy });
  for (const [index, situation] of (input.regions ?? []).entries()) {
    await addRegion(work, row, situation, { inputPath: `input.regions.${index}`, since: declaredBy });
  }
  for (const [index, situation] of (input.services ?? []).entries()) {
    await addService(work, row, situation, { inputPath: `input.services.${index}` });
  }
  return row.id;
}

function declaredRow(work: Work, input: DeclareIncidentInput, declarer: StakeholderRow): IncidentRow {
  const { title, nature, severity, exercise } = input;
  return {
    id: newId(),
    version: 1,
    reference: newReference(declarer.code, work.now),
    ...{ title, nature, severity, exercise },
    summary: input.summary ?? null,
    status: 'DECLARED',
    severityRank: severityRank(severity),
    operatorId: input.operatorId ?? null,
    began: reportedTimeOrNone(input.began),
    declaredAt: work.now,
    milestones: withMilestone({ milestones: [] }, 'DECLARED', exactly(work.now)),
    resolution: null,
    duplicateOfId: null,
    marking: markingOf(work, input, declarer),
  };
}

function markingOf({ actor }: Work, { marking }: DeclareIncidentInput, declarer: StakeholderRow): Marking {
  const by = { stakeholderId: declarer.id, personId: actor.personId };
  const chosen = chosenMarking(marking ?? { tlp: 'TLP_AMBER' }, by, 'input.marking');
  requireWideAudience(chosen.audience, 'input.marking.audience');
  return chosen;
}

function recordDeclaration(work: Work, input: DeclareIncidentInput, row: IncidentRow, operator?: string): string {
  const { reference, title, summary, nature, status, severity, exercise, began } = row;
  return work.record({
    kind: 'INCIDENT_DECLARED',
    stream: row.id,
    subject: { type: 'Incident', key: row.id },
    marking: row.marking,
    changes: changesBetween({}, { reference, title, summary, nature, status, severity, exercise, began, operator }),
    details: detailsOf(input.entry),
  });
}

/** The declarer and the operator first, then the others; nobody twice. */
async function partiesOf(work: Work, input: DeclareIncidentInput, declarer: StakeholderRow): Promise<Party[]> {
  const isOperator = input.operatorId === declarer.id;
  const parties: Party[] = [
    { stakeholder: declarer, role: isOperator ? 'OPERATOR' : input.declarerRole, access: 'COORDINATE' },
  ];
  if (input.operatorId && !isOperator) {
    const operator = await work.visible(stakeholder, input.operatorId, 'input.operatorId');
    parties.push({ stakeholder: operator, role: 'OPERATOR', access: 'CONTRIBUTE' });
  }
  for (const [index, { stakeholderId, role, access }] of (input.parties ?? []).entries()) {
    const inputPath = `input.parties.${index}.stakeholderId`;
    const party = { stakeholder: await work.visible(stakeholder, stakeholderId, inputPath), role, access };
    if (parties.some((other) => other.stakeholder.id === stakeholderId)) {
      throw badInput('This stakeholder is involved by the declaration already: name it once.', inputPath);
    }
    parties.push(party);
  }
  return parties;
}

/** No vowels, and nothing that looks like something else. */
const alphabet = '23456789BCDFGHJKLMNPQRSTVWXZ';

/** Who declared, the year in Paris, and four characters that count nothing. */
function newReference(code: string, now: Date): string {
  const year = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Paris', year: 'numeric' }).format(now);
  const tail = Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `${code}-${year}-${tail}`;
}
