import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is searched, and how words are compared: docs/decisions/0018. Needs no extension, and no right but an owner's. */
export class Search1732801500000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(words);
    await queryRunner.query(indexes);
  }

  async down(): Promise<void> {
    throw new Error('A record is not taken back.');
  }
}

/** PostgreSQL's parser would take some of these for parts of hosts, addresses, numbers and tags, and some for letters. */
const between = '[-!-,./:-@[-`{-~\u00a0\u202f«»‘’“”–—…·•]+';

// Functions of the SQL standard's form are bound when they are made: no search path moves them, a dump's or a vacuum's.
const words = `
  CREATE TEXT SEARCH CONFIGURATION cellule_french (COPY = pg_catalog.french);
  CREATE TEXT SEARCH DICTIONARY cellule_plain (TEMPLATE = pg_catalog.simple, STOPWORDS = french);
  CREATE TEXT SEARCH CONFIGURATION cellule_plain (COPY = pg_catalog.simple);
  ALTER TEXT SEARCH CONFIGURATION cellule_plain ALTER MAPPING REPLACE pg_catalog.simple WITH cellule_plain;

  CREATE FUNCTION cellule_folded(told text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN replace(replace(replace(replace(
    regexp_replace(regexp_replace(normalize(told, NFD), '[\u0300-\u036f]+', '', 'g'), '${between}', ' ', 'g') || ' ',
    'œ', 'oe'), 'Œ', 'oe'), 'ees ', 'e '), 'ee ', 'e ');

  CREATE FUNCTION cellule_words(heading text, body text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 1000
  BEGIN ATOMIC
    SELECT setweight(to_tsvector('cellule_french'::regconfig, folded.heading)
        || to_tsvector('cellule_plain'::regconfig, folded.heading), 'A')
      || to_tsvector('cellule_french'::regconfig, folded.body)
      || to_tsvector('cellule_plain'::regconfig, folded.body)
    FROM (SELECT COALESCE(cellule_folded(heading), '') AS heading, COALESCE(cellule_folded(body), '') AS body OFFSET 0)
      AS folded;
  END;

  CREATE FUNCTION cellule_question(words text[], unfinished text) RETURNS tsquery
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  BEGIN ATOMIC
    SELECT CASE WHEN begun.word = '' OR (begun.is_common AND numnode(whole.question) > 0) THEN whole.question
      ELSE whole.question && (to_tsquery('cellule_french'::regconfig, begun.word)
        || to_tsquery('pg_catalog.simple'::regconfig, begun.word || ':*')) END
    FROM (SELECT plainto_tsquery('cellule_french'::regconfig, COALESCE(string_agg(cellule_folded(word), ' '), '')) AS question
        FROM unnest(words) AS word WHERE ts_lexize('pg_catalog.french_stem', word) <> '{}') AS whole,
      (SELECT COALESCE(quote_literal(trim(cellule_folded(unfinished))), '') AS word,
        ts_lexize('pg_catalog.french_stem', unfinished) = '{}' AS is_common) AS begun;
  END;
`;

// The journal's is written to at every append: a short list of what is new to it keeps both appends and searches quick.
const indexes = `
  CREATE FUNCTION cellule_listed(names text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN array_to_string(names, ' ');

  CREATE INDEX journal_entry_words ON journal_entry USING gin (cellule_words(NULL, text))
    WITH (gin_pending_list_limit = 256);
  CREATE INDEX incident_words ON incident
    USING gin (cellule_words(title, reference || ' ' || COALESCE(summary, '')));
  CREATE INDEX action_words ON action
    USING gin (cellule_words(title, COALESCE(description, '') || ' ' || COALESCE(result, '')));
  CREATE INDEX stakeholder_words ON stakeholder
    USING gin (cellule_words(name, code || ' ' || cellule_listed(aliases)));
`;
