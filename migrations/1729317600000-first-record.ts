import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first record: the registry, incidents and their parts, and the journals. */
export class FirstRecord1729317600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    await queryRunner.query(chain);
    await queryRunner.query(immutable);
    await queryRunner.query(registry);
  }

  async down(): Promise<void> {
    throw new Error('A record is not taken back.');
  }
}

const tables = `
    CREATE TABLE stakeholder (
      id uuid NOT NULL,
      version integer NOT NULL,
      code text NOT NULL,
      name text NOT NULL,
      aliases text[] NOT NULL,
      kind text NOT NULL,
      scope text NOT NULL,
      jurisdiction text[] NOT NULL,
      parent_id uuid,
      enrolled boolean NOT NULL,
      siret text,
      duty_contact text,
      CONSTRAINT stakeholder_pk PRIMARY KEY (id)
    );
    CREATE UNIQUE INDEX stakeholder_code ON stakeholder (code);
    CREATE TABLE incident (
      id uuid NOT NULL,
      version integer NOT NULL,
      reference text NOT NULL,
      title text NOT NULL,
      summary text,
      nature text NOT NULL,
      status text NOT NULL,
      severity text NOT NULL,
      severity_rank smallint NOT NULL,
      exercise boolean NOT NULL,
      operator_id uuid,
      declared_at timestamptz(3) NOT NULL,
      milestones jsonb NOT NULL,
      resolution text,
      duplicate_of_id uuid,
      began_earliest timestamptz(3),
      began_latest timestamptz(3),
      began_precision text,
      began_words text,
      marking_tlp text NOT NULL,
      marking_audience text NOT NULL,
      marking_pap text,
      marking_stakeholders uuid[] NOT NULL,
      marking_persons uuid[] NOT NULL,
      marking_originator uuid NOT NULL,
      marking_author uuid,
      CONSTRAINT incident_pk PRIMARY KEY (id)
    );
    CREATE UNIQUE INDEX incident_reference ON incident (reference);
    CREATE INDEX incident_open ON incident (severity_rank, declared_at, id) WHERE status <> 'CLOSED';
    CREATE TABLE action (
      id uuid NOT NULL,
      version integer NOT NULL,
      incident_id uuid NOT NULL,
      kind text NOT NULL,
      title text NOT NULL,
      description text,
      owner_id uuid NOT NULL,
      addressees uuid[] NOT NULL,
      regions text[] NOT NULL,
      priority text NOT NULL,
      status text NOT NULL,
      result text,
      superseded_by_id uuid,
      due_earliest timestamptz(3),
      due_latest timestamptz(3),
      due_precision text,
      due_words text,
      started_earliest timestamptz(3),
      started_latest timestamptz(3),
      started_precision text,
      started_words text,
      ended_earliest timestamptz(3),
      ended_latest timestamptz(3),
      ended_precision text,
      ended_words text,
      marking_tlp text NOT NULL,
      marking_audience text NOT NULL,
      marking_pap text,
      marking_stakeholders uuid[] NOT NULL,
      marking_persons uuid[] NOT NULL,
      marking_originator uuid NOT NULL,
      marking_author uuid,
      CONSTRAINT action_pk PRIMARY KEY (id)
    );
    CREATE INDEX action_of_owner ON action (owner_id, id);
    CREATE INDEX action_of_incident ON action (incident_id, id);
    CREATE TABLE person (
      id uuid NOT NULL,
      version integer NOT NULL,
      name text NOT NULL,
      issuer text,
      subject text,
      CONSTRAINT person_pk PRIMARY KEY (id)
    );
    CREATE UNIQUE INDEX person_identity ON person (issuer, subject);
    CREATE TABLE membership (
      id uuid NOT NULL,
      version integer NOT NULL,
      person_id uuid NOT NULL,
      stakeholder_id uuid NOT NULL,
      rights text[] NOT NULL,
      ended_at timestamptz(3),
      CONSTRAINT membership_pk PRIMARY KEY (id)
    );
    CREATE INDEX membership_of_stakeholder ON membership (stakeholder_id);
    CREATE UNIQUE INDEX membership_of_person ON membership (person_id, stakeholder_id);
    CREATE TABLE affected_region (
      id uuid NOT NULL,
      version integer NOT NULL,
      incident_id uuid NOT NULL,
      region_code text NOT NULL,
      status text NOT NULL,
      impact text,
      authority_id uuid,
      since_earliest timestamptz(3),
      since_latest timestamptz(3),
      since_precision text,
      since_words text,
      restored_earliest timestamptz(3),
      restored_latest timestamptz(3),
      restored_precision text,
      restored_words text,
      marking_tlp text NOT NULL,
      marking_audience text NOT NULL,
      marking_pap text,
      marking_stakeholders uuid[] NOT NULL,
      marking_persons uuid[] NOT NULL,
      marking_originator uuid NOT NULL,
      marking_author uuid,
      CONSTRAINT affected_region_pk PRIMARY KEY (id)
    );
    CREATE INDEX affected_region_of_region ON affected_region (region_code, incident_id);
    CREATE INDEX affected_region_of_incident ON affected_region (incident_id, region_code);
    CREATE TABLE affected_service (
      id uuid NOT NULL,
      version integer NOT NULL,
      incident_id uuid NOT NULL,
      name text NOT NULL,
      status text NOT NULL,
      impact text,
      regions text[] NOT NULL,
      since_earliest timestamptz(3),
      since_latest timestamptz(3),
      since_precision text,
      since_words text,
      restored_earliest timestamptz(3),
      restored_latest timestamptz(3),
      restored_precision text,
      restored_words text,
      marking_tlp text NOT NULL,
      marking_audience text NOT NULL,
      marking_pap text,
      marking_stakeholders uuid[] NOT NULL,
      marking_persons uuid[] NOT NULL,
      marking_originator uuid NOT NULL,
      marking_author uuid,
      CONSTRAINT affected_service_pk PRIMARY KEY (id)
    );
    CREATE INDEX affected_service_of_incident ON affected_service (incident_id);
    CREATE TABLE involvement (
      id uuid NOT NULL,
      version integer NOT NULL,
      incident_id uuid NOT NULL,
      stakeholder_id uuid NOT NULL,
      role text NOT NULL,
      access text NOT NULL,
      joined_at timestamptz(3) NOT NULL,
      left_at timestamptz(3),
      entry_id uuid NOT NULL,
      CONSTRAINT involvement_pk PRIMARY KEY (id)
    );
    CREATE INDEX involvement_of_incident ON involvement (incident_id, joined_at, id);
    CREATE INDEX involvement_of_stakeholder ON involvement (stakeholder_id, incident_id);
    CREATE UNIQUE INDEX involvement_now ON involvement (incident_id, stakeholder_id) WHERE left_at IS NULL;
    CREATE TABLE idempotency (
      stakeholder_id uuid NOT NULL,
      actor_id uuid NOT NULL,
      mutation text NOT NULL,
      key text NOT NULL,
      input_hash bytea NOT NULL,
      done json,
      stored_at timestamptz(3) NOT NULL,
      CONSTRAINT idempotency_pk PRIMARY KEY (stakeholder_id, actor_id, mutation, key)
    );
    CREATE INDEX idempotency_stored_at ON idempotency (stored_at);
    CREATE TABLE journal_head (
      stream_id uuid NOT NULL,
      number integer NOT NULL,
      chain_hash bytea NOT NULL,
      previous_hash bytea NOT NULL,
      appended_by bigint NOT NULL,
      CONSTRAINT journal_head_pk PRIMARY KEY (stream_id)
    );
    CREATE TABLE journal_line (
      stream_id uuid NOT NULL,
      number integer NOT NULL,
      entry_id uuid NOT NULL,
      content_hash bytea NOT NULL,
      chain_hash bytea NOT NULL,
      CONSTRAINT journal_line_pk PRIMARY KEY (stream_id, number)
    );
    CREATE UNIQUE INDEX journal_line_entry ON journal_line (entry_id);
    CREATE TABLE journal_entry (
      id uuid NOT NULL,
      stream_id uuid NOT NULL,
      kind text NOT NULL,
      category text NOT NULL,
      text text,
      recorded_at timestamptz(3) NOT NULL,
      author_person_id uuid,
      author_person_name text,
      author_stakeholder_id uuid,
      author_stakeholder_name text NOT NULL,
      direction text,
      sender text,
      recipient text,
      channel text,
      confidence text,
      provenance_label text,
      provenance_url text,
      subject_type text,
      subject_id uuid,
      changes json NOT NULL,
      replies_to uuid,
      corrects uuid,
      salt bytea NOT NULL,
      occurred_earliest timestamptz(3),
      occurred_latest timestamptz(3),
      occurred_precision text,
      occurred_words text,
      provenance_published_earliest timestamptz(3),
      provenance_published_latest timestamptz(3),
      provenance_published_precision text,
      provenance_published_words text,
      marking_tlp text NOT NULL,
      marking_audience text NOT NULL,
      marking_pap text,
      marking_stakeholders uuid[] NOT NULL,
      marking_persons uuid[] NOT NULL,
      marking_originator uuid NOT NULL,
      marking_author uuid,
      CONSTRAINT journal_entry_pk PRIMARY KEY (id)
    );
    CREATE INDEX journal_entry_occurred ON journal_entry (stream_id, occurred_latest, id);
    CREATE INDEX journal_entry_replies_to ON journal_entry (replies_to) WHERE replies_to IS NOT NULL;
    CREATE INDEX journal_entry_corrects ON journal_entry (corrects) WHERE corrects IS NOT NULL;
    CREATE INDEX journal_entry_subject ON journal_entry (subject_id);
    CREATE TABLE public_statement (
      id uuid NOT NULL,
      incident_id uuid NOT NULL,
      issuer_id uuid NOT NULL,
      issuer_name text NOT NULL,
      title text NOT NULL,
      text text NOT NULL,
      exercise boolean NOT NULL,
      regions text[] NOT NULL,
      published_at timestamptz(3) NOT NULL,
      CONSTRAINT public_statement_pk PRIMARY KEY (id)
    );
    CREATE INDEX public_statement_of_incident ON public_statement (incident_id, published_at, id);
    CREATE INDEX public_statement_published ON public_statement (published_at, id);
    ALTER TABLE stakeholder ADD CONSTRAINT stakeholder_parent_fk FOREIGN KEY (parent_id) REFERENCES stakeholder(id);
    ALTER TABLE incident ADD CONSTRAINT incident_operator_fk FOREIGN KEY (operator_id) REFERENCES stakeholder(id);
    ALTER TABLE incident ADD CONSTRAINT incident_duplicate_of_fk FOREIGN KEY (duplicate_of_id) REFERENCES incident(id);
    ALTER TABLE action ADD CONSTRAINT action_incident_fk FOREIGN KEY (incident_id) REFERENCES incident(id);
    ALTER TABLE action ADD CONSTRAINT action_owner_fk FOREIGN KEY (owner_id) REFERENCES stakeholder(id);
    ALTER TABLE action ADD CONSTRAINT action_superseded_by_fk FOREIGN KEY (superseded_by_id) REFERENCES action(id);
    ALTER TABLE membership ADD CONSTRAINT membership_person_fk FOREIGN KEY (person_id) REFERENCES person(id);
    ALTER TABLE membership ADD CONSTRAINT membership_stakeholder_fk FOREIGN KEY (stakeholder_id) REFERENCES stakeholder(id);
    ALTER TABLE affected_region ADD CONSTRAINT affected_region_incident_fk FOREIGN KEY (incident_id) REFERENCES incident(id);
    ALTER TABLE affected_region ADD CONSTRAINT affected_region_authority_fk FOREIGN KEY (authority_id) REFERENCES stakeholder(id);
    ALTER TABLE affected_service ADD CONSTRAINT affected_service_incident_fk FOREIGN KEY (incident_id) REFERENCES incident(id);
    ALTER TABLE involvement ADD CONSTRAINT involvement_incident_fk FOREIGN KEY (incident_id) REFERENCES incident(id);
    ALTER TABLE involvement ADD CONSTRAINT involvement_stakeholder_fk FOREIGN KEY (stakeholder_id) REFERENCES stakeholder(id);
    ALTER TABLE public_statement ADD CONSTRAINT public_statement_incident_fk FOREIGN KEY (incident_id) REFERENCES incident(id);
    ALTER TABLE public_statement ADD CONSTRAINT public_statement_issuer_fk FOREIGN KEY (issuer_id) REFERENCES stakeholder(id);
`;

/** The chain hashes of lines that follow one another: docs/chain.md. */
const chain = `
  CREATE FUNCTION journal_chain(previous bytea, base integer, contents bytea[]) RETURNS bytea[]
  LANGUAGE plpgsql IMMUTABLE STRICT AS $$
  DECLARE
    link bytea := previous;
    links bytea[] := '{}';
  BEGIN
    FOR place IN 1 .. array_length(contents, 1) LOOP
      link := sha256(link || int8send((base + place)::bigint) || contents[place]);
      links := links || link;
    END LOOP;
    RETURN links;
  END $$;
`;

/** Lines are never changed or removed, by whomever. */
const immutable = `
  CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'the journal is append-only: % on % is refused', TG_OP, TG_TABLE_NAME;
  END $$;

  CREATE TRIGGER journal_line_is_immutable BEFORE UPDATE OR DELETE ON journal_line
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER journal_line_is_kept BEFORE TRUNCATE ON journal_line
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER journal_entry_is_immutable BEFORE UPDATE OR DELETE ON journal_entry
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER journal_entry_is_kept BEFORE TRUNCATE ON journal_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

/** The journal of what belongs to no incident. */
const registry = `
  INSERT INTO journal_head (stream_id, number, chain_hash, previous_hash, appended_by)
  VALUES ('00000000-0000-0000-0000-000000000000', 0, decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'), 0);
`;
