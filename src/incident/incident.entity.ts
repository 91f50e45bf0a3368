import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Marking } from '../access/marking';
import { ReportedTime } from '../kernel/reported-time';
import { StakeholderRow } from '../stakeholder/stakeholder.entity';
import type { IncidentNature, IncidentStatus, Resolution, Severity } from './incident';

/** When a status was last reached; instants as ISO 8601 text, as JSON has it. */
export interface StoredMilestone {
  readonly status: IncidentStatus;
  readonly earliest: string | null;
  readonly latest: string;
  readonly precision: ReportedTime['precision'];
  readonly words: string | null;
}

@Entity('incident')
@Index('incident_open', ['severityRank', 'declaredAt', 'id'], { where: "status <> 'CLOSED'" })
export class IncidentRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'incident_pk' })
  id!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Index('incident_reference', { unique: true })
  @Column({ type: 'text' })
  reference!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text', nullable: true })
  summary!: string | null;

  @Column({ type: 'text' })
  nature!: IncidentNature;

  @Column({ type: 'text' })
  status!: IncidentStatus;

  @Column({ type: 'text' })
  severity!: Severity;

  /** The severity as a number, so that lists sort by it. */
  @Column({ type: 'smallint' })
  severityRank!: number;

  @Column({ type: 'boolean' })
  exercise!: boolean;

  @ForeignKey(() => StakeholderRow, { name: 'incident_operator_fk' })
  @Column({ type: 'uuid', nullable: true })
  operatorId!: string | null;

  @Column(() => ReportedTime, { prefix: 'began' })
  began!: ReportedTime | null;

  @Column({ type: 'timestamp with time zone', precision: 3 })
  declaredAt!: Date;

  @Column({ type: 'jsonb' })
  milestones!: readonly StoredMilestone[];

  @Column({ type: 'text', nullable: true })
  resolution!: Resolution | null;

  @ForeignKey(() => IncidentRow, { name: 'incident_duplicate_of_fk' })
  @Column({ type: 'uuid', nullable: true })
  duplicateOfId!: string | null;

  @Column(() => Marking, { prefix: 'marking' })
  marking!: Marking;
}
