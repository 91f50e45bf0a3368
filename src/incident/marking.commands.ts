import { type Audience, afresh, chosenMarking, type Marking, type MarkingChoice, tlpLabel } from '../access/marking';
import { permit } from '../access/permissions';
import { isOriginator, isSource, isWithin, strictness } from '../access/readership';
import { person } from '../identity/person.reads';
import { change, required } from '../journal/changes';
import type { Change } from '../journal/journal';
import { detailsOf } from '../journal/journal.inputs';
import type { InvolvedParties } from '../journal/parties';
import { reachesFurther, requireVersion, type Work } from '../journal/work';
import { badInput } from '../kernel/errors';
import type { NodeRef } from '../kernel/ids';
import { sql } from '../kernel/sql';
import { stakeholder } from '../stakeholder/stakeholder.reads';
import { type MarkedThing, markedThing } from './marked-thing';
import type { ChangeMarkingInput } from './marking.inputs';
import type { Subjects } from './subject';

/** Gives a thing another marking. Nobody writes about it meanwhile, so that nothing goes by the one that it had. */
export async function changeMarking(work: Work, input: ChangeMarkingInput, subjects: Subjects): Promise<NodeRef> {
  const { incidentId } = await markedThing(work, input.thingId, subjects);
  await work.takeTurns(incidentId);
  const thing = await markedThing(work, input.thingId, subjects);
  const parties = await work.parties(incidentId);
  const next = nextMarking(thing.marking, input);
  await permitChange(work, thing, next, parties);
  const { version } = thing.marking;
  requireVersion({ version }, input.expectedVersion);
  await requireFitting(work, thing, next, parties);
  const changes = await changesOf(work, thing.marking, next);
  const toldBy = tellOfMarking(work, thing, { next, changes }, input);
  await thing.remark(next, toldBy);
  const isNarrower = !isWithin(thing.marking, next, parties);
  if (isNarrower && thing.ref.type !== 'Incident') await withdraw(work, thing, { next, toldBy, parties });
  return thing.ref;
}

/** What is not said stays as it is. */
function nextMarking(marking: Marking, { marking: choice, delegateId }: ChangeMarkingInput): Marking {
  const { audience, stakeholders, persons } = readersAsked(marking, choice);
  const by = { stakeholderId: marking.originator, personId: marking.author };
  const chosen = chosenMarking({ ...choice, audience, stakeholders, persons }, by, 'input.marking');
  const isStill = chosen.audience === marking.audience;
  return {
    ...chosen,
    stakeholders: isStill && audience === 'AUTHORITIES' ? marking.stakeholders : chosen.stakeholders,
    pap: choice.pap === undefined ? marking.pap : choice.pap,
    delegate: delegateId === undefined ? marking.delegate : delegateId,
    version: marking.version + 1,
  };
}

function readersAsked(marking: Marking, choice: MarkingChoice): Required<Omit<MarkingChoice, 'tlp' | 'pap'>> {
  const isRed = choice.tlp === 'TLP_RED';
  if (choice.audience == null && !isRed && marking.audience === 'PERSONS') {
    throw badInput('It is read by the persons named: say who reads it from now on.', 'input.marking.audience');
  }
  const audience = choice.audience ?? (isRed ? 'PERSONS' : marking.audience);
  const isStill = audience === marking.audience;
  return {
    audience,
    stakeholders: choice.stakeholders ?? (isStill && audience === 'LISTED' ? marking.stakeholders : null),
    persons: choice.persons ?? (isStill && audience === 'PERSONS' ? marking.persons : null),
  };
}

async function permitChange(
  work: Work,
  { incidentId, marking }: MarkedThing,
  next: Marking,
  parties: InvolvedParties,
): Promise<void> {
  const { actor } = work;
  const standing = await work.standing(incidentId);
  if (next.delegate !== marking.delegate) {
    permit(standing, 'MARKING_WIDEN', { responsible: isOriginator(marking, actor) ? actor.stakeholderId : null });
  }
  const isWider =
    !isWithin(next, marking, parties) || strictness(next.tlp) < strictness(marking.tlp) || next.pap !== marking.pap;
  const responsible = isSource(marking, actor) ? actor.stakeholderId : null;
  if (responsible === null && next.audience === 'PERSONS' && marking.audience !== 'PERSONS') {
    permit(standing, 'MARKING_WIDEN', { responsible });
  }
  permit(standing, isWider ? 'MARKING_WIDEN' : 'MARKING_NARROW', { responsible });
}

/** Refuses what would be wider than what the thing lies within, and readers who are not involved. */
async function requireFitting(work: Work, thing: MarkedThing, next: Marking, parties: InvolvedParties): Promise<void> {
  const { marking } = thing;
  if (!isWithin(next, marking, parties)) {
    const fits = (outer: Marking | null) => outer !== null && isWithin(next, outer, parties);
    if (!(await thing.around()).every(fits)) throw reachesFurther('input.marking');
  }
  if (thing.ref.type === 'Incident') requireWideAudience(next.audience, 'input.marking.audience');
  const added = {
    ...next,
    stakeholders: next.stakeholders.filter((id) => !marking.stakeholders.includes(id)),
    persons: next.persons.filter((id) => !marking.persons.includes(id)),
  };
  parties.requireInvolved(added, 'input.marking');
  if (next.delegate !== null && next.delegate !== marking.delegate) {
    const { id, code } = await work.visible(stakeholder, next.delegate, 'input.delegateId');
    if (!parties.isInvolved(id)) throw badInput(`${code} is not involved in the incident.`, 'input.delegateId');
  }
}

/** In the words of the new marking only, where the one before named somebody: its readers need not know whom. */
async function changesOf(work: Work, before: Marking, after: Marking): Promise<Change[]> {
  const changes = [
    change('tlp', tlpLabel(before.tlp), tlpLabel(after.tlp)),
    change('audience', before.audience, after.audience),
    change('pap', before.pap, after.pap),
  ].filter((one) => one.old !== one.new);
  if (before.delegate !== after.delegate) {
    changes.push(change('delegate', null, after.delegate === null ? 'none' : await codesOf(work, [after.delegate])));
  }
  if (after.audience === 'LISTED' && isOther(before.stakeholders, after.stakeholders)) {
    changes.push(change('stakeholders', null, await codesOf(work, after.stakeholders)));
  }
  if (after.audience === 'PERSONS' && isOther(before.persons, after.persons)) {
    changes.push(change('persons', null, await namesOf(work, [after.author, ...after.persons])));
  }
  return required(changes);
}

const isOther = (one: readonly string[], other: readonly string[]): boolean => one.join() !== other.join();

async function codesOf(work: Work, ids: readonly (string | null)[]): Promise<string[]> {
  const rows = await work.visibleRows(stakeholder, sql`stakeholder.id = ANY (${ids}::uuid[])`);
  return rows.map(({ code }) => code).sort();
}

async function namesOf(work: Work, ids: readonly (string | null)[]): Promise<string[]> {
  const rows = await work.visibleRows(person, sql`person.id = ANY (${ids}::uuid[])`);
  return rows.map(({ name }) => name).sort();
}

/** The entry that hands the thing over: it carries the new marking, so that just its readers read it. */
function tellOfMarking(
  work: Work,
  { ref, incidentId }: MarkedThing,
  { next, changes }: { readonly next: Marking; readonly changes: readonly Change[] },
  { entry }: ChangeMarkingInput,
): string {
  if (entry?.marking) {
    throw badInput('The entry of a change of marking carries the new marking.', 'input.entry.marking');
  }
  return work.record({
    kind: 'MARKING_CHANGED',
    stream: incidentId,
    subject: ref,
    marking: afresh(next),
    changes,
    details: detailsOf(entry),
  });
}

interface Narrower {
  readonly next: Marking;
  readonly toldBy: string;
  readonly parties: InvolvedParties;
}

/** Narrows what was written about the thing with it, and tells those who read any of it before, and nothing but that. */
async function withdraw(work: Work, thing: MarkedThing, { next, toldBy, parties }: Narrower): Promise<void> {
  const { ref, incidentId, marking } = thing;
  const tellOf = (subject: NodeRef, former: Marking) =>
    work.record({ kind: 'WITHDRAWN', stream: incidentId, subject, marking: afresh(former) });
  const entries = await work.narrowEntries({ streamId: incidentId, thing: ref.key, to: next, parties, toldBy });
  tellOf(ref, marking);
  for (const { entryId, former } of entries) {
    // Who wrote about the thing, and had lost it before, hears of it from no other line.
    if (!isWithin(former, marking, parties)) tellOf({ type: 'JournalEntry', key: entryId }, former);
  }
}

/** The audience of an incident is ENROLLED or INVOLVED: what it holds may be narrower. */
export function requireWideAudience(audience: Audience, inputPath: string): void {
  if (audience !== 'INVOLVED' && audience !== 'ENROLLED') {
    throw badInput('The audience of an incident is INVOLVED or ENROLLED; what it holds may be narrower.', inputPath);
  }
}
