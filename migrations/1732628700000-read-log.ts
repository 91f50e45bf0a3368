import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who read what marked TLP:AMBER or stricter. No foreign keys: the log is written in passing, and holds nothing up. */
export class ReadLog1732628700000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(readRecords);
  }

  async down(): Promise<void> {
    throw new Error('A record is not taken back.');
  }
}

const readRecords = `
  CREATE TABLE read_record (
    id uuid NOT NULL,
    operation_id uuid NOT NULL,
    means text NOT NULL,
    read_from timestamptz(3) NOT NULL,
    read_to timestamptz(3) NOT NULL,
    person_id uuid,
    stakeholder_id uuid NOT NULL,
    originator_id uuid NOT NULL,
    incident_id uuid NOT NULL,
    entries int4multirange NOT NULL,
    things text[] NOT NULL,
    CONSTRAINT read_record_pk PRIMARY KEY (id)
  );
  CREATE UNIQUE INDEX read_record_of_operation ON read_record (operation_id, originator_id, incident_id);
  CREATE INDEX read_record_of_originator ON read_record (originator_id, read_from, id);
  CREATE INDEX read_record_by_age ON read_record (read_from);
`;
