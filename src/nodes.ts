import type { Operation } from './access/operation';
import type { Permission } from './access/permissions';
import type { Visible } from './access/reads';
import { registryStream } from './access/visibility';
import { presentAction } from './action/action.type';
import { Entities } from './federation/entities';
import { presentCredential } from './identity/credential.type';
import { presentPerson } from './identity/person.type';
import { presentAffectedRegion } from './incident/affected-region.type';
import { presentAffectedService } from './incident/affected-service.type';
import { presentIncident } from './incident/incident.type';
import { presentInvolvement } from './incident/involvement.type';
import { markingOfEntry, type OpenLineRow } from './journal/journal.reads';
import { presentEntry } from './journal/journal.type';
import { type NodeKind, NodeRegistry, type PermissionSubject } from './journal/node';
import { isRegionCode, type RegionReference, regionByCode, regionByIsoCode } from './region/region';
import { presentRegion } from './region/region.type';
import type { Readers } from './resolvers';
import { presentStakeholder } from './stakeholder/stakeholder.type';
import { presentPublicStatement } from './statement/public-statement.type';
import { presentStatementDraft } from './statement/statement-draft.type';

const onIncident: readonly Permission[] = [
  'INCIDENT_REVISE',
  'INCIDENT_REQUALIFY',
  'INCIDENT_MOVE',
  'INCIDENT_CLOSE',
  'INCIDENT_REOPEN',
  'INCIDENT_JOIN',
  'REGION_ADD',
  'SERVICE_ADD',
  'STAKEHOLDER_INVOLVE',
  'ACTION_PLAN',
  'ENTRY_WRITE',
  'STATEMENT_DRAFT',
  'STATEMENT_PUBLISH',
];

/** How each type of node is looked up, shown, and asked about by `permissions(on:)`. */
export function nodeRegistry(readers: Readers): NodeRegistry {
  const registry = new NodeRegistry();
  addIncidents(registry, readers);
  addParts(registry, readers);
  addStatements(registry, readers);
  addOthers(registry, readers);
  return registry;
}

/** How what other graphs name is found, where it has more names than its id. */
export function entitiesOf(nodes: NodeRegistry, { incidents, stakeholders }: Readers): Entities {
  const inRegion = (operation: Operation, region: RegionReference | undefined) =>
    region ? nodes.load(operation, { type: 'Region', key: region.code }) : Promise.resolve(null);
  const incident = (by: 'id' | 'reference') =>
    node((operation, value) => incidents.named(operation, { by, value }), presentIncident).load;
  const stakeholder = (by: 'id' | 'code') =>
    node((operation, value) => stakeholders.named(operation, { by, value }), presentStakeholder).load;
  return new Entities(nodes, {
    Incident: { id: incident('id'), reference: incident('reference') },
    Stakeholder: { id: stakeholder('id'), code: stakeholder('code') },
    Region: {
      code: (operation, code) => inRegion(operation, regionByCode(code)),
      isoCode: (operation, isoCode) => inRegion(operation, regionByIsoCode(isoCode)),
    },
  });
}

function addIncidents(registry: NodeRegistry, { incidents, involvements, actions }: Readers): void {
  registry.add('Incident', {
    ...node((operation, id) => incidents.byId(operation, id), presentIncident),
    permissionSubject: subject(incidents, async ({ id, operatorId, marking }) => ({
      incidentId: id,
      circumstances: { responsible: operatorId, openToEnrolled: marking.audience === 'ENROLLED' },
      permissions: onIncident,
      marking,
    })),
  });
  registry.add('Involvement', {
    ...node((operation, id) => involvements.byId(operation, id), presentInvolvement),
    permissionSubject: subject(involvements, async ({ incidentId, stakeholderId }) => ({
      incidentId,
      circumstances: { responsible: stakeholderId },
      permissions: ['INVOLVEMENT_CHANGE', 'STAKEHOLDER_RELEASE'],
    })),
  });
  registry.add('Action', {
    ...node((operation, id) => actions.byId(operation, id), presentAction),
    permissionSubject: subject(actions, async ({ incidentId, ownerId, marking }) => ({
      incidentId,
      marking,
      circumstances: { responsible: ownerId },
      permissions: ['ACTION_CHANGE'],
    })),
  });
}

function addParts(registry: NodeRegistry, { incidents, affectedRegions, affectedServices }: Readers): void {
  registry.add('AffectedRegion', {
    ...node((operation, id) => affectedRegions.byId(operation, id), presentAffectedRegion),
    permissionSubject: subject(affectedRegions, async ({ incidentId, authorityId, marking }) => ({
      incidentId,
      marking,
      circumstances: { responsible: authorityId },
      permissions: ['REGION_UPDATE'],
    })),
  });
  registry.add('AffectedService', {
    ...node((operation, id) => affectedServices.byId(operation, id), presentAffectedService),
    permissionSubject: subject(affectedServices, async ({ incidentId, marking }, operation) => ({
      incidentId,
      marking,
      circumstances: { responsible: (await incidents.byId(operation, incidentId))?.operatorId ?? null },
      permissions: ['SERVICE_UPDATE'],
    })),
  });
}

function addStatements(registry: NodeRegistry, { statements, statementDrafts }: Readers): void {
  registry.add(
    'PublicStatement',
    node((operation, id) => statements.byId(operation, id), presentPublicStatement),
  );
  registry.add('StatementDraft', {
    ...node((operation, id) => statementDrafts.byId(operation, id), presentStatementDraft),
    permissionSubject: subject(statementDrafts, async ({ incidentId, issuerId, marking }) => ({
      incidentId,
      marking,
      circumstances: { responsible: issuerId, issuer: issuerId },
      permissions: ['STATEMENT_DRAFT_CHANGE', 'STATEMENT_PUBLISH'],
    })),
  });
}

function addOthers(registry: NodeRegistry, { stakeholders, persons, credentials, journal }: Readers): void {
  registry.add('Stakeholder', {
    ...node((operation, id) => stakeholders.byId(operation, id), presentStakeholder),
    permissionSubject: subject(stakeholders, async ({ id }) => ({
      circumstances: { responsible: id },
      permissions: ['STAKEHOLDER_REVISE', 'STAKEHOLDER_ENROL', 'PERSON_REGISTER', 'CREDENTIAL_MANAGE'],
    })),
  });
  registry.add(
    'Person',
    node((operation, id) => persons.byId(operation, id), presentPerson),
  );
  registry.add(
    'Credential',
    node((operation, id) => credentials.byId(operation, id), presentCredential),
  );
  registry.add('JournalEntry', {
    ...node((operation, id) => journal.entry(operation, id), presentEntry),
    permissionSubject: async (operation, id) => {
      const row = await journal.entry(operation, id);
      const isRegistry = row?.streamId === registryStream;
      return row && !isRegistry ? permissionsOnEntry(row) : null;
    },
  });
  registry.add('Region', {
    load: async (operation, code) =>
      operation.viewer.kind !== 'anonymous' && isRegionCode(code) ? presentedRegion(code) : null,
  });
}

function permissionsOnEntry(row: Visible<OpenLineRow>): PermissionSubject {
  return { incidentId: row.streamId, circumstances: {}, permissions: ['ENTRY_WRITE'], marking: markingOfEntry(row) };
}

function presentedRegion(code: string): object | null {
  const region = regionByCode(code);
  return region ? presentRegion(region) : null;
}

function node<Row>(
  find: (operation: Operation, id: string) => Promise<Row | null>,
  present: (row: Row) => object,
): NodeKind {
  return {
    load: async (operation, id) => {
      const row = await find(operation, id);
      return row && present(row);
    },
  };
}

function subject<Row>(
  reads: { byId(operation: Operation, id: string): Promise<Row | null> },
  describe: (row: Row, operation: Operation) => Promise<PermissionSubject>,
): (operation: Operation, id: string) => Promise<PermissionSubject | null> {
  return async (operation, id) => {
    const row = await reads.byId(operation, id);
    return row && describe(row, operation);
  };
}
