import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How far who has read each journal, and what lists of incidents look up in long journals. No foreign keys: marks are
 * written in passing, and hold nothing up.
 */
export class ReadMarks1732887900000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(readMarks);
  }

  async down(): Promise<void> {
    throw new Error('A record is not taken back.');
  }
}

const readMarks = `
  CREATE TABLE read_mark (
    stakeholder_id uuid NOT NULL,
    incident_id uuid NOT NULL,
    person_id uuid NOT NULL,
    number integer NOT NULL,
    CONSTRAINT read_mark_pk PRIMARY KEY (stakeholder_id, incident_id, person_id)
  );
  CREATE INDEX journal_entry_situation ON journal_entry (stream_id) WHERE category = 'SITUATION';
`;
