import type { GraphQLEnumType, GraphQLSchema } from 'graphql';
import type { Permission } from '../../src/access/permissions';
import { type Case, leastCases } from './standings';

/** `docs/permissions.md`, as the rules have it. */
export function permissionsPage(schema: GraphQLSchema): string {
  const rows = valuesOf(schema, 'Permission').map(({ name, description }) => {
    const least = leastCases(name as Permission).map(inWords);
    return `| \`${name}\` | ${description} | ${least.join('; or ')} |`;
  });
  return `${[
    '# Who may do what',
    '',
    'Written from `src/access/permissions.ts` by `UPDATE_DOCS=1 npx jest test/access/permissions.test.ts`.',
    '',
    'A person has *rights* for a stakeholder; a stakeholder involved in an incident has *access* there. The lesser of the two',
    'holds. `viewer { permissions(on:) }` answers the same question for one thing. Without a permission the answer is FORBIDDEN;',
    'what one may not see does not exist (NOT_FOUND).',
    '',
    '## Rights of a person',
    '',
    ...described(schema, 'Right'),
    '',
    '## Access of an involved stakeholder',
    '',
    ...described(schema, 'Access'),
    '',
    '## Permissions',
    '',
    'Responsible is whose thing it is: the operator of the incident for its services, the authority in charge of a region, the',
    'owner of an action, the issuer of a draft, the source of a marking (its originator, under TLP:RED the author in person, or',
    'the delegate), the stakeholder itself.',
    '',
    '| permission | what | takes at least |',
    '|---|---|---|',
    ...rows,
  ].join('\n')}\n`;
}

function described(schema: GraphQLSchema, name: string): string[] {
  return valuesOf(schema, name).map((value) => `- \`${value.name}\`: ${value.description}`);
}

function valuesOf(schema: GraphQLSchema, name: string): ReturnType<GraphQLEnumType['getValues']> {
  return (schema.getType(name) as GraphQLEnumType).getValues();
}

function inWords({ right, access, responsible, open }: Case): string {
  return [
    `the right ${right}`,
    ...(access ? [`access ${access}`] : []),
    ...(responsible ? ['being responsible'] : []),
    ...(open ? ['an incident open to all enrolled, without being involved'] : []),
  ].join(' and ');
}
