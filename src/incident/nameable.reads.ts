import type { Operation } from '../access/operation';
import type { VisibleReads } from '../access/reads';
import { currentEntry, followsSql, visibleSql } from '../access/visibility';
import { sql } from '../kernel/sql';
import { incident, type ReadIncidentRow } from './incident.reads';

/** Somebody whom the viewer knows, and for whom they act as far as the viewer knows. */
export interface Known {
  readonly personId: string;
  readonly stakeholderId: string;
}

/** Colleagues first: for whom somebody wrote last comes after that. */
const met = sql`SELECT membership.person_id, membership.stakeholder_id, 'infinity'::timestamptz AS at FROM membership
    WHERE membership.stakeholder_id = viewer.stakeholder_id AND membership.ended_at IS NULL
  UNION ALL
  SELECT journal_entry.author_person_id, journal_entry.author_stakeholder_id, max(journal_entry.recorded_at)
    FROM ${currentEntry}
    WHERE journal_entry.stream_id = incident.id AND journal_entry.author_person_id IS NOT NULL
      AND ${visibleSql('journal_entry', sql`incident.id`)}
    GROUP BY journal_entry.author_person_id, journal_entry.author_stakeholder_id`;

/** What `Work.marking` asks of who is named: docs/decisions/0019. */
const actsForOneInvolved = sql`EXISTS (SELECT FROM membership
  JOIN involvement ON involvement.stakeholder_id = membership.stakeholder_id
  WHERE membership.person_id = known.person_id AND membership.ended_at IS NULL
    AND involvement.incident_id = incident.id AND involvement.left_at IS NULL)`;

/** Null for who does not follow the incident, and for systems, which name nobody. */
const nameable = sql`CASE WHEN viewer.person_id IS NOT NULL AND ${followsSql('incident.id')} THEN (
  SELECT json_agg(json_build_object('personId', known.person_id, 'stakeholderId', known.stakeholder_id))
  FROM (SELECT DISTINCT ON (met.person_id) met.person_id, met.stakeholder_id FROM (${met}) AS met
    ORDER BY met.person_id, met.at DESC) AS known
  WHERE known.person_id <> viewer.person_id AND ${actsForOneInvolved}) END`;

export class NameableReads {
  constructor(private readonly reads: VisibleReads) {}

  of(operation: Operation, incidentId: string): Promise<readonly Known[]> {
    return operation.load('nameable in incident', incidentId, async (viewer, ids) => {
      const where = sql`incident.id = ANY (${ids}::uuid[])`;
      const found = await this.reads.values<ReadIncidentRow, Known[] | null>(viewer, incident, { where }, nameable);
      return ids.map((id) => found.get(id) ?? []);
    });
  }
}
