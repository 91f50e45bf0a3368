-- What the role that the server runs as may do: never change or remove a line of a journal.
-- The server applies this itself after migrating. Where somebody else migrates, apply it with the name of that role:
--   psql -v ON_ERROR_STOP=1 -f grants.sql        (after replacing cellule_runtime, if the role has another name)

GRANT USAGE ON SCHEMA public TO cellule_runtime;
GRANT SELECT ON migration TO cellule_runtime;
GRANT SELECT, INSERT ON journal_line, journal_entry, journal_marking, public_statement TO cellule_runtime;
GRANT SELECT, INSERT, UPDATE ON journal_head, stakeholder, person, membership, incident, affected_region,
  affected_service, involvement, action, statement_draft, credential TO cellule_runtime;
GRANT SELECT, INSERT, UPDATE ON read_mark TO cellule_runtime;
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency, read_record TO cellule_runtime;
