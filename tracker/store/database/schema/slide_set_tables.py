"""The tables of slide sets: as they stand, and every event of one."""

from sqlalchemy import UniqueConstraint

from tracker.domain.slides.slide_sets import Origin, SlideEvent
from tracker.domain.statuses import Rule
from tracker.store.database.dialects import Dialect
from tracker.store.database.schema.columns import (
    checks,
    integers,
    key,
    number_key,
    one_of,
    optional_texts,
    reference,
    table,
    texts,
    unique_text,
    year_within,
)


def _dated(sql: Dialect) -> str:
    """Return the condition that the instants of a set are instants."""
    instants = ("as_of", "made_at", "changed_at", "refreshed_at")
    return " AND ".join(f"{sql.begins_with_year(name)} AND length({name}) = 27" for name in instants)


#: A set that was removed stays, and is marked so.
slide_sets = table(
    "slide_sets",
    key("slide_set"),
    *texts("name", "origin", "subjects"),
    *integers("year"),
    *texts("as_of", "rule", "slides", "made_by", "made_at", "changed_at", "refreshed_at"),
    *integers("removed", "version"),
    *checks(
        {
            "slide_set_key_length": "length(slide_set) BETWEEN 1 AND 100",
            "slide_set_name_length": "length(name) BETWEEN 1 AND 120",
            "slide_set_origin_known": one_of("origin", Origin),
            "slide_set_subjects_is_list": lambda sql: sql.json_array("subjects"),
            "slide_set_year_sane": year_within("year"),
            "slide_set_rule_known": one_of("rule", Rule),
            "slide_set_slides_is_list": lambda sql: sql.json_array("slides"),
            "slide_set_instants_are_instants": _dated,
            "slide_set_in_order": "made_at <= changed_at AND made_at <= refreshed_at",
            "slide_set_removed_known": "removed IN (0, 1)",
            "slide_set_version_positive": "version > 0",
        }
    ),
    clustered=True,
)

#: `version` is that of the set that an event made.
slide_set_events = table(
    "slide_set_events",
    number_key(),
    unique_text("at"),
    *texts("who", "deed"),
    reference("slide_set", "slide_sets.slide_set"),
    *integers("version"),
    *optional_texts("old"),
    *texts("new"),
    *texts("previous_hash"),
    unique_text("hash"),
    UniqueConstraint("slide_set", "version", name="slide_set_event_version_unique"),
    *checks(
        {
            "slide_set_event_id_positive": "id > 0",
            "slide_set_event_deed_known": one_of("deed", SlideEvent),
            "slide_set_event_begins": "(deed = 'slides made') = (version = 1)",
            "slide_set_event_has_old": "(old IS NULL) = (version = 1)",
            "slide_set_event_old_is_object": lambda sql: sql.json_object("old"),
            "slide_set_event_new_is_object": lambda sql: sql.json_object("new"),
            "slide_set_event_hash_length": "length(hash) = 64",
        }
    ),
    append_only=True,
)
