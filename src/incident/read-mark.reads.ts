import type { Operation } from '../access/operation';
import type { VisibleReads } from '../access/reads';
import type { Viewer } from '../access/viewer';
import { currentEntry, lastMarking, onlyFollowedSql, visibleSql } from '../access/visibility';
import type { Position } from '../journal/journal.inputs';
import { join, type Sql, sql } from '../kernel/sql';
import { incident, type ReadIncidentRow } from './incident.reads';

/** How many lines beyond a mark are looked through, the newest first: what is more is more than anybody counts. */
export const unreadWindow = 200;
/** How many incidents the sum over all of them looks at, those that were last written to. */
export const unreadIncidents = 100;

/** What is unread of one incident, and how far the marks and the journal go. */
export interface UnreadCount {
  readonly mine: number;
  readonly ours: number;
  readonly myMark: number;
  readonly ourMark: number;
  readonly head: number;
}

const marks = sql`SELECT COALESCE(max(read_mark.number) FILTER (WHERE read_mark.person_id = viewer.person_id), 0) AS mine,
    COALESCE(max(read_mark.number), 0) AS ours
  FROM read_mark WHERE read_mark.incident_id = incident.id AND read_mark.stakeholder_id = viewer.stakeholder_id`;

const isUnreadByMe = sql`journal_entry.id IS NOT NULL AND journal_entry.author_person_id IS DISTINCT FROM viewer.person_id`;

/** What is for persons was read by nobody else of their stakeholder, whatever is marked. */
const isUnreadByUs = sql`journal_entry.id IS NOT NULL AND (line.number > mark.ours OR ${lastMarking('audience')} = 'PERSONS')
  AND journal_entry.author_stakeholder_id IS DISTINCT FROM viewer.stakeholder_id`;

/** Null for who does not follow the incident, and for systems, which read for nobody. */
const unread = sql`CASE WHEN viewer.person_id IS NOT NULL AND journal_head.number IS NOT NULL THEN (
  SELECT json_build_object('myMark', mark.mine, 'ourMark', mark.ours, 'head', journal_head.number,
    'mine', count(*) FILTER (WHERE ${isUnreadByMe}), 'ours', count(*) FILTER (WHERE ${isUnreadByUs}))
  FROM (${marks}) AS mark
    LEFT JOIN LATERAL (
      SELECT journal_line.number, journal_line.entry_id FROM journal_line
      WHERE journal_line.stream_id = incident.id AND journal_line.number > mark.mine
      ORDER BY journal_line.number DESC LIMIT ${unreadWindow}) AS line ON true
    LEFT JOIN ${currentEntry} ON journal_entry.id = line.entry_id AND ${visibleSql('journal_entry', sql`incident.id`)}
  GROUP BY mark.mine, mark.ours) END`;

const hasNews = sql`journal_head.number > (SELECT mine FROM (${marks}) AS mark)`;

export class UnreadReads {
  constructor(private readonly reads: VisibleReads) {}

  /** Of each incident, all in one statement. */
  of(operation: Operation, incidentId: string): Promise<UnreadCount | null> {
    return operation.load('unread of incident', incidentId, async (viewer, ids) => {
      const where = sql`incident.id = ANY (${ids}::uuid[])`;
      const found = await this.reads.values<ReadIncidentRow, UnreadCount | null>(viewer, incident, { where }, unread);
      return ids.map((id) => found.get(id) ?? null);
    });
  }

  /** Of all incidents that the viewer follows and that have lines beyond its marks; one more of them than are counted. */
  async ofAll({ viewer }: Operation): Promise<UnreadCount[]> {
    const question = {
      where: sql`${onlyFollowedSql('incident.id')} AND ${hasNews}`,
      order: sql`journal_head.appended_by DESC, incident.id`,
      limit: unreadIncidents + 1,
    };
    const found = await this.reads.values<ReadIncidentRow, UnreadCount | null>(viewer, incident, question, unread);
    return [...found.values()].flatMap((one) => one ?? []);
  }

  /** Which of these incidents the viewer follows, and have that line. */
  async held(viewer: Viewer, positions: ReadonlyMap<string, Position>): Promise<ReadonlySet<string>> {
    if (positions.size === 0) return new Set();
    const where = sql`${onlyFollowedSql('incident.id')} AND ${join([...positions].map(isAt), ' OR ', '(', ')')}`;
    const found = await this.reads.values<ReadIncidentRow, number>(viewer, incident, { where }, sql`1`);
    return new Set(found.keys());
  }
}

function isAt([incidentId, { number, chainHash }]: [string, Position]): Sql {
  return sql`(incident.id = ${incidentId}::uuid AND EXISTS (SELECT FROM journal_line
    WHERE journal_line.stream_id = ${incidentId}::uuid AND journal_line.number = ${number}
      AND journal_line.chain_hash = decode(${chainHash}, 'hex')))`;
}
