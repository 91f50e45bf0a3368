import { isFederated } from '../../../src/federation/keys';
import type { World } from './world';

/** What the generated questions fill in. */
type Sample = (world: World) => readonly unknown[];

/** Paging changes which part of a list is shown, not what is in it; `asking.ts` turns the pages. */
export const paging: ReadonlySet<string> = new Set(['first', 'last', 'after', 'before', 'afterNumber']);

const incidents: Sample = ({ whole }) => [whole.open.id, whole.closed.id];
const region: Sample = () => ['53', '11'];

/**
 * What each argument, and each field of a filter, is asked with: `Type.field(argument)` or `Filter.field`. One that is
 * not here fails the matrix: give a value by which something that is hidden could be found.
 */
export const samples: Readonly<Record<string, Sample>> = {
  'Query._entities(representations)': ({ whole, things }) =>
    [
      ...[whole.open, whole.closed].flatMap(({ id, reference }) => [
        { __typename: 'Incident', id },
        { __typename: 'Incident', reference },
      ]),
      ...things.filter(({ type }) => isFederated(type)).map(({ type, id }) => ({ __typename: type, id })),
    ]
      .slice(0, 100)
      .map((one) => [one]),
  'Query.incident(id)': incidents,
  'Query.incident(reference)': ({ whole }) => [whole.open.reference, whole.closed.reference],
  'Query.node(id)': incidents,
  'Query.nodes(ids)': ({ things }) => [things.slice(0, 100).map(({ id }) => id)],
  'Query.region(code)': region,
  // The words of titles and texts in things.ts and world.ts.
  'Query.search(text)': () => ['tlp', 'incident', 'point', 'officines'],
  'Query.stakeholder(id)': ({ cast }) => [cast.as.operator.stakeholder],
  'Query.stakeholder(code)': ({ cast }) => [cast.as.originator.code, cast.as.listed.code],
  'Query.stakeholders(codes)': ({ cast }) => [Object.values(cast.as).map(({ code }) => code)],
  'Query.stakeholders(kinds)': () => [['POLICE', 'OTHER']],
  'Query.stakeholders(region)': region,
  'Query.stakeholders(enrolled)': () => [true],
  'Query.publicStatements(region)': () => ['06'],
  'Incident.publicStatements(region)': () => ['06'],
  'Incident.entry(number)': () => [1, 2],
  'Incident.involvements(former)': () => [true],
  'Viewer.permissions(on)': ({ things }) => things.slice(0, 3).map(({ id }) => id),
  'Viewer.permissionsOn(things)': ({ things }) => [things.slice(0, 100).map(({ id }) => id)],
  'IncidentFilter.exercise': () => [false],
  'IncidentFilter.minimumSeverity': () => ['MINOR'],
  'IncidentFilter.natures': () => [['CYBERATTACK']],
  'IncidentFilter.region': region,
  'IncidentFilter.severities': () => [['MAJOR']],
  'IncidentFilter.stakeholder': ({ cast }) => [cast.as.originator.stakeholder],
  'IncidentFilter.statuses': () => [['DECLARED']],
  'IncidentFilter.updatedSince': ({ madeAt }) => [madeAt],
  'ActionFilter.kinds': () => [['TASK']],
  'ActionFilter.overdue': () => [false],
  'ActionFilter.owner': ({ cast }) => [cast.as.originator.stakeholder],
  'ActionFilter.region': region,
  'ActionFilter.statuses': () => [['PLANNED']],
  'StatementDraftFilter.states': () => [['DRAFT']],
  'JournalFilter.author': ({ cast }) => [cast.as.originator.stakeholder],
  'JournalFilter.categories': () => [['ACTION', 'FACT']],
  'JournalFilter.kinds': () => [['NOTE', 'CORRECTION', 'PERSON_REGISTERED', 'CREDENTIAL_CREATED']],
  'JournalFilter.since': ({ madeAt }) => [madeAt],
  'JournalFilter.subject': incidents,
  IncidentOrder: () => ['DECLARED', 'UPDATED'],
  SearchType: () => [['INCIDENT'], ['JOURNAL_ENTRY', 'STAKEHOLDER'], ['ACTION']],
  JournalOrder: () => ['OCCURRED'],
};
