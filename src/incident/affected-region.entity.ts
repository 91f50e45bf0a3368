import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Marking } from '../access/marking';
import { ReportedTime } from '../kernel/reported-time';
import type { RegionCode } from '../region/region';
import { StakeholderRow } from '../stakeholder/stakeholder.entity';
import type { AffectedRegionStatus } from './affected-region';
import { IncidentRow } from './incident.entity';

@Entity('affected_region')
@Index('affected_region_of_incident', ['incidentId', 'regionCode'])
@Index('affected_region_of_region', ['regionCode', 'incidentId'])
export class AffectedRegionRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'affected_region_pk' })
  id!: string;

  @Column({ type: 'integer' })
  version!: number;

  @ForeignKey(() => IncidentRow, { name: 'affected_region_incident_fk' })
  @Column({ type: 'uuid' })
  incidentId!: string;

  @Column({ type: 'text' })
  regionCode!: RegionCode;

  @Column({ type: 'text' })
  status!: AffectedRegionStatus;

  @Column({ type: 'text', nullable: true })
  impact!: string | null;

  @Column(() => ReportedTime, { prefix: 'since' })
  since!: ReportedTime | null;

  @Column(() => ReportedTime, { prefix: 'restored' })
  restored!: ReportedTime | null;

  /** The authority in charge. */
  @ForeignKey(() => StakeholderRow, { name: 'affected_region_authority_fk' })
  @Column({ type: 'uuid', nullable: true })
  authorityId!: string | null;

  @Column(() => Marking, { prefix: 'marking' })
  marking!: Marking;
}
