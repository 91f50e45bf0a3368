import { permit } from '../access/permissions';
import { incident } from '../incident/incident.reads';
import { change, changesBetween, given, requiredChanges } from '../journal/changes';
import type { Change, EntryKind } from '../journal/journal';
import type { CommandInput } from '../journal/journal.inputs';
import { recordDeed } from '../journal/record';
import type { Work } from '../journal/work';
import { newId } from '../kernel/ids';
import { distinct } from '../region/region';
import { stakeholder } from '../stakeholder/stakeholder.reads';
import { draftMoved, requireRevisable } from './statement-draft';
import { StatementDraftRow } from './statement-draft.entity';
import type {
  DiscardStatementDraftInput,
  DraftStatementInput,
  ReviseStatementDraftInput,
} from './statement-draft.inputs';
import { statementDraft } from './statement-draft.reads';

export async function draftStatement(work: Work, input: DraftStatementInput): Promise<string> {
  const of = await work.visible(incident, input.incidentId, 'input.incidentId');
  permit(await work.standing(of.id), 'STATEMENT_DRAFT');
  const issuer = await work.visible(stakeholder, work.originator.stakeholderId, 'input');
  const { title, text } = input;
  const regions = distinct(input.regions ?? []);
  const row: StatementDraftRow = {
    id: newId(),
    version: 1,
    incidentId: of.id,
    issuerId: issuer.id,
    ...{ title, text, regions },
    state: 'DRAFT',
    publicStatementId: null,
    marking: await work.marking(input.marking, of.marking, of.id, 'input.marking'),
  };
  await work.add(StatementDraftRow, row);
  const changes = changesBetween({}, { title, text, regions, issuer: issuer.code });
  return tellOfDraft(work, 'STATEMENT_DRAFTED', row, changes, input);
}

export async function reviseStatementDraft(work: Work, input: ReviseStatementDraftInput): Promise<string> {
  const row = await loaded(work, input);
  requireRevisable(row.state);
  const { title, text } = input;
  const patch = given({ title, text, regions: input.regions && distinct(input.regions) });
  await work.change(StatementDraftRow, row, patch, input.expectedVersion);
  return tellOfDraft(work, 'STATEMENT_DRAFT_REVISED', row, requiredChanges(row, patch), input);
}

export async function discardStatementDraft(work: Work, input: DiscardStatementDraftInput): Promise<string> {
  const row = await loaded(work, input);
  const state = draftMoved(row.state, 'DISCARDED');
  await work.change(StatementDraftRow, row, { state }, input.expectedVersion);
  const changes = [...changesBetween(row, { state }), change('reason', null, input.reason)];
  return tellOfDraft(work, 'STATEMENT_DRAFT_DISCARDED', row, changes, input);
}

async function loaded(work: Work, { draftId }: { readonly draftId: string }): Promise<StatementDraftRow> {
  const row = await work.visible(statementDraft, draftId, 'input.draftId');
  permit(await work.standing(row.incidentId), 'STATEMENT_DRAFT_CHANGE', { responsible: row.issuerId });
  // Its marking stays as it is until the entry is there, or else the version has moved.
  await work.holdStill(row.incidentId);
  return row;
}

/** Records what was done to a draft, for those who see it. */
export async function tellOfDraft(
  work: Work,
  kind: EntryKind,
  row: StatementDraftRow,
  changes: readonly Change[],
  input: Pick<CommandInput, 'entry'>,
): Promise<string> {
  const subject = { type: 'StatementDraft', key: row.id };
  await recordDeed(work, { kind, incidentId: row.incidentId, subject, marking: row.marking, changes }, input.entry);
  return row.id;
}
