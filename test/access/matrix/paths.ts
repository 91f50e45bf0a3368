import { alone, by, each, inIncidents, type Path, paged, pagedInIncidents, told } from './asking';
import { readByExport, replayed } from './deliveries';
import { followers } from './table';
import { type Kind, type Thing, typesOfKinds } from './things';

const all = 'first: 500';
const page = 'totalCount pageInfo { endCursor hasNextPage }';
const nodes = `{ edges { cursor node { id } } ${page} }`;
const ofRegistry = 'PERSON_REGISTERED CREDENTIAL_CREATED CREDENTIAL_REVOKED';
const lines = `{ edges { cursor node { ... on JournalEntry { id } } } ${page} }`;

const onNodes: readonly Path[] = [
  each('node', ({ id }) => `node(id: "${id}") { id }`),
  by('nodes', (things) => `{ nodes(ids: ${idsOf(things)}) { id } }`),
];
/** As a gateway names them. */
const onEntities = by('entities', (things) => entities(things.map(({ type, id }) => ({ __typename: type, id }))));
const found = `{ edges { cursor node { ... on Node { id } } } ${page} }`;

/** By words of the titles and texts in `things.ts` and `world.ts`, in another form or unfinished. */
const search = (type: string, ...texts: readonly string[]): Path =>
  by('search', () => {
    const asked = texts.map((text, n) => `s${n}: search(text: "${text}", types: [${type}], ${all}) ${found}`);
    return `{ ${asked.join(' ')} }`;
  });
const pagedSearch = paged('pages of a search', (args) => `search(text: "tlp", ${args}) ${found}`);
const onPermissions: readonly Path[] = [
  alone('permissions(on:)', ({ id }) => `viewer { permissions(on: "${id}") }`),
  by('permissionsOn', (things) => `{ viewer { permissionsOn(things: ${idsOf(things)}) { id } } }`),
];

/** What an entry is about, from the entry and back. */
const onSubjects: readonly Path[] = [
  inIncidents('entry → subject', `journal(${all}) { edges { node { ... on JournalEntry { subject { id } } } } }`),
  told(
    'journal by subject',
    ({ id, incidentId }) => `incident(id: "${incidentId}") { journal(filter: { subject: "${id}" }) { totalCount } }`,
    (incident) => incident?.journal.totalCount > 0,
  ),
];

const toIncidents: readonly Path[] = [
  ...onNodes,
  onEntities,
  by('entities by reference', (things) =>
    entities(things.map(({ name: reference }) => ({ __typename: 'Incident', reference: String(reference) }))),
  ),
  ...onPermissions,
  each('single, by id', ({ id }) => `incident(id: "${id}") { id }`),
  each('single, by reference', ({ name }) => `incident(reference: "${name}") { id }`),
  ...['SEVERITY', 'DECLARED', 'UPDATED'].flatMap((order) => [
    by(`list by ${order}`, () => `{ incidents(${all}, orderBy: ${order}) ${nodes} }`),
    paged(`pages by ${order}`, (args) => `incidents(${args}, orderBy: ${order}) ${nodes}`),
  ]),
  by('filter by hour', () => `{ incidents(${all}, filter: { updatedSince: "2020-01-01T00:00:00Z" }) ${nodes} }`),
  by('filter by status', () => `{ incidents(${all}, filter: { statuses: [DECLARED] }) ${nodes} }`),
  by('filter by party', (_, { cast }) => {
    const { stakeholder } = cast.as.originator;
    return `{ incidents(${all}, filter: { stakeholder: "${stakeholder}" }) ${nodes} }`;
  }),
  each('filter by region', ({ region }) => `incidents(${all}, filter: { region: "${region}" }) ${nodes}`),
  each('region → incidents', ({ region }) => `region(code: "${region}") { incidents(${all}) ${nodes} }`),
  told(
    'region → incidents, counted',
    ({ region }) => `region(code: "${region}") { incidents { totalCount } }`,
    (region) => region?.incidents.totalCount > 0,
  ),
  by('stakeholder → incidents', () => `{ stakeholder(code: "ORIGINE") { incidents(${all}) ${nodes} } }`),
  by('parts → incident', (_, { things }) => {
    const kinds = ['region', 'service', 'action', 'note', 'involvement', 'statement'] as const;
    const questions = kinds.map((kind) => {
      const some = things.filter((one) => one.kind === kind);
      return `${kind}: nodes(ids: ${idsOf(some)}) { ... on ${typesOfKinds[kind]} { incident { id } } }`;
    });
    return `{ ${questions.join(' ')} }`;
  }),
  each('duplicate → duplicateOf', ({ from }) => `incident(id: "${from}") { id duplicateOf { id } }`),
];

const toRegions: readonly Path[] = [
  ...onNodes,
  ...onPermissions,
  ...onSubjects,
  inIncidents('incident → regions', 'affectedRegions { id }'),
  told(
    'region → incidents',
    ({ region }) => `region(code: "${region}") { incidents { edges { node { id } } } }`,
    (region) => region?.incidents.edges.length > 0,
  ),
  told(
    'region → incidents, counted',
    ({ region }) => `region(code: "${region}") { incidents { totalCount } }`,
    (region) => region?.incidents.totalCount > 0,
  ),
  told(
    'incidents by region',
    ({ region }) => `incidents(filter: { region: "${region}" }) { edges { node { id } } }`,
    (found) => found?.edges.length > 0,
  ),
];

const toServices: readonly Path[] = [
  ...onNodes,
  ...onPermissions,
  ...onSubjects,
  inIncidents('incident → services', 'affectedServices { id }'),
];

const toActions: readonly Path[] = [
  ...onNodes,
  onEntities,
  ...onPermissions,
  ...onSubjects,
  inIncidents('incident → actions', `actions(${all}) ${nodes}`),
  pagedInIncidents('pages of actions', (args) => `actions(${args}) ${nodes}`),
  inIncidents(
    'filter by status and kind',
    `actions(${all}, filter: { statuses: [PLANNED], kinds: [TASK], overdue: false }) ${nodes}`,
  ),
  inIncidents(
    'filter by owner',
    ({ cast }) => `actions(${all}, filter: { owner: "${cast.as.originator.stakeholder}" }) ${nodes}`,
  ),
  inIncidents('filter by region', `actions(${all}, filter: { overdue: false }) ${nodes}`),
  each('region → actions', ({ region }) => `region(code: "${region}") { actions ${nodes} }`),
  told(
    'region → actions, counted',
    ({ region }) => `region(code: "${region}") { actions { totalCount } }`,
    (region) => region?.actions.totalCount > 0,
  ),
  by('stakeholder → actions', () => `{ stakeholder(code: "ORIGINE") { actions(${all}) ${nodes} } }`),
  each(
    'overtaken action → supersededBy',
    ({ from }) => `node(id: "${from}") { ... on Action { supersededBy { id } } }`,
  ),
];

const toDrafts: readonly Path[] = [
  ...onNodes,
  ...onPermissions,
  ...onSubjects,
  inIncidents('incident → drafts', `statementDrafts(${all}) ${nodes}`),
  pagedInIncidents('pages of drafts', (args) => `statementDrafts(${args}) ${nodes}`),
  inIncidents('filter by state', `statementDrafts(${all}, filter: { states: [DRAFT] }) ${nodes}`),
];

const toEntries: readonly Path[] = [
  ...onNodes,
  onEntities,
  inIncidents('incident → journal', `journal(${all}) ${lines}`),
  pagedInIncidents('pages of the journal', (args) => `journal(${args}) ${lines}`),
  each(
    'single, by number',
    ({ incidentId, number }) => `incident(id: "${incidentId}") { entry(number: ${number}) { ... on Node { id } } }`,
  ),
  inIncidents('journal by kind', `journal(${all}, filter: { kinds: [NOTE, CORRECTION, ACTION_PLANNED] }) ${lines}`),
  inIncidents('journal by category', `journal(${all}, filter: { categories: [INFORMATION, ACTION] }) ${lines}`),
  inIncidents(
    'journal by author',
    ({ cast }) => `journal(${all}, filter: { author: "${cast.as.originator.stakeholder}" }) ${lines}`,
  ),
  inIncidents('journal by hour', `journal(${all}, filter: { since: "2020-01-01T00:00:00Z" }) ${lines}`),
  inIncidents('journal from a line on', `journal(${all}, afterNumber: 0) ${lines}`),
  inIncidents('journal by occurrence', `journal(${all}, orderBy: OCCURRED) ${lines}`),
  { name: 'replay', of: followers, ask: (viewer, _, world) => replayed(viewer, world) },
  { name: 'export', ask: (viewer, _, world) => readByExport(viewer, world) },
];

/** The ways to each kind of thing, for kinds that come by the same ways together: a new kind or a new way is a row. */
const ways: readonly (readonly [readonly Kind[], readonly Path[]])[] = [
  [['incident'], [...toIncidents, search('INCIDENT', 'INCIDENTS ', 'ailleu')]],
  [['region'], toRegions],
  [['service'], toServices],
  [['action'], [...toActions, search('ACTION', 'actions tlp'), pagedSearch]],
  [['draft'], toDrafts],
  [['deed', 'note', 'reply', 'correction', 'about'], toEntries],
  [
    ['note', 'reply', 'correction', 'about'],
    [search('JOURNAL_ENTRY', 'tlp'), pagedSearch],
  ],
  [
    ['note'],
    [
      each('journal by subject', ({ incidentId }) => {
        return `incident(id: "${incidentId}") { journal(${all}, filter: { subject: "${incidentId}" }) ${lines} }`;
      }),
    ],
  ],
  [
    ['reply'],
    [each('question → replies', ({ from }) => `node(id: "${from}") { ... on JournalEntry { replies { id } } }`)],
  ],
  [
    ['correction'],
    [
      each(
        'corrected → correctedBy',
        ({ from }) => `node(id: "${from}") { ... on JournalEntry { correctedBy { id } } }`,
      ),
    ],
  ],
  [
    ['involvement'],
    [
      ...onNodes,
      ...onPermissions,
      ...onSubjects,
      inIncidents('incident → involvements', 'involvements { id }'),
      inIncidents('incident → former involvements', 'involvements(former: true) { id }'),
    ],
  ],
  [
    ['statement'],
    [
      ...onNodes,
      by('list', () => `{ publicStatements(${all}) ${nodes} }`),
      by('filter by region', () => `{ publicStatements(${all}, region: "06") ${nodes} }`),
      paged('pages', (args) => `publicStatements(${args}) ${nodes}`),
    ],
  ],
  [
    ['registry entry'],
    [
      ...onNodes,
      by('registry', () => `{ registryJournal(${all}) ${lines} }`),
      by('registry by kind', () => `{ registryJournal(${all}, filter: { kinds: [${ofRegistry}] }) ${lines} }`),
      paged('pages of the registry', (args) => `registryJournal(${args}) ${lines}`),
    ],
  ],
  [['person'], onNodes],
  [
    ['membership'],
    [
      by('stakeholder → memberships', () => '{ stakeholder(code: "LISTEE") { memberships { person { id } } } }'),
      told(
        'person → memberships',
        ({ id }) => `node(id: "${id}") { ... on Person { memberships { version } } }`,
        (person) => person?.memberships.length > 0,
      ),
    ],
  ],
  [
    ['credential'],
    [
      ...onNodes,
      by('stakeholder → credentials', (_, { cast }) => {
        const { listed, named, originator } = cast.as;
        const questions = [listed, named, originator].map(
          ({ stakeholder }, n) => `s${n}: stakeholder(id: "${stakeholder}") { credentials { id } }`,
        );
        return `{ ${questions.join(' ')} }`;
      }),
      // What may be done to it is among the permissions on its stakeholder: of its own it has none, for anybody.
      ...onPermissions.map((path) => ({ ...path, of: [] })),
    ],
  ],
];

export const rows = ways.flatMap(([kinds, some]) =>
  some.map((path) => [kinds.join(', '), path.name, kinds, path] as const),
);

function entities(representations: readonly Readonly<Record<string, string>>[]): string {
  const named = representations.map((one) =>
    Object.entries(one).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
  );
  return `{ _entities(representations: [${named.map((one) => `{ ${one.join(', ')} }`).join(', ')}]) { ... on Node { id } } }`;
}

function idsOf(things: readonly Thing[]): string {
  return JSON.stringify(things.map(({ id }) => id));
}
