import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Right } from '../access/permissions';
import { StakeholderRow } from '../stakeholder/stakeholder.entity';
import { PersonRow } from './person.entity';

/** A person acting for a stakeholder, and what it may do there. */
@Entity('membership')
@Index('membership_of_person', ['personId', 'stakeholderId'], { unique: true })
export class MembershipRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'membership_pk' })
  id!: string;

  @Column({ type: 'integer' })
  version!: number;

  @ForeignKey(() => PersonRow, { name: 'membership_person_fk' })
  @Column({ type: 'uuid' })
  personId!: string;

  @ForeignKey(() => StakeholderRow, { name: 'membership_stakeholder_fk' })
  @Index('membership_of_stakeholder')
  @Column({ type: 'uuid' })
  stakeholderId!: string;

  @Column({ type: 'text', array: true })
  rights!: Right[];

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  endedAt!: Date | null;
}
