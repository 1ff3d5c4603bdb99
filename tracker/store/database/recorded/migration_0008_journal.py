"""The journal over every row that is kept and every other chain, and its head in a place of its own."""

from tracker.store.database.dialects import Dialect


def statements(sql: Dialect) -> list[str]:
    """Return the tables of the journal; it begins with what stands in the store once all migrations are applied."""
    return [
        f"""CREATE TABLE journal (
            id INTEGER PRIMARY KEY,
            at {sql.text} NOT NULL,
            table_name {sql.text} NOT NULL,
            row_key {sql.text} NOT NULL,
            old {sql.text},
            new {sql.text},
            previous_hash {sql.text} NOT NULL,
            hash {sql.text} NOT NULL,
            CONSTRAINT journal_id_positive CHECK (id > 0),
            CONSTRAINT journal_hash_length CHECK (length(hash) = 64)
        ) {sql.table_end}""",
        *sql.append_only("journal"),
        f"""CREATE TABLE journal_head (
            number INTEGER PRIMARY KEY,
            hash {sql.text} NOT NULL,
            at {sql.text},
            CONSTRAINT journal_head_hash_length CHECK (length(hash) = 64)
        ) {sql.table_end}""",
    ]
