/**
 * By which rule each field is shown. A field that is not here fails the matrix: find out who may see what it says, then
 * write it under its rule. The names of fields stand in one text, with blanks between.
 *
 * - `row`: shown with its thing, to who sees that; it says nothing of any other thing.
 * - `ref:T`: another thing, looked up by the rule of its own; null to who does not see it.
 * - `list:T`: other things, each by the rule of its own; those that are hidden are not counted either.
 * - `item:T`: the very thing that a list, an edge or an event is about, found by the rule of its own.
 * - `derived`: reckoned from what the viewer may read, and from nothing else.
 * - `residue`: what a follower may know of lines that are sealed to it, and nobody else.
 * - `once`: a secret, handed to who made the thing, in that answer and in no other.
 * - `public`: the same for everybody, or for everybody who holds a token.
 */
export type Fields = Readonly<Record<string, string>>;
export type Ledger = Readonly<Record<string, Fields>>;

/** A list of a thing, page by page. */
const listOf = (type: string): Ledger => ({
  [`${type}Connection`]: { [`list:${type}Edge`]: 'edges', derived: 'pageInfo totalCount totalCountIsExact' },
  [`${type}Edge`]: { derived: 'cursor', [`item:${type}`]: 'node' },
});

/** What a mutation answers with: read after it, as a query would. */
const answerWith = (type: string, field = type[0]?.toLowerCase() + type.slice(1)): Ledger => ({
  [`${field[0]?.toUpperCase()}${field.slice(1)}Payload`]: { [`ref:${type}`]: field, 'list:JournalEntry': 'entries' },
});

export const ledger: Ledger = {
  Incident: {
    row: 'id version reference title summary nature status severity exercise began declaredAt milestones resolution marking',
    'ref:Stakeholder': 'operator',
    'ref:Incident': 'duplicateOf',
    'list:AffectedRegion': 'affectedRegions',
    'list:AffectedService': 'affectedServices',
    'list:Involvement': 'involvements',
    'list:Action': 'actions',
    'list:StatementDraft': 'statementDrafts',
    'list:PublicStatement': 'publicStatements',
    'list:JournalLine': 'journal',
    'ref:JournalLine': 'entry',
    'ref:JournalEntry': 'latestSituation',
    // Test/incident/nameable.test.ts: who is among them hangs on entries that the viewer may read.
    'list:NameablePerson': 'nameablePersons',
    derived: 'updatedAt unread overdueActions nextDue',
    residue: 'journalHead',
  },
  NameablePerson: { 'ref:Person': 'person', 'ref:Stakeholder': 'stakeholder' },
  Tally: { derived: 'count isExact' },
  Unread: { derived: 'byMe byUs readToByMe readToByUs' },
  UnreadOfAll: { derived: 'incidents byMe byUs' },
  MarkJournalReadPayload: { 'list:Incident': 'incidents' },
  Milestone: { row: 'status reached' },
  ...listOf('Incident'),
  ...answerWith('Incident'),
  AffectedRegion: {
    row: 'id version status impact since restored marking',
    public: 'region',
    'ref:Incident': 'incident',
    'ref:Stakeholder': 'authority',
  },
  ...answerWith('AffectedRegion'),
  AffectedService: {
    row: 'id version name status impact since restored marking',
    public: 'regions',
    'ref:Incident': 'incident',
  },
  ...answerWith('AffectedService'),
  Involvement: {
    row: 'id version role access joinedAt leftAt',
    'ref:Incident': 'incident',
    'ref:Stakeholder': 'stakeholder',
  },
  ...answerWith('Involvement'),
  Action: {
    row: 'id version kind title description priority status due started ended result marking overdue',
    public: 'regions',
    'ref:Incident': 'incident',
    'ref:Stakeholder': 'owner',
    'list:Stakeholder': 'addressees',
    'ref:Action': 'supersededBy',
  },
  ...listOf('Action'),
  ...answerWith('Action'),
  JournalEntry: {
    row: 'id number subjectId repliesToId correctsId kind category text occurred recordedAt author direction from to channel confidence provenance changes marking salt canonicalContent contentHash chainHash',
    'ref:Incident': 'incident',
    'ref:Node': 'subject',
    'ref:JournalEntry': 'repliesTo corrects',
    'list:JournalEntry': 'replies correctedBy',
  },
  SealedEntry: { residue: 'number contentHash chainHash' },
  Author: {
    row: 'personName stakeholderName personId stakeholderId',
    'ref:Person': 'person',
    'ref:Stakeholder': 'stakeholder',
  },
  Change: { row: 'field old new' },
  Provenance: { row: 'label url published' },
  ReportedTime: { row: 'earliest latest precision words' },
  Marking: {
    row: 'tlp label audience pap version originatorId delegateId',
    'ref:Stakeholder': 'originator delegate',
    'list:Stakeholder': 'stakeholders',
    'list:Person': 'persons',
  },
  MarkingPayload: { 'ref:Marked': 'thing', 'list:JournalEntry': 'entries' },
  ...listOf('JournalLine'),
  ...answerWith('JournalEntry', 'entry'),
  JournalPosition: { residue: 'incidentId number chainHash' },
  StatementDraft: {
    row: 'id version title text state marking',
    public: 'regions',
    'ref:Incident': 'incident',
    'ref:Stakeholder': 'issuer',
    'ref:PublicStatement': 'publicStatement',
  },
  ...listOf('StatementDraft'),
  ...answerWith('StatementDraft'),
  PublicStatement: {
    public: 'id issuerName title text exercise regions publishedAt',
    'ref:Stakeholder': 'issuer',
    'ref:Incident': 'incident',
  },
  ...listOf('PublicStatement'),
  ...answerWith('PublicStatement'),
  Stakeholder: {
    row: 'id version code name aliases kind scope enrolled siret dutyContact defaultRights',
    public: 'jurisdiction',
    'ref:Stakeholder': 'parent',
    'list:Membership': 'memberships',
    'list:Credential': 'credentials',
    'list:Incident': 'incidents',
    'list:Action': 'actions',
  },
  ...listOf('Stakeholder'),
  ...answerWith('Stakeholder'),
  Person: { row: 'id version name', 'list:Membership': 'memberships' },
  ...answerWith('Person'),
  Membership: { row: 'version rights endedAt', 'ref:Person': 'person', 'ref:Stakeholder': 'stakeholder' },
  Credential: {
    row: 'id version kind label createdAt expiresAt revokedAt lastUsedAt',
    'ref:Person': 'person',
    'ref:Stakeholder': 'stakeholder',
  },
  CredentialPayload: { ...answerWith('Credential')['CredentialPayload'], once: 'token' },
  // Of who read what its stakeholder originated, for who administers that: test/identity/read-log.test.ts.
  ReadRecord: {
    row: 'id means from to system incidentId entries thingIds',
    'ref:Person': 'person',
    'ref:Stakeholder': 'stakeholder',
    'ref:Incident': 'incident',
  },
  NumberRange: { row: 'from to' },
  ...listOf('ReadRecord'),
  Region: {
    public: 'id code isoCode name overseas departments',
    'ref:Stakeholder': 'ars',
    'list:Incident': 'incidents',
    'list:Action': 'actions',
  },
  Department: { public: 'code name' },
  _Service: { public: 'sdl' },
  SearchResultConnection: {
    'list:SearchResultEdge': 'edges',
    derived: 'pageInfo totalCount totalCountIsExact',
  },
  SearchResultEdge: { derived: 'cursor', 'item:SearchResult': 'node', row: 'snippet' },
  SnippetPart: { row: 'text isMatch' },
  PageInfo: { derived: 'hasNextPage hasPreviousPage startCursor endCursor' },
  Viewer: {
    row: 'rights',
    'ref:Person': 'person',
    'ref:Stakeholder': 'stakeholder',
    derived: 'permissions unread',
    'list:ThingPermissions': 'permissionsOn',
  },
  ThingPermissions: { derived: 'id permissions' },
  IncidentsSnapshot: { 'list:Incident': 'incidents', derived: 'caughtUp' },
  IncidentChanged: { 'item:Incident': 'incident' },
  IncidentGone: { derived: 'id' },
  JournalBatch: { 'ref:Incident': 'incident', 'list:JournalLine': 'lines', residue: 'head caughtUp asOf' },
  JournalHeartbeat: { residue: 'asOf heads' },
  JournalEnded: { derived: 'incidentId reason' },
  JournalReset: { residue: 'incidentId reason head' },
};

/** The ways in, and the paths of `paths.ts` that go by them: by kind of thing. */
export const waysIn: Readonly<Record<string, readonly string[]>> = {
  'Query._entities': ['incident: entities', 'incident: entities by reference', 'action: entities'],
  // The schema says nothing of anything; who may have it is said in test/server/introspection.test.ts.
  'Query._service': [],
  'Query.incident': ['incident: single, by id', 'incident: single, by reference'],
  'Query.incidents': ['incident: list by SEVERITY', 'incident: pages by UPDATED', 'incident: filter by region'],
  'Query.node': ['action: node', 'person: node', 'credential: node'],
  'Query.nodes': ['action: nodes', 'person: nodes', 'credential: nodes'],
  'Query.publicStatements': ['statement: list', 'statement: pages'],
  // Every question that the matrix asks is a reading, so its answer moves with each: test/identity/read-log.test.ts.
  'Query.readLog': [],
  'Query.region': ['incident: region → incidents', 'action: region → actions'],
  // Reference data: nothing leads further but what `region` leads to.
  'Query.regions': [],
  'Query.registryJournal': ['registry entry: registry', 'registry entry: pages of the registry'],
  'Query.search': ['incident: search', 'action: pages of a search', 'note, reply, correction, about: search'],
  'Query.stakeholder': [
    'incident: stakeholder → incidents',
    'action: stakeholder → actions',
    'credential: stakeholder → credentials',
  ],
  // The registry is read by everybody who holds a token.
  'Query.stakeholders': [],
  'Query.viewer': ['action: permissions(on:)', 'action: permissionsOn', 'credential: permissions(on:)'],
  'Subscription.incidents': ['the overview'],
  'Subscription.journal': ['deed, note, reply, correction, about: replay', 'the journal'],
};
