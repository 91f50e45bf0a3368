import { permit } from '../access/permissions';
import { incident } from '../incident/incident.reads';
import { changesBetween } from '../journal/changes';
import { recordDeed } from '../journal/record';
import type { Work } from '../journal/work';
import { newId } from '../kernel/ids';
import { distinct } from '../region/region';
import { stakeholder } from '../stakeholder/stakeholder.reads';
import { PublicStatementRow } from './public-statement.entity';
import type { PublishStatementInput } from './public-statement.inputs';

/** The only way to the public. */
export async function publishStatement(work: Work, input: PublishStatementInput): Promise<string> {
  const of = await work.visible(incident, input.incidentId, 'input.incidentId');
  permit(await work.standing(of.id), 'STATEMENT_PUBLISH');
  const issuer = await work.visible(stakeholder, work.actor.stakeholderId ?? '', 'input');
  const { title, text } = input;
  const regions = distinct(input.regions ?? []);
  const row: PublicStatementRow = {
    id: newId(),
    incidentId: of.id,
    issuerId: issuer.id,
    issuerName: issuer.name,
    ...{ title, text, regions },
    exercise: of.exercise,
    publishedAt: work.now,
  };
  await work.add(PublicStatementRow, row);
  const subject = { type: 'PublicStatement', key: row.id };
  const changes = changesBetween({}, { title, regions, issuer: issuer.code });
  await recordDeed(
    work,
    { kind: 'STATEMENT_PUBLISHED', incidentId: of.id, subject, marking: of.marking, changes },
    input.entry,
  );
  return row.id;
}
