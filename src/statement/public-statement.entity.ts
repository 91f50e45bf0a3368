import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { IncidentRow } from '../incident/incident.entity';
import type { RegionCode } from '../region/region';
import { StakeholderRow } from '../stakeholder/stakeholder.entity';

@Entity('public_statement')
@Index('public_statement_of_incident', ['incidentId', 'publishedAt', 'id'])
@Index('public_statement_published', ['publishedAt', 'id'])
export class PublicStatementRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'public_statement_pk' })
  id!: string;

  @ForeignKey(() => IncidentRow, { name: 'public_statement_incident_fk' })
  @Column({ type: 'uuid' })
  incidentId!: string;

  @ForeignKey(() => StakeholderRow, { name: 'public_statement_issuer_fk' })
  @Column({ type: 'uuid' })
  issuerId!: string;

  /** The name under which it was published: what the public reads. */
  @Column({ type: 'text' })
  issuerName!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  text!: string;

  /** The incident is an exercise: nothing of what the statement says is happening. */
  @Column({ type: 'boolean' })
  exercise!: boolean;

  @Column({ type: 'text', array: true })
  regions!: RegionCode[];

  @Column({ type: 'timestamp with time zone', precision: 3 })
  publishedAt!: Date;
}
