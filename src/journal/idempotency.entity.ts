import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Done } from './bookkeeping';

/** What a command with an idempotency key left behind, so that its repetition answers the same. */
@Entity('idempotency')
export class IdempotencyRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'idempotency_pk' })
  stakeholderId!: string;

  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'idempotency_pk' })
  actorId!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'idempotency_pk' })
  mutation!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'idempotency_pk' })
  key!: string;

  @Column({ type: 'bytea' })
  inputHash!: Buffer;

  /** Null only while its command is at work. */
  @Column({ type: 'json', nullable: true })
  done!: Done | null;

  @Index('idempotency_stored_at')
  @Column({ type: 'timestamp with time zone', precision: 3 })
  storedAt!: Date;
}
