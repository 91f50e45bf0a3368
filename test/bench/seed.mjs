import {
  classes,
  everywhere,
  incidents,
  keySql,
  linesToReplay,
  parties,
  personsElsewhere,
  personsEverywhere,
} from './cast.mjs';

export const ordinary = { incidents: 200, stakeholders: 300, regions: 4, parties, actions: 50, entries: 500 };

/**
 * The statements that fill an empty record: 200 incidents for each unit of `scale`, all of 500 entries but one, which
 * has 500 for each unit. Numbers have no holes and heads are right; the hashes of these lines are not those of their content.
 */
export function seedOf(scale) {
  const size = { ...ordinary, incidents: ordinary.incidents * scale, stakeholders: ordinary.stakeholders * scale };
  return [
    stakeholders(size),
    persons(size),
    incidentRows(size),
    regions(size),
    involvements(size),
    actions(size),
    ...journals(size, scale),
  ];
}

const began = `'2024-01-01T00:00:00Z'::timestamptz`;
const declaredAt = `${began} + (i * 37 % 100000) * interval '1 minute'`;
const markingColumns =
  'marking_tlp, marking_audience, marking_stakeholders, marking_persons, marking_originator, marking_author, marking_version';
const marking = `'TLP_AMBER', 'INVOLVED', '{}', '{}', ${keySql('stakeholder', everywhere)}, NULL, 1`;
/** As `partiesOf` has them. */
const partyOf = (size, place) =>
  `CASE WHEN i = ${incidents.classes} THEN ${place} WHEN ${place} = 1 THEN ${everywhere}
    ELSE 2 + (i * 31 + (${place} - 1) * 17) % (${size.stakeholders} - 1) END`;

function stakeholders(size) {
  return `INSERT INTO stakeholder (id, version, code, name, aliases, kind, scope, jurisdiction, enrolled, duty_contact, default_rights)
    SELECT ${keySql('stakeholder', 's')}, 1, 'PARTY-' || s, 'Partie ' || s, '{}', CASE WHEN s % 2 = 1 THEN 'PREFECTURE' ELSE 'OTHER' END,
      'NATIONAL', '{}', true, '+33 1 ' || lpad((s * 7919 % 100000000)::text, 8, '0'), '{}'
    FROM generate_series(1, ${size.stakeholders}) AS s`;
}

function persons(size) {
  const of = `FROM generate_series(1, ${size.stakeholders}) AS s,
    generate_series(1, CASE WHEN s = ${everywhere} THEN ${personsEverywhere} ELSE ${personsElsewhere} END) AS p`;
  return `WITH known AS (
      INSERT INTO person (id, version, name) SELECT ${keySql('person', 's * 1000 + p')}, 1, 'Personne ' || s || '-' || p ${of} RETURNING 1
    ), counted AS (SELECT count(*) AS persons FROM known)
    INSERT INTO membership (id, version, person_id, stakeholder_id, rights)
    SELECT ${keySql('membership', 's * 1000 + p')}, 1, ${keySql('person', 's * 1000 + p')}, ${keySql('stakeholder', 's')}, '{READ,CONTRIBUTE,COORDINATE}'
    ${of}`;
}

function incidentRows(size) {
  return `INSERT INTO incident (id, version, reference, title, summary, nature, status, severity, severity_rank, exercise, declared_at, milestones, ${markingColumns})
    SELECT ${keySql('incident', 'i')}, 1, 'BENCH-' || i, 'Incident ' || i || ' ' || left(md5(i::text), 12), repeat(md5('s' || i) || ' ', 4), 'CYBERATTACK',
      CASE WHEN i % 4 = 0 AND i > ${incidents.replay} THEN 'CLOSED' ELSE 'RESPONDING' END,
      (ARRAY['MINOR', 'SIGNIFICANT', 'MAJOR', 'CRISIS'])[1 + i * 13 % 4], i * 13 % 4, false, ${declaredAt}, '[]', ${marking}
    FROM generate_series(1, ${size.incidents}) AS i`;
}

function regions(size) {
  return `INSERT INTO affected_region (id, version, incident_id, region_code, status, impact, ${markingColumns})
    SELECT ${keySql('region', 'i * 10 + k')}, 1, ${keySql('incident', 'i')}, codes[1 + (i + k * 4) % cardinality(codes)], 'AFFECTED', 'Livraisons suspendues', ${marking}
    FROM (SELECT array_agg(code ORDER BY code) AS codes FROM bench.region) AS known, generate_series(1, ${size.incidents}) AS i,
      generate_series(1, ${size.regions}) AS k`;
}

function involvements(size) {
  return `INSERT INTO involvement (id, version, incident_id, stakeholder_id, role, access, joined_at, entry_id)
    SELECT ${keySql('involvement', 'i * 100 + k')}, 1, ${keySql('incident', 'i')}, ${keySql('stakeholder', partyOf(size, 'k'))},
      CASE WHEN k = 1 THEN 'LEAD' ELSE 'FOLLOW_UP' END, CASE WHEN k = 1 THEN 'COORDINATE' ELSE 'CONTRIBUTE' END,
      ${declaredAt} + k * interval '1 second', ${keySql('entry', 'i::bigint * 1000000 + 1')}
    FROM generate_series(1, ${size.incidents}) AS i,
      generate_series(1, CASE WHEN i = ${incidents.classes} THEN ${classes} ELSE ${size.parties} END) AS k`;
}

function actions(size) {
  return `INSERT INTO action (id, version, incident_id, kind, title, owner_id, addressees, regions, priority, status, due_latest, due_precision, ${markingColumns})
    SELECT ${keySql('action', 'i * 100 + k')}, 1, ${keySql('incident', 'i')}, 'TASK', 'Action ' || k || ' ' || left(md5((i * 50 + k)::text), 16),
      ${keySql('stakeholder', partyOf(size, `(1 + k % ${parties})`))}, '{}', '{}', (ARRAY['LOW', 'NORMAL', 'HIGH', 'URGENT'])[1 + i * k % 4],
      (ARRAY['PLANNED', 'IN_PROGRESS', 'DONE', 'PLANNED', 'CANCELLED'])[1 + (i + k) % 5], ${declaredAt} + k * interval '1 hour', 'RANGE', ${marking}
    FROM generate_series(1, ${size.incidents}) AS i, generate_series(1, ${size.actions}) AS k`;
}

function journals(size, scale) {
  const length = `CASE WHEN i = ${incidents.longest} THEN ${size.entries * scale} WHEN i = ${incidents.replay} THEN ${linesToReplay} ELSE ${size.entries} END`;
  const lines = `FROM generate_series(1, ${size.incidents}) AS i, generate_series(1, ${length}) AS k`;
  const hash = (k) =>
    `CASE WHEN ${k} = 0 THEN decode(repeat('00', 32), 'hex') ELSE sha256(int8send(i::bigint * 1000000 + ${k})) END`;
  const entry = keySql('entry', 'i::bigint * 1000000 + k');
  const author = partyOf(size, `(1 + k % ${parties})`);
  return [
    `INSERT INTO journal_entry (id, stream_id, kind, category, text, recorded_at, author_person_id, author_person_name,
        author_stakeholder_id, author_stakeholder_name, confidence, subject_type, subject_id, changes, salt, ${markingColumns})
      SELECT ${entry}, ${keySql('incident', 'i')}, 'NOTE', (ARRAY['FACT', 'INFORMATION', 'REQUEST', 'DECISION', 'SITUATION'])[1 + k % 5],
        md5((i * 1000003::bigint + k)::text) || ' ' || repeat('les officines confirment ', 1 + k % 6), ${declaredAt} + k * interval '30 seconds',
        ${keySql('person', `party * 1000 + 1 + k % ${personsElsewhere}`)}, 'Personne ' || party || '-' || 1 + k % ${personsElsewhere},
        ${keySql('stakeholder', 'party')}, 'Partie ' || party, 'VERIFIED', 'Incident', ${keySql('incident', 'i')}, '[]',
        sha256(int4send(k) || int4send(i)), ${marking}
      ${lines}, LATERAL (SELECT ${author} AS party) AS author`,
    `INSERT INTO journal_line (stream_id, number, entry_id, content_hash, chain_hash)
      SELECT ${keySql('incident', 'i')}, k, ${entry}, sha256(int4send(i) || int4send(k)), ${hash('k')} ${lines}`,
    `INSERT INTO journal_head (stream_id, number, chain_hash, previous_hash, appended_by)
      SELECT ${keySql('incident', 'i')}, k, ${hash('k')}, ${hash('(k - 1)')}, 0
      FROM generate_series(1, ${size.incidents}) AS i, LATERAL (SELECT ${length} AS k) AS length`,
  ];
}
