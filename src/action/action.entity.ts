import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Marking } from '../access/marking';
import { IncidentRow } from '../incident/incident.entity';
import { ReportedTime } from '../kernel/reported-time';
import type { RegionCode } from '../region/region';
import { StakeholderRow } from '../stakeholder/stakeholder.entity';
import type { ActionKind, ActionPriority, ActionStatus } from './action';

@Entity('action')
@Index('action_of_incident', ['incidentId', 'id'])
@Index('action_of_owner', ['ownerId', 'id'])
export class ActionRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'action_pk' })
  id!: string;

  @Column({ type: 'integer' })
  version!: number;

  @ForeignKey(() => IncidentRow, { name: 'action_incident_fk' })
  @Column({ type: 'uuid' })
  incidentId!: string;

  @Column({ type: 'text' })
  kind!: ActionKind;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text', nullable: true })
  description!: string | null;

  @ForeignKey(() => StakeholderRow, { name: 'action_owner_fk' })
  @Column({ type: 'uuid' })
  ownerId!: string;

  @Column({ type: 'uuid', array: true })
  addressees!: string[];

  @Column({ type: 'text', array: true })
  regions!: RegionCode[];

  @Column({ type: 'text' })
  priority!: ActionPriority;

  @Column({ type: 'text' })
  status!: ActionStatus;

  @Column(() => ReportedTime, { prefix: 'due' })
  due!: ReportedTime | null;

  @Column(() => ReportedTime, { prefix: 'started' })
  started!: ReportedTime | null;

  @Column(() => ReportedTime, { prefix: 'ended' })
  ended!: ReportedTime | null;

  @Column({ type: 'text', nullable: true })
  result!: string | null;

  @ForeignKey(() => ActionRow, { name: 'action_superseded_by_fk' })
  @Column({ type: 'uuid', nullable: true })
  supersededById!: string | null;

  @Column(() => Marking, { prefix: 'marking' })
  marking!: Marking;
}
