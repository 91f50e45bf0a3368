import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Markings that change: those of entries stand beside them, and are never changed or removed themselves. */
export class ChangedMarkings1732369500000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['incident', 'affected_region', 'affected_service', 'action', 'journal_entry']) {
      await queryRunner.query(`
        ALTER TABLE ${table} ADD COLUMN marking_delegate uuid, ADD COLUMN marking_version integer NOT NULL DEFAULT 1;
        ALTER TABLE ${table} ALTER COLUMN marking_version DROP DEFAULT;`);
    }
    await queryRunner.query(laterMarkings);
  }

  async down(): Promise<void> {
    throw new Error('A record is not taken back.');
  }
}

const laterMarkings = `
  CREATE TABLE journal_marking (
    entry_id uuid NOT NULL,
    told_by uuid NOT NULL,
    marking_tlp text NOT NULL,
    marking_audience text NOT NULL,
    marking_pap text,
    marking_stakeholders uuid[] NOT NULL,
    marking_persons uuid[] NOT NULL,
    marking_originator uuid NOT NULL,
    marking_author uuid,
    marking_delegate uuid,
    marking_version integer NOT NULL,
    CONSTRAINT journal_marking_pk PRIMARY KEY (entry_id, told_by)
  );
  CREATE UNIQUE INDEX journal_marking_latest ON journal_marking (entry_id, marking_version);
  CREATE TRIGGER journal_marking_is_immutable BEFORE UPDATE OR DELETE ON journal_marking
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER journal_marking_is_kept BEFORE TRUNCATE ON journal_marking
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;
