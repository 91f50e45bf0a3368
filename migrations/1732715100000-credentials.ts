import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what people and systems are known: identities that are prepared, what new people may do, and tokens of our own. */
export class Credentials1732715100000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE person ADD COLUMN email text;
      CREATE UNIQUE INDEX person_email ON person (email);
      ALTER TABLE stakeholder ADD COLUMN default_rights text[] NOT NULL DEFAULT '{}';
      ALTER TABLE stakeholder ALTER COLUMN default_rights DROP DEFAULT;`);
    await queryRunner.query(credentials);
  }

  async down(): Promise<void> {
    throw new Error('A record is not taken back.');
  }
}

const credentials = `
  CREATE TABLE credential (
    id uuid NOT NULL,
    version integer NOT NULL,
    kind text NOT NULL,
    stakeholder_id uuid NOT NULL,
    person_id uuid,
    label text NOT NULL,
    hash bytea NOT NULL,
    created_at timestamptz(3) NOT NULL,
    expires_at timestamptz(3),
    revoked_at timestamptz(3),
    last_used_at timestamptz(3),
    CONSTRAINT credential_pk PRIMARY KEY (id),
    CONSTRAINT credential_stakeholder_fk FOREIGN KEY (stakeholder_id) REFERENCES stakeholder(id),
    CONSTRAINT credential_person_fk FOREIGN KEY (person_id) REFERENCES person(id)
  );
  CREATE UNIQUE INDEX credential_hash ON credential (hash);
  CREATE INDEX credential_of_stakeholder ON credential (stakeholder_id);
`;
