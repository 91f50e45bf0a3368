import { describedEnum } from '../kernel/enum';

export const EntryKind = describedEnum(
  'EntryKind',
  'What an entry records, for machines: a closed list, that later versions may extend.',
  {
    INCIDENT_DECLARED: 'An incident was declared.',
    INCIDENT_REVISED: 'Its title, summary, nature or beginning was revised.',
    INCIDENT_REQUALIFIED: 'Its severity was changed.',
    INCIDENT_MOVED: 'It moved to another status.',
    INCIDENT_CLOSED: 'It was closed.',
    INCIDENT_REOPENED: 'It was reopened.',
    REGION_ADDED: 'An affected region was added.',
    REGION_UPDATED: 'The situation of an affected region changed.',
    SERVICE_ADDED: 'An affected service was added.',
    SERVICE_UPDATED: 'The situation of an affected service changed.',
    STAKEHOLDER_INVOLVED: 'A stakeholder was involved, or joined.',
    INVOLVEMENT_CHANGED: 'The role or access of an involved stakeholder changed.',
    STAKEHOLDER_RELEASED: 'A stakeholder was released, or left.',
    ACTION_PLANNED: 'An action was planned.',
    ACTION_STARTED: 'An action was started, or an instruction came into force.',
    ACTION_COMPLETED: 'An action was completed.',
    ACTION_CANCELLED: 'An action was cancelled.',
    ACTION_REASSIGNED: 'An action was given to another owner.',
    ACTION_SUPERSEDED: 'An action was overtaken, possibly by another action.',
    NOTE: 'Somebody wrote to the main courante.',
    CORRECTION: 'An earlier entry was corrected; it stays as it was.',
    MARKING_CHANGED:
      'A thing has another marking. The entry carries it, and its `subject` is the thing: who may read it from now on is handed it by this entry.',
    WITHDRAWN:
      'A thing was marked more narrowly, and what was written about it with it. Read by those who read it before: who no longer does finds `subject` null, and has its `subjectId`. Ask again (`nodes(ids:)`) for the subject and for every line that you hold about it, answering to it or correcting it: null means drop it, and show its number sealed.',
    STATEMENT_DRAFTED: 'A statement to the public was drafted.',
    STATEMENT_DRAFT_REVISED: 'A draft of a statement was revised.',
    STATEMENT_DRAFT_DISCARDED: 'A draft of a statement was given up.',
    STATEMENT_DRAFT_PUBLISHED:
      'A draft of a statement became a public statement. STATEMENT_PUBLISHED tells everybody of that.',
    STATEMENT_PUBLISHED: 'A public statement was published.',
    STAKEHOLDER_REGISTERED: 'A stakeholder was registered (registry).',
    STAKEHOLDER_REVISED: "A stakeholder's record was revised (registry).",
    PERSON_REGISTERED: 'A person was registered (registry).',
    PERSON_BOUND: 'A person whose access was prepared signed in for the first time, and is known by that (registry).',
    RIGHTS_GRANTED: 'A person was granted rights for a stakeholder (registry).',
    RIGHTS_ENDED: "A person's rights for a stakeholder ended (registry).",
    CREDENTIAL_CREATED: 'An API token or an access code was made (registry). The entry does not hold it.',
    CREDENTIAL_REVOKED: 'An API token or an access code was revoked (registry).',
  },
);
export type EntryKind = keyof typeof EntryKind;

export const EntryCategory = describedEnum(
  'EntryCategory',
  'What an entry is, for people, as a main courante sorts its lines.',
  {
    FACT: 'Fait: something that happened.',
    INFORMATION: 'Information received or given.',
    REQUEST: 'Demande.',
    DECISION: 'Décision.',
    ACTION: 'Action: something done or to be done.',
    COMMUNICATION: 'Communication to the public, the press or those affected.',
    SITUATION: 'Point de situation: where things stand.',
    TECHNICAL: 'Technique.',
  },
);
export type EntryCategory = keyof typeof EntryCategory;

export const Direction = describedEnum('Direction', 'Which way a message went, seen from the author.', {
  RECEIVED: 'Reçu.',
  SENT: 'Émis.',
  INTERNAL: 'Interne.',
});
export type Direction = keyof typeof Direction;

export const Channel = describedEnum('Channel', 'How a message went.', {
  PHONE: 'Téléphone.',
  EMAIL: 'Courriel.',
  MEETING: 'Réunion.',
  SYSTEM: 'From one system to another.',
  OTHER: 'Some other way.',
});
export type Channel = keyof typeof Channel;

export const Confidence = describedEnum('Confidence', 'How sure a statement is.', {
  TO_VERIFY: 'À vérifier.',
  VERIFIED: 'Vérifié.',
  DENIED: 'Démenti.',
});
export type Confidence = keyof typeof Confidence;

export const JournalInterruption = describedEnum(
  'JournalInterruption',
  'Why the stream of one incident ends, or why a position does not belong to its journal.',
  {
    NOT_FOLLOWED: 'The viewer does not follow such an incident: it is not involved, or there is none.',
    WITHDRAWN: 'The viewer followed it on this subscription, and no longer may.',
    BEYOND_HEAD: 'The journal is shorter than the position says.',
    HASH_MISMATCH: 'The line at that number is another one.',
  },
);
export type JournalInterruption = keyof typeof JournalInterruption;

/** One changed field, for people to read: values are texts, null where there was or is none. */
export interface Change {
  readonly field: string;
  readonly old: string | null;
  readonly new: string | null;
}

const usualCategory: Partial<Record<EntryKind, EntryCategory>> = {
  INCIDENT_REQUALIFIED: 'DECISION',
  STAKEHOLDER_INVOLVED: 'INFORMATION',
  INVOLVEMENT_CHANGED: 'INFORMATION',
  STAKEHOLDER_RELEASED: 'INFORMATION',
  ACTION_PLANNED: 'ACTION',
  ACTION_STARTED: 'ACTION',
  ACTION_COMPLETED: 'ACTION',
  ACTION_CANCELLED: 'ACTION',
  ACTION_REASSIGNED: 'ACTION',
  ACTION_SUPERSEDED: 'ACTION',
  NOTE: 'INFORMATION',
  CORRECTION: 'INFORMATION',
  MARKING_CHANGED: 'INFORMATION',
  WITHDRAWN: 'INFORMATION',
  STATEMENT_DRAFTED: 'COMMUNICATION',
  STATEMENT_DRAFT_REVISED: 'COMMUNICATION',
  STATEMENT_DRAFT_DISCARDED: 'COMMUNICATION',
  STATEMENT_DRAFT_PUBLISHED: 'COMMUNICATION',
  STATEMENT_PUBLISHED: 'COMMUNICATION',
};

/** The category of an entry whose author chose none. */
export function categoryOf(kind: EntryKind): EntryCategory {
  return usualCategory[kind] ?? 'FACT';
}
