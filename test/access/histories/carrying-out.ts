import { keyOf } from '../../support/cellule';
import type { Party } from '../../support/party';
import type { Shown } from './answers';
import type { Cast } from './cast';
import type { Plan } from './plan';
import type { World } from './world';

export interface Outcome {
  readonly code: string;
  /** The world after it: the same where it was refused. */
  readonly world: World;
}

/** Sends a mutation, and answers with the world as it must be then; throws where the outcome is not one that was expected. */
export async function carryOut(plan: Plan, world: World, cast: Cast): Promise<Outcome> {
  const { mutation, answer, expected } = plan;
  const input = { ...plan.input, ...(await versionOf(plan, cast)) };
  const document = `mutation ($input: ${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!) {
    ${mutation}(input: $input) { ${answer} } }`;
  const { data, errors = [] } = await actor(plan, cast).attempt(document, { input });
  const [fault] = errors;
  const code = fault?.extensions.code ?? 'DONE';
  if (!(expected as readonly string[]).includes(code)) {
    const told = `${plan.by}: ${mutation} ${JSON.stringify(input)}`;
    throw new Error(`${told}: expected ${expected.join(' or ')}, and got ${code}: ${fault?.message}`);
  }
  if (fault) return { code, world };
  const next = structuredClone(world);
  plan.effect(next, data[mutation]);
  for (const [index, incident] of next.incidents.entries())
    if (incident.lines.length !== world.incidents[index]?.lines.length) await identify(incident, cast);
  return { code, world: next };
}

function actor({ by }: Plan, { cellule, lookout, seated }: Cast): Party {
  if (by === 'admin') return cellule.admin;
  // Who has no seat yet has no right either: any token that is not one says the same.
  return by === 'lookout' ? lookout : (seated.get(by) ?? cellule.anonymous);
}

async function versionOf({ versionOf: row, mutation }: Plan, cast: Cast): Promise<object> {
  if (!row) return {};
  if (mutation === 'changeMarking') return { expectedVersion: await markingVersion(row, cast) };
  const [table, where] = row;
  const conditions = Object.keys(where).map((column, index) => `${column} = $${index + 1}`);
  if (table === 'involvement') conditions.push('left_at IS NULL');
  const statement = `SELECT id, version FROM ${table} WHERE ${conditions.join(' AND ')}`;
  const [found] = await query(cast, statement, Object.values(where).map(keyOf));
  const named = table === 'involvement' ? { involvementId: toId('Involvement', found.id) } : {};
  return { expectedVersion: found.version, ...named };
}

async function markingVersion([table, { id }]: NonNullable<Plan['versionOf']>, cast: Cast): Promise<number> {
  const later =
    table === 'journal_entry' ? 'UNION SELECT marking_version FROM journal_marking WHERE entry_id = $1' : '';
  const statement = `SELECT marking_version AS version FROM ${table} WHERE id = $1 ${later} ORDER BY version DESC LIMIT 1`;
  const [found] = await query(cast, statement, [keyOf(id as string)]);
  return found.version;
}

/** Looks the ids of the lines up, and holds what was recorded against what should have been. */
async function identify({ id, lines }: World['incidents'][number], cast: Cast): Promise<void> {
  const rows = await query(
    cast,
    `SELECT kind, text, journal_entry.id FROM journal_line JOIN journal_entry ON journal_entry.id = entry_id
      WHERE journal_line.stream_id = $1 ORDER BY number`,
    [keyOf(id)],
  );
  expect(rows.map(({ kind, text }) => [kind, text])).toEqual(lines.map(({ kind, text }) => [kind, text]));
  lines.forEach((line, index) => {
    line.id = toId('JournalEntry', rows[index].id);
  });
}

function query({ cellule }: Cast, statement: string, values: readonly unknown[]): Promise<Shown[]> {
  return cellule.cellule.record.dataSource.query(statement, [...values]);
}

const toId = (type: string, key: string): string => Buffer.from(`${type}:${key}`).toString('base64url');
