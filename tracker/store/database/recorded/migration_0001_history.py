"""Who changed what, when and why: change sets, and every revision of every definition."""

from tracker.store.database.dialects import Dialect


def statements(sql: Dialect) -> list[str]:
    """Return the tables of the history."""
    return [
        f"""CREATE TABLE change_sets (
            id INTEGER PRIMARY KEY,
            at {sql.text} NOT NULL UNIQUE,
            who {sql.text} NOT NULL,
            deed {sql.text} NOT NULL,
            reason {sql.text},
            origin {sql.text},
            content_digest {sql.text} NOT NULL,
            previous_hash {sql.text} NOT NULL,
            hash {sql.text} NOT NULL UNIQUE,
            CONSTRAINT change_set_id_positive CHECK (id > 0),
            CONSTRAINT change_set_hash_length CHECK (length(hash) = 64 AND length(content_digest) = 64)
        ) {sql.table_end}""",
        # The change set is written last, when the digest of its content is known: hence deferred.
        f"""CREATE TABLE definition_revisions (
            id {sql.identity},
            entity {sql.text} NOT NULL,
            key {sql.text} NOT NULL,
            revision INTEGER NOT NULL,
            content {sql.text} NOT NULL,
            change_set INTEGER NOT NULL REFERENCES change_sets (id) DEFERRABLE INITIALLY DEFERRED,
            CONSTRAINT definition_revision_unique UNIQUE (entity, key, revision),
            CONSTRAINT definition_entity_known CHECK (entity IN ('zone', 'source', 'indicator', 'plan', 'goal')),
            CONSTRAINT definition_revision_positive CHECK (revision > 0)
        ) {sql.table_end}""",
        "CREATE INDEX definition_revisions_change_set ON definition_revisions (change_set)",
        *sql.append_only("change_sets"),
        *sql.append_only("definition_revisions"),
    ]
