import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Statements that are prepared before they are published. */
export class StatementDrafts1732455900000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(drafts);
  }

  async down(): Promise<void> {
    throw new Error('A record is not taken back.');
  }
}

const drafts = `
  CREATE TABLE statement_draft (
    id uuid NOT NULL,
    version integer NOT NULL,
    incident_id uuid NOT NULL,
    issuer_id uuid NOT NULL,
    title text NOT NULL,
    text text NOT NULL,
    regions text[] NOT NULL,
    state text NOT NULL,
    public_statement_id uuid,
    marking_tlp text NOT NULL,
    marking_audience text NOT NULL,
    marking_pap text,
    marking_stakeholders uuid[] NOT NULL,
    marking_persons uuid[] NOT NULL,
    marking_originator uuid NOT NULL,
    marking_author uuid,
    marking_delegate uuid,
    marking_version integer NOT NULL,
    CONSTRAINT statement_draft_pk PRIMARY KEY (id),
    CONSTRAINT statement_draft_incident_fk FOREIGN KEY (incident_id) REFERENCES incident(id),
    CONSTRAINT statement_draft_issuer_fk FOREIGN KEY (issuer_id) REFERENCES stakeholder(id),
    CONSTRAINT statement_draft_public_statement_fk FOREIGN KEY (public_statement_id) REFERENCES public_statement(id)
  );
  CREATE INDEX statement_draft_of_incident ON statement_draft (incident_id, id);
`;
