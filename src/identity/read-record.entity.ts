import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ReadMeans } from './read-record';

/** What one operation of a reader was handed of one incident and one originator. Refers to nothing: it outlives all. */
@Entity('read_record')
@Index('read_record_of_operation', ['operationId', 'originatorId', 'incidentId'], { unique: true })
@Index('read_record_of_originator', ['originatorId', 'readFrom', 'id'])
@Index('read_record_by_age', ['readFrom'])
export class ReadRecordRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'read_record_pk' })
  id!: string;

  @Column({ type: 'uuid' })
  operationId!: string;

  @Column({ type: 'text' })
  means!: ReadMeans;

  @Column({ type: 'timestamp with time zone', precision: 3 })
  readFrom!: Date;

  @Column({ type: 'timestamp with time zone', precision: 3 })
  readTo!: Date;

  /** Null for a system. */
  @Column({ type: 'uuid', nullable: true })
  personId!: string | null;

  @Column({ type: 'uuid' })
  stakeholderId!: string;

  @Column({ type: 'uuid' })
  originatorId!: string;

  @Column({ type: 'uuid' })
  incidentId!: string;

  /** The numbers of the entries, as PostgreSQL writes them. */
  @Column({ type: 'int4multirange' })
  entries!: string;

  /** Everything else, as `Type:key`. */
  @Column({ type: 'text', array: true })
  things!: string[];
}
