import pg from 'pg';

const short = (column) => `left(encode(${column}, 'hex'), 12)`;
const marking = (table) =>
  ['audience', 'stakeholders', 'persons', 'originator', 'author']
    .map((name) => `${table}.marking_${name} AS ${name}`)
    .join(', ');

/**
 * What a database says of these incidents, asked past the product: each line, its markings with the line that told of
 * each, and from which line to which each party followed.
 */
export async function truthOf(url, incidents) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const found = new Map(incidents.map((id) => [id, { lines: [], parties: {}, title: '' }]));
    const rows = async (text) => (await client.query(text, [incidents])).rows;
    for (const { id, ...line } of await rows(linesOf)) {
      const { lines } = found.get(id);
      if (line.number !== lines.length + 1)
        throw new Error(`After line ${lines.length} of ${id} comes ${line.number}.`);
      lines.push({
        content: line.content,
        chain: line.chain,
        text: line.text ?? '',
        markings: [markingIn(line, line.number)],
      });
    }
    for (const row of await rows(markingsOf))
      found.get(row.id).lines[row.number - 1].markings.push(markingIn(row, row.told));
    for (const { id, stakeholder, joined, released } of await rows(partiesOf)) {
      const { parties } = found.get(id);
      parties[stakeholder] = [
        ...(parties[stakeholder] ?? []),
        { from: joined, to: released ?? Number.MAX_SAFE_INTEGER },
      ];
    }
    for (const { id, title } of await rows('SELECT id, title FROM incident WHERE id = ANY ($1::uuid[])'))
      found.get(id).title = title;
    return incidents.map((id) => found.get(id));
  } finally {
    await client.end();
  }
}

const linesOf = `SELECT line.stream_id AS id, line.number, ${short('line.content_hash')} AS content, ${short('line.chain_hash')} AS chain,
    entry.text, ${marking('entry')}
  FROM journal_line AS line JOIN journal_entry AS entry ON entry.id = line.entry_id
  WHERE line.stream_id = ANY ($1::uuid[]) ORDER BY line.stream_id, line.number`;

const markingsOf = `SELECT line.stream_id AS id, line.number, told.number AS told, ${marking('later')}
  FROM journal_marking AS later JOIN journal_line AS line ON line.entry_id = later.entry_id
    JOIN journal_line AS told ON told.entry_id = later.told_by
  WHERE line.stream_id = ANY ($1::uuid[]) ORDER BY later.marking_version`;

const partiesOf = `SELECT party.incident_id AS id, party.stakeholder_id AS stakeholder, joined.number AS joined, released.number AS released
  FROM involvement AS party JOIN journal_line AS joined ON joined.entry_id = party.entry_id
    LEFT JOIN (SELECT line.number, entry.subject_id FROM journal_entry AS entry JOIN journal_line AS line ON line.entry_id = entry.id
      WHERE entry.kind = 'STAKEHOLDER_RELEASED') AS released ON released.subject_id = party.id
  WHERE party.incident_id = ANY ($1::uuid[]) ORDER BY joined.number`;

/** In force from that line on. */
function markingIn({ audience, stakeholders, persons, originator, author }, from) {
  return { from, audience, stakeholders, persons, originator, author };
}
