import { describedEnum } from '../kernel/enum';
import { AppError } from '../kernel/errors';

export const Right = describedEnum(
  'Right',
  'What a person may do for a stakeholder at all. Each incident may grant less.',
  {
    READ: 'Read what the stakeholder may read.',
    CONTRIBUTE: 'Write entries, plan and carry out actions, declare incidents. Includes READ.',
    COORDINATE: 'Coordinate incidents where the stakeholder does. Includes CONTRIBUTE.',
    ADMINISTER: "Manage the stakeholder's own record, persons and rights. Reads no content by itself.",
    PLATFORM_ADMIN: 'Manage the registry of all stakeholders. Reads no content by itself.',
  },
);
export type Right = keyof typeof Right;

export const Access = describedEnum('Access', 'What an involved stakeholder may do in one incident.', {
  READ: 'Follow it.',
  CONTRIBUTE: 'Write to its journal and act.',
  COORDINATE: 'Change the incident, its regions, services, actions and the parties involved.',
});
export type Access = keyof typeof Access;

export const Permission = describedEnum(
  'Permission',
  'One thing that a viewer may do; which ones depends on what it is done to.',
  {
    INCIDENT_DECLARE: 'Declare an incident.',
    INCIDENT_REVISE: 'Change title, summary, nature, or when it began.',
    INCIDENT_REQUALIFY: 'Change the severity.',
    INCIDENT_MOVE: 'Move it to another status.',
    INCIDENT_CLOSE: 'Close it.',
    INCIDENT_REOPEN: 'Reopen it.',
    REGION_ADD: 'Add an affected region.',
    REGION_UPDATE: 'Change the situation of an affected region: the authority in charge, or a coordinator.',
    SERVICE_ADD: 'Add an affected service: the operator, or a coordinator.',
    SERVICE_UPDATE: 'Change the situation of an affected service: the operator, or a coordinator.',
    STAKEHOLDER_INVOLVE: 'Involve a stakeholder.',
    INVOLVEMENT_CHANGE: 'Change the role or access of an involved stakeholder.',
    STAKEHOLDER_RELEASE: 'Release an involved stakeholder: a coordinator, or the stakeholder itself.',
    INCIDENT_JOIN: 'Join an incident that is open to every enrolled stakeholder.',
    ACTION_PLAN: 'Plan an action.',
    ACTION_CHANGE: 'Start, complete, cancel, reassign or supersede an action: its owner, or a coordinator.',
    ENTRY_WRITE: 'Write, reply to and correct a journal entry.',
    MARKING_WIDEN:
      'Let more read a thing, or pass it on further: its originator, who under TLP:RED is the author in person, or the delegate that it named.',
    MARKING_NARROW:
      'Let fewer read a thing, or pass it on less far: the same, or a coordinator, who however makes nothing TLP:RED.',
    STATEMENT_DRAFT: 'Draft a statement.',
    STATEMENT_DRAFT_CHANGE: 'Revise or discard a draft of a statement: its issuer, or a coordinator.',
    STATEMENT_PUBLISH: 'Publish a statement; one that was drafted: its issuer alone.',
    STAKEHOLDER_REGISTER: 'Register a stakeholder that is only named.',
    STAKEHOLDER_REVISE: "Revise a stakeholder's record.",
    STAKEHOLDER_ENROL: 'Enrol a stakeholder, so that it may have accounts.',
    PERSON_REGISTER:
      'Register a person and grant or end its rights for a stakeholder; granting them to who acts, or acted, for another one takes PLATFORM_ADMIN.',
    CREDENTIAL_MANAGE:
      'Make, list and revoke API tokens and access codes of a stakeholder; a code for who acts, or acted, for another one too takes PLATFORM_ADMIN.',
    READ_LOG_READ: 'Read who read what the own stakeholder marked TLP:AMBER or stricter.',
  },
);
export type Permission = keyof typeof Permission;

/** Who acts, as the rules see it: what the person may do at all, and what the stakeholder may do here. */
export interface Standing {
  /** Null for the platform itself. */
  readonly stakeholderId: string | null;
  readonly rights: ReadonlySet<Right>;
  /** The access of the actor's involvement in the incident at hand; null if it is not involved, or none is at hand. */
  readonly access: Access | null;
}

/** What a thing adds to the question. */
export interface Circumstances {
  /** The stakeholder whose thing it is: owner of the action, issuer of the draft, authority of the region, operator, source of the marking, stakeholder itself. */
  readonly responsible?: string | null;
  /** In whose name a draft speaks, when it is about to be published. */
  readonly issuer?: string;
  /** The incident's audience is ENROLLED. */
  readonly openToEnrolled?: boolean;
}

type Rule = (standing: Standing, circumstances: Circumstances) => boolean;

const levels: readonly Access[] = ['READ', 'CONTRIBUTE', 'COORDINATE'];

/** The lesser of the person's right and the involvement's access holds. */
const at =
  (level: Access): Rule =>
  ({ rights, access }) =>
    rights.has(level) && access !== null && levels.indexOf(access) >= levels.indexOf(level);
const coordinates = at('COORDINATE');
const contributes = at('CONTRIBUTE');
const isResponsible: Rule = (standing, { responsible }) =>
  standing.stakeholderId !== null && responsible === standing.stakeholderId;
const contributesAndIsResponsible: Rule = (standing, circumstances) =>
  contributes(standing, circumstances) && isResponsible(standing, circumstances);
const coordinatesOrIsResponsible: Rule = (standing, circumstances) =>
  coordinates(standing, circumstances) || contributesAndIsResponsible(standing, circumstances);
const holds =
  (right: Right): Rule =>
  ({ rights }) =>
    rights.has(right);
const administers: Rule = (standing, circumstances) =>
  standing.rights.has('PLATFORM_ADMIN') ||
  (standing.rights.has('ADMINISTER') && isResponsible(standing, circumstances));

/** The closed list of what may be done by whom. There is no check anywhere else. */
const rules: Record<Permission, Rule> = {
  INCIDENT_DECLARE: holds('CONTRIBUTE'),
  INCIDENT_REVISE: coordinates,
  INCIDENT_REQUALIFY: coordinates,
  INCIDENT_MOVE: coordinates,
  INCIDENT_CLOSE: coordinates,
  INCIDENT_REOPEN: coordinates,
  REGION_ADD: coordinates,
  REGION_UPDATE: coordinatesOrIsResponsible,
  SERVICE_ADD: coordinatesOrIsResponsible,
  SERVICE_UPDATE: coordinatesOrIsResponsible,
  STAKEHOLDER_INVOLVE: coordinates,
  INVOLVEMENT_CHANGE: coordinates,
  // Whoever contributes for a stakeholder at all may take it out, whatever its access there.
  STAKEHOLDER_RELEASE: (standing, circumstances) =>
    coordinates(standing, circumstances) ||
    (standing.rights.has('CONTRIBUTE') && isResponsible(standing, circumstances)),
  INCIDENT_JOIN: ({ rights, access }, { openToEnrolled }) =>
    rights.has('CONTRIBUTE') && access === null && openToEnrolled === true,
  ACTION_PLAN: contributes,
  ACTION_CHANGE: coordinatesOrIsResponsible,
  ENTRY_WRITE: contributes,
  MARKING_WIDEN: contributesAndIsResponsible,
  MARKING_NARROW: coordinatesOrIsResponsible,
  STATEMENT_DRAFT: contributes,
  STATEMENT_DRAFT_CHANGE: coordinatesOrIsResponsible,
  // A statement is in the name of the own stakeholder: nobody publishes what another one drafted.
  STATEMENT_PUBLISH: (standing, { issuer }) =>
    contributes(standing, {}) && (issuer === undefined || issuer === standing.stakeholderId),
  STAKEHOLDER_REGISTER: ({ rights }) => rights.has('PLATFORM_ADMIN') || rights.has('COORDINATE'),
  STAKEHOLDER_REVISE: administers,
  STAKEHOLDER_ENROL: holds('PLATFORM_ADMIN'),
  PERSON_REGISTER: administers,
  CREDENTIAL_MANAGE: administers,
  READ_LOG_READ: holds('ADMINISTER'),
};

export function may(standing: Standing, permission: Permission, circumstances: Circumstances = {}): boolean {
  return rules[permission](standing, circumstances);
}

/** Refuses as FORBIDDEN what the standing does not permit. */
export function permit(standing: Standing, permission: Permission, circumstances: Circumstances = {}): void {
  if (!may(standing, permission, circumstances)) {
    throw new AppError('FORBIDDEN', `This takes the permission ${permission}, which you do not have here.`, {
      permission,
    });
  }
}

/** A right together with those that it includes. */
export function withIncluded(rights: readonly Right[]): Right[] {
  const level = Math.max(...rights.map((right) => levels.indexOf(right as Access)));
  const granted = new Set<Right>([...levels.slice(0, level + 1), ...rights]);
  return (Object.keys(Right) as Right[]).filter((right) => granted.has(right));
}
