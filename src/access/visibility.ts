import { raw, type Sql, sql } from '../kernel/sql';
import type { Marking } from './marking';

/** The stream of what belongs to no incident: stakeholders, persons, rights. */
export const registryStream = '00000000-0000-0000-0000-000000000000';

/** The place of a viewer among those that one statement is for. */
export const viewerKey = raw('viewer.key');

/** Whether the viewer reads any content; what of it is for the rules to say. */
export const readsAtAll = raw('viewer.reads');

/** Whether an involvement is one by which the viewer's stakeholder follows its incident now. */
const isOwn = (involvement: string): Sql =>
  sql`${raw(involvement)}.stakeholder_id = viewer.stakeholder_id AND ${raw(involvement)}.left_at IS NULL`;

const ownOf = (incident: Sql): Sql =>
  sql`SELECT FROM involvement AS own WHERE own.incident_id = ${incident} AND ${isOwn('own')}`;

// OFFSET: so that an incident is looked up by its key, and not all incidents that the viewer follows are gathered first.
const follows = (incident: Sql): Sql => sql`EXISTS (${ownOf(incident)} OFFSET 0)`;

const isOpenToEnrolled = (incident: Sql): Sql => sql`EXISTS (
  SELECT FROM incident AS whole WHERE whole.id = ${incident} AND whole.marking_audience = 'ENROLLED' OFFSET 0)`;

const mayRead = (incident: Sql): Sql => sql`(viewer.reads AND (${isOpenToEnrolled(incident)} OR ${follows(incident)}))`;

type MarkingColumn = 'audience' | 'stakeholders' | 'persons' | 'originator' | 'author';

const isNamed = (marking: (column: MarkingColumn) => Sql): Sql =>
  sql`(viewer.stakeholder_id = ANY (${marking('stakeholders')}) OR viewer.stakeholder_id = ${marking('originator')})`;

/** The rule for what carries a marking within an incident. */
const marked = (marking: (column: MarkingColumn) => Sql, incident: Sql): Sql => sql`(viewer.reads AND (
  (${marking('audience')} = 'ENROLLED' AND ${isOpenToEnrolled(incident)}) OR (${follows(incident)} AND CASE ${marking('audience')}
    WHEN 'ENROLLED' THEN true
    WHEN 'INVOLVED' THEN true
    WHEN 'AUTHORITIES' THEN viewer.authority OR ${isNamed(marking)}
    WHEN 'LISTED' THEN ${isNamed(marking)}
    WHEN 'PERSONS' THEN viewer.person_id = ANY (${marking('persons')}) OR viewer.person_id = ${marking('author')}
    ELSE false END)))`;

const markingOf =
  (table: string) =>
  (column: MarkingColumn): Sql =>
    raw(`${table}.marking_${column}`);

/** A part of the last marking of an entry, in a statement over `currentEntry`. */
export const lastMarking = (part: keyof Marking): Sql =>
  raw(`CASE WHEN remarked.entry_id IS NULL THEN journal_entry.marking_${part} ELSE remarked.marking_${part} END`);

/** An entry names its credential, which not everybody sees who acts for the stakeholder that wrote it. */
const isFreelyTold = sql`(journal_entry.author_person_id = viewer.person_id
  OR journal_entry.kind NOT IN ('CREDENTIAL_CREATED', 'CREDENTIAL_REVOKED'))`;

const isEnrolled = sql`viewer.stakeholder_id IS NOT NULL`;

/** The rule of what belongs to an incident, the column that says to which, and how that is compared. */
class Within {
  readonly column: Sql;
  readonly is: Sql;

  constructor(
    column: string,
    readonly rule: (incident: Sql) => Sql,
    is: '=' | 'IS NOT DISTINCT FROM',
  ) {
    this.column = raw(column);
    this.is = raw(is);
  }
}

const within = (column: string, rule: Within['rule']) => new Within(column, rule, '=');
/** For what is joined to another row by its key: the same, by no index, which would gather all of the incident first. */
const joinedWithin = (column: string, rule: Within['rule']) => new Within(column, rule, 'IS NOT DISTINCT FROM');

/**
 * The one predicate: who sees a row, by table, written against the relation `viewer`. A table without a rule cannot be
 * read for anybody. What belongs to an incident says by which column.
 */
export const rules = {
  stakeholder: isEnrolled,
  person: isEnrolled,
  membership: sql`(viewer.platform OR membership.stakeholder_id = viewer.stakeholder_id)`,
  credential: sql`(viewer.platform OR credential.person_id = viewer.person_id
    OR (viewer.administers AND credential.stakeholder_id = viewer.stakeholder_id))`,
  incident: sql`(viewer.reads AND (incident.marking_audience = 'ENROLLED' OR ${follows(raw('incident.id'))}))`,
  involvement: within('involvement.incident_id', mayRead),
  affected_region: within('affected_region.incident_id', (incident) => marked(markingOf('affected_region'), incident)),
  affected_service: within('affected_service.incident_id', (incident) =>
    marked(markingOf('affected_service'), incident),
  ),
  action: within('action.incident_id', (incident) => marked(markingOf('action'), incident)),
  statement_draft: within('statement_draft.incident_id', (incident) => marked(markingOf('statement_draft'), incident)),
  // Read from `currentEntry`.
  journal_entry: joinedWithin(
    'journal_entry.stream_id',
    (incident) => sql`CASE WHEN ${incident} = ${raw(`'${registryStream}'`)}
    THEN viewer.platform OR (journal_entry.author_stakeholder_id = viewer.stakeholder_id AND ${isFreelyTold})
      OR (viewer.administers AND (journal_entry.subject_id = viewer.stakeholder_id
        OR viewer.stakeholder_id = ANY (journal_entry.marking_stakeholders)))
    ELSE ${marked(lastMarking, incident)} END`,
  ),
  // A line is shown with its entry, or sealed to who follows its incident.
  journal_line: within(
    'journal_line.stream_id',
    (incident) => sql`(journal_entry.id IS NOT NULL OR (viewer.reads AND ${follows(incident)}))`,
  ),
  public_statement: sql`true`,
  // Who administers an originator learns who read its things, and not what they say.
  read_record: sql`(viewer.administers AND read_record.originator_id = viewer.stakeholder_id)`,
} satisfies Record<string, Sql | Within>;

export type Guarded = keyof typeof rules;

/** Entries with their last marking, if they had another than the first: what the rule of entries is written against. */
export const currentEntry: Sql = sql`(journal_entry LEFT JOIN LATERAL (
  SELECT journal_marking.* FROM journal_marking WHERE journal_marking.entry_id = journal_entry.id
  ORDER BY journal_marking.marking_version DESC LIMIT 1) AS remarked ON true)`;

/**
 * Whether the entry is for persons. Anything else of an incident is read alike by all who read for one stakeholder, so
 * that they may share what is delivered to them.
 */
export const isForPersons = (entry: string): Sql =>
  sql`EXISTS (SELECT FROM ${currentEntry} WHERE journal_entry.id = ${raw(entry)} AND ${lastMarking('audience')} = 'PERSONS')`;

/**
 * The condition under which the viewer sees a row of the table; with `incident`, and belongs to that one: what hangs on
 * the incident is then looked up once, and not for each row.
 */
export function visibleSql(table: Guarded, incident?: Sql): Sql {
  const found: Sql | Within = rules[table];
  if (found instanceof Within) {
    const { column, is, rule } = found;
    return incident ? sql`(${column} ${is} ${incident} AND ${rule(incident)})` : rule(column);
  }
  if (incident) throw new Error(`Nothing of "${table}" belongs to an incident.`);
  return found;
}

/** Whether the viewer is involved now, as SQL: what sealing and journal heads hang on. */
export function followsSql(incident: string): Sql {
  return sql`(viewer.reads AND ${follows(raw(incident))})`;
}

/** The same where it picks the few that the viewer follows from all there are. */
export function onlyFollowedSql(incident: string): Sql {
  return sql`viewer.reads AND EXISTS (${ownOf(raw(incident))})`;
}

/** The same of an involvement that is at hand: whether it is the one by which the viewer follows. */
export function followsBySql(involvement: string): Sql {
  return sql`(viewer.reads AND ${isOwn(involvement)})`;
}
