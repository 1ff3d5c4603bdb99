"""What officials enter: drafts, entries under review with all that happened to them, evidence, deadlines."""

from tracker.store.database.dialects import Dialect

LARGEST_EVIDENCE = 10 * 1024 * 1024


def statements(sql: Dialect) -> list[str]:
    """Return the tables of entry and review."""
    return [
        _evidence(sql),
        _drafts(sql),
        "CREATE INDEX drafts_value ON drafts (zone, year)",
        _entries(sql),
        "CREATE INDEX entries_waiting ON entries (zone, year) WHERE state = 'submitted'",
        _events(sql),
        "CREATE INDEX entry_events_change_set ON entry_events (change_set)",
        f"""CREATE TABLE rounds (
            year INTEGER PRIMARY KEY,
            deadline {sql.text} NOT NULL,
            set_by {sql.text} NOT NULL,
            set_at {sql.text} NOT NULL,
            CONSTRAINT round_year_sane CHECK (year BETWEEN 1900 AND 2100),
            CONSTRAINT round_deadline_is_date CHECK ({sql.begins_with_year("deadline")} AND length(deadline) = 10)
        ) {sql.table_end}""",
        f"""CREATE TABLE deed_tokens (
            token {sql.text} PRIMARY KEY,
            at {sql.text} NOT NULL,
            CONSTRAINT deed_token_length CHECK (length(token) BETWEEN 8 AND 200)
        ) {sql.clustered_end}""",
        *sql.append_only("entry_events"),
        *sql.append_only("evidence"),
    ]


def _value(sql: Dialect) -> str:
    """Return the columns that say which value is meant."""
    return f"""zone {sql.text} NOT NULL REFERENCES zones (zone),
        indicator {sql.text} NOT NULL REFERENCES indicators (indicator),
        year INTEGER NOT NULL"""


def _evidence(sql: Dialect) -> str:
    """Return the table of files, each under the sha256 of its content."""
    return f"""CREATE TABLE evidence (
        checksum {sql.text} PRIMARY KEY,
        name {sql.text} NOT NULL,
        mime {sql.text} NOT NULL,
        size INTEGER NOT NULL,
        content {sql.bytes} NOT NULL,
        kept_by {sql.text} NOT NULL,
        kept_at {sql.text} NOT NULL,
        CONSTRAINT evidence_checksum_length CHECK (length(checksum) = 64),
        CONSTRAINT evidence_name_length CHECK (length(name) BETWEEN 1 AND 300),
        CONSTRAINT evidence_mime_known CHECK (mime IN ('application/pdf', 'image/png', 'image/jpeg')),
        CONSTRAINT evidence_size_fits CHECK (size = length(content) AND size BETWEEN 1 AND {LARGEST_EVIDENCE})
    ) {sql.table_end}"""


def _drafts(sql: Dialect) -> str:
    """Return the table of what is typed and not submitted; `typed` is empty where the draft was taken away."""
    return f"""CREATE TABLE drafts (
        person {sql.text} NOT NULL,
        {_value(sql)},
        typed {sql.text},
        version INTEGER NOT NULL,
        at {sql.text} NOT NULL,
        PRIMARY KEY (person, zone, indicator, year),
        CONSTRAINT draft_year_sane CHECK (year BETWEEN 1900 AND 2100),
        CONSTRAINT draft_version_positive CHECK (version > 0),
        CONSTRAINT draft_typed_is_object CHECK ({sql.json_object("typed")})
    ) {sql.clustered_end}"""


def _entries(sql: Dialect) -> str:
    """Return the table of submitted values; `actual` is what is to be stored, empty where there is no value."""
    reasons = "'not collected', 'not yet published', 'not applicable'"
    return f"""CREATE TABLE entries (
        {_value(sql)},
        state {sql.text} NOT NULL,
        typed {sql.text} NOT NULL,
        understood {sql.text} NOT NULL,
        actual {sql.text},
        no_value {sql.text},
        comment {sql.text},
        evidence {sql.text} REFERENCES evidence (checksum),
        entered_by {sql.text} NOT NULL,
        entered_at {sql.text} NOT NULL,
        reviewed_by {sql.text},
        reviewed_at {sql.text},
        review_reason {sql.text},
        version INTEGER NOT NULL,
        PRIMARY KEY (zone, indicator, year),
        CONSTRAINT entry_year_sane CHECK (year BETWEEN 1900 AND 2100),
        CONSTRAINT entry_version_positive CHECK (version > 0),
        CONSTRAINT entry_state_known CHECK (state IN ('submitted', 'returned', 'accepted')),
        CONSTRAINT entry_typed_is_object CHECK ({sql.json_object("typed")}),
        CONSTRAINT entry_actual_is_object CHECK ({sql.json_object("actual")}),
        CONSTRAINT entry_no_value_known CHECK (no_value IN ({reasons})),
        CONSTRAINT entry_has_value_or_reason CHECK ((actual IS NULL) <> (no_value IS NULL)),
        CONSTRAINT entry_review_fits CHECK ((state = 'submitted') = (reviewed_by IS NULL)),
        CONSTRAINT entry_review_dated CHECK ((reviewed_by IS NULL) = (reviewed_at IS NULL)),
        CONSTRAINT entry_return_has_reason CHECK (state <> 'returned' OR review_reason IS NOT NULL),
        CONSTRAINT entry_reviewed_by_another CHECK (state <> 'accepted' OR reviewed_by <> entered_by)
    ) {sql.clustered_end}"""


def _events(sql: Dialect) -> str:
    """Return the table of deeds on entries and of deadlines set; `version` is that of the entry it made."""
    return f"""CREATE TABLE entry_events (
        id INTEGER PRIMARY KEY,
        at {sql.text} NOT NULL UNIQUE,
        who {sql.text} NOT NULL,
        deed {sql.text} NOT NULL,
        zone {sql.text} REFERENCES zones (zone),
        indicator {sql.text} REFERENCES indicators (indicator),
        year INTEGER NOT NULL,
        version INTEGER,
        old {sql.text},
        new {sql.text} NOT NULL,
        reason {sql.text},
        change_set INTEGER REFERENCES change_sets (id) DEFERRABLE INITIALLY DEFERRED,
        previous_hash {sql.text} NOT NULL,
        hash {sql.text} NOT NULL UNIQUE,
        CONSTRAINT entry_event_version_unique UNIQUE (zone, indicator, year, version),
        CONSTRAINT entry_event_id_positive CHECK (id > 0),
        CONSTRAINT entry_event_deed_known CHECK (deed IN ('submit', 'accept', 'return', 'deadline')),
        CONSTRAINT entry_event_names_value CHECK (
            (deed = 'deadline') = (zone IS NULL) AND (zone IS NULL) = (indicator IS NULL)
            AND (zone IS NULL) = (version IS NULL)),
        CONSTRAINT entry_event_return_has_reason CHECK (deed <> 'return' OR reason IS NOT NULL),
        CONSTRAINT entry_event_change_fits CHECK (deed = 'accept' OR change_set IS NULL),
        CONSTRAINT entry_event_hash_length CHECK (length(hash) = 64)
    ) {sql.table_end}"""
