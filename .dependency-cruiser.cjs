/**
 * Dependencies go one way: a folder imports itself and those to its left.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const order = [
  'kernel',
  'access',
  'journal',
  'region',
  'stakeholder',
  'identity',
  'incident',
  'action',
  'statement',
  'search',
  'federation',
  'server',
];

const oneWay = order.slice(0, -1).map((folder, index) => ({
  name: `${folder}-looks-left`,
  comment: `src/${folder} may not know what is built on it.`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: `^src/(${order.slice(index + 1).join('|')})/|^src/(demo|commands)/|^src/[^/]+\\.ts$` },
}));

module.exports = {
  forbidden: [
    ...oneWay,
    {
      name: 'server-is-not-the-app',
      severity: 'error',
      from: { path: '^src/server/' },
      to: { path: '^src/(demo|commands)/|^src/[^/]+\\.ts$' },
    },
    {
      name: 'client-is-apart',
      comment: 'It runs elsewhere, and knows of the server what anybody knows.',
      severity: 'error',
      from: { path: '^src/client/' },
      to: { path: '^src/', pathNot: '^src/client/' },
    },
    {
      name: 'dashboard-is-apart',
      comment: 'It runs in browsers, and knows of the server its API, by types made from the contract, and the client.',
      severity: 'error',
      from: { path: '^src/dashboard/' },
      to: { path: '^src/', pathNot: '^src/(dashboard|client)/' },
    },
    {
      name: 'nobody-needs-the-dashboard',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/dashboard/' },
      to: { path: '^src/dashboard/' },
    },
    {
      name: 'nobody-needs-the-client',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(client|dashboard)/' },
      to: { path: '^src/client/' },
    },
    {
      name: 'pure-states',
      comment: 'What a thing may become is decided by pure functions on plain values.',
      severity: 'error',
      from: {
        path: '^src/(incident|action|statement)/(incident|affected-region|affected-service|involvement|action|statement-draft)\\.ts$',
      },
      to: { pathNot: '^src/kernel/(errors|enum)\\.ts$|^src/incident/incident\\.ts$' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, pathNot: '\\.d\\.ts$' }, to: {} },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/graphiql/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
  },
};
