"""The tables of the history: change sets, revisions of definitions, the journal over everything, and migrations."""

from sqlalchemy import Index, UniqueConstraint

from tracker.store.database.schema.columns import (
    change_set,
    checks,
    integers,
    key,
    number_key,
    one_of,
    optional_texts,
    row_number,
    table,
    texts,
    unique_text,
)

ENTITIES = ("zone", "source", "indicator", "plan", "goal")

migrations = table("migrations", key("name"), *texts("at"))


change_sets = table(
    "change_sets",
    number_key(),
    unique_text("at"),
    *texts("who", "deed"),
    *optional_texts("reason", "origin"),
    *texts("content_digest"),
    *texts("previous_hash"),
    unique_text("hash"),
    *checks(
        {
            "change_set_id_positive": "id > 0",
            "change_set_hash_length": "length(hash) = 64 AND length(content_digest) = 64",
        }
    ),
    append_only=True,
)

definition_revisions = table(
    "definition_revisions",
    row_number(),
    *texts("entity", "key"),
    *integers("revision"),
    *texts("content"),
    change_set(),
    UniqueConstraint("entity", "key", "revision", name="definition_revision_unique"),
    *checks({"definition_entity_known": one_of("entity", ENTITIES), "definition_revision_positive": "revision > 0"}),
    Index("definition_revisions_change_set", "change_set"),
    append_only=True,
)

journal = table(
    "journal",
    number_key(),
    *texts("at", "table_name", "row_key"),
    *optional_texts("old", "new"),
    *texts("previous_hash", "hash"),
    *checks({"journal_id_positive": "id > 0", "journal_hash_length": "length(hash) = 64"}),
    append_only=True,
)

#: The newest entry, so that entries cut off the end are missed, and what the clock said when it was written.
journal_head = table(
    "journal_head",
    number_key("number"),
    *texts("hash"),
    *optional_texts("at"),
    *checks({"journal_head_hash_length": "length(hash) = 64"}),
)
