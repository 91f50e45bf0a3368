import type { Marking } from '../access/marking';
import { JournalMarkingRow } from '../journal/journal.entity';
import { markingOfEntry } from '../journal/journal.reads';
import type { Work } from '../journal/work';
import { badInput } from '../kernel/errors';
import type { NodeRef } from '../kernel/ids';
import { IncidentRow } from './incident.entity';
import { incident } from './incident.reads';
import { entryOf, markingsAround, type SubjectRow, type Subjects } from './subject';

/** Something that the actor sees, with its marking of the moment. */
export interface MarkedThing {
  readonly ref: NodeRef;
  readonly incidentId: string;
  readonly marking: Marking;
  /** The markings of what it lies within: null in the place of what the actor does not see. */
  around(): Promise<readonly (Marking | null)[]>;
  remark(next: Marking, toldBy: string): Promise<unknown>;
}

const inputPath = 'input.thingId';

export function markedThing(work: Work, ref: NodeRef, subjects: Subjects): Promise<MarkedThing> {
  if (ref.type === 'Incident') return markedIncident(work, ref);
  if (ref.type === 'JournalEntry') return markedEntry(work, ref, subjects);
  const thing = subjects[ref.type];
  if (!thing) throw badInput(`A ${ref.type} carries no marking.`, inputPath);
  return markedPart(work, ref, thing);
}

async function markedIncident(work: Work, ref: NodeRef): Promise<MarkedThing> {
  const row = await work.visible(incident, ref.key, inputPath);
  return {
    ref,
    incidentId: row.id,
    marking: row.marking,
    around: async () => [],
    remark: (marking) => work.change(IncidentRow, row, { marking }),
  };
}

async function markedPart(work: Work, ref: NodeRef, thing: Subjects[string]): Promise<MarkedThing> {
  const row = await work.visible(thing, ref.key, inputPath);
  const { incidentId, marking } = row;
  if (!marking) throw badInput(`A ${ref.type} carries no marking.`, inputPath);
  return {
    ref,
    incidentId,
    marking,
    around: async () => [(await work.visible(incident, incidentId, inputPath)).marking],
    remark: (next) => work.change(thing.entity as new () => SubjectRow, row, { marking: next }),
  };
}

async function markedEntry(work: Work, ref: NodeRef, subjects: Subjects): Promise<MarkedThing> {
  const row = await entryOf(work, ref.key, inputPath);
  const of = await work.visible(incident, row.streamId, inputPath);
  return {
    ref,
    incidentId: of.id,
    marking: markingOfEntry(row),
    around: () => markingsAround(work, row, of, subjects),
    remark: (marking, toldBy) => work.add(JournalMarkingRow, { entryId: ref.key, toldBy, marking }),
  };
}
