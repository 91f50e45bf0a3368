import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { StakeholderRow } from '../stakeholder/stakeholder.entity';
import { PersonRow } from './person.entity';
import type { CredentialKind } from './secret';

/** A token of our own: an API token of a system, or the access code of a person. */
@Entity('credential')
export class CredentialRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'credential_pk' })
  id!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  kind!: CredentialKind;

  @ForeignKey(() => StakeholderRow, { name: 'credential_stakeholder_fk' })
  @Index('credential_of_stakeholder')
  @Column({ type: 'uuid' })
  stakeholderId!: string;

  @ForeignKey(() => PersonRow, { name: 'credential_person_fk' })
  @Column({ type: 'uuid', nullable: true })
  personId!: string | null;

  @Column({ type: 'text' })
  label!: string;

  /** SHA-256 of the token, which nobody has but its bearer. */
  @Index('credential_hash', { unique: true })
  @Column({ type: 'bytea' })
  hash!: Buffer;

  @Column({ type: 'timestamp with time zone', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  expiresAt!: Date | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  revokedAt!: Date | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  lastUsedAt!: Date | null;
}
