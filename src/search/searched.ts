import type { ObjectLiteral } from 'typeorm';
import type { Thing, Visible } from '../access/reads';
import { currentEntry, type Guarded, visibleSql } from '../access/visibility';
import type { ActionRow } from '../action/action.entity';
import { action } from '../action/action.reads';
import { presentAction } from '../action/action.type';
import { incident, type ReadIncidentRow } from '../incident/incident.reads';
import { presentIncident } from '../incident/incident.type';
import { isOpen, type OpenLineRow, openLine } from '../journal/journal.reads';
import { presentEntry } from '../journal/journal.type';
import { raw, type Sql, sql } from '../kernel/sql';
import type { StakeholderRow } from '../stakeholder/stakeholder.entity';
import { stakeholder } from '../stakeholder/stakeholder.reads';
import { presentStakeholder } from '../stakeholder/stakeholder.type';
import type { SearchType } from './search.inputs';

/** How one type is searched. */
export interface Searched {
  readonly thing: Thing<ObjectLiteral>;
  /** Finds the thing of a hit. */
  readonly isHit: Sql;
  readonly table: Sql;
  readonly key: Sql;
  /** The very expression of the index: the migration says what it is. */
  readonly words: Sql;
  /** What the rule is written against. */
  readonly from: Sql;
  readonly rule: Sql;
  /** Of much that matches, what follows from the rule and is quickly told by `matched.scope`. */
  readonly scope: Sql;
  readonly within: Sql;
  present(row: Visible<ObjectLiteral>): object;
  texts(row: ObjectLiteral): readonly (string | null)[];
}

type Own = Pick<Searched, 'thing' | 'words' | 'present' | 'texts'>;

/** A table whose rows are the things themselves; few of them match a word. */
const byTable = (table: Guarded, own: Own): Searched => ({
  ...own,
  isHit: sql`${raw(table)}.id = parent."hit.id"`,
  table: raw(table),
  key: raw(`${table}.id`),
  from: raw(table),
  rule: visibleSql(table),
  scope: raw(`${table}.id`),
  within: sql`true`,
});

export const searched: Readonly<Record<SearchType, Searched>> = {
  INCIDENT: byTable('incident', {
    thing: incident,
    words: raw(`cellule_words(incident.title, incident.reference || ' ' || COALESCE(incident.summary, ''))`),
    present: presentIncident,
    texts: ({ title, reference, summary }: ReadIncidentRow) => [title, reference, summary],
  }),
  JOURNAL_ENTRY: {
    thing: openLine,
    isHit: sql`${isOpen} AND journal_line.entry_id = parent."hit.id"`,
    table: raw('journal_entry'),
    key: raw('journal_entry.id'),
    words: raw('cellule_words(NULL, journal_entry.text)'),
    from: currentEntry,
    rule: visibleSql('journal_entry'),
    // Who reads an entry reads its incident. The registry has none: what it says of stakeholders is found by these.
    scope: raw('journal_entry.stream_id'),
    within: sql`EXISTS (SELECT FROM incident WHERE incident.id = matched.scope AND ${visibleSql('incident')})`,
    present: presentEntry,
    texts: ({ entry }: OpenLineRow) => [entry.text],
  },
  ACTION: byTable('action', {
    thing: action,
    words: raw(`cellule_words(action.title, COALESCE(action.description, '') || ' ' || COALESCE(action.result, ''))`),
    present: presentAction,
    texts: ({ title, description, result }: ActionRow) => [title, description, result],
  }),
  STAKEHOLDER: byTable('stakeholder', {
    thing: stakeholder,
    words: raw(`cellule_words(stakeholder.name, stakeholder.code || ' ' || cellule_listed(stakeholder.aliases))`),
    present: presentStakeholder,
    texts: ({ name, code, aliases }: StakeholderRow) => [name, code, ...aliases],
  }),
};
