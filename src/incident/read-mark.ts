import type { Actors } from '../access/actor';
import type { Viewer } from '../access/viewer';
import { keepReadMarks } from '../journal/bookkeeping';
import type { Position } from '../journal/journal.inputs';
import { AppError, notFound } from '../kernel/errors';
import type { Run } from '../kernel/sql';
import type { UnreadReads } from './read-mark.reads';

/** Notes how far somebody has read: bookkeeping, and no change of the record. */
export class ReadMarking {
  constructor(
    private readonly actors: Actors,
    private readonly unread: UnreadReads,
    private readonly run: Run,
  ) {}

  /** All of it, or nothing. A line that is not there is as absent as an incident that the viewer does not follow. */
  async mark(viewer: Viewer, positions: ReadonlyMap<string, Position>): Promise<void> {
    const { actor } = await this.actors.of(viewer);
    const { personId, stakeholderId } = actor;
    if (personId === null || stakeholderId === null) {
      throw new AppError('FORBIDDEN', 'Only persons have read marks: a system reads for nobody.');
    }
    const held = await this.unread.held(viewer, positions);
    const absent = [...positions.keys()].findIndex((incidentId) => !held.has(incidentId));
    if (absent >= 0) throw notFound('line', `input.positions.${absent}.incidentId`);
    const numbers = new Map([...positions].map(([incidentId, { number }]) => [incidentId, number]));
    await keepReadMarks(this.run, { personId, stakeholderId, numbers });
  }
}
