/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What an involved stakeholder may do in one incident. */
export type Access =
  /** Write to its journal and act. */
  | 'CONTRIBUTE'
  /** Change the incident, its regions, services, actions and the parties involved. */
  | 'COORDINATE'
  /** Follow it. */
  | 'READ';

/** What an action is. */
export type ActionKind =
  /** Something to be observed: IN_PROGRESS while it is in force, and due when it ends. */
  | 'INSTRUCTION'
  /** Something asked of others. */
  | 'REQUEST'
  /** Something to be done. */
  | 'TASK';

/** How pressing an action is. */
export type ActionPriority =
  /** Before the others. */
  | 'HIGH'
  /** When there is time. */
  | 'LOW'
  /** As usual. */
  | 'NORMAL'
  /** At once. */
  | 'URGENT';

/** How far an action has come. */
export type ActionStatus =
  /** It was given up. */
  | 'CANCELLED'
  /** It is done. */
  | 'DONE'
  /** It is under way; an instruction is in force. */
  | 'IN_PROGRESS'
  /** It has not begun. */
  | 'PLANNED'
  /** It was overtaken by events, or by another action. */
  | 'SUPERSEDED';

/** A region to add to an incident. */
export type AddAffectedRegionInput = {
  /** What to add to the journal entry that this records. */
  entry?: EntryInput | null | undefined;
  /** Makes repetition harmless: within 7 days the same key with the same input changes nothing and answers the same. 1 to 200 characters, not blank. */
  idempotencyKey?: string | null | undefined;
  /** The incident. */
  incidentId: string | number;
  /** The region. */
  situation: RegionSituation;
};

/** A service to add to an incident. */
export type AddAffectedServiceInput = {
  /** What to add to the journal entry that this records. */
  entry?: EntryInput | null | undefined;
  /** Makes repetition harmless: within 7 days the same key with the same input changes nothing and answers the same. 1 to 200 characters, not blank. */
  idempotencyKey?: string | null | undefined;
  /** The incident. */
  incidentId: string | number;
  /** The service. */
  situation: ServiceSituation;
};

/** How an incident stands in one region. Any status may follow any other. */
export type AffectedRegionStatus =
  /** It is affected. */
  | 'AFFECTED'
  /** It turned out not to be affected. */
  | 'CLEARED'
  /** It is affected less and less. */
  | 'RECOVERING'
  /** It is as it was before. */
  | 'RESTORED'
  /** It may be affected. */
  | 'SUSPECTED';

/** How a service of the operator stands. Any status may follow any other. */
export type AffectedServiceStatus =
  /** It works in part. */
  | 'DEGRADED'
  /** It does not work. */
  | 'DOWN'
  /** It works. */
  | 'OPERATIONAL'
  /** It works again. */
  | 'RESTORED';

/** Who reads a thing here, whatever its label lets them pass on. */
export type Audience =
  /** The public authorities among the involved stakeholders. */
  | 'AUTHORITIES'
  /** Every stakeholder that has accounts here. Only under TLP:GREEN and TLP:CLEAR. */
  | 'ENROLLED'
  /** The stakeholders involved in the incident, those who join later included. The default. */
  | 'INVOLVED'
  /** The involved stakeholders that are listed. */
  | 'LISTED'
  /** The author and the persons named, not their organisations. Always and only under TLP:RED. */
  | 'PERSONS';

/** That an action is given up. */
export type CancelActionInput = {
  /** The action. */
  actionId: string | number;
  /** What to add to the journal entry that this records. */
  entry?: EntryInput | null | undefined;
  /** The version that was read; another current one is a CONFLICT. */
  expectedVersion: number;
  /** Makes repetition harmless: within 7 days the same key with the same input changes nothing and answers the same. 1 to 200 characters, not blank. */
  idempotencyKey?: string | null | undefined;
  /** Why. 1 to 2,000 characters, not blank. */
  reason: string;
};

/** What to change of an involvement: the fields that are given. */
export type ChangeInvolvementInput = {
  /** What it may do in the incident. The last coordinator keeps COORDINATE. */
  access?: Access | null | undefined;
  /** What to add to the journal entry that this records. */
  entry?: EntryInput | null | undefined;
  /** The version that was read; another current one is a CONFLICT. */
  expectedVersion: number;
  /** Makes repetition harmless: within 7 days the same key with the same input changes nothing and answers the same. 1 to 200 characters, not blank. */
  idempotencyKey?: string | null | undefined;
  /** The involvement. */
  involvementId: string | number;
  /** In what capacity. */
  role?: InvolvementRole | null | undefined;
};

/** Another marking for a thing. Wider (more readers, or a label that lets them pass it on further) is for its originator, who under TLP:RED is the author in person, or for the delegate; narrower is also for a coordinator. */
export type ChangeMarkingInput = {
  /** The involved stakeholder that may decide on the marking as its originator does. Named by the originator only. Absent: as before; null: none. */
  delegateId?: string | number | null | undefined;
  /** What to add to the journal entry that this records. */
  entry?: EntryInput | null | undefined;
  /** The version of its marking (`marking { version }`) that was read; another current one is a CONFLICT. */
  expectedVersion: number;
  /** Makes repetition harmless: within 7 days the same key with the same input changes nothing and answers the same. 1 to 200 characters, not blank. */
  idempotencyKey?: string | null | undefined;
  /** The new marking. What is absent stays as it is: PAP, and without an `audience` also who reads it (a thing that leaves TLP:RED needs one). Never wider than what the thing lies within. */
  marking: MarkingInput;
  /** The thing. */
  thingId: string | number;
};

/** How a message went. */
export type Channel =
  /** Courriel. */
  | 'EMAIL'
  /** Réunion. */
  | 'MEETING'
  /** Some other way. */
  | 'OTHER'
  /** Téléphone. */
  | 'PHONE'
  /** From one system to another. */
  | 'SYSTEM';

/** The end of an incident. */
export type CloseIncidentInput = {
  /** As what it is followed; for DUPLICATE, and only there. */
  duplicateOfId?: string | number | null | undefined;
  /** What to add to the journal entry that this records. */
  entry?: EntryInput | null | undefined;
  /** The version that was read; another current one is a CONFLICT. */
  expectedVersion: number;
  /** Makes repetition harmless: within 7 days the same key with the same input changes nothing and answers the same. 1 to 200 characters, not blank. */
  idempotencyKey?: string | null | undefined;
  /** The incident. */
  incidentId: string | number;
  /** When it ended, as reported. Absent: now. */
  reached?: ReportedTimeInput | null | undefined;
  /** Why. 1 to 1,000 characters, not blank. */
  reason?: string | null | undefined;
  /** With what it is closed. */
  resolution: Resolution;
};

/** The completion of an action. */
export type CompleteActionInput = {
  /** The action. */
  actionId: string | number;
  /** When, as reported. Absent: now. */
  ended?: ReportedTimeInput | null | undefined;
  /** What to add to the journal entry that this records. */
  entry?: EntryInput | null | undefined;
  /** The version that was read; another current one is a CONFLICT. */
  expectedVersion: number;
  /** Makes repetition harmless: within 7 days the same key with the same input changes nothing and answers the same. 1 to 200 characters, not blank. */
  idempotencyKey?: string | null | undefined;
  /** What came of it. 1 to 2,000 characters, not blank. */
  result?: string | null | undefined;
};

/** How sure a statement is. */
export type Confidence =
  /** Démenti. */
  | 'DENIED'
  /** À vérifier. */
  | 'TO_VERIFY'
  /** Vérifié. */
  | 'VERIFIED';

/** An entry that corrects an earlier one, which stays as it was. */
export type CorrectEntryInput = {
  /** What is right; the text is required. */
  entry: EntryInput;
  /** The entry to correct. */
  entryId: string | number;
  /** Makes repetition harmless: within 7 days the same key with the same input changes nothing and answers the same. 1 to 200 characters, not blank. */
  idempotencyKey?: string | null | undefined;
};

/** An incident, with all that is known of it at once: all of it is declared, or nothing. */
export type DeclareIncidentInput = {
  /** When it began, as reported. */
  began?: ReportedTimeInput | null | undefined;
  /** In what capacity the declarer is involved, unless it is the operator. It coordinates. */
  declarerRole?: InvolvementRole;
  /** What to add to the journal entry that this records. */
  entry?: EntryInput | null | undefined;
  /** An exercise, or a reconstruction. Cannot be changed later. */
  exercise?: boolean;
  /** Makes repetition harmless: within 7 days the same key with the same input changes nothing and answers the same. 1 to 200 characters, not blank. */
  idempotencyKey?: string | null | undefined;
  /** Absent: TLP:AMBER, for the parties involved. The audience is INVOLVED or ENROLLED. */
  marking?: MarkingInput | null | undefined;
  /** What kind of crisis it is. */
  nature: IncidentNature;
  /** Who runs what is hit; involved as OPERATOR by the declaration. */
  operatorId?: string | number | null | undefined;
  /** Further stakeholders to involve. */
  parties?: Array<PartyInput> | null | undefined;
  /** The regions affected. */
  regions?: Array<RegionSituation> | null | undefined;
  /** The services of the operator that are affected. */
  services?: Array<ServiceSituation> | null | undefined;
  /** How grave it is. */
  severity: Severity;
  /** What it is, at more length. 1 to 5,000 characters, not blank. */
  summary?: string | null | undefined;
  /** What it is, in a line. 1 to 200 characters, not blank. */
  title: string;
};

/** Which way a message went, seen from the author. */
export type Direction =
  /** Interne. */
  | 'INTERNAL'
  /** Reçu. */
  | 'RECEIVED'
  /** Émis. */
  | 'SENT';

/** That a draft is given up. */
export type DiscardStatementDraftInput = {
  /** The draft. */
  draftId: string | number;
  /** What to add to the journal entry that this records. */
  entry?: EntryInput | null | undefined;
  /** The version that was read; another current one is a CONFLICT. */
  expectedVersion: number;
  /** Makes repetition harmless: within 7 days the same key with the same input changes nothing and answers the same. 1 to 200 characters, not blank. */
  idempotencyKey?: string | null | undefined;
  /** Why. 1 to 2,000 characters, not blank. */
  reason: string;
};

/** A statement to prepare, in the name of the own stakeholder. Its marking says who reads it. */
export type DraftStatementInput = {
  /** What to add to the journal entry that this records. */
  entry?: EntryInput | null | undefined;
  /** Makes repetition harmless: within 7 days the same key with the same input changes nothing and answers the same. 1 to 200 characters, not blank. */
  idempotencyKey?: string | null | undefined;
  /** The incident that it is about. */
  incidentId: string | number;
  /** Absent: the incident's. Never wider than that. */
  marking?: MarkingInput | null | undefined;
  /** The regions that it concerns; none: the whole country. */
  regions?: Array<string> | null | undefined;
  /** Its text. 1 to 10,000 characters, not blank. */
  text: string;
  /** Its title. 1 to 200 characters, not blank. */
  title: string;
};

/** What an entry is, for people, as a main courante sorts its lines. */
export type EntryCategory =
  /** Action: something done or to be done. */
  | 'ACTION'
  /** Communication to the public, the press or those affected. */
  | 'COMMUNICATION'
  /** Décision. */
  | 'DECISION'
  /** Fait: something that happened. */
  | 'FACT'
  /** Information received or given. */
  | 'INFORMATION'
  /** Demande. */
  | 'REQUEST'
  /** Point de situation: where things stand. */
  | 'SITUATION'
  /** Technique. */
  | 'TECHNICAL';

/** What the author adds to the journal entry that a mutation records, as a main courante has it. */
export type EntryInput = {
  /** What the entry is. Absent: what is usual for its kind. */
  category?: EntryCategory | null | undefined;
  /** How the message went. */
  channel?: Channel | null | undefined;
  /** How sure it is. */
  confidence?: Confidence | null | undefined;
  /** Which way the message went, seen from the author. */
  direction?: Direction | null | undefined;
  /** Who sent the message. 1 to 200 characters, not blank. */
  from?: string | null | undefined;
  /** Absent: the marking of what the entry is about. Never wider than that. */
  marking?: MarkingInput | null | undefined;
  /** When it happened, as reported. */
  occurred?: ReportedTimeInput | null | undefined;
  /** Where it comes from. */
  provenance?: ProvenanceInput | null | undefined;
  /** What happened, in words. 1 to 10,000 characters, not blank. */
  text?: string | null | undefined;
  /** Who received the message. 1 to 200 characters, not blank. */
  to?: string | null | undefined;
};

/** What an entry records, for machines: a closed list, that later versions may extend. */
export type EntryKind =
  /** An action was cancelled. */
  | 'ACTION_CANCELLED'
  /** An action was completed. */
  | 'ACTION_COMPLETED'
  /** An action was planned. */
  | 'ACTION_PLANNED'
  /** An action was given to another owner. */
  | 'ACTION_REASSIGNED'
  /** An action was started, or an instruction came into force. */
  | 'ACTION_STARTED'
  /** An action was overtaken, possibly by another action. */
  | 'ACTION_SUPERSEDED'
  /** An earlier entry was corrected; it stays as it was. */
  | 'CORRECTION'
  /** An API token or an access code was made (registry). The entry does not hold it. */
  | 'CREDENTIAL_CREATED'
  /** An API token or an access code was revoked (registry). */
  | 'CREDENTIAL_REVOKED'
  /** It was closed. */
  | 'INCIDENT_CLOSED'
  /** An incident was declared. */
  | 'INCIDENT_DECLARED'
  /** It moved to another status. */
  | 'INCIDENT_MOVED'
  /** It was reopened. */
  | 'INCIDENT_REOPENED'
  /** Its severity was changed. */
  | 'INCIDENT_REQUALIFIED'
  /** Its title, summary, nature or beginning was revised. */
  | 'INCIDENT_REVISED'
  /** The role or access of an involved stakeholder changed. */
  | 'INVOLVEMENT_CHANGED'
  /** A thing has another marking. The entry carries it, and its `subject` is the thing: who may read it from now on is handed it by this entry. */
  | 'MARKING_CHANGED'
  /** Somebody wrote to the main courante. */
  | 'NOTE'
  /** A person whose access was prepared signed in for the first time, and is known by that (registry). */
  | 'PERSON_BOUND'
  /** A person was registered (registry). */
  | 'PERSON_REGISTERED'
  /** An affected region was added. */
  | 'REGION_ADDED'
  /** The situation of an affected region changed. */
  | 'REGION_UPDATED'
  /** A person's rights for a stakeholder ended (registry). */
  | 'RIGHTS_ENDED'
  /** A person was granted rights for a stakeholder (registry). */
  | 'RIGHTS_GRANTED'
  /** An affected service was added. */
  | 'SERVICE_ADDED'
  /** The situation of an affected service changed. */
  | 'SERVICE_UPDATED'
  /** A stakeholder was involved, or joined. */
  | 'STAKEHOLDER_INVOLVED'
  /** A stakeholder was registered (registry). */
  | 'STAKEHOLDER_REGISTERED'
  /** A stakeholder was released, or left. */
  | 'STAKEHOLDER_RELEASED'
  /** A stakeholder's record was revised (registry). */
  | 'STAKEHOLDER_REVISED'
  /** A statement to the public was drafted. */
  | 'STATEMENT_DRAFTED'
  /** A draft of a statement was given up. */
  | 'STATEMENT_DRAFT_DISCARDED'
  /** A draft of a statement became a public statement. STATEMENT_PUBLISHED tells everybody of that. */
  | 'STATEMENT_DRAFT_PUBLISHED'
  /** A draft of a statement was revised. */
  | 'STATEMENT_DRAFT_REVISED'
  /** A public statement was published. */
  | 'STATEMENT_PUBLISHED'
  /** A thing was marked more narrowly, and what was written about it with it. Read by those who read it before: who no longer does finds `subject` null, and has its `subjectId`. Ask again (`nodes(ids:)`) for the subject and for every line that you hold about it, answering to it or correcting it: null means drop it, and show its number sealed. */
  | 'WITHDRAWN';

/** What kind of crisis it is. */
export type IncidentNature =
  /** Somebody attacks information systems. */
  | 'CYBERATTACK'
  /** A threat to health: epidemic, contamination, influx of patients. */
  | 'HEALTH'
  /** Flood, storm, heat, fire and the like. */
  | 'NATURAL_HAZARD'
  /** None of these. */
  | 'OTHER'
  /** Health products or other necessities run short. */
  | 'SUPPLY'
  /** Systems or installations fail by themselves. */
  | 'TECHNICAL_FAILURE';

/** How far the response has come. */
export type IncidentStatus =
  /** The follow-up has ended. */
  | 'CLOSED'
  /** It does not get worse. May be skipped. */
  | 'CONTAINED'
  /** It is known; the response has not begun. */
  | 'DECLARED'
  /** The response is under way. */
  | 'RESPONDING'
  /** What was hit works again; the follow-up goes on. */
  | 'RESTORED';

/** A stakeholder to involve in an incident. */
export type InvolveStakeholderInput = {
  /** What to add to the journal entry that this records. */
  entry?: EntryInput | null | undefined;
  /** Makes repetition harmless: within 7 days the same key with the same input changes nothing and answers the same. 1 to 200 characters, not blank. */
  idempotencyKey?: string | null | undefined;
  /** The incident. */
  incidentId: string | number;
  /** Whom, and how. Involved already: CONFLICT. */
  party: PartyInput;
};

/** In what capacity a stakeholder is involved. */
export type InvolvementRole =
  /** Follows it closely. */
  | 'FOLLOW_UP'
  /** Is kept informed. */
  | 'INFORMED'
  /** Leads the response. */
  | 'LEAD'
  /** Stands in liaison with those who follow it. */
  | 'LIAISON'
  /** Runs what is hit. */
  | 'OPERATOR'
  /** Responds for the operator. */
  | 'RESPONDER';

/** That the own stakeholder joins an incident that is open to every enrolled one, as INFORMED. */
export type JoinIncidentInput = {
  /** What to add to the journal entry that this records. */
  entry?: EntryInput | null | undefined;
  /** Makes repetition harmless: within 7 days the same key with the same input changes nothing and answers the same. 1 to 200 characters, not blank. */
  idempotencyKey?: string | null | undefined;
  /** The incident. */
  incidentId: string | number;
};

/** A place in a journal: the last line that a reader has, and the proof that it has it. */
export type JournalPositionInput = {
  /** The chain hash of that line: 64 hexadecimal digits; 64 zeros before the first. */
  chainHash: string;
  /** The incident. */
  incidentId: string | number;
  /** The number of the line; 0 before the first. */
  number: number;
};

/** How far the viewer has read. */
export type MarkJournalReadInput = {
  /** The last line read, of each of at most 100 incidents that the viewer follows; as the journal gave it. NOT_FOUND, for all of them, if one is no line that there is. */
  positions: Array<JournalPositionInput>;
};

/** How far a thing may be passed on, and who reads it here. Set by its originator, at creation. */
export type MarkingInput = {
  /** Who reads it here. Absent: PERSONS under TLP:RED, INVOLVED under any other label. */
  audience?: Audience | null | undefined;
  /** What readers may do with it, beside the TLP label; meant for entries and actions. Shown, and no rule of access. */
  pap?: Pap | null | undefined;
  /** The persons named, who act for involved stakeholders; for PERSONS only. The author need not be named. At most 100. */
  persons?: Array<string | number> | null | undefined;
  /** The stakeholders listed, all of them involved; for LISTED only. At most 100. */
  stakeholders?: Array<string | number> | null | undefined;
  /** The TLP 2.0 label. */
  tlp: Tlp;
};

/** A move to another open status. */
export type MoveIncidentInput = {
  /** What to add to the journal entry that this records. */
  entry?: EntryInput | null | undefined;
  /** The version that was read; another current one is a CONFLICT. */
  expectedVersion: number;
  /** Makes repetition harmless: within 7 days the same key with the same input changes nothing and answers the same. 1 to 200 characters, not blank. */
  idempotencyKey?: string | null | undefined;
  /** The incident. */
  incidentId: string | number;
  /** When the status was reached, as reported. Absent: now. */
  reached?: ReportedTimeInput | null | undefined;
  /** Why; required for a relapse. 1 to 1,000 characters, not blank. */
  reason?: string | null | undefined;
  /** DECLARED → RESPONDING → CONTAINED (may be skipped) → RESTORED; back to RESPONDING is a relapse. ILLEGAL_TRANSITION otherwise. */
  to: IncidentStatus;
};

/** Permissible Actions Protocol (MISP; ANSSI marks with it beside TLP): what a reader may do with a thing. Shown, and no rule of access. */
export type Pap =
  /** PAP:AMBER: passive cross-checks, third-party services included. */
  | 'PAP_AMBER'
  /** PAP:CLEAR: no restriction. */
  | 'PAP_CLEAR'
  /** PAP:GREEN: active actions allowed, such as blocking. */
  | 'PAP_GREEN'
  /** PAP:RED: nothing that could be detected; passive actions on own logs only. */
  | 'PAP_RED';

/** A stakeholder to involve. */
export type PartyInput = {
  /** What it may do in the incident. */
  access?: Access;
  /** In what capacity. */
  role: InvolvementRole;
  /** The stakeholder; one that is not enrolled is only named. */
  stakeholderId: string | number;
};

/** One thing that a viewer may do; which ones depends on what it is done to. */
export type Permission =
  /** Start, complete, cancel, reassign or supersede an action: its owner, or a coordinator. */
  | 'ACTION_CHANGE'
  /** Plan an action. */
  | 'ACTION_PLAN'
  /** Make, list and revoke API tokens and access codes of a stakeholder; a code for who acts, or acted, for another one too takes PLATFORM_ADMIN. */
  | 'CREDENTIAL_MANAGE'
  /** Write, reply to and correct a journal entry. */
  | 'ENTRY_WRITE'
  /** Close it. */
  | 'INCIDENT_CLOSE'
  /** Declare an incident. */
  | 'INCIDENT_DECLARE'
  /** Join an incident that is open to every enrolled stakeholder. */
  | 'INCIDENT_JOIN'
  /** Move it to another status. */
  | 'INCIDENT_MOVE'
  /** Reopen it. */
  | 'INCIDENT_REOPEN'
  /** Change the severity. */
  | 'INCIDENT_REQUALIFY'
  /** Change title, summary, nature, or when it began. */
  | 'INCIDENT_REVISE'
  /** Change the role or access of an involved stakeholder. */
  | 'INVOLVEMENT_CHANGE'
  /** Let fewer read a thing, or pass it on less far: the same, or a coordinator, who however makes nothing TLP:RED. */
  | 'MARKING_NARROW'
  /** Let more read a thing, or pass it on further: its originator, who under TLP:RED is the author in person, or the delegate that it named. */
  | 'MARKING_WIDEN'
  /** Register a person and grant or end its rights for a stakeholder; granting them to who acts, or acted, for another one takes PLATFORM_ADMIN. */
  | 'PERSON_REGISTER'
  /** Read who read what the own stakeholder marked TLP:AMBER or stricter. */
  | 'READ_LOG_READ'
  /** Add an affected region. */
  | 'REGION_ADD'
  /** Change the situation of an affected region: the authority in charge, or a coordinator. */
  | 'REGION_UPDATE'
  /** Add an affected service: the operator, or a coordinator. */
  | 'SERVICE_ADD'
  /** Change the situation of an affected service: the operator, or a coordinator. */
  | 'SERVICE_UPDATE'
  /** Enrol a stakeholder, so that it may have accounts. */
  | 'STAKEHOLDER_ENROL'
  /** Involve a stakeholder. */
  | 'STAKEHOLDER_INVOLVE'
  /** Register a stakeholder that is only named. */
  | 'STAKEHOLDER_REGISTER'
  /** Release an involved stakeholder: a coordinator, or the stakeholder itself. */
  | 'STAKEHOLDER_RELEASE'
  /** Revise a stakeholder's record. */
  | 'STAKEHOLDER_REVISE'
  /** Draft a statement. */
  | 'STATEMENT_DRAFT'
  /** Revise or discard a draft of a statement: its issuer, or a coordinator. */
  | 'STATEMENT_DRAFT_CHANGE'
  /** Publish a statement; one that was drafted: its issuer alone. */
  | 'STATEMENT_PUBLISH';

/** An action to plan. */
export type PlanActionInput = {
  /** Who is addressed. At most 100. */
  addresseeIds?: Array<string | number> | null | undefined;
  /** The same at more length. 1 to 5,000 characters, not blank. */
  description?: string | null | undefined;
  /** By when; for an instruction, until when it is in force. */
  due?: ReportedTimeInput | null | undefined;
  /** What to add to the journal entry that this records. */
  entry?: EntryInput | null | undefined;
  /** Makes repetition harmless: within 7 days the same key with the same input changes nothing and answers the same. 1 to 200 characters, not blank. */
  idempotencyKey?: string | null | undefined;
  /** The incident. */
  incidentId: string | number;
  /** What it is. */
  kind?: ActionKind;
  /** Absent: the incident's. Never wider than that. */
  marking?: MarkingInput | null | undefined;
  /** Who owns it: a stakeholder involved in the incident, that reads the action under its marking. Absent: the own one. */
  ownerId?: string | number | null | undefined;
  /** How pressing it is. */
  priority?: ActionPriority;
  /** The regions that it concerns; none: all of the incident. */
  regions?: Array<string> | null | undefined;
  /** What is to be done, in a line. 1 to 200 characters, not blank. */
  title: string;
};

/** Where a statement comes from. */
export type ProvenanceInput = {
  /** The source, in words. 1 to 300 characters, not blank. */
  label: string;
  /** When the source was published. */
  published?: ReportedTimeInput | null | undefined;
  /** Where it can be read: an http or https address. 1 to 2,000 characters, not blank. */
  url?: string | null | undefined;
};

/** A statement to publish, in the name of the own stakeholder: a draft of its own, or else what is given here. Anybody will read it. */
export type PublishStatementInput = {
  /** The draft, marked TLP:CLEAR; with `expectedVersion`, and instead of `incidentId`, `title`, `text` and `regions`. */
  draftId?: string | number | null | undefined;
  /** What to add to the journal entry that this records. */
  entry?: EntryInput | null | undefined;
  /** The version of the draft that was read; another current one is a CONFLICT. */
  expectedVersion?: number | null | undefined;
  /** Makes repetition harmless: within 7 days the same key with the same input changes nothing and answers the same. 1 to 200 characters, not blank. */
  idempotencyKey?: string | null | undefined;
  /** The incident that it is about; required without a draft. */
  incidentId?: string | number | null | undefined;
  /** The regions that it concerns; none: the whole country. */
  regions?: Array<string> | null | undefined;
  /** Its text; required without a draft. 1 to 10,000 characters, not blank. */
  text?: string | null | undefined;
  /** Its title; required without a draft. 1 to 200 characters, not blank. */
  title?: string | null | undefined;
};

/** A new owner for an action. */
export type ReassignActionInput = {
  /** The action; not one that has ended. */
  actionId: string | number;
  /** What to add to the journal entry that this records. */
  entry?: EntryInput | null | undefined;
  /** The version that was read; another current one is a CONFLICT. */
  expectedVersion: number;
  /** Makes repetition harmless: within 7 days the same key with the same input changes nothing and answers the same. 1 to 200 characters, not blank. */
  idempotencyKey?: string | null | undefined;
  /** Who is to own it: a stakeholder involved in the incident, that reads the action under its marking. */
  ownerId: string | number;
};

/** A region that an incident affects. */
export type RegionSituation = {
  /** The authority in charge. Absent: the ARS competent for the region. */
  authorityId?: string | number | null | undefined;
  /** What it means there. 1 to 2,000 characters, not blank. */
  impact?: string | null | undefined;
  /** Involve the ARS competent for the region, and the authority in charge if that is another one, with access CONTRIBUTE. */
  involveAuthority?: boolean;
  /** Absent: the incident's. Never wider than that. */
  marking?: MarkingInput | null | undefined;
  /** The region, by its INSEE code. */
  region: string;
  /** Since when, as reported. */
  since?: ReportedTimeInput | null | undefined;
  /** How the incident stands there. */
  status?: AffectedRegionStatus;
};

/** A stakeholder to register. */
export type RegisterStakeholderInput = {
  /** Other names that people use. At most 100, each of 1 to 200 characters. */
  aliases?: Array<string> | null | undefined;
  /** Its code: capitals, digits and single hyphens, unique, never changed. 1 to 40 characters, not blank. */
  code: string;
  /** How to reach who is on duty. 1 to 300 characters, not blank. */
  dutyContact?: string | null | undefined;
  /** It may have accounts here; takes the permission STAKEHOLDER_ENROL. Absent: false. */
  enrolled?: boolean | null | undefined;
  /** What to add to the journal entry that this records. */
  entry?: EntryInput | null | undefined;
  /** Makes repetition harmless: within 7 days the same key with the same input changes nothing and answers the same. 1 to 200 characters, not blank. */
  idempotencyKey?: string | null | undefined;
  /** The regions of its remit; none: the whole country. */
  jurisdiction?: Array<string> | null | undefined;
  /** What it is. */
  kind: StakeholderKind;
  /** Its usual name. 1 to 200 characters, not blank. */
  name: string;
  /** What it belongs to. */
  parentId?: string | number | null | undefined;
  /** How far its remit reaches. */
  scope: Scope;
  /** SIRET: 14 digits. People are known by it as its own: takes the permission STAKEHOLDER_ENROL. 1 to 14 characters, not blank. */
  siret?: string | null | undefined;
};

/** The release of a stakeholder from an incident; it reads nothing more of it. */
export type ReleaseStakeholderInput = {
  /** What to add to the journal entry that this records. */
  entry?: EntryInput | null | undefined;
  /** The version that was read; another current one is a CONFLICT. */
  expectedVersion: number;
  /** Makes repetition harmless: within 7 days the same key with the same input changes nothing and answers the same. 1 to 200 characters, not blank. */
  idempotencyKey?: string | null | undefined;
  /** The involvement. The last coordinator cannot leave: ILLEGAL_TRANSITION. */
  involvementId: string | number;
};

/** The return of a closed incident to RESPONDING. */
export type ReopenIncidentInput = {
  /** What to add to the journal entry that this records. */
  entry?: EntryInput | null | undefined;
  /** The version that was read; another current one is a CONFLICT. */
  expectedVersion: number;
  /** Makes repetition harmless: within 7 days the same key with the same input changes nothing and answers the same. 1 to 200 characters, not blank. */
  idempotencyKey?: string | null | undefined;
  /** The incident. */
  incidentId: string | number;
  /** Why. 1 to 1,000 characters, not blank. */
  reason: string;
};

/** A time as people report it. At least the latest possible instant is needed. */
export type ReportedTimeInput = {
  /** Not before this instant; offset required. Not after `latest`. */
  earliest?: string | null | undefined;
  /** Not after this instant; offset required. */
  latest: string;
  /** How finely the time is known. Only RANGE and DAY may lack `earliest`. */
  precision: TimePrecision;
  /** The words in which it was reported. 1 to 200 characters, not blank. */
  words?: string | null | undefined;
};

/** A new severity. */
export type RequalifyIncidentInput = {
  /** What to add to the journal entry that this records. */
  entry?: EntryInput | null | undefined;
  /** The version that was read; another current one is a CONFLICT. */
  expectedVersion: number;
  /** Makes repetition harmless: within 7 days the same key with the same input changes nothing and answers the same. 1 to 200 characters, not blank. */
  idempotencyKey?: string | null | undefined;
  /** The incident. */
  incidentId: string | number;
  /** How grave it is. */
  severity: Severity;
};

/** With what an incident was closed. */
export type Resolution =
  /** It is followed as another incident. */
  | 'DUPLICATE'
  /** There was none. */
  | 'FALSE_ALARM'
  /** It is over. */
  | 'RESOLVED';

/** What to change of an incident: the fields that are given. Null empties what may be empty. */
export type ReviseIncidentInput = {
  /** When it began, as reported. */
  began?: ReportedTimeInput | null | undefined;
  /** What to add to the journal entry that this records. */
  entry?: EntryInput | null | undefined;
  /** The version that was read; another current one is a CONFLICT. */
  expectedVersion: number;
  /** Makes repetition harmless: within 7 days the same key with the same input changes nothing and answers the same. 1 to 200 characters, not blank. */
  idempotencyKey?: string | null | undefined;
  /** The incident. */
  incidentId: string | number;
  /** What kind of crisis it is. */
  nature?: IncidentNature | null | undefined;
  /** What it is, at more length. 1 to 5,000 characters, not blank. */
  summary?: string | null | undefined;
  /** What it is, in a line. 1 to 200 characters, not blank. */
  title?: string | null | undefined;
};

/** What to change of a stakeholder: the fields that are given. Null empties what may be empty. */
export type ReviseStakeholderInput = {
  /** Other names that people use. At most 100, each of 1 to 200 characters. */
  aliases?: Array<string> | null | undefined;
  /** What people may do for it who sign in for the first time, and whose provider names its SIRET: READ, CONTRIBUTE or COORDINATE. None: they get no access by that. */
  defaultRights?: Array<Right> | null | undefined;
  /** How to reach who is on duty. 1 to 300 characters, not blank. */
  dutyContact?: string | null | undefined;
  /** It may have accounts here; takes the permission STAKEHOLDER_ENROL. */
  enrolled?: boolean | null | undefined;
  /** What to add to the journal entry that this records. */
  entry?: EntryInput | null | undefined;
  /** The version that was read; another current one is a CONFLICT. */
  expectedVersion: number;
  /** Makes repetition harmless: within 7 days the same key with the same input changes nothing and answers the same. 1 to 200 characters, not blank. */
  idempotencyKey?: string | null | undefined;
  /** The regions of its remit; none: the whole country. */
  jurisdiction?: Array<string> | null | undefined;
  /** Its usual name. 1 to 200 characters, not blank. */
  name?: string | null | undefined;
  /** How far its remit reaches. */
  scope?: Scope | null | undefined;
  /** SIRET: 14 digits. People are known by it as its own: takes the permission STAKEHOLDER_ENROL. 1 to 14 characters, not blank. */
  siret?: string | null | undefined;
  /** The stakeholder. */
  stakeholderId: string | number;
};

/** Another wording for a draft. What is absent stays as it is. */
export type ReviseStatementDraftInput = {
  /** The draft. */
  draftId: string | number;
  /** What to add to the journal entry that this records. */
  entry?: EntryInput | null | undefined;
  /** The version that was read; another current one is a CONFLICT. */
  expectedVersion: number;
  /** Makes repetition harmless: within 7 days the same key with the same input changes nothing and answers the same. 1 to 200 characters, not blank. */
  idempotencyKey?: string | null | undefined;
  /** The regions that it concerns; an empty list: the whole country. */
  regions?: Array<string> | null | undefined;
  /** Its text. 1 to 10,000 characters, not blank. */
  text?: string | null | undefined;
  /** Its title. 1 to 200 characters, not blank. */
  title?: string | null | undefined;
};

/** What a person may do for a stakeholder at all. Each incident may grant less. */
export type Right =
  /** Manage the stakeholder's own record, persons and rights. Reads no content by itself. */
  | 'ADMINISTER'
  /** Write entries, plan and carry out actions, declare incidents. Includes READ. */
  | 'CONTRIBUTE'
  /** Coordinate incidents where the stakeholder does. Includes CONTRIBUTE. */
  | 'COORDINATE'
  /** Manage the registry of all stakeholders. Reads no content by itself. */
  | 'PLATFORM_ADMIN'
  /** Read what the stakeholder may read. */
  | 'READ';

/** How far the remit of a stakeholder reaches. */
export type Scope =
  /** A department. */
  | 'DEPARTMENTAL'
  /** Less than a department. */
  | 'LOCAL'
  /** The whole country. */
  | 'NATIONAL'
  /** One region, or several. */
  | 'REGIONAL'
  /** A defence and security zone. */
  | 'ZONAL';

/** A service of the operator that an incident affects. */
export type ServiceSituation = {
  /** What it means to those served. 1 to 2,000 characters, not blank. */
  impact?: string | null | undefined;
  /** Absent: the incident's. Never wider than that. */
  marking?: MarkingInput | null | undefined;
  /** What the service is. 1 to 200 characters, not blank. */
  name: string;
  /** The regions that it serves. */
  regions?: Array<string> | null | undefined;
  /** Since when, as reported. */
  since?: ReportedTimeInput | null | undefined;
  /** How it stands. */
  status: AffectedServiceStatus;
};

/** How grave it is, on Cellule's own scale: neither a legal qualification nor the activation level of an authority. Sorts from the least to the gravest. */
export type Severity =
  /** Takes extraordinary means, or national coordination. */
  | 'CRISIS'
  /** Disturbs a service that people depend on, in several places. */
  | 'MAJOR'
  /** Handled by those concerned with their usual means. */
  | 'MINOR'
  /** Needs several parties to follow it together. */
  | 'SIGNIFICANT';

/** What a stakeholder is. Public authorities are named one by one. */
export type StakeholderKind =
  /** Agence nationale de sécurité du médicament et des produits de santé: medicines agency. */
  | 'ANSM'
  /** Agence nationale de la sécurité des systèmes d'information: national cybersecurity agency. */
  | 'ANSSI'
  /** Agence régionale de santé: regional health agency, one per region. */
  | 'ARS'
  /** ARS de zone: the regional health agency of a defence and security zone. */
  | 'ARS_ZONE'
  /** A branch of an operator. */
  | 'BRANCH'
  /** CERT Santé: the response team of the health sector. */
  | 'CERT_SANTE'
  /** Commission nationale de l'informatique et des libertés: data protection authority. */
  | 'CNIL'
  /** A regional incident response centre. */
  | 'CSIRT_REGIONAL'
  /** Direction générale de la santé, Centre de crises sanitaires: the national health crisis centre. */
  | 'DGS_CCS'
  /** A service of the gendarmerie or of the interior ministry. */
  | 'GENDARMERIE'
  /** Haut fonctionnaire de défense et de sécurité: senior defence and security official of the social ministries. */
  | 'HFDS'
  /** An operator: who runs what an incident hits. */
  | 'OPERATOR'
  /** None of these. */
  | 'OTHER'
  /** Parquet: public prosecutor. */
  | 'PARQUET'
  /** Officine: a pharmacy, or pharmacies as a group. */
  | 'PHARMACY'
  /** A service of the national police. */
  | 'POLICE'
  /** Préfecture of a department or region. */
  | 'PREFECTURE'
  /** Préfecture of a defence and security zone. */
  | 'PREFECTURE_ZONE'
  /** A firm that responds to incidents for its client. */
  | 'RESPONSE_PROVIDER';

/** The start of an action. */
export type StartActionInput = {
  /** The action. */
  actionId: string | number;
  /** What to add to the journal entry that this records. */
  entry?: EntryInput | null | undefined;
  /** The version that was read; another current one is a CONFLICT. */
  expectedVersion: number;
  /** Makes repetition harmless: within 7 days the same key with the same input changes nothing and answers the same. 1 to 200 characters, not blank. */
  idempotencyKey?: string | null | undefined;
  /** When, as reported. Absent: now. */
  started?: ReportedTimeInput | null | undefined;
};

/** What became of a draft of a statement. */
export type StatementDraftState =
  /** It was given up. */
  | 'DISCARDED'
  /** It is being prepared. */
  | 'DRAFT'
  /** It was published, and is kept as it was then. */
  | 'PUBLISHED';

/** That an action is overtaken. */
export type SupersedeActionInput = {
  /** The action. */
  actionId: string | number;
  /** When, as reported. Absent: now. */
  ended?: ReportedTimeInput | null | undefined;
  /** What to add to the journal entry that this records. */
  entry?: EntryInput | null | undefined;
  /** The version that was read; another current one is a CONFLICT. */
  expectedVersion: number;
  /** Makes repetition harmless: within 7 days the same key with the same input changes nothing and answers the same. 1 to 200 characters, not blank. */
  idempotencyKey?: string | null | undefined;
  /** Why. 1 to 2,000 characters, not blank. */
  reason?: string | null | undefined;
  /** The action of the same incident that takes its place. Absent: events did. */
  supersededById?: string | number | null | undefined;
};

/** How finely a reported time is known. */
export type TimePrecision =
  /** A calendar day, Europe/Paris. */
  | 'DAY'
  /** To the hour. */
  | 'HOUR'
  /** To the minute. */
  | 'MINUTE'
  /** A part of a day, as people say it: by convention the morning is 06–12 and the evening 18–24, Europe/Paris. */
  | 'PART_OF_DAY'
  /** Some time between two instants, or by the latest one if no earliest is given. */
  | 'RANGE';

/** Traffic Light Protocol 2.0 (FIRST, August 2022): how far a reader may pass a thing on. Labels are never translated. */
export type Tlp =
  /** TLP:AMBER: for the recipient organisations and their clients, as they need to know. */
  | 'TLP_AMBER'
  /** TLP:AMBER+STRICT: for the recipient organisations only. */
  | 'TLP_AMBER_STRICT'
  /** TLP:CLEAR: no limit on passing it on; publishing it remains a separate act. */
  | 'TLP_CLEAR'
  /** TLP:GREEN: for the community, not over public channels. */
  | 'TLP_GREEN'
  /** TLP:RED: for the named persons only. */
  | 'TLP_RED';

/** What to change of an affected region: the fields that are given. Null empties what may be empty. */
export type UpdateAffectedRegionInput = {
  /** The affected region. */
  affectedRegionId: string | number;
  /** The authority in charge; involved with access CONTRIBUTE if it is not involved yet. */
  authorityId?: string | number | null | undefined;
  /** What to add to the journal entry that this records. */
  entry?: EntryInput | null | undefined;
  /** The version that was read; another current one is a CONFLICT. */
  expectedVersion: number;
  /** Makes repetition harmless: within 7 days the same key with the same input changes nothing and answers the same. 1 to 200 characters, not blank. */
  idempotencyKey?: string | null | undefined;
  /** What it means there. 1 to 2,000 characters, not blank. */
  impact?: string | null | undefined;
  /** Since when it is as before, as reported. */
  restored?: ReportedTimeInput | null | undefined;
  /** Since when, as reported. */
  since?: ReportedTimeInput | null | undefined;
  /** How the incident stands there. */
  status?: AffectedRegionStatus | null | undefined;
};

/** What to change of an affected service: the fields that are given. Null empties what may be empty. */
export type UpdateAffectedServiceInput = {
  /** The affected service. */
  affectedServiceId: string | number;
  /** What to add to the journal entry that this records. */
  entry?: EntryInput | null | undefined;
  /** The version that was read; another current one is a CONFLICT. */
  expectedVersion: number;
  /** Makes repetition harmless: within 7 days the same key with the same input changes nothing and answers the same. 1 to 200 characters, not blank. */
  idempotencyKey?: string | null | undefined;
  /** What it means to those served. 1 to 2,000 characters, not blank. */
  impact?: string | null | undefined;
  /** The regions that it serves. */
  regions?: Array<string> | null | undefined;
  /** Since when it works again, as reported. */
  restored?: ReportedTimeInput | null | undefined;
  /** Since when it was affected, as reported. */
  since?: ReportedTimeInput | null | undefined;
  /** How it stands. */
  status?: AffectedServiceStatus | null | undefined;
};

/** An entry to write to the journal of an incident. */
export type WriteEntryInput = {
  /** What to write; the text is required. */
  entry: EntryInput;
  /** Makes repetition harmless: within 7 days the same key with the same input changes nothing and answers the same. 1 to 200 characters, not blank. */
  idempotencyKey?: string | null | undefined;
  /** The incident. */
  incidentId: string | number;
  /** The entry of the same journal that it answers to. */
  repliesTo?: string | number | null | undefined;
  /** What it is about, within the incident. Absent: the incident. */
  subject?: string | number | null | undefined;
};

export type IncidentPageQueryVariables = Exact<{
  reference: string;
}>;


export type IncidentPageQuery = { incident: { id: string, version: number, reference: string, title: string, summary: string | null, nature: IncidentNature, status: IncidentStatus, severity: Severity, exercise: boolean, declaredAt: string, resolution: Resolution | null, affectedRegions: Array<{ id: string, version: number, status: AffectedRegionStatus, impact: string | null, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number }, since: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } | null, restored: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } | null, region: { id: string, code: string, isoCode: string, name: string, overseas: boolean, departments: Array<{ code: string }> }, authority: { id: string, code: string, name: string, dutyContact: string | null } | null }>, affectedServices: Array<{ id: string, version: number, name: string, status: AffectedServiceStatus, impact: string | null, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number }, since: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } | null, restored: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } | null, regions: Array<{ id: string, code: string, name: string }> }>, involvements: Array<{ id: string, version: number, role: InvolvementRole, access: Access, joinedAt: string, stakeholder: { id: string, code: string, name: string, enrolled: boolean, kind: StakeholderKind, dutyContact: string | null, version: number } | null }>, everInvolved: Array<{ id: string, stakeholder: { id: string, code: string, name: string } | null }>, actions: { edges: Array<{ node: { id: string, version: number, kind: ActionKind, title: string, description: string | null, status: ActionStatus, priority: ActionPriority, overdue: boolean, result: string | null, due: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } | null, owner: { id: string, name: string } | null, addressees: Array<{ id: string, name: string }>, regions: Array<{ id: string, code: string, name: string }>, supersededBy: { id: string, title: string } | null, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number } } }>, pageInfo: { hasNextPage: boolean } }, publicStatements: { edges: Array<{ node: { id: string, title: string, text: string, issuerName: string, publishedAt: string, exercise: boolean, regions: Array<{ id: string, code: string, name: string }> } }> }, statementDrafts: { edges: Array<{ node: { id: string, version: number, title: string, text: string, state: StatementDraftState, regions: Array<{ id: string, code: string, name: string }>, issuer: { id: string, name: string } | null, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number } } }> }, latestSituation: { id: string, number: number, text: string | null, recordedAt: string, occurred: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } | null, author: { stakeholderName: string }, correctedBy: Array<{ id: string, number: number }> } | null, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number }, began: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } | null, milestones: Array<{ status: IncidentStatus, reached: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } }>, operator: { id: string, code: string, name: string } | null } | null };

export type PermissionsOnQueryVariables = Exact<{
  things: Array<string | number> | string | number;
}>;


export type PermissionsOnQuery = { viewer: { permissionsOn: Array<{ id: string, permissions: Array<Permission> }> } };

export type IncidentHeadFragment = { id: string, version: number, reference: string, title: string, summary: string | null, nature: IncidentNature, status: IncidentStatus, severity: Severity, exercise: boolean, declaredAt: string, resolution: Resolution | null, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number }, began: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } | null, milestones: Array<{ status: IncidentStatus, reached: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } }>, operator: { id: string, code: string, name: string } | null };

export type RegionLineFragment = { id: string, version: number, status: AffectedRegionStatus, impact: string | null, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number }, since: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } | null, restored: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } | null, region: { id: string, code: string, isoCode: string, name: string, overseas: boolean, departments: Array<{ code: string }> }, authority: { id: string, code: string, name: string, dutyContact: string | null } | null };

export type ServiceLineFragment = { id: string, version: number, name: string, status: AffectedServiceStatus, impact: string | null, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number }, since: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } | null, restored: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } | null, regions: Array<{ id: string, code: string, name: string }> };

export type InvolvementLineFragment = { id: string, version: number, role: InvolvementRole, access: Access, joinedAt: string, stakeholder: { id: string, code: string, name: string, enrolled: boolean, kind: StakeholderKind, dutyContact: string | null, version: number } | null };

export type ActionLineFragment = { id: string, version: number, kind: ActionKind, title: string, description: string | null, status: ActionStatus, priority: ActionPriority, overdue: boolean, result: string | null, due: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } | null, owner: { id: string, name: string } | null, addressees: Array<{ id: string, name: string }>, regions: Array<{ id: string, code: string, name: string }>, supersededBy: { id: string, title: string } | null, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number } };

export type StatementLineFragment = { id: string, title: string, text: string, issuerName: string, publishedAt: string, exercise: boolean, regions: Array<{ id: string, code: string, name: string }> };

export type DraftLineFragment = { id: string, version: number, title: string, text: string, state: StatementDraftState, regions: Array<{ id: string, code: string, name: string }>, issuer: { id: string, name: string } | null, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number } };

export type LinesAgainQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type LinesAgainQuery = { nodes: Array<
    | { __typename: 'Action' }
    | { __typename: 'AffectedRegion' }
    | { __typename: 'AffectedService' }
    | { __typename: 'Credential' }
    | { __typename: 'Incident' }
    | { __typename: 'Involvement' }
    | { __typename: 'JournalEntry', number: number, contentHash: string, chainHash: string, id: string, canonicalContent: string, marking: { originatorId: string, delegateId: string | null, tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number } }
    | { __typename: 'Person' }
    | { __typename: 'PublicStatement' }
    | { __typename: 'Region' }
    | { __typename: 'Stakeholder' }
    | { __typename: 'StatementDraft' }
   | null> };

export type ReadersOfQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type ReadersOfQuery = { nodes: Array<
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string, marking: { version: number, originator: { id: string, name: string } | null, stakeholders: Array<{ id: string, name: string }>, persons: Array<{ id: string, name: string }> } }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null> };

export type LineContentFragment = { id: string, canonicalContent: string, marking: { originatorId: string, delegateId: string | null, tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number } };

export type UnreadPartsFragment = { readToByMe: number, byMe: { count: number, isExact: boolean }, byUs: { count: number, isExact: boolean } };

export type ReadToQueryVariables = Exact<{
  id: string | number;
}>;


export type ReadToQuery = { incident: { id: string, unread: { readToByMe: number, readToByUs: number } | null } | null };

export type OverviewNeedsQueryVariables = Exact<{
  us: string | number;
  after?: string | null | undefined;
}>;


export type OverviewNeedsQuery = { incidents: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, nextDue: string | null, unread: { readToByMe: number, byMe: { count: number, isExact: boolean }, byUs: { count: number, isExact: boolean } } | null, overdueActions: { count: number }, ours: { totalCount: number } } }> } };

export type MarkReadMutationVariables = Exact<{
  input: MarkJournalReadInput;
}>;


export type MarkReadMutation = { markJournalRead: { incidents: Array<{ id: string, unread: { readToByMe: number, readToByUs: number } | null }> } };

export type MarkingPartsFragment = { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number };

export type ReportedTimePartsFragment = { earliest: string | null, latest: string, precision: TimePrecision, words: string | null };

export type OverviewLineFragment = { id: string, reference: string, title: string, summary: string | null, status: IncidentStatus, severity: Severity, exercise: boolean, updatedAt: string, declaredAt: string, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number }, operator: { id: string, name: string } | null, affectedRegions: Array<{ id: string, status: AffectedRegionStatus, region: { id: string, name: string, code: string } }>, overdue: { totalCount: number }, lastEntry: { edges: Array<{ node:
        | { __typename: 'JournalEntry', number: number, id: string, recordedAt: string, text: string | null, kind: EntryKind, subject:
            | { __typename: 'Action', id: string, title: string }
            | { __typename: 'AffectedRegion', id: string, region: { id: string, name: string } }
            | { __typename: 'AffectedService', id: string, name: string }
            | { __typename: 'Credential' }
            | { __typename: 'Incident' }
            | { __typename: 'Involvement', id: string, stakeholder: { id: string, name: string } | null }
            | { __typename: 'JournalEntry', id: string, number: number }
            | { __typename: 'Person' }
            | { __typename: 'PublicStatement', id: string, title: string }
            | { __typename: 'Region' }
            | { __typename: 'Stakeholder' }
            | { __typename: 'StatementDraft', id: string, title: string }
           | null }
        | { __typename: 'SealedEntry', number: number }
       }> } };

export type OverviewSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type OverviewSubscription = { incidents:
    | { __typename: 'IncidentChanged', incident: { id: string, reference: string, title: string, summary: string | null, status: IncidentStatus, severity: Severity, exercise: boolean, updatedAt: string, declaredAt: string, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number }, operator: { id: string, name: string } | null, affectedRegions: Array<{ id: string, status: AffectedRegionStatus, region: { id: string, name: string, code: string } }>, overdue: { totalCount: number }, lastEntry: { edges: Array<{ node:
              | { __typename: 'JournalEntry', number: number, id: string, recordedAt: string, text: string | null, kind: EntryKind, subject:
                  | { __typename: 'Action', id: string, title: string }
                  | { __typename: 'AffectedRegion', id: string, region: { id: string, name: string } }
                  | { __typename: 'AffectedService', id: string, name: string }
                  | { __typename: 'Credential' }
                  | { __typename: 'Incident' }
                  | { __typename: 'Involvement', id: string, stakeholder: { id: string, name: string } | null }
                  | { __typename: 'JournalEntry', id: string, number: number }
                  | { __typename: 'Person' }
                  | { __typename: 'PublicStatement', id: string, title: string }
                  | { __typename: 'Region' }
                  | { __typename: 'Stakeholder' }
                  | { __typename: 'StatementDraft', id: string, title: string }
                 | null }
              | { __typename: 'SealedEntry', number: number }
             }> } } }
    | { __typename: 'IncidentGone', id: string }
    | { __typename: 'IncidentsSnapshot', caughtUp: boolean, incidents: Array<{ id: string, reference: string, title: string, summary: string | null, status: IncidentStatus, severity: Severity, exercise: boolean, updatedAt: string, declaredAt: string, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number }, operator: { id: string, name: string } | null, affectedRegions: Array<{ id: string, status: AffectedRegionStatus, region: { id: string, name: string, code: string } }>, overdue: { totalCount: number }, lastEntry: { edges: Array<{ node:
              | { __typename: 'JournalEntry', number: number, id: string, recordedAt: string, text: string | null, kind: EntryKind, subject:
                  | { __typename: 'Action', id: string, title: string }
                  | { __typename: 'AffectedRegion', id: string, region: { id: string, name: string } }
                  | { __typename: 'AffectedService', id: string, name: string }
                  | { __typename: 'Credential' }
                  | { __typename: 'Incident' }
                  | { __typename: 'Involvement', id: string, stakeholder: { id: string, name: string } | null }
                  | { __typename: 'JournalEntry', id: string, number: number }
                  | { __typename: 'Person' }
                  | { __typename: 'PublicStatement', id: string, title: string }
                  | { __typename: 'Region' }
                  | { __typename: 'Stakeholder' }
                  | { __typename: 'StatementDraft', id: string, title: string }
                 | null }
              | { __typename: 'SealedEntry', number: number }
             }> } }> }
   };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { rights: Array<Right>, permissions: Array<Permission>, person: { id: string, name: string } | null, stakeholder: { id: string, code: string, name: string } | null } };

export type SheetNamesQueryVariables = Exact<{
  codes: Array<string> | string;
}>;


export type SheetNamesQuery = { regions: Array<{ id: string, code: string, name: string }>, stakeholders: { edges: Array<{ node: { id: string, code: string, name: string } }> } };

export type RegionsQueryVariables = Exact<{ [key: string]: never; }>;


export type RegionsQuery = { regions: Array<{ id: string, code: string, name: string }>, viewer: { stakeholder: { id: string, jurisdiction: Array<{ id: string }> } | null } };

export type StakeholdersQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type StakeholdersQuery = { stakeholders: { edges: Array<{ node: { id: string, code: string, name: string, enrolled: boolean } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type OtherIncidentsQueryVariables = Exact<{ [key: string]: never; }>;


export type OtherIncidentsQuery = { incidents: { edges: Array<{ node: { id: string, reference: string, title: string } }> } };

export type NameableQueryVariables = Exact<{
  incidentId: string | number;
}>;


export type NameableQuery = { incident: { id: string, nameablePersons: Array<{ person: { id: string, name: string } | null, stakeholder: { id: string, name: string } | null }> } | null };

export type MarkingOfQueryVariables = Exact<{
  id: string | number;
}>;


export type MarkingOfQuery = { viewer: { permissionsOn: Array<{ id: string, permissions: Array<Permission> }> }, node:
    | { id: string, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number, originator: { id: string, name: string } | null, delegate: { id: string, name: string } | null, stakeholders: Array<{ id: string, name: string }>, persons: Array<{ id: string, name: string }> } }
    | { id: string, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number, originator: { id: string, name: string } | null, delegate: { id: string, name: string } | null, stakeholders: Array<{ id: string, name: string }>, persons: Array<{ id: string, name: string }> } }
    | { id: string, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number, originator: { id: string, name: string } | null, delegate: { id: string, name: string } | null, stakeholders: Array<{ id: string, name: string }>, persons: Array<{ id: string, name: string }> } }
    | { id: string }
    | { id: string, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number, originator: { id: string, name: string } | null, delegate: { id: string, name: string } | null, stakeholders: Array<{ id: string, name: string }>, persons: Array<{ id: string, name: string }> } }
    | { id: string }
    | { id: string, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number, originator: { id: string, name: string } | null, delegate: { id: string, name: string } | null, stakeholders: Array<{ id: string, name: string }>, persons: Array<{ id: string, name: string }> } }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number, originator: { id: string, name: string } | null, delegate: { id: string, name: string } | null, stakeholders: Array<{ id: string, name: string }>, persons: Array<{ id: string, name: string }> } }
   | null };

export type WriteEntryMutationVariables = Exact<{
  input: WriteEntryInput;
}>;


export type WriteEntryMutation = { writeEntry: { entry: { id: string, number: number } | null } };

export type CorrectEntryMutationVariables = Exact<{
  input: CorrectEntryInput;
}>;


export type CorrectEntryMutation = { correctEntry: { entry: { id: string, number: number } | null } };

export type ChangeMarkingMutationVariables = Exact<{
  input: ChangeMarkingInput;
}>;


export type ChangeMarkingMutation = { changeMarking: { thing:
      | { id: string, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number } }
      | { id: string, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number } }
      | { id: string, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number } }
      | { id: string, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number } }
      | { id: string, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number } }
      | { id: string, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number } }
     | null } };

export type MoveIncidentMutationVariables = Exact<{
  input: MoveIncidentInput;
}>;


export type MoveIncidentMutation = { moveIncident: { incident: { id: string, version: number, reference: string, title: string, summary: string | null, nature: IncidentNature, status: IncidentStatus, severity: Severity, exercise: boolean, declaredAt: string, resolution: Resolution | null, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number }, began: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } | null, milestones: Array<{ status: IncidentStatus, reached: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } }>, operator: { id: string, code: string, name: string } | null } | null } };

export type RequalifyIncidentMutationVariables = Exact<{
  input: RequalifyIncidentInput;
}>;


export type RequalifyIncidentMutation = { requalifyIncident: { incident: { id: string, version: number, reference: string, title: string, summary: string | null, nature: IncidentNature, status: IncidentStatus, severity: Severity, exercise: boolean, declaredAt: string, resolution: Resolution | null, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number }, began: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } | null, milestones: Array<{ status: IncidentStatus, reached: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } }>, operator: { id: string, code: string, name: string } | null } | null } };

export type CloseIncidentMutationVariables = Exact<{
  input: CloseIncidentInput;
}>;


export type CloseIncidentMutation = { closeIncident: { incident: { id: string, version: number, reference: string, title: string, summary: string | null, nature: IncidentNature, status: IncidentStatus, severity: Severity, exercise: boolean, declaredAt: string, resolution: Resolution | null, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number }, began: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } | null, milestones: Array<{ status: IncidentStatus, reached: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } }>, operator: { id: string, code: string, name: string } | null } | null } };

export type ReopenIncidentMutationVariables = Exact<{
  input: ReopenIncidentInput;
}>;


export type ReopenIncidentMutation = { reopenIncident: { incident: { id: string, version: number, reference: string, title: string, summary: string | null, nature: IncidentNature, status: IncidentStatus, severity: Severity, exercise: boolean, declaredAt: string, resolution: Resolution | null, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number }, began: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } | null, milestones: Array<{ status: IncidentStatus, reached: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } }>, operator: { id: string, code: string, name: string } | null } | null } };

export type UpdateRegionMutationVariables = Exact<{
  input: UpdateAffectedRegionInput;
}>;


export type UpdateRegionMutation = { updateAffectedRegion: { affectedRegion: { id: string, version: number, status: AffectedRegionStatus, impact: string | null, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number }, since: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } | null, restored: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } | null, region: { id: string, code: string, isoCode: string, name: string, overseas: boolean, departments: Array<{ code: string }> }, authority: { id: string, code: string, name: string, dutyContact: string | null } | null } | null } };

export type UpdateServiceMutationVariables = Exact<{
  input: UpdateAffectedServiceInput;
}>;


export type UpdateServiceMutation = { updateAffectedService: { affectedService: { id: string, version: number, name: string, status: AffectedServiceStatus, impact: string | null, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number }, since: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } | null, restored: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } | null, regions: Array<{ id: string, code: string, name: string }> } | null } };

export type PlanActionMutationVariables = Exact<{
  input: PlanActionInput;
}>;


export type PlanActionMutation = { planAction: { action: { id: string, version: number, kind: ActionKind, title: string, description: string | null, status: ActionStatus, priority: ActionPriority, overdue: boolean, result: string | null, due: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } | null, owner: { id: string, name: string } | null, addressees: Array<{ id: string, name: string }>, regions: Array<{ id: string, code: string, name: string }>, supersededBy: { id: string, title: string } | null, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number } } | null } };

export type StartActionMutationVariables = Exact<{
  input: StartActionInput;
}>;


export type StartActionMutation = { startAction: { action: { id: string, version: number, kind: ActionKind, title: string, description: string | null, status: ActionStatus, priority: ActionPriority, overdue: boolean, result: string | null, due: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } | null, owner: { id: string, name: string } | null, addressees: Array<{ id: string, name: string }>, regions: Array<{ id: string, code: string, name: string }>, supersededBy: { id: string, title: string } | null, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number } } | null } };

export type CompleteActionMutationVariables = Exact<{
  input: CompleteActionInput;
}>;


export type CompleteActionMutation = { completeAction: { action: { id: string, version: number, kind: ActionKind, title: string, description: string | null, status: ActionStatus, priority: ActionPriority, overdue: boolean, result: string | null, due: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } | null, owner: { id: string, name: string } | null, addressees: Array<{ id: string, name: string }>, regions: Array<{ id: string, code: string, name: string }>, supersededBy: { id: string, title: string } | null, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number } } | null } };

export type CancelActionMutationVariables = Exact<{
  input: CancelActionInput;
}>;


export type CancelActionMutation = { cancelAction: { action: { id: string, version: number, kind: ActionKind, title: string, description: string | null, status: ActionStatus, priority: ActionPriority, overdue: boolean, result: string | null, due: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } | null, owner: { id: string, name: string } | null, addressees: Array<{ id: string, name: string }>, regions: Array<{ id: string, code: string, name: string }>, supersededBy: { id: string, title: string } | null, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number } } | null } };

export type DeclareIncidentMutationVariables = Exact<{
  input: DeclareIncidentInput;
}>;


export type DeclareIncidentMutation = { declareIncident: { incident: { id: string, reference: string } | null } };

export type ReviseIncidentMutationVariables = Exact<{
  input: ReviseIncidentInput;
}>;


export type ReviseIncidentMutation = { reviseIncident: { incident: { id: string, version: number, reference: string, title: string, summary: string | null, nature: IncidentNature, status: IncidentStatus, severity: Severity, exercise: boolean, declaredAt: string, resolution: Resolution | null, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number }, began: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } | null, milestones: Array<{ status: IncidentStatus, reached: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } }>, operator: { id: string, code: string, name: string } | null } | null } };

export type InvolveStakeholderMutationVariables = Exact<{
  input: InvolveStakeholderInput;
}>;


export type InvolveStakeholderMutation = { involveStakeholder: { involvement: { id: string, version: number, role: InvolvementRole, access: Access, joinedAt: string, stakeholder: { id: string, code: string, name: string, enrolled: boolean, kind: StakeholderKind, dutyContact: string | null, version: number } | null } | null } };

export type ChangeInvolvementMutationVariables = Exact<{
  input: ChangeInvolvementInput;
}>;


export type ChangeInvolvementMutation = { changeInvolvement: { involvement: { id: string, version: number, role: InvolvementRole, access: Access, joinedAt: string, stakeholder: { id: string, code: string, name: string, enrolled: boolean, kind: StakeholderKind, dutyContact: string | null, version: number } | null } | null } };

export type ReleaseStakeholderMutationVariables = Exact<{
  input: ReleaseStakeholderInput;
}>;


export type ReleaseStakeholderMutation = { releaseStakeholder: { entries: Array<{ id: string }> } };

export type JoinIncidentMutationVariables = Exact<{
  input: JoinIncidentInput;
}>;


export type JoinIncidentMutation = { joinIncident: { involvement: { id: string, version: number, role: InvolvementRole, access: Access, joinedAt: string, stakeholder: { id: string, code: string, name: string, enrolled: boolean, kind: StakeholderKind, dutyContact: string | null, version: number } | null } | null } };

export type AddRegionMutationVariables = Exact<{
  input: AddAffectedRegionInput;
}>;


export type AddRegionMutation = { addAffectedRegion: { affectedRegion: { id: string, version: number, status: AffectedRegionStatus, impact: string | null, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number }, since: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } | null, restored: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } | null, region: { id: string, code: string, isoCode: string, name: string, overseas: boolean, departments: Array<{ code: string }> }, authority: { id: string, code: string, name: string, dutyContact: string | null } | null } | null } };

export type AddServiceMutationVariables = Exact<{
  input: AddAffectedServiceInput;
}>;


export type AddServiceMutation = { addAffectedService: { affectedService: { id: string, version: number, name: string, status: AffectedServiceStatus, impact: string | null, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number }, since: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } | null, restored: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } | null, regions: Array<{ id: string, code: string, name: string }> } | null } };

export type ReassignActionMutationVariables = Exact<{
  input: ReassignActionInput;
}>;


export type ReassignActionMutation = { reassignAction: { action: { id: string, version: number, kind: ActionKind, title: string, description: string | null, status: ActionStatus, priority: ActionPriority, overdue: boolean, result: string | null, due: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } | null, owner: { id: string, name: string } | null, addressees: Array<{ id: string, name: string }>, regions: Array<{ id: string, code: string, name: string }>, supersededBy: { id: string, title: string } | null, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number } } | null } };

export type SupersedeActionMutationVariables = Exact<{
  input: SupersedeActionInput;
}>;


export type SupersedeActionMutation = { supersedeAction: { action: { id: string, version: number, kind: ActionKind, title: string, description: string | null, status: ActionStatus, priority: ActionPriority, overdue: boolean, result: string | null, due: { earliest: string | null, latest: string, precision: TimePrecision, words: string | null } | null, owner: { id: string, name: string } | null, addressees: Array<{ id: string, name: string }>, regions: Array<{ id: string, code: string, name: string }>, supersededBy: { id: string, title: string } | null, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number } } | null } };

export type DraftStatementMutationVariables = Exact<{
  input: DraftStatementInput;
}>;


export type DraftStatementMutation = { draftStatement: { statementDraft: { id: string, version: number, title: string, text: string, state: StatementDraftState, regions: Array<{ id: string, code: string, name: string }>, issuer: { id: string, name: string } | null, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number } } | null } };

export type ReviseStatementDraftMutationVariables = Exact<{
  input: ReviseStatementDraftInput;
}>;


export type ReviseStatementDraftMutation = { reviseStatementDraft: { statementDraft: { id: string, version: number, title: string, text: string, state: StatementDraftState, regions: Array<{ id: string, code: string, name: string }>, issuer: { id: string, name: string } | null, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number } } | null } };

export type DiscardStatementDraftMutationVariables = Exact<{
  input: DiscardStatementDraftInput;
}>;


export type DiscardStatementDraftMutation = { discardStatementDraft: { statementDraft: { id: string, version: number, title: string, text: string, state: StatementDraftState, regions: Array<{ id: string, code: string, name: string }>, issuer: { id: string, name: string } | null, marking: { tlp: Tlp, label: string, audience: Audience, pap: Pap | null, version: number } } | null } };

export type PublishStatementMutationVariables = Exact<{
  input: PublishStatementInput;
}>;


export type PublishStatementMutation = { publishStatement: { publicStatement: { id: string, title: string, text: string, issuerName: string, publishedAt: string, exercise: boolean, regions: Array<{ id: string, code: string, name: string }> } | null } };

export type RegisterStakeholderMutationVariables = Exact<{
  input: RegisterStakeholderInput;
}>;


export type RegisterStakeholderMutation = { registerStakeholder: { stakeholder: { id: string, code: string, name: string, enrolled: boolean } | null } };

export type SetDutyContactMutationVariables = Exact<{
  input: ReviseStakeholderInput;
}>;


export type SetDutyContactMutation = { reviseStakeholder: { stakeholder: { id: string, version: number, dutyContact: string | null } | null } };

export const MarkingPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Marking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"pap"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<MarkingPartsFragment, unknown>;
export const ReportedTimePartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReportedTimeParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReportedTime"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}}]} as unknown as DocumentNode<ReportedTimePartsFragment, unknown>;
export const IncidentHeadFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IncidentHead"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Incident"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"nature"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"exercise"}},{"kind":"Field","name":{"kind":"Name","value":"declaredAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolution"}},{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"began"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"milestones"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reached"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"operator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Marking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"pap"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReportedTimeParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReportedTime"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}}]} as unknown as DocumentNode<IncidentHeadFragment, unknown>;
export const RegionLineFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RegionLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AffectedRegion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"impact"}},{"kind":"Field","name":{"kind":"Name","value":"since"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"restored"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"isoCode"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"overseas"}},{"kind":"Field","name":{"kind":"Name","value":"departments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"authority"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"dutyContact"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Marking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"pap"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReportedTimeParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReportedTime"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}}]} as unknown as DocumentNode<RegionLineFragment, unknown>;
export const ServiceLineFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ServiceLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AffectedService"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"impact"}},{"kind":"Field","name":{"kind":"Name","value":"since"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"restored"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Marking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"pap"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReportedTimeParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReportedTime"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}}]} as unknown as DocumentNode<ServiceLineFragment, unknown>;
export const InvolvementLineFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InvolvementLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Involvement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"access"}},{"kind":"Field","name":{"kind":"Name","value":"joinedAt"}},{"kind":"Field","name":{"kind":"Name","value":"stakeholder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"enrolled"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"dutyContact"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<InvolvementLineFragment, unknown>;
export const ActionLineFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ActionLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Action"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"result"}},{"kind":"Field","name":{"kind":"Name","value":"due"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"addressees"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"supersededBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReportedTimeParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReportedTime"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Marking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"pap"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<ActionLineFragment, unknown>;
export const StatementLineFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StatementLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PublicStatement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"issuerName"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"exercise"}},{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<StatementLineFragment, unknown>;
export const DraftLineFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DraftLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StatementDraft"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"issuer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Marking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"pap"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<DraftLineFragment, unknown>;
export const LineContentFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LineContent"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JournalEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"canonicalContent"}},{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}},{"kind":"Field","name":{"kind":"Name","value":"originatorId"}},{"kind":"Field","name":{"kind":"Name","value":"delegateId"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Marking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"pap"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<LineContentFragment, unknown>;
export const UnreadPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UnreadParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Unread"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"byMe"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"isExact"}}]}},{"kind":"Field","name":{"kind":"Name","value":"byUs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"isExact"}}]}},{"kind":"Field","name":{"kind":"Name","value":"readToByMe"}}]}}]} as unknown as DocumentNode<UnreadPartsFragment, unknown>;
export const OverviewLineFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OverviewLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Incident"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"exercise"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"declaredAt"}},{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"operator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"affectedRegions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"overdue"},"name":{"kind":"Name","value":"actions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"overdue"},"value":{"kind":"BooleanValue","value":true}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"lastEntry"},"name":{"kind":"Name","value":"journal"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NumberedLine"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JournalEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AffectedRegion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AffectedService"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Involvement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"stakeholder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Action"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PublicStatement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StatementDraft"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JournalEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Marking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"pap"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<OverviewLineFragment, unknown>;
export const IncidentPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"IncidentPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reference"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"incident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"reference"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reference"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IncidentHead"}},{"kind":"Field","name":{"kind":"Name","value":"affectedRegions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RegionLine"}}]}},{"kind":"Field","name":{"kind":"Name","value":"affectedServices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ServiceLine"}}]}},{"kind":"Field","name":{"kind":"Name","value":"involvements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"InvolvementLine"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"everInvolved"},"name":{"kind":"Name","value":"involvements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"former"},"value":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"stakeholder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"actions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ActionLine"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"publicStatements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StatementLine"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"statementDrafts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"states"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"DRAFT"}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DraftLine"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"latestSituation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"occurred"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stakeholderName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"correctedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Marking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"pap"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReportedTimeParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReportedTime"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IncidentHead"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Incident"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"nature"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"exercise"}},{"kind":"Field","name":{"kind":"Name","value":"declaredAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolution"}},{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"began"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"milestones"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reached"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"operator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RegionLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AffectedRegion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"impact"}},{"kind":"Field","name":{"kind":"Name","value":"since"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"restored"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"isoCode"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"overseas"}},{"kind":"Field","name":{"kind":"Name","value":"departments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"authority"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"dutyContact"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ServiceLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AffectedService"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"impact"}},{"kind":"Field","name":{"kind":"Name","value":"since"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"restored"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InvolvementLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Involvement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"access"}},{"kind":"Field","name":{"kind":"Name","value":"joinedAt"}},{"kind":"Field","name":{"kind":"Name","value":"stakeholder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"enrolled"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"dutyContact"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ActionLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Action"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"result"}},{"kind":"Field","name":{"kind":"Name","value":"due"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"addressees"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"supersededBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StatementLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PublicStatement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"issuerName"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"exercise"}},{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DraftLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StatementDraft"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"issuer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}}]}}]}}]} as unknown as DocumentNode<IncidentPageQuery, IncidentPageQueryVariables>;
export const PermissionsOnDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PermissionsOn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"things"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"permissionsOn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"things"},"value":{"kind":"Variable","name":{"kind":"Name","value":"things"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}}]}}]}}]}}]} as unknown as DocumentNode<PermissionsOnQuery, PermissionsOnQueryVariables>;
export const LinesAgainDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LinesAgain"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JournalEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LineContent"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"contentHash"}},{"kind":"Field","name":{"kind":"Name","value":"chainHash"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Marking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"pap"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LineContent"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JournalEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"canonicalContent"}},{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}},{"kind":"Field","name":{"kind":"Name","value":"originatorId"}},{"kind":"Field","name":{"kind":"Name","value":"delegateId"}}]}}]}}]} as unknown as DocumentNode<LinesAgainQuery, LinesAgainQueryVariables>;
export const ReadersOfDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReadersOf"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JournalEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"originator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stakeholders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"persons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReadersOfQuery, ReadersOfQueryVariables>;
export const ReadToDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReadTo"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"incident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"unread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"readToByMe"}},{"kind":"Field","name":{"kind":"Name","value":"readToByUs"}}]}}]}}]}}]} as unknown as DocumentNode<ReadToQuery, ReadToQueryVariables>;
export const OverviewNeedsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OverviewNeeds"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"us"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"incidents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"DECLARED"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"unread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UnreadParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"overdueActions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"ours"},"name":{"kind":"Name","value":"actions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"overdue"},"value":{"kind":"BooleanValue","value":true}},{"kind":"ObjectField","name":{"kind":"Name","value":"owner"},"value":{"kind":"Variable","name":{"kind":"Name","value":"us"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextDue"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UnreadParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Unread"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"byMe"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"isExact"}}]}},{"kind":"Field","name":{"kind":"Name","value":"byUs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"isExact"}}]}},{"kind":"Field","name":{"kind":"Name","value":"readToByMe"}}]}}]} as unknown as DocumentNode<OverviewNeedsQuery, OverviewNeedsQueryVariables>;
export const MarkReadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MarkRead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MarkJournalReadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"markJournalRead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"incidents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"unread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"readToByMe"}},{"kind":"Field","name":{"kind":"Name","value":"readToByUs"}}]}}]}}]}}]}}]} as unknown as DocumentNode<MarkReadMutation, MarkReadMutationVariables>;
export const OverviewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"Overview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"incidents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IncidentsSnapshot"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"incidents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OverviewLine"}}]}},{"kind":"Field","name":{"kind":"Name","value":"caughtUp"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IncidentChanged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"incident"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OverviewLine"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IncidentGone"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Marking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"pap"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OverviewLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Incident"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"exercise"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"declaredAt"}},{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"operator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"affectedRegions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"overdue"},"name":{"kind":"Name","value":"actions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"overdue"},"value":{"kind":"BooleanValue","value":true}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"lastEntry"},"name":{"kind":"Name","value":"journal"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NumberedLine"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JournalEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AffectedRegion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AffectedService"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Involvement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"stakeholder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Action"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PublicStatement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StatementDraft"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JournalEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<OverviewSubscription, OverviewSubscriptionVariables>;
export const ViewerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stakeholder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rights"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}}]}}]}}]} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;
export const SheetNamesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SheetNames"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"codes"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stakeholders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"codes"},"value":{"kind":"Variable","name":{"kind":"Name","value":"codes"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SheetNamesQuery, SheetNamesQueryVariables>;
export const RegionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stakeholder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"jurisdiction"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RegionsQuery, RegionsQueryVariables>;
export const StakeholdersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Stakeholders"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stakeholders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"200"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"enrolled"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<StakeholdersQuery, StakeholdersQueryVariables>;
export const OtherIncidentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OtherIncidents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"incidents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"UPDATED"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]}}]} as unknown as DocumentNode<OtherIncidentsQuery, OtherIncidentsQueryVariables>;
export const NameableDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Nameable"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"incidentId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"incident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"incidentId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"nameablePersons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stakeholder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<NameableQuery, NameableQueryVariables>;
export const MarkingOfDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MarkingOf"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"permissionsOn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"things"},"value":{"kind":"ListValue","values":[{"kind":"Variable","name":{"kind":"Name","value":"id"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Marked"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}},{"kind":"Field","name":{"kind":"Name","value":"originator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"delegate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stakeholders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"persons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Marking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"pap"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<MarkingOfQuery, MarkingOfQueryVariables>;
export const WriteEntryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WriteEntry"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WriteEntryInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"writeEntry"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]}}]} as unknown as DocumentNode<WriteEntryMutation, WriteEntryMutationVariables>;
export const CorrectEntryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CorrectEntry"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CorrectEntryInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"correctEntry"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]}}]} as unknown as DocumentNode<CorrectEntryMutation, CorrectEntryMutationVariables>;
export const ChangeMarkingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeMarking"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeMarkingInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changeMarking"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"thing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Marking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"pap"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<ChangeMarkingMutation, ChangeMarkingMutationVariables>;
export const MoveIncidentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MoveIncident"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MoveIncidentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"moveIncident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"incident"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IncidentHead"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Marking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"pap"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReportedTimeParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReportedTime"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IncidentHead"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Incident"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"nature"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"exercise"}},{"kind":"Field","name":{"kind":"Name","value":"declaredAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolution"}},{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"began"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"milestones"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reached"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"operator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<MoveIncidentMutation, MoveIncidentMutationVariables>;
export const RequalifyIncidentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RequalifyIncident"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequalifyIncidentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requalifyIncident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"incident"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IncidentHead"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Marking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"pap"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReportedTimeParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReportedTime"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IncidentHead"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Incident"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"nature"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"exercise"}},{"kind":"Field","name":{"kind":"Name","value":"declaredAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolution"}},{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"began"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"milestones"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reached"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"operator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<RequalifyIncidentMutation, RequalifyIncidentMutationVariables>;
export const CloseIncidentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CloseIncident"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CloseIncidentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closeIncident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"incident"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IncidentHead"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Marking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"pap"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReportedTimeParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReportedTime"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IncidentHead"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Incident"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"nature"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"exercise"}},{"kind":"Field","name":{"kind":"Name","value":"declaredAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolution"}},{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"began"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"milestones"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reached"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"operator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<CloseIncidentMutation, CloseIncidentMutationVariables>;
export const ReopenIncidentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReopenIncident"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReopenIncidentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reopenIncident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"incident"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IncidentHead"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Marking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"pap"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReportedTimeParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReportedTime"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IncidentHead"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Incident"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"nature"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"exercise"}},{"kind":"Field","name":{"kind":"Name","value":"declaredAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolution"}},{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"began"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"milestones"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reached"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"operator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ReopenIncidentMutation, ReopenIncidentMutationVariables>;
export const UpdateRegionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateRegion"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateAffectedRegionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateAffectedRegion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"affectedRegion"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RegionLine"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Marking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"pap"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReportedTimeParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReportedTime"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RegionLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AffectedRegion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"impact"}},{"kind":"Field","name":{"kind":"Name","value":"since"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"restored"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"isoCode"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"overseas"}},{"kind":"Field","name":{"kind":"Name","value":"departments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"authority"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"dutyContact"}}]}}]}}]} as unknown as DocumentNode<UpdateRegionMutation, UpdateRegionMutationVariables>;
export const UpdateServiceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateService"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateAffectedServiceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateAffectedService"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"affectedService"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ServiceLine"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Marking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"pap"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReportedTimeParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReportedTime"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ServiceLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AffectedService"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"impact"}},{"kind":"Field","name":{"kind":"Name","value":"since"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"restored"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<UpdateServiceMutation, UpdateServiceMutationVariables>;
export const PlanActionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PlanAction"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PlanActionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"planAction"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ActionLine"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReportedTimeParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReportedTime"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Marking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"pap"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ActionLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Action"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"result"}},{"kind":"Field","name":{"kind":"Name","value":"due"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"addressees"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"supersededBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}}]}}]}}]} as unknown as DocumentNode<PlanActionMutation, PlanActionMutationVariables>;
export const StartActionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartAction"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StartActionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startAction"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ActionLine"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReportedTimeParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReportedTime"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Marking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"pap"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ActionLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Action"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"result"}},{"kind":"Field","name":{"kind":"Name","value":"due"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"addressees"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"supersededBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}}]}}]}}]} as unknown as DocumentNode<StartActionMutation, StartActionMutationVariables>;
export const CompleteActionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CompleteAction"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CompleteActionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completeAction"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ActionLine"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReportedTimeParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReportedTime"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Marking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"pap"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ActionLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Action"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"result"}},{"kind":"Field","name":{"kind":"Name","value":"due"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"addressees"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"supersededBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}}]}}]}}]} as unknown as DocumentNode<CompleteActionMutation, CompleteActionMutationVariables>;
export const CancelActionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelAction"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CancelActionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelAction"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ActionLine"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReportedTimeParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReportedTime"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Marking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"pap"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ActionLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Action"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"result"}},{"kind":"Field","name":{"kind":"Name","value":"due"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"addressees"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"supersededBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}}]}}]}}]} as unknown as DocumentNode<CancelActionMutation, CancelActionMutationVariables>;
export const DeclareIncidentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeclareIncident"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeclareIncidentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"declareIncident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"incident"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}}]}}]}}]} as unknown as DocumentNode<DeclareIncidentMutation, DeclareIncidentMutationVariables>;
export const ReviseIncidentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReviseIncident"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReviseIncidentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reviseIncident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"incident"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IncidentHead"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Marking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"pap"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReportedTimeParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReportedTime"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IncidentHead"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Incident"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"nature"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"exercise"}},{"kind":"Field","name":{"kind":"Name","value":"declaredAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolution"}},{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"began"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"milestones"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reached"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"operator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ReviseIncidentMutation, ReviseIncidentMutationVariables>;
export const InvolveStakeholderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"InvolveStakeholder"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InvolveStakeholderInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"involveStakeholder"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"involvement"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"InvolvementLine"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InvolvementLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Involvement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"access"}},{"kind":"Field","name":{"kind":"Name","value":"joinedAt"}},{"kind":"Field","name":{"kind":"Name","value":"stakeholder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"enrolled"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"dutyContact"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<InvolveStakeholderMutation, InvolveStakeholderMutationVariables>;
export const ChangeInvolvementDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeInvolvement"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeInvolvementInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changeInvolvement"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"involvement"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"InvolvementLine"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InvolvementLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Involvement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"access"}},{"kind":"Field","name":{"kind":"Name","value":"joinedAt"}},{"kind":"Field","name":{"kind":"Name","value":"stakeholder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"enrolled"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"dutyContact"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<ChangeInvolvementMutation, ChangeInvolvementMutationVariables>;
export const ReleaseStakeholderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReleaseStakeholder"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReleaseStakeholderInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"releaseStakeholder"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<ReleaseStakeholderMutation, ReleaseStakeholderMutationVariables>;
export const JoinIncidentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"JoinIncident"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"JoinIncidentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"joinIncident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"involvement"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"InvolvementLine"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InvolvementLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Involvement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"access"}},{"kind":"Field","name":{"kind":"Name","value":"joinedAt"}},{"kind":"Field","name":{"kind":"Name","value":"stakeholder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"enrolled"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"dutyContact"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<JoinIncidentMutation, JoinIncidentMutationVariables>;
export const AddRegionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddRegion"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AddAffectedRegionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addAffectedRegion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"affectedRegion"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RegionLine"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Marking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"pap"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReportedTimeParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReportedTime"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RegionLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AffectedRegion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"impact"}},{"kind":"Field","name":{"kind":"Name","value":"since"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"restored"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"isoCode"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"overseas"}},{"kind":"Field","name":{"kind":"Name","value":"departments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"authority"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"dutyContact"}}]}}]}}]} as unknown as DocumentNode<AddRegionMutation, AddRegionMutationVariables>;
export const AddServiceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddService"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AddAffectedServiceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addAffectedService"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"affectedService"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ServiceLine"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Marking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"pap"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReportedTimeParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReportedTime"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ServiceLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AffectedService"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"impact"}},{"kind":"Field","name":{"kind":"Name","value":"since"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"restored"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<AddServiceMutation, AddServiceMutationVariables>;
export const ReassignActionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReassignAction"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReassignActionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reassignAction"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ActionLine"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReportedTimeParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReportedTime"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Marking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"pap"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ActionLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Action"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"result"}},{"kind":"Field","name":{"kind":"Name","value":"due"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"addressees"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"supersededBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}}]}}]}}]} as unknown as DocumentNode<ReassignActionMutation, ReassignActionMutationVariables>;
export const SupersedeActionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SupersedeAction"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SupersedeActionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"supersedeAction"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ActionLine"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReportedTimeParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReportedTime"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Marking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"pap"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ActionLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Action"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"result"}},{"kind":"Field","name":{"kind":"Name","value":"due"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReportedTimeParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"addressees"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"supersededBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}}]}}]}}]} as unknown as DocumentNode<SupersedeActionMutation, SupersedeActionMutationVariables>;
export const DraftStatementDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DraftStatement"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DraftStatementInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"draftStatement"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"statementDraft"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DraftLine"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Marking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"pap"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DraftLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StatementDraft"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"issuer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}}]}}]}}]} as unknown as DocumentNode<DraftStatementMutation, DraftStatementMutationVariables>;
export const ReviseStatementDraftDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReviseStatementDraft"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReviseStatementDraftInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reviseStatementDraft"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"statementDraft"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DraftLine"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Marking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"pap"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DraftLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StatementDraft"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"issuer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}}]}}]}}]} as unknown as DocumentNode<ReviseStatementDraftMutation, ReviseStatementDraftMutationVariables>;
export const DiscardStatementDraftDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DiscardStatementDraft"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DiscardStatementDraftInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"discardStatementDraft"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"statementDraft"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DraftLine"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Marking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"pap"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DraftLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StatementDraft"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"issuer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"marking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkingParts"}}]}}]}}]} as unknown as DocumentNode<DiscardStatementDraftMutation, DiscardStatementDraftMutationVariables>;
export const PublishStatementDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PublishStatement"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PublishStatementInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publishStatement"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publicStatement"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StatementLine"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StatementLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PublicStatement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"issuerName"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"exercise"}},{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<PublishStatementMutation, PublishStatementMutationVariables>;
export const RegisterStakeholderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RegisterStakeholder"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterStakeholderInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registerStakeholder"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stakeholder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"enrolled"}}]}}]}}]}}]} as unknown as DocumentNode<RegisterStakeholderMutation, RegisterStakeholderMutationVariables>;
export const SetDutyContactDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetDutyContact"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReviseStakeholderInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reviseStakeholder"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stakeholder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"dutyContact"}}]}}]}}]}}]} as unknown as DocumentNode<SetDutyContactMutation, SetDutyContactMutationVariables>;