// What the documents ask for, each as one statement: nobody's rights are looked at, and PostgreSQL writes the JSON.
import { everywhere, personOf } from '../cast.mjs';

const instant = (column) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const id = (type, column) =>
  `translate(encode(convert_to('${type}:' || ${column}, 'UTF8'), 'base64'), E'+/=\\n', '-_')`;
const listOf = (value, order, from) => `(SELECT COALESCE(json_agg(${value} ORDER BY ${order}), '[]') ${from})`;
const object = (fields) =>
  `json_build_object(${Object.entries(fields)
    .map(([name, value]) => `'${name}', ${value}`)
    .join(', ')})`;

const regions = listOf(
  object({
    id: id('AffectedRegion', 'r.id'),
    status: 'r.status',
    impact: 'r.impact',
    region: object({ code: 'k.code', name: 'k.name' }),
  }),
  'r.region_code',
  'FROM affected_region r JOIN bench.region k ON k.code = r.region_code WHERE r.incident_id = i.id',
);

const involvements = listOf(
  object({
    id: id('Involvement', 'v.id'),
    role: 'v.role',
    joinedAt: instant('v.joined_at'),
    stakeholder: object({
      id: id('Stakeholder', 's.id'),
      code: 's.code',
      name: 's.name',
      kind: 's.kind',
      dutyContact: 's.duty_contact',
    }),
  }),
  'v.joined_at, v.id',
  'FROM involvement v JOIN stakeholder s ON s.id = v.stakeholder_id WHERE v.incident_id = i.id AND v.left_at IS NULL',
);

const actions = listOf(
  object({
    node: object({
      id: id('Action', 'a.id'),
      title: 'a.title',
      status: 'a.status',
      priority: 'a.priority',
      due: object({ latest: instant('a.due_latest') }),
      owner: object({ id: id('Stakeholder', 's.id'), name: 's.name' }),
    }),
  }),
  'a.id',
  'FROM (SELECT * FROM action WHERE incident_id = i.id ORDER BY id LIMIT 50) a JOIN stakeholder s ON s.id = a.owner_id',
);

const label = `replace(replace(e.marking_tlp, 'TLP_', 'TLP:'), '_STRICT', '+STRICT')`;

const journal = listOf(
  object({
    node: object({
      id: id('JournalEntry', 'e.id'),
      number: 'l.number',
      recordedAt: instant('e.recorded_at'),
      kind: 'e.kind',
      category: 'e.category',
      text: 'e.text',
      marking: object({ label }),
      author: object({ personName: 'e.author_person_name', stakeholderName: 'e.author_stakeholder_name' }),
    }),
  }),
  'l.number',
  `FROM (SELECT * FROM journal_line WHERE stream_id = i.id ORDER BY number DESC LIMIT 100) l
    JOIN journal_entry e ON e.id = l.entry_id`,
);

const incident = {
  id: id('Incident', 'i.id'),
  reference: 'i.reference',
  title: 'i.title',
  severity: 'i.severity',
  status: 'i.status',
  declaredAt: instant('i.declared_at'),
  affectedRegions: regions,
};

const dashboard = `SELECT ${object({
  data: object({
    incident: object({
      ...incident,
      summary: 'i.summary',
      nature: 'i.nature',
      involvements,
      actions: object({ edges: actions }),
      journal: object({ edges: journal }),
    }),
  }),
})}::text AS answer FROM incident i WHERE i.id = $1`;

const openActions = `(SELECT count(*) FROM action a WHERE a.incident_id = i.id AND a.status IN ('PLANNED', 'IN_PROGRESS'))`;
const mostSevere = `(SELECT * FROM incident WHERE status <> 'CLOSED' ORDER BY severity_rank DESC, declared_at DESC, id DESC LIMIT 20) i`;

const list = `SELECT ${object({
  data: object({
    incidents: object({
      edges: listOf(
        object({ node: object({ ...incident, actions: object({ totalCount: openActions }) }) }),
        'i.severity_rank DESC, i.declared_at DESC, i.id DESC',
        `FROM ${mostSevere}`,
      ),
    }),
  }),
})}::text AS answer`;

const written = `SELECT ${object({
  data: object({
    writeEntry: object({
      entry: object({
        id: id('JournalEntry', 'w.id'),
        number: 'w.number',
        kind: 'w.kind',
        category: 'w.category',
        text: 'w.text',
        recordedAt: instant('w.recorded_at'),
        author: object({ personName: 'person.name', stakeholderName: 'stakeholder.name' }),
        chainHash: `repeat('0', 64)`,
      }),
    }),
  }),
})}::text AS answer FROM w JOIN person ON person.id = w.author_person_id JOIN stakeholder ON stakeholder.id = w.author_stakeholder_id`;

/** One statement: the number from the head of the journal, and the entry. No chain, no rights, nothing that is told to anybody. */
const append = `WITH head AS (
    UPDATE bench.head SET number = number + 1 WHERE stream_id = $1 RETURNING stream_id, number
  ), w AS (
    INSERT INTO bench.entry (id, stream_id, number, kind, category, text, recorded_at, author_person_id, author_stakeholder_id)
    SELECT gen_random_uuid(), stream_id, number, 'NOTE', 'INFORMATION', $2, now(), $3, $4 FROM head RETURNING *
  ) ${written}`;

/** By the path of the request; `values` picks the parameters from the variables of the document. */
export const statements = {
  '/dashboard': { text: dashboard, values: ({ id }) => [keyIn(id)] },
  '/list': { text: list, values: () => [] },
  '/append': { text: append, values: appended },
  '/hot': { text: append, values: appended },
};

function appended({ input }) {
  const { personId, stakeholderId } = personOf(everywhere, 1);
  return [keyIn(input.incidentId), input.entry.text, personId, stakeholderId];
}

function keyIn(globalId) {
  return Buffer.from(globalId, 'base64url').toString().split(':')[1];
}

/** The lines of one journal, with what the feed's document shows of each. */
export const copyOf = (incident) => `COPY (
  SELECT l.number, e.kind, e.category, e.text, e.recorded_at, e.occurred_words, e.confidence, e.direction,
    e.author_person_name, e.author_stakeholder_name, l.chain_hash
  FROM journal_line l JOIN journal_entry e ON e.id = l.entry_id WHERE l.stream_id = '${incident}' ORDER BY l.number) TO STDOUT`;
