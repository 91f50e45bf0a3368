import { type Marking, tlpLabel } from '../access/marking';
import { permit } from '../access/permissions';
import { isWithin } from '../access/readership';
import type { IncidentRow } from '../incident/incident.entity';
import { incident } from '../incident/incident.reads';
import { change, changesBetween } from '../journal/changes';
import type { Change } from '../journal/journal';
import type { EntryInput } from '../journal/journal.inputs';
import { recordDeed } from '../journal/record';
import { requireVersion, type Work } from '../journal/work';
import { badInput } from '../kernel/errors';
import { newId, toGlobalId } from '../kernel/ids';
import { distinct } from '../region/region';
import { stakeholder } from '../stakeholder/stakeholder.reads';
import { PublicStatementRow } from './public-statement.entity';
import {
  type ChosenDraft,
  type PublishStatementInput,
  sourceOf,
  type WrittenStatement,
} from './public-statement.inputs';
import { draftMoved } from './statement-draft';
import { tellOfDraft } from './statement-draft.commands';
import { StatementDraftRow } from './statement-draft.entity';
import { statementDraft } from './statement-draft.reads';

/** The only way to the public. */
export function publishStatement(work: Work, input: PublishStatementInput): Promise<string> {
  const source = sourceOf(input);
  return 'draftId' in source ? publishDraft(work, source, input.entry) : publishAtOnce(work, source, input.entry);
}

async function publishAtOnce(work: Work, written: WrittenStatement, entry?: EntryInput | null): Promise<string> {
  const of = await work.visible(incident, written.incidentId, 'input.incidentId');
  permit(await work.standing(of.id), 'STATEMENT_PUBLISH');
  const { row, changes } = await publish(work, of, written);
  return tell(work, of, { row, changes }, entry);
}

async function publishDraft(
  work: Work,
  { draftId, expectedVersion }: ChosenDraft,
  entry?: EntryInput | null,
): Promise<string> {
  const draft = await work.visible(statementDraft, draftId, 'input.draftId');
  const of = await work.visible(incident, draft.incidentId, 'input.draftId');
  permit(await work.standing(of.id), 'STATEMENT_PUBLISH', { issuer: draft.issuerId });
  await work.holdStill(of.id);
  const state = draftMoved(draft.state, 'PUBLISHED');
  requireVersion(draft, expectedVersion);
  requireClear(draft.marking);
  const { row, changes } = await publish(work, of, draft);
  await work.change(StatementDraftRow, draft, { state, publicStatementId: row.id });
  // Named to those only who all see the draft too.
  const isShown = isWithin(of.marking, draft.marking, await work.parties(of.id));
  const named = isShown ? [change('draft', null, toGlobalId('StatementDraft', draft.id))] : [];
  await tell(work, of, { row, changes: [...changes, ...named] }, entry);
  const became = [
    ...changesBetween(draft, { state }),
    change('publicStatement', null, toGlobalId('PublicStatement', row.id)),
  ];
  await tellOfDraft(work, 'STATEMENT_DRAFT_PUBLISHED', draft, became, {});
  return row.id;
}

/** The label permits publication; the marking of a draft is changed by those whose it is, and by nobody in passing. */
function requireClear({ tlp }: Marking): void {
  if (tlp === 'TLP_CLEAR') return;
  throw badInput(
    `The draft is ${tlpLabel(tlp)}, and only TLP:CLEAR can be published: its originator changes the marking first.`,
    'input.draftId',
  );
}

interface Published {
  readonly row: PublicStatementRow;
  readonly changes: readonly Change[];
}

async function publish(
  work: Work,
  of: IncidentRow,
  { title, text, regions: named }: Pick<PublicStatementRow, 'title' | 'text' | 'regions'>,
): Promise<Published> {
  const issuer = await work.visible(stakeholder, work.originator.stakeholderId, 'input');
  const regions = distinct(named);
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
  return { row, changes: changesBetween({}, { title, regions, issuer: issuer.code }) };
}

async function tell(
  work: Work,
  of: IncidentRow,
  { row, changes }: Published,
  entry: EntryInput | null | undefined,
): Promise<string> {
  const subject = { type: 'PublicStatement', key: row.id };
  const deed = { kind: 'STATEMENT_PUBLISHED', incidentId: of.id, subject, marking: of.marking, changes } as const;
  await recordDeed(work, deed, entry);
  return row.id;
}
