import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Access } from '../access/permissions';
import { StakeholderRow } from '../stakeholder/stakeholder.entity';
import { IncidentRow } from './incident.entity';
import type { InvolvementRole } from './involvement';

/** One period in which a stakeholder follows an incident; each return is a row of its own. */
@Entity('involvement')
@Index('involvement_now', ['incidentId', 'stakeholderId'], { unique: true, where: 'left_at IS NULL' })
@Index('involvement_of_incident', ['incidentId', 'joinedAt', 'id'])
@Index('involvement_of_stakeholder', ['stakeholderId', 'incidentId'])
export class InvolvementRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'involvement_pk' })
  id!: string;

  @Column({ type: 'integer' })
  version!: number;

  @ForeignKey(() => IncidentRow, { name: 'involvement_incident_fk' })
  @Column({ type: 'uuid' })
  incidentId!: string;

  @ForeignKey(() => StakeholderRow, { name: 'involvement_stakeholder_fk' })
  @Column({ type: 'uuid' })
  stakeholderId!: string;

  @Column({ type: 'text' })
  role!: InvolvementRole;

  @Column({ type: 'text' })
  access!: Access;

  @Column({ type: 'timestamp with time zone', precision: 3 })
  joinedAt!: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  leftAt!: Date | null;

  /** The entry by which the stakeholder is involved: where a reader without a position begins. */
  @Column({ type: 'uuid' })
  entryId!: string;
}
