import { asParty, atMinute, declare, declareOpenly, done, draft, involve, plan, write } from '../support/builders';
import type { TestCellule } from '../support/cellule';
import type { Party } from '../support/party';

export interface Sample {
  readonly by: Party;
  readonly input: object;
}

/** For each mutation, an input that is accepted and leaves no field out, on things made for it alone. */
export type Samples = Readonly<Record<string, () => Promise<Sample>>>;

const someday = {
  earliest: '2024-10-19T06:00:00Z',
  latest: '2024-10-19T10:00:00Z',
  precision: 'RANGE',
  words: 'le matin',
};
const marking = { tlp: 'TLP_AMBER_STRICT', audience: 'INVOLVED' };
const provenance = { label: 'Communiqué', url: 'https://exemple.fr/', published: someday };
const entry = {
  text: 'Ce qui s’est passé.',
  category: 'FACT',
  occurred: someday,
  direction: 'RECEIVED',
  from: 'CORRUSS',
  to: 'La cellule',
  channel: 'PHONE',
  confidence: 'VERIFIED',
  provenance,
};
const markedEntry = { ...entry, marking };

let keys = 0;
const common = (told: object = markedEntry) => ({ entry: told, idempotencyKey: `clef ${++keys}` });

export function samplesOn(cellule: TestCellule, by: Party, other: Party): Samples {
  return {
    ...ofIncidents(by, other, cellule.admin),
    ...ofParts(by, other),
    ...ofInvolvements(by, other),
    ...ofActions(by, other),
    ...ofStatements(by),
    ...ofEntries(by, other),
    ...ofRegistry(cellule, by),
  };
}

function ofIncidents(by: Party, other: Party, third: Party): Samples {
  const on = async (): Promise<object> => {
    const { id, version } = await declare(by);
    return { incidentId: id, expectedVersion: version };
  };
  return {
    declareIncident: async () => ({ by, input: declaration(other, third) }),
    reviseIncident: async () => ({
      by,
      input: { ...(await on()), title: 'Autre', summary: 'Plus long', nature: 'SUPPLY', began: someday, ...common() },
    }),
    requalifyIncident: async () => ({ by, input: { ...(await on()), severity: 'CRISIS', ...common() } }),
    moveIncident: async () => ({
      by,
      input: { ...(await on()), to: 'RESPONDING', reached: someday, reason: 'On répond.', ...common() },
    }),
    closeIncident: async () => {
      const duplicateOfId = (await declare(by)).id;
      const told = { resolution: 'DUPLICATE', duplicateOfId, reached: someday, reason: 'Le même.' };
      return { by, input: { ...(await on()), ...told, ...common() } };
    },
    reopenIncident: async () => {
      const { id, version } = await declare(by);
      await done(by, 'closeIncident', { incidentId: id, expectedVersion: version, resolution: 'FALSE_ALARM' });
      return { by, input: { incidentId: id, expectedVersion: 2, reason: 'Cela reprend.', ...common() } };
    },
  };
}

function declaration(other: Party, third: Party): object {
  return {
    title: 'Cyberattaque',
    summary: 'Un résumé',
    nature: 'CYBERATTACK',
    severity: 'MAJOR',
    exercise: true,
    began: someday,
    marking,
    operatorId: other.stakeholder,
    declarerRole: 'LEAD',
    regions: [region(other, '53')],
    services: [service],
    parties: [asParty(third)],
    ...common(entry),
  };
}

const region = (authority: Party, code: string): object => ({
  region: code,
  status: 'SUSPECTED',
  impact: 'Des livraisons en retard',
  since: someday,
  authorityId: authority.stakeholder,
  involveAuthority: true,
  marking,
});
const service = { name: 'Livraison', status: 'DOWN', impact: 'Aucune', regions: ['53'], since: someday, marking };

function ofParts(by: Party, other: Party): Samples {
  const restored = atMinute('2024-10-20T18:00:00+02:00');
  return {
    addAffectedRegion: async () => ({
      by,
      input: { incidentId: (await declare(by)).id, situation: region(other, '52'), ...common() },
    }),
    updateAffectedRegion: async () => {
      const incidentId = (await declare(by)).id;
      const { id } = await done(by, 'addAffectedRegion', { incidentId, situation: { region: '53' } });
      const told = {
        status: 'RESTORED',
        impact: 'Plus rien',
        since: someday,
        restored,
        authorityId: other.stakeholder,
      };
      return { by, input: { affectedRegionId: id, expectedVersion: 1, ...told, ...common() } };
    },
    addAffectedService: async () => ({
      by,
      input: { incidentId: (await declare(by)).id, situation: service, ...common() },
    }),
    updateAffectedService: async () => {
      const incidentId = (await declare(by)).id;
      const { id } = await done(by, 'addAffectedService', {
        incidentId,
        situation: { name: 'Commandes', status: 'DOWN' },
      });
      const told = { status: 'RESTORED', impact: 'Rétabli', regions: ['28'], since: someday, restored };
      return { by, input: { affectedServiceId: id, expectedVersion: 1, ...told, ...common() } };
    },
  };
}

function ofInvolvements(by: Party, other: Party): Samples {
  const party = asParty(other);
  const involved = async () => {
    const { id, version } = await involve(by, (await declare(by)).id, other);
    return { involvementId: id, expectedVersion: version };
  };
  return {
    involveStakeholder: async () => ({ by, input: { incidentId: (await declare(by)).id, party, ...common() } }),
    changeInvolvement: async () => ({
      by,
      input: { ...(await involved()), role: 'LIAISON', access: 'COORDINATE', ...common() },
    }),
    releaseStakeholder: async () => ({ by, input: { ...(await involved()), ...common() } }),
    joinIncident: async () => ({ by: other, input: { incidentId: (await declareOpenly(by)).id, ...common() } }),
  };
}

function ofActions(by: Party, other: Party): Samples {
  const planned = async () => {
    const incidentId = (await declare(by, { parties: [asParty(other)] })).id;
    const { id, version } = await plan(by, incidentId);
    return { incidentId, on: { actionId: id, expectedVersion: version } };
  };
  return {
    planAction: async () => {
      const { incidentId } = await planned();
      const who = { ownerId: other.stakeholder, addresseeIds: [by.stakeholder] };
      const what = { kind: 'REQUEST', title: 'Prévenir', description: 'Toutes', regions: ['53'], priority: 'HIGH' };
      return { by, input: { incidentId, ...what, ...who, due: someday, marking, ...common() } };
    },
    startAction: async () => ({ by, input: { ...(await planned()).on, started: someday, ...common() } }),
    completeAction: async () => ({
      by,
      input: { ...(await planned()).on, ended: someday, result: 'Prévenues', ...common() },
    }),
    cancelAction: async () => ({ by, input: { ...(await planned()).on, reason: 'Inutile', ...common() } }),
    supersedeAction: async () => {
      const { incidentId, on } = await planned();
      const supersededById = (await plan(by, incidentId)).id;
      return { by, input: { ...on, supersededById, ended: someday, reason: 'Dépassée', ...common() } };
    },
    reassignAction: async () => ({ by, input: { ...(await planned()).on, ownerId: other.stakeholder, ...common() } }),
  };
}

function ofStatements(by: Party): Samples {
  const wording = { title: 'Titre', text: 'Texte', regions: ['53'] };
  const drafted = async (input: object = {}) => {
    const { id, version } = await draft(by, (await declare(by)).id, input);
    return { draftId: id, expectedVersion: version };
  };
  return {
    draftStatement: async () => ({
      by,
      input: { incidentId: (await declare(by)).id, ...wording, marking, ...common() },
    }),
    reviseStatementDraft: async () => ({ by, input: { ...(await drafted()), ...wording, ...common() } }),
    discardStatementDraft: async () => ({ by, input: { ...(await drafted()), reason: 'Sans objet', ...common() } }),
    publishStatement: async () => ({ by, input: { incidentId: (await declare(by)).id, ...wording, ...common() } }),
    'publishStatement of a draft': async () => ({
      by,
      input: { ...(await drafted({ marking: { tlp: 'TLP_CLEAR' } })), ...common() },
    }),
  };
}

function ofEntries(by: Party, other: Party): Samples {
  return {
    writeEntry: async () => {
      const incidentId = (await declare(by, { parties: [asParty(other)] })).id;
      const repliesTo = (await write(by, incidentId, 'Qui prévient les officines ?')).id;
      const listed = { tlp: 'TLP_AMBER', audience: 'LISTED', stakeholders: [other.stakeholder] };
      const subject = (await plan(by, incidentId)).id;
      return { by, input: { incidentId, repliesTo, subject, ...common({ ...entry, marking: listed }) } };
    },
    changeMarking: async () => {
      const incidentId = (await declare(by, { parties: [asParty(other)] })).id;
      const thingId = (await plan(by, incidentId)).id;
      const listed = { tlp: 'TLP_AMBER', audience: 'LISTED', pap: 'PAP_RED', stakeholders: [other.stakeholder] };
      const rest = { expectedVersion: 1, delegateId: other.stakeholder };
      return { by, input: { thingId, marking: listed, ...rest, ...common(entry) } };
    },
    markJournalRead: async () => {
      const { id } = await declare(by);
      const { incident } = await by.ask(
        'query ($id: ID!) { incident(id: $id) { journalHead { incidentId number chainHash } } }',
        { id },
      );
      return { by, input: { positions: [incident.journalHead] } };
    },
    correctEntry: async () => {
      const incidentId = (await declare(by, { parties: [asParty(other)] })).id;
      const named = { tlp: 'TLP_RED', audience: 'PERSONS', persons: [other.person] };
      const entryId = (await write(by, incidentId, 'Dix officines.')).id;
      return { by, input: { entryId, ...common({ ...entry, marking: named }) } };
    },
  };
}

let registered = 0;

function ofRegistry(cellule: TestCellule, own: Party): Samples {
  const by = cellule.admin;
  const told = { name: 'Nom', aliases: ['Autre nom'], scope: 'REGIONAL', jurisdiction: ['53'], enrolled: true };
  const rest = { siret: '12345678901234', dutyContact: '06 00 00 00 00' };
  const stakeholderId = () => cellule.named(`ECHANTILLON-${++registered}`);
  const person = async () => {
    const id = await stakeholderId();
    const { id: personId } = await done(by, 'registerPerson', {
      name: 'Quelqu’un',
      stakeholderId: id,
      rights: ['READ'],
    });
    return { personId, stakeholderId: id, expectedVersion: 1 };
  };
  return {
    registerStakeholder: async () => {
      const parentId = await stakeholderId();
      const code = `ECHANTILLON-${++registered}`;
      return { by, input: { ...told, ...rest, code, kind: 'BRANCH', parentId, ...common(entry) } };
    },
    reviseStakeholder: async () => ({
      by,
      input: {
        ...{ stakeholderId: await stakeholderId(), expectedVersion: 1, defaultRights: ['CONTRIBUTE'] },
        ...told,
        ...rest,
        ...common(entry),
      },
    }),
    registerPerson: async () => ({
      by,
      input: {
        ...{ name: 'Quelqu’un', email: `Quelqu.un.${++registered}@sante.example`, rights: ['READ'] },
        ...{ stakeholderId: await stakeholderId(), ...common(entry) },
      },
    }),
    grantRights: async () => ({ by, input: { ...(await person()), rights: ['CONTRIBUTE'], ...common(entry) } }),
    endRights: async () => ({ by, input: { ...(await person()), ...common(entry) } }),
    createApiToken: async () => ({
      by,
      input: { stakeholderId: await stakeholderId(), label: 'Supervision', hours: 24, ...common(entry) },
    }),
    createAccessCode: async () => {
      const { personId, stakeholderId: at } = await person();
      return { by, input: { personId, stakeholderId: at, label: 'Nuit', hours: 24, ...common(entry) } };
    },
    revokeCredential: async () => {
      // People give up their own codes: there are credentials that are hidden from them.
      const input = { personId: own.person, stakeholderId: own.stakeholder, label: 'Nuit', hours: 24 };
      const { id: credentialId } = await done(by, 'createAccessCode', input);
      return { by: own, input: { credentialId, ...common(entry) } };
    },
  };
}
