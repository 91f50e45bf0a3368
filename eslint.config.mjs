// The schema as a contract; the code is biome's.
import graphql from '@graphql-eslint/eslint-plugin';

const described = {
  types: true,
  rootField: true,
  DirectiveDefinition: true,
  EnumValueDefinition: true,
  FieldDefinition: true,
  InputValueDefinition: true,
};

/** Where we disagree with a rule, and why. */
const disagreements = {
  // Asks for an `id` on each type. What none can ask for again by itself has none: a client's cache keeps it in what holds it.
  '@graphql-eslint/strict-id-in-types': [
    'error',
    {
      exceptions: {
        // They carry things, and are none: as Relay has it, and as the answer of a mutation.
        suffixes: ['Connection', 'Edge', 'Payload'],
        types: [
          'PageInfo',
          // Values: equal if what they say is equal.
          ...[
            'Author',
            'Change',
            'JournalPosition',
            'Marking',
            'Milestone',
            'NameablePerson',
            'NumberRange',
            'Provenance',
            'ReportedTime',
            'SnippetPart',
            'Tally',
            'Unread',
            'UnreadOfAll',
          ],
          // Known by what they belong to: its code, its person, the request itself.
          ...['Department', 'Membership', 'Viewer'],
          // Events: told once, and never asked for.
          ...[
            'IncidentChanged',
            'IncidentsSnapshot',
            'JournalBatch',
            'JournalEnded',
            'JournalHeartbeat',
            'JournalReset',
          ],
          // An id would be a name for what one may not see.
          'SealedEntry',
        ],
      },
    },
  ],
  '@graphql-eslint/relay-edge-types': [
    'error',
    {
      // Wants every list to be one of edges. Only lists that grow are paged; those of few, such as the regions of an
      // incident, are plain.
      listTypeCanWrapOnlyEdgeType: false,
      // Wants `node` to be a Node. A reading is a line of a record that is read in pages and never one by one, and a
      // sealed line has no id.
      shouldImplementNode: false,
    },
  ],
};

export default [
  {
    files: ['schema/schema.graphql'],
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: 'schema/schema.graphql' } } },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      ...graphql.configs['flat/schema-recommended'].rules,
      ...graphql.configs['flat/schema-relay'].rules,
      '@graphql-eslint/require-description': ['error', described],
      ...disagreements,
    },
  },
];
