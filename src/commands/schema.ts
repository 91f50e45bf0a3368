import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { contractOf, subgraphOf } from '../federation/subgraph';
import { Refusal } from '../kernel/errors';
import { packageRoot } from '../kernel/package-root';
import { celluleSchema } from '../schema';

const notice = '# Written by `npm run schema`, from the code. A change of this file is a change of contract.\n\n';

/** Writes the schema to `schema/`, for clients and as a subgraph for gateways; checks that both are there; or prints the first. */
export async function schema({
  write = false,
  check = false,
}: {
  readonly write?: boolean;
  readonly check?: boolean;
}): Promise<void> {
  const whole = await celluleSchema();
  const contract = `${printSchema(lexicographicSortSchema(contractOf(whole)))}\n`;
  if (!write && !check) process.stdout.write(notice + contract);
  const files = { 'schema.graphql': contract, 'subgraph.graphql': subgraphOf(whole) };
  for (const [name, sdl] of Object.entries(files)) {
    const file = join(packageRoot, 'schema', name);
    if (write) writeFileSync(file, notice + sdl);
    if (!check || (existsSync(file) && readFileSync(file, 'utf8') === notice + sdl)) continue;
    throw new Refusal(
      `schema/${name} is not what the code says: run \`npm run schema\`, and review the difference as a contract.`,
    );
  }
}
