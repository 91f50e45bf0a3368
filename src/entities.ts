import { ActionRow } from './action/action.entity';
import { CredentialRow } from './identity/credential.entity';
import { MembershipRow } from './identity/membership.entity';
import { PersonRow } from './identity/person.entity';
import { ReadRecordRow } from './identity/read-record.entity';
import { AffectedRegionRow } from './incident/affected-region.entity';
import { AffectedServiceRow } from './incident/affected-service.entity';
import { IncidentRow } from './incident/incident.entity';
import { InvolvementRow } from './incident/involvement.entity';
import { ReadMarkRow } from './incident/read-mark.entity';
import { IdempotencyRow } from './journal/idempotency.entity';
import { JournalEntryRow, JournalHeadRow, JournalLineRow, JournalMarkingRow } from './journal/journal.entity';
import { StakeholderRow } from './stakeholder/stakeholder.entity';
import { PublicStatementRow } from './statement/public-statement.entity';
import { StatementDraftRow } from './statement/statement-draft.entity';

/** Every stored row; a test says that the migrations make just these tables. */
export const entities = [
  StakeholderRow,
  PersonRow,
  MembershipRow,
  CredentialRow,
  IncidentRow,
  AffectedRegionRow,
  AffectedServiceRow,
  InvolvementRow,
  ActionRow,
  PublicStatementRow,
  StatementDraftRow,
  JournalHeadRow,
  JournalLineRow,
  JournalEntryRow,
  JournalMarkingRow,
  IdempotencyRow,
  ReadRecordRow,
  ReadMarkRow,
];
