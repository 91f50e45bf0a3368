import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far a person who acts for a stakeholder has read a journal. Refers to nothing: it is a note, and no part of the record. */
@Entity('read_mark')
export class ReadMarkRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'read_mark_pk' })
  stakeholderId!: string;

  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'read_mark_pk' })
  incidentId!: string;

  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'read_mark_pk' })
  personId!: string;

  @Column({ type: 'integer' })
  number!: number;
}
