import type {
  Access,
  AffectedServiceStatus,
  Audience,
  DeclareIncidentMutationVariables,
  IncidentNature,
  InvolvementRole,
  Severity,
  Tlp,
} from '../api/generated';
import { reportedInput } from '../time/input';
import { rowsOf } from './rows';
import { chosenOf } from './several';
import { noTime } from './time-fields';
import { inWords, said } from './use-command';

export const emptyDeclaration = {
  ...{ ...noTime, title: '', summary: '', nature: 'CYBERATTACK', severity: 'SIGNIFICANT', exercise: '' },
  ...{ regions: '', text: '', operator: '', declarerRole: 'LEAD', services: '', parties: '' },
  ...{ tlp: '', audience: 'INVOLVED' },
};

export type Declaration = typeof emptyDeclaration;

export const emptyService = { name: '', status: 'DOWN', impact: '' };
export const emptyParty = { stakeholder: '', role: 'FOLLOW_UP', access: 'CONTRIBUTE' };

export function declarationOf(fields: Declaration): DeclareIncidentMutationVariables['input'] {
  const began = reportedInput(fields);
  const { tlp, audience } = fields;
  return {
    title: fields.title.trim(),
    ...said('summary', fields.summary),
    ...{ nature: fields.nature as IncidentNature, severity: fields.severity as Severity },
    ...{ exercise: fields.exercise !== '', declarerRole: fields.declarerRole as InvolvementRole },
    ...said('operatorId', fields.operator),
    ...(began && { began }),
    ...(tlp !== '' && { marking: { tlp: tlp as Tlp, audience: audience as Audience } }),
    ...{ regions: regionsOf(fields), services: servicesOf(fields), parties: partiesOf(fields) },
    ...inWords(fields.text),
  };
}

function regionsOf({ regions }: Declaration) {
  return chosenOf(regions).map((region) => ({ region, involveAuthority: true, status: 'AFFECTED' as const }));
}

function servicesOf({ services }: Declaration) {
  return rowsOf(services, emptyService)
    .filter(({ name }) => name.trim() !== '')
    .map(({ name, status, impact }) => ({
      ...{ name: name.trim(), status: status as AffectedServiceStatus },
      ...said('impact', impact),
    }));
}

function partiesOf({ parties }: Declaration) {
  return rowsOf(parties, emptyParty)
    .filter(({ stakeholder }) => stakeholder !== '')
    .map(({ stakeholder, role, access }) => ({
      ...{ stakeholderId: stakeholder, role: role as InvolvementRole, access: access as Access },
    }));
}
