import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { Refusal } from '../kernel/errors';
import { packageRoot } from '../kernel/package-root';
import { celluleSchema } from '../schema';

const file = join(packageRoot, 'schema', 'schema.graphql');
const notice = '# Written by `npm run schema`, from the code. A change of this file is a change of contract.\n\n';

/** Writes the schema to `schema/schema.graphql`, checks that it is there as it is, or prints it. */
export async function schema({
  write = false,
  check = false,
}: {
  readonly write?: boolean;
  readonly check?: boolean;
}): Promise<void> {
  const sdl = `${notice}${printSchema(lexicographicSortSchema(await celluleSchema()))}\n`;
  if (write) writeFileSync(file, sdl);
  else if (!check) process.stdout.write(sdl);
  else if (readFileSync(file, 'utf8') !== sdl) {
    throw new Refusal(
      'schema/schema.graphql is not what the code says: run `npm run schema`, and review the difference as a contract.',
    );
  }
}
