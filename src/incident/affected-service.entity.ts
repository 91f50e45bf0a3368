import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Marking } from '../access/marking';
import { ReportedTime } from '../kernel/reported-time';
import type { RegionCode } from '../region/region';
import type { AffectedServiceStatus } from './affected-service';
import { IncidentRow } from './incident.entity';

@Entity('affected_service')
export class AffectedServiceRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'affected_service_pk' })
  id!: string;

  @Column({ type: 'integer' })
  version!: number;

  @ForeignKey(() => IncidentRow, { name: 'affected_service_incident_fk' })
  @Index('affected_service_of_incident')
  @Column({ type: 'uuid' })
  incidentId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  status!: AffectedServiceStatus;

  @Column({ type: 'text', nullable: true })
  impact!: string | null;

  /** The regions that it serves. */
  @Column({ type: 'text', array: true })
  regions!: RegionCode[];

  @Column(() => ReportedTime, { prefix: 'since' })
  since!: ReportedTime | null;

  @Column(() => ReportedTime, { prefix: 'restored' })
  restored!: ReportedTime | null;

  @Column(() => Marking, { prefix: 'marking' })
  marking!: Marking;
}
