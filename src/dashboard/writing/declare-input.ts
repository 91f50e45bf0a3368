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
import { reported } from '../time/input';
import { suits } from './marking-input';
import { rowsOf } from './rows';
import { chosenOf } from './several';
import { keptTime, noTime } from './time-fields';
import { inWords, said } from './use-command';

export const emptyDeclaration = {
  ...{ ...noTime, title: '', summary: '', nature: 'CYBERATTACK', severity: 'SIGNIFICANT', exercise: '' },
  ...{ regions: '', since: '', text: '', operator: '', declarerRole: 'LEAD', services: '', parties: '' },
  ...{ tlp: '', audience: 'INVOLVED' },
};

export type Declaration = typeof emptyDeclaration;

export const emptyService = { ...noTime, name: '', status: 'DOWN', impact: '', served: '' };
export const emptyParty = { stakeholder: '', role: 'FOLLOW_UP', access: 'CONTRIBUTE' };

export function declarationOf(fields: Declaration): DeclareIncidentMutationVariables['input'] {
  const { tlp, audience } = fields;
  return {
    title: fields.title.trim(),
    ...said('summary', fields.summary),
    ...{ nature: fields.nature as IncidentNature, severity: fields.severity as Severity },
    ...{ exercise: fields.exercise !== '', declarerRole: fields.declarerRole as InvolvementRole },
    ...said('operatorId', fields.operator),
    ...reported('began', fields),
    ...(tlp !== '' && {
      marking: { tlp: tlp as Tlp, audience: suits(audience, tlp) ? (audience as Audience) : 'INVOLVED' },
    }),
    ...{ regions: regionsOf(fields), services: servicesOf(fields), parties: partiesOf(fields) },
    ...inWords(fields.text),
  };
}

/** Once declared, each can be given a time of its own. */
function regionsOf({ regions, since }: Declaration) {
  const common = { involveAuthority: true, status: 'AFFECTED' as const, ...reported('since', keptTime(since)) };
  return chosenOf(regions).map((region) => ({ region, ...common }));
}

function servicesOf({ services }: Declaration) {
  return rowsOf(services, emptyService).map(({ name, status, impact, served, ...time }) => ({
    ...{ name: name.trim(), status: status as AffectedServiceStatus, regions: chosenOf(served) },
    ...{ ...said('impact', impact), ...reported('since', time) },
  }));
}

function partiesOf({ parties }: Declaration) {
  return rowsOf(parties, emptyParty).map(({ stakeholder, role, access }) => ({
    ...{ stakeholderId: stakeholder, role: role as InvolvementRole, access: access as Access },
  }));
}
