import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Right } from '../access/permissions';
import type { RegionCode } from '../region/region';
import type { Scope, StakeholderKind } from './stakeholder';

@Entity('stakeholder')
export class StakeholderRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'stakeholder_pk' })
  id!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Index('stakeholder_code', { unique: true })
  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', array: true })
  aliases!: string[];

  @Column({ type: 'text' })
  kind!: StakeholderKind;

  @Column({ type: 'text' })
  scope!: Scope;

  /** Empty: the whole country. */
  @Column({ type: 'text', array: true })
  jurisdiction!: RegionCode[];

  @ForeignKey(() => StakeholderRow, { name: 'stakeholder_parent_fk' })
  @Column({ type: 'uuid', nullable: true })
  parentId!: string | null;

  @Column({ type: 'boolean' })
  enrolled!: boolean;

  /** What people get who sign in for the first time with this SIRET. */
  @Column({ type: 'text', array: true })
  defaultRights!: Right[];

  @Column({ type: 'text', nullable: true })
  siret!: string | null;

  @Column({ type: 'text', nullable: true })
  dutyContact!: string | null;
}
