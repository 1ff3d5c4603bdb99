"""What presenters put together: slide sets as they stand, and every deed on one."""

from tracker.store.database.dialects import Dialect


def statements(sql: Dialect) -> list[str]:
    """Return the tables of slide sets."""
    return [
        _sets(sql),
        _events(sql),
        *sql.append_only("slide_set_events"),
    ]


def _sets(sql: Dialect) -> str:
    """Return the table of slide sets; one that was removed stays, and is marked so."""
    instants = ("as_of", "made_at", "changed_at", "refreshed_at")
    dated = " AND ".join(f"{sql.begins_with_year(name)} AND length({name}) = 27" for name in instants)
    return f"""CREATE TABLE slide_sets (
        slide_set {sql.text} PRIMARY KEY,
        name {sql.text} NOT NULL,
        origin {sql.text} NOT NULL,
        subjects {sql.text} NOT NULL,
        year INTEGER NOT NULL,
        as_of {sql.text} NOT NULL,
        rule {sql.text} NOT NULL,
        slides {sql.text} NOT NULL,
        made_by {sql.text} NOT NULL,
        made_at {sql.text} NOT NULL,
        changed_at {sql.text} NOT NULL,
        refreshed_at {sql.text} NOT NULL,
        removed INTEGER NOT NULL,
        version INTEGER NOT NULL,
        CONSTRAINT slide_set_key_length CHECK (length(slide_set) BETWEEN 1 AND 100),
        CONSTRAINT slide_set_name_length CHECK (length(name) BETWEEN 1 AND 120),
        CONSTRAINT slide_set_origin_known CHECK (origin IN ('plan', 'zone', 'comparison', 'goals')),
        CONSTRAINT slide_set_subjects_is_list CHECK ({sql.json_array("subjects")}),
        CONSTRAINT slide_set_year_sane CHECK (year BETWEEN 1900 AND 2100),
        CONSTRAINT slide_set_rule_known CHECK (rule IN ('time', 'compound', 'projection')),
        CONSTRAINT slide_set_slides_is_list CHECK ({sql.json_array("slides")}),
        CONSTRAINT slide_set_instants_are_instants CHECK ({dated}),
        CONSTRAINT slide_set_in_order CHECK (made_at <= changed_at AND made_at <= refreshed_at),
        CONSTRAINT slide_set_removed_known CHECK (removed IN (0, 1)),
        CONSTRAINT slide_set_version_positive CHECK (version > 0)
    ) {sql.clustered_end}"""


def _events(sql: Dialect) -> str:
    """Return the table of deeds on slide sets; `version` is that of the set it made."""
    return f"""CREATE TABLE slide_set_events (
        id INTEGER PRIMARY KEY,
        at {sql.text} NOT NULL UNIQUE,
        who {sql.text} NOT NULL,
        deed {sql.text} NOT NULL,
        slide_set {sql.text} NOT NULL REFERENCES slide_sets (slide_set),
        version INTEGER NOT NULL,
        old {sql.text},
        new {sql.text} NOT NULL,
        previous_hash {sql.text} NOT NULL,
        hash {sql.text} NOT NULL UNIQUE,
        CONSTRAINT slide_set_event_version_unique UNIQUE (slide_set, version),
        CONSTRAINT slide_set_event_id_positive CHECK (id > 0),
        CONSTRAINT slide_set_event_deed_known CHECK (
            deed IN ('slides made', 'slides changed', 'slides refreshed', 'slides removed')),
        CONSTRAINT slide_set_event_begins CHECK ((deed = 'slides made') = (version = 1)),
        CONSTRAINT slide_set_event_has_old CHECK ((old IS NULL) = (version = 1)),
        CONSTRAINT slide_set_event_old_is_object CHECK ({sql.json_object("old")}),
        CONSTRAINT slide_set_event_new_is_object CHECK ({sql.json_object("new")}),
        CONSTRAINT slide_set_event_hash_length CHECK (length(hash) = 64)
    ) {sql.table_end}"""
