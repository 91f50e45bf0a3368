import { join, relative } from 'node:path';
import { getMetadataArgsStorage } from 'typeorm';
import ts from 'typescript';
import { rules } from '../../src/access/visibility';
import { entities } from '../../src/entities';

const root = join(__dirname, '../..');
const guarded = Object.keys(rules);
const snippet = join(root, 'src', 'snippet.ts');
let program: ts.Program;
let checker: ts.TypeChecker;
beforeAll(() => {
  program = programWith(snippetText);
  checker = program.getTypeChecker();
});

const snippetText = `
import type { Visible, VisibleReads } from './access/reads';
import { IncidentRow } from './incident/incident.entity';
import { incident, type ReadIncidentRow } from './incident/incident.reads';
import { presentIncident } from './incident/incident.type';
declare const stored: IncidentRow;
declare const joined: ReadIncidentRow;
declare const seen: Visible<ReadIncidentRow>;
declare const reads: VisibleReads;
presentIncident(seen);
presentIncident(stored);
presentIncident(joined);
presentIncident({ ...joined });
export const found = async () => presentIncident((await reads.one({ kind: 'anonymous' }, incident, null as never))!);
`;

test('showing a row that nobody checked does not compile, and showing one that the filter found does', () => {
  const file = program.getSourceFile(snippet) as ts.SourceFile;

  const faults = program.getSemanticDiagnostics(file).map(({ start }) => lineOf(file, start ?? 0));

  expect(faults).toEqual(['presentIncident(stored);', 'presentIncident(joined);', 'presentIncident({ ...joined });']);
});

test('every presenter takes a row that was checked, but for what is no row', () => {
  const unchecked = sources()
    .flatMap((file) => exportsOf(file).map((symbol) => ({ file, symbol })))
    .filter(({ symbol }) => symbol.name.startsWith('present') && !takesChecked(symbol))
    .map(({ file, symbol }) => `${nameOf(file)} ${symbol.name}`);

  expect(unchecked.sort()).toEqual([
    // News hold lines that were checked, or none.
    'src/incident/incident-feed.resolver.ts presentIncidentNews',
    'src/journal/feed.type.ts presentNews',
    // Parts of what was checked.
    'src/journal/journal.type.ts presentMarking',
    'src/journal/journal.type.ts presentPosition',
    // Reference data, the same for everybody.
    'src/region/region.type.ts presentRegion',
    'src/region/region.type.ts presentRegions',
    // Hits hold rows that were checked.
    'src/search/search.type.ts presentHits',
  ]);
});

test('whatever carries a marking says what it means to read it', () => {
  const things = sources().flatMap((file) => nodesOf(file).filter(isThing));
  const named = (some: ts.VariableDeclaration[]) => some.map(({ name }) => name.getText()).sort();

  expect(named(things.filter(isMarked))).toEqual(named(things.filter(saysReading)));
  expect(named(things.filter(isMarked))).toEqual([
    'action',
    'affectedRegion',
    'affectedService',
    'incident',
    'journalLine',
    // The same as `journalLine`, of lines whose entry is seen.
    'openLine',
    'statementDraft',
    // The same as `incident`, for the overview.
    'watchedIncident',
  ]);
});

test('only the filter says that a row was checked', () => {
  const claiming = sources()
    .filter((file) => nodesOf(file).some((node) => ts.isAsExpression(node) && claims(node)))
    .map(nameOf);

  expect(claiming).toEqual(['src/access/reads.ts']);
});

test('nobody reaches the database but through the unit of work, the filter, and what is on this list', () => {
  expect(callsInto('/node_modules/typeorm/')).toEqual({
    // The end of the pool; its beginning is that of migrations, too.
    'src/record.ts': ['destroy'],
    // The one transaction, and what a command does inside it.
    'src/journal/transaction.ts': [
      'commitTransaction',
      'connect',
      'createQueryBuilder',
      'createQueryRunner',
      'execute',
      'getMetadata',
      'insert',
      'release',
      'rollbackTransaction',
      'set',
      'startTransaction',
      'update',
      'where',
    ],
    // Which columns a row has; and that a statement is run.
    'src/kernel/sql.ts': ['getMetadata', 'logQuery'],
    'src/kernel/database.ts': ['DataSource'],
    // The hour at which a demo goes on.
    'src/demo/show.ts': ['query'],
    // Migrations, grants and the lock around them, before anything is served.
    'src/kernel/migrate.ts': [
      'createQueryRunner',
      'destroy',
      'initialize',
      'query',
      'release',
      'runMigrations',
      'showMigrations',
    ],
  });
  expect(callsInto('/node_modules/@types/pg/')).toEqual({
    // LISTEN and NOTIFY.
    'src/kernel/doorbell.ts': ['Client', 'connect', 'end', 'on', 'query'],
    // The server's own PostgreSQL: its roles and database, whether it answers, and which server is on it.
    'src/kernel/postgres/foundation.ts': ['end', 'query'],
    'src/kernel/postgres/postmaster.ts': ['Client', 'connect', 'end', 'on'],
    'src/kernel/postgres/server-lock.ts': ['end', 'query'],
    // Whatever is run is run through it, prepared.
    'src/kernel/prepared.ts': ['query'],
  });
});

test('nobody runs statements of their own but the filter, the unit of work, and what is on this list', () => {
  const running = sources().filter((file) =>
    nodesOf(file).some((node) => ts.isCallExpression(node) && node.expression.getText() === 'runOn'),
  );

  expect(running.map(nameOf).sort()).toEqual([
    'src/access/reads.ts',
    // Forgetting old keys and readings.
    'src/app.ts',
    // The operator's verification.
    'src/journal/stored-journals.ts',
    'src/journal/transaction.ts',
    // Appends that are all that their commands change.
    'src/journal/unit-of-work.ts',
    // The sweep of the doorbell.
    'src/record.ts',
    // Who the viewer is and what it may do.
    'src/resolvers.ts',
    // Noting when credentials were last used.
    'src/tokens.ts',
  ]);
});

test('nobody is handed the means to run statements but what is on this list, and no resolver ever', () => {
  const handed = sources().filter((file) =>
    nodesOf(file).some((node) => ts.isTypeReferenceNode(node) && node.typeName.getText() === 'Run'),
  );

  expect(handed.map(nameOf).sort()).toEqual([
    // Who the actor is, and the filter itself.
    'src/access/actor.ts',
    'src/access/reads.ts',
    // The read log, and when credentials were last used, by the bookkeeping.
    'src/identity/read-log.ts',
    'src/identity/uses.ts',
    // Read marks, by the bookkeeping too.
    'src/incident/read-mark.ts',
    // What the unit of work does inside its transaction.
    'src/journal/append.ts',
    'src/journal/bookkeeping.ts',
    'src/journal/parties.ts',
    'src/journal/remark.ts',
    // The operator's verification.
    'src/journal/stored-journals.ts',
    'src/journal/transaction.ts',
    // Sweeps, and statements as such.
    'src/kernel/doorbell.ts',
    'src/kernel/sql.ts',
  ]);
});

test('a fragment that reaches into a table comes with the rule of that table, or is on this list', () => {
  const tables = new RegExp(`\\b(?:FROM|JOIN)\\s+\\(?(${guarded.join('|')})\\b`, 'g');
  const unruled = sources()
    .filter((file) => !nameOf(file).startsWith('src/access/') && !nameOf(file).startsWith('src/kernel/'))
    .flatMap((file) =>
      nodesOf(file)
        .filter((node) => ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'sql')
        .flatMap((node) => {
          const text = node.getText();
          const reached = [...text.matchAll(tables)].map(([, table = '']) => table);
          return reached
            .filter((table) => !text.includes(`visibleSql('${table}'`))
            .map((table) => `${nameOf(file)} ${table}`);
        }),
    );

  expect([...new Set(unruled)].sort()).toEqual([
    // Lines that readable entries lead to.
    'src/incident/incident.reads.ts journal_line',
    // Whether another coordinator is enrolled.
    'src/incident/involvement.commands.ts stakeholder',
    // Colleagues, by the viewer's own stakeholder; and whether whom the viewer knows would be refused: docs/decisions/0019.
    'src/incident/nameable.reads.ts involvement',
    'src/incident/nameable.reads.ts membership',
    // Lines that readable entries lead to, and the line of a position that a follower gives.
    'src/incident/read-mark.reads.ts journal_line',
    // The expiry of the read log.
    'src/journal/bookkeeping.ts read_record',
    // What the viewer follows, by the rule that says so; and the lines at its positions, which it follows.
    'src/journal/feed.reads.ts involvement',
    'src/journal/feed.reads.ts journal_line',
    // Entries of a category, for the filter to choose from.
    'src/journal/journal.reads.ts journal_entry',
    // Who reads what is compared, and what was written is narrowed, whoever acts: none of it is shown.
    'src/journal/parties.ts involvement',
    'src/journal/parties.ts membership',
    'src/journal/parties.ts stakeholder',
    'src/journal/remark.ts journal_entry',
    // The operator's verification.
    'src/journal/stored-journals.ts incident',
    'src/journal/stored-journals.ts journal_entry',
    'src/journal/stored-journals.ts journal_line',
    // Taking turns, and whether the incident is open.
    'src/journal/work.ts incident',
    // Taking turns, whether somebody else administers the platform, and whether a person is one of several stakeholders,
    // seen by who acts or not: none of it is shown.
    'src/journal/work.ts membership',
    'src/journal/work.ts person',
  ]);
});

test('every stored row has a rule of visibility, or is one that no reader is ever asked for', () => {
  const stored = entities.map((entity) => getMetadataArgsStorage().filterTables(entity)[0]?.name);

  expect(stored.filter((table) => !guarded.includes(String(table))).sort()).toEqual([
    // Bookkeeping.
    'idempotency',
    // Shown with what it is joined to, by that one's rule.
    'journal_head',
    'journal_marking',
    // Bookkeeping: counted for who marked, and for its colleagues.
    'read_mark',
  ]);
});

test('no statement writes but the append, the bookkeeping, and what is on this list', () => {
  const writing =
    /\b(INSERT\s+INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM|TRUNCATE\s|MERGE\s+INTO|ALTER\s|DROP\s|CREATE\s+(?!Client)[A-Z])/;
  const found = sources()
    .filter((file) => nodesOf(file).some((node) => isText(node) && writing.test(node.getText())))
    .map(nameOf);

  expect(found.sort()).toEqual(
    [
      'src/journal/append.ts',
      'src/journal/bookkeeping.ts',
      // The roles and the database of the server's own PostgreSQL.
      'src/kernel/postgres/foundation.ts',
      // The runtime role, where the owner may make it.
      'src/kernel/migrate.ts',
    ].sort(),
  );
});

test('only the demo lets anybody in who opens the page', () => {
  const giving = sources().filter((file) =>
    nodesOf(file).some((node) => ts.isObjectLiteralElement(node) && node.name?.getText() === 'entrances'),
  );

  expect(giving.map(nameOf).sort()).toEqual([
    // Hands on what it was given.
    'src/app.ts',
    'src/commands/demo.ts',
    // Answers with them, if there are any.
    'src/server/dashboard.ts',
  ]);
});

test('the feeds have no rule of their own: neither marking nor membership, and no statement but the filter’s', () => {
  for (const name of [
    ...['feed', 'feed.reader', 'feed.reads', 'group', 'hub'].map((file) => `src/journal/${file}.ts`),
    'src/incident/incident.feed.ts',
  ]) {
    const file = program.getSourceFile(join(root, name)) as ts.SourceFile;
    const texts = nodesOf(file)
      .filter(isText)
      .map((node) => node.getText());

    expect(texts.filter((text) => /marking|membership|left_at|stakeholder_id|viewer\./.test(text))).toEqual([]);
    expect(file.text).not.toMatch(/\bRun\b|runOn/);
  }
});

function programWith(text: string): ts.Program {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const host = ts.createCompilerHost({ ...options, noEmit: true });
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === snippet || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === snippet ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true) : getSourceFile(name, ...rest);
  return ts.createProgram([...fileNames, snippet], { ...options, noEmit: true }, host);
}

function sources(): ts.SourceFile[] {
  const own = join(root, 'src/');
  return program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(own) && fileName !== snippet);
}

function nodesOf(file: ts.SourceFile): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return nodes;
}

/** Texts, and templates as a whole. */
function isText(node: ts.Node): boolean {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

/** Which methods of a package each file calls, by the declarations that the calls resolve to. */
function callsInto(packagePath: string): Record<string, string[]> {
  const calls: Record<string, Set<string>> = {};
  for (const file of sources()) {
    for (const node of nodesOf(file)) {
      if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) continue;
      const declaration = checker.getResolvedSignature(node)?.declaration;
      if (!declaration?.getSourceFile().fileName.includes(packagePath) || isDecorator(node)) continue;
      const callee = node.expression;
      const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText();
      calls[nameOf(file)] = (calls[nameOf(file)] ?? new Set()).add(name);
    }
  }
  return Object.fromEntries(Object.entries(calls).map(([file, names]) => [file, [...names].sort()]));
}

/** `const x: Thing<Row> = {…}` of a file, or the same made from another one. */
function isThing(node: ts.Node): node is ts.VariableDeclaration {
  if (!ts.isVariableDeclaration(node) || !ts.isSourceFile(node.parent.parent.parent)) return false;
  return checker.typeToString(checker.getTypeAtLocation(node)).startsWith('Thing<');
}

/** Its row holds a marking, or a joined row that does. */
function isMarked(thing: ts.VariableDeclaration): boolean {
  const [row] = checker.getTypeAtLocation(thing).aliasTypeArguments ?? typeArgumentsOf(thing);
  const holds = (type: ts.Type) => checker.getPropertyOfType(checker.getNonNullableType(type), 'marking') !== undefined;
  return row !== undefined && (holds(row) || row.getProperties().some((part) => holds(checker.getTypeOfSymbol(part))));
}

function typeArgumentsOf(thing: ts.VariableDeclaration): readonly ts.Type[] {
  return checker.getTypeArguments(checker.getTypeAtLocation(thing) as ts.TypeReference);
}

function saysReading({ initializer }: ts.VariableDeclaration): boolean {
  if (!initializer || !ts.isObjectLiteralExpression(initializer)) return initializer !== undefined;
  return initializer.properties.some(({ name }) => name?.getText() === 'reading');
}

function exportsOf(file: ts.SourceFile): ts.Symbol[] {
  const module = checker.getSymbolAtLocation(file);
  return module ? checker.getExportsOfModule(module) : [];
}

/** A cast that makes a row `Visible` which was not. */
function claims({ type, expression }: ts.AsExpression): boolean {
  const before = checker.typeToString(
    checker.getTypeAtLocation(expression),
    undefined,
    ts.TypeFormatFlags.NoTruncation,
  );
  return /\bVisible\b/.test(type.getText()) && !/\bVisible\b/.test(before);
}

function isDecorator({ parent }: ts.Node): boolean {
  return ts.isDecorator(parent);
}

function takesChecked(symbol: ts.Symbol): boolean {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const [signature] = checker.getTypeOfSymbol(target).getCallSignatures();
  const [parameter] = signature?.getParameters() ?? [];
  return parameter !== undefined && isChecked(checker.getNonNullableType(checker.getTypeOfSymbol(parameter)));
}

/** A `Visible` row, or a list of them. */
function isChecked(type: ts.Type): boolean {
  const [element] = checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference) : [type];
  return element?.getProperties().some(({ escapedName }) => String(escapedName).startsWith('__@checked')) ?? false;
}

function nameOf(file: ts.SourceFile): string {
  return relative(root, file.fileName);
}

function lineOf(file: ts.SourceFile, start: number): string {
  return file.text.split('\n')[file.getLineAndCharacterOfPosition(start).line] ?? '';
}
