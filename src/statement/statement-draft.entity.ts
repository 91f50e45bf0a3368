import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Marking } from '../access/marking';
import { IncidentRow } from '../incident/incident.entity';
import type { RegionCode } from '../region/region';
import { StakeholderRow } from '../stakeholder/stakeholder.entity';
import { PublicStatementRow } from './public-statement.entity';
import type { StatementDraftState } from './statement-draft';

@Entity('statement_draft')
@Index('statement_draft_of_incident', ['incidentId', 'id'])
export class StatementDraftRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'statement_draft_pk' })
  id!: string;

  @Column({ type: 'integer' })
  version!: number;

  @ForeignKey(() => IncidentRow, { name: 'statement_draft_incident_fk' })
  @Column({ type: 'uuid' })
  incidentId!: string;

  /** In whose name it is to be published. */
  @ForeignKey(() => StakeholderRow, { name: 'statement_draft_issuer_fk' })
  @Column({ type: 'uuid' })
  issuerId!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'text', array: true })
  regions!: RegionCode[];

  @Column({ type: 'text' })
  state!: StatementDraftState;

  @ForeignKey(() => PublicStatementRow, { name: 'statement_draft_public_statement_fk' })
  @Column({ type: 'uuid', nullable: true })
  publicStatementId!: string | null;

  @Column(() => Marking, { prefix: 'marking' })
  marking!: Marking;
}
