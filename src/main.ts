#!/usr/bin/env node
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { Refusal } from './kernel/errors';
import { packageRoot } from './kernel/package-root';

// Each command is loaded when it is the one that runs: help needs nothing at all.
function program(): Command {
  const cellule = new Command('cellule')
    .description('The live, shared record of a crisis. Its settings are environment variables: see the README.')
    .version(JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')).version)
    .exitOverride()
    .showHelpAfterError('(--help says more)');
  const command = (name: string) => cellule.command(name).exitOverride().allowExcessArguments(false);
  serving(command);
  tokens(command);
  command('verify-journal')
    .description('Verify every journal of the database, or one export.')
    .option('--file <path>', 'verify this export instead; needs no database')
    .action(async (options) => (await import('./commands/verify-journal.js')).verifyJournal(options));
  command('export-journal')
    .description('Write what one viewer may see of one journal, as lines of JSON: docs/chain.md tells their form.')
    .option('--incident <reference or id>', 'the journal of this incident')
    .option('--registry', 'the journal of what belongs to no incident')
    .option('--stakeholder <code>', 'for a system of this stakeholder; the registry as a whole takes none')
    .option('--person <id>', 'for this person, who acts for the stakeholder')
    .option('--out <file>', 'where to; a file that appears when it is whole. Absent: standard output')
    .action(async (options) => (await import('./commands/export-journal.js')).exportJournalTo(options));
  command('schema')
    .description('Print the GraphQL schema.')
    .option('--write', 'write it to schema/schema.graphql')
    .option('--check', 'fail if schema/schema.graphql is not what the code says')
    .action(async (options) => (await import('./commands/schema.js')).schema(options));
  return cellule;
}

function tokens(command: (name: string) => Command): void {
  command('token')
    .description('Make an access code for a person, or an API token for a system, and print it once.')
    .option('--person <id>', 'the person, by its id in the API; absent: for a system, which only reads')
    .requiredOption('--stakeholder <code>', 'the stakeholder that it acts for')
    .requiredOption('--label <text>', 'what it is for')
    .option('--hours <number>', 'how long it is good; absent: a system until it is revoked, a person ACCESS_CODE_HOURS')
    .action(async (options) => (await import('./commands/token.js')).token(options));
  command('tokens')
    .description('List the credentials of a stakeholder, as lines of JSON.')
    .requiredOption('--stakeholder <code>', 'the stakeholder')
    .action(async (options) => (await import('./commands/token.js')).tokens(options));
  command('revoke-token')
    .description('Revoke an access code or an API token.')
    .requiredOption('--id <id>', 'the credential, as `tokens` and the API have it')
    .action(async (options) => (await import('./commands/token.js')).revokeToken(options));
}

function serving(command: (name: string) => Command): void {
  command('start')
    .description('Serve the API until SIGTERM or SIGINT; migrates the database first.')
    .action(async () => (await import('./commands/start.js')).start());
  command('demo')
    .description('Serve the CERP case of October 2024, on data of its own, until Ctrl-C.')
    .option('--replay <seconds>', 'unfold the weekend over that many seconds while serving (default: 240)')
    .option('--at-once', 'tell the whole weekend first, and serve how it ended')
    .option('--keep', 'go on with the data of the last run; otherwise the demo starts clean')
    .option('--json', 'print one line of JSON when ready, and everything else to the error stream')
    .action(async (options) => (await import('./commands/demo.js')).demo(options));
  command('migrate')
    .description('Bring the database to the state that this version needs, without serving.')
    .action(async () => (await import('./commands/migrate.js')).migrate());
  command('administrator')
    .description(
      'Register who administers the platform, and the stakeholder that operates it. The first step of an installation.',
    )
    .requiredOption('--name <name>', 'the person')
    .requiredOption('--code <code>', 'a code for the stakeholder, such as PLATFORM')
    .requiredOption('--stakeholder <name>', 'the name of the stakeholder')
    .action(async (options) => (await import('./commands/administrator.js')).administrator(options));
}

/** 0 done, 1 refused or failed, 2 asked for in a way that cannot be understood. */
async function main(): Promise<number> {
  // biome-ignore lint/style/noProcessEnv: libraries look at it when they are loaded, and check less in production.
  process.env['NODE_ENV'] ??= 'production';
  try {
    await program().parseAsync();
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const isRefusal = error instanceof Refusal;
    process.stderr.write(`${isRefusal ? error.message : ((error as Error).stack ?? error)}\n`);
    return 1;
  }
}

// Who read what is printed may leave early, as `head` does: that is no fault, and what serves goes on.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

void main().then((exitCode) => {
  process.exitCode = exitCode;
});
