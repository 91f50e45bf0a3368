import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what people and systems are known: identities that are prepared, what new people may do, and tokens of our own. */
export class Credentials1732542300000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE person ADD COLUMN email text;
      CREATE UNIQUE INDEX person_email ON person (email);
      ALTER TABLE stakeholder ADD COLUMN default_rights text[] NOT NULL DEFAULT '{}';
      ALTER TABLE stakeholder ALTER COLUMN default_rights DROP DEFAULT;`);
  }

  async down(): Promise<void> {
    throw new Error('A record is not taken back.');
  }
}
