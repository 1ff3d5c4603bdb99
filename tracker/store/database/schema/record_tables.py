"""The tables of the record: definitions and actuals as they stand, and every revision of an actual."""

from typing import Any

from sqlalchemy import Column, Index, Table, UniqueConstraint, text

from tracker.domain.quantity.year_parts import PARTS
from tracker.domain.records import Actual, Goal, Indicator, Plan, Source, Zone
from tracker.store.database.schema.columns import (
    TEXT,
    change_set,
    checks,
    finite,
    integers,
    number_reference,
    numbers,
    one_of,
    optional_integers,
    optional_texts,
    record_columns,
    record_words,
    reference,
    row_number,
    table,
    year_within,
)

_LARGEST_GOAL, _LARGEST_ACTUAL = 1e30, 1e40
# Columns that were added to tables that were in use: they stand last, where a migration adds them.
_ADDED: dict[type[Any], tuple[str, ...]] = {
    Source: ("title_zh", "publisher_zh", "note_zh"),
    Indicator: ("minimum", "maximum", "unit_zh", "definition_zh"),
    Plan: ("order",),
    Goal: ("basis", "measured_by", "part_of", "theme", "order", "owner", "wording_zh", "note_zh"),
    Actual: (
        *("numerator", "denominator", "explanation", "explanation_zh", "measures", "flag"),
        "cumulative",
    ),
}


_PERIODS = one_of("substr(period, 5)", ("", *(part + end for part in PARTS for end in ("", "+"))))


def _added(record: type[Any], **references: str) -> list[Column[Any]]:
    """Return the columns of a record that were added to its table."""
    return record_columns(record, references=references, only=_ADDED[record])


zones = table(
    "zones",
    *record_columns(Zone, key="zone", references={"parent": "zones.zone"}),
    *integers("revision"),
    change_set(),
    *checks(
        {
            "zone_named": "zone <> '' AND name <> ''",
            "zone_not_its_own_parent": "parent <> zone",
        }
    ),
    Index("zones_parent", "parent"),
)

sources = table(
    "sources",
    *record_columns(Source, key="source", without=_ADDED[Source]),
    *integers("revision"),
    change_set(),
    *_added(Source),
    *checks(
        {
            "source_named": "source <> '' AND title <> ''",
            "source_published_is_date": lambda sql: sql.begins_with_year("published"),
        }
    ),
)

indicators = table(
    "indicators",
    *record_columns(Indicator, key="indicator", without=_ADDED[Indicator]),
    *integers("revision"),
    change_set(),
    *_added(Indicator),
    *checks(
        {
            "indicator_named": "indicator <> '' AND name <> '' AND unit <> ''",
            **record_words("indicator", Indicator),
            "indicator_decimals_sane": "decimals BETWEEN 0 AND 30",
            "indicator_minimum_is_number": lambda sql: sql.decimal("minimum"),
            "indicator_maximum_is_number": lambda sql: sql.decimal("maximum"),
        }
    ),
)

plans = table(
    "plans",
    *record_columns(
        Plan,
        key="plan",
        references={"zone": "zones.zone", "succeeds": "plans.plan", "source": "sources.source"},
        without=_ADDED[Plan],
    ),
    *integers("revision"),
    change_set(),
    *_added(Plan),
    *checks(
        {
            "plan_named": "plan <> '' AND name <> ''",
            "plan_years_sane": year_within("start", '"end"'),
            "plan_end_not_before_start": '"end" >= start',
            "plan_issued_is_date": lambda sql: sql.begins_with_year("issued"),
            "plan_not_its_own_successor": "succeeds <> plan",
        }
    ),
    Index("plans_zone", "zone"),
)

#: One zone's values of one indicator, which goals and actuals meet in.
series = table(
    "series",
    row_number(),
    reference("zone", "zones.zone"),
    reference("indicator", "indicators.indicator"),
    UniqueConstraint("zone", "indicator", name="series_unique"),
)

#: The numbers beside the texts are for computing, in the goal's own unit. A range without its bounds ("within a
#: reasonable range") has no target yet.
goals = table(
    "goals",
    *record_columns(
        Goal,
        key="goal",
        references={
            "plan": "plans.plan",
            "indicator": "indicators.indicator",
            "reference_indicator": "indicators.indicator",
            "reference_zone": "zones.zone",
            "source": "sources.source",
        },
        without=_ADDED[Goal],
    ),
    *numbers("value_number", "value_high_number", "baseline_number"),
    number_reference("series", "series.id"),
    number_reference("reference_series", "series.id", optional=True),
    *integers("revision"),
    change_set(),
    *_added(Goal, part_of="goals.goal"),
    *checks(
        {
            "goal_named": "goal <> ''",
            **record_words("goal", Goal),
            "goal_state_of_milestones_only": "state IS NULL OR kind = 'milestone'",
            "goal_milestone_without_value": "kind <> 'milestone' OR (value IS NULL AND value_high IS NULL)",
            "goal_direction_without_value": "kind <> 'direction' OR (value IS NULL AND value_high IS NULL)",
            "goal_not_part_of_itself": "part_of <> goal",
            "goal_years_sane": year_within("due", "baseline_year"),
            "goal_due_not_before_baseline": "due >= baseline_year",
            "goal_approximate_yes_or_no": "approximate IN (0, 1)",
            "goal_range_has_both_bounds": (
                "CASE WHEN kind = 'range' OR comparator = 'between' "
                "THEN (value IS NULL) = (value_high IS NULL) ELSE value_high IS NULL END"
            ),
            "goal_range_low_not_above_high": "value_number <= value_high_number",
            "goal_multiple_positive": "kind <> 'multiple' OR value_number > 0",
            "goal_value_is_number": lambda sql: sql.number_of("value", "value_number"),
            "goal_value_high_is_number": lambda sql: sql.number_of("value_high", "value_high_number"),
            "goal_baseline_is_number": lambda sql: sql.number_of("baseline_value", "baseline_number"),
            "goal_numbers_finite": finite(_LARGEST_GOAL, "value_number", "value_high_number", "baseline_number"),
            "goal_reference_series_fits": (
                "(reference_series IS NULL) = (reference_indicator IS NULL AND reference_zone IS NULL)"
            ),
        }
    ),
    Index("goals_plan", "plan"),
    Index("goals_indicator", "indicator"),
    Index("goals_series", "series"),
    Index("goals_source", "source"),
    Index("goals_part_of", "part_of"),
)

#: `period` is the year, a part of it (with + where that is counted from the beginning of the year), or @ and the source
#: where the year is not known. `low` and `high` are in the base unit of the
#: dimension, empty on a side without bound; `open_end` is 1 for "over" and 2 for "under". The digests of the history
#: cover these columns in this order.
actual_revisions = table(
    "actual_revisions",
    row_number(),
    number_reference("series", "series.id"),
    Column("period", TEXT, nullable=False),
    *integers("revision"),
    *record_columns(
        Actual,
        references={"share_of": "zones.zone", "source": "sources.source"},
        without=("zone", "indicator", "period", *_ADDED[Actual]),
    ),
    *numbers("low", "high", "growth_number"),
    *integers("open_end"),
    change_set(),
    *_added(Actual),
    UniqueConstraint("series", "period", "revision", name="actual_revision_unique"),
    *checks(
        {
            "actual_revision_positive": "revision > 0",
            "actual_period_fits": (
                "CASE WHEN year IS NULL THEN period = '@' || coalesce(source, '') "
                f"ELSE substr(period, 1, 4) = CAST(year AS TEXT) AND {_PERIODS} END"
            ),
            "actual_cumulative_fits": (
                "CASE WHEN year IS NULL OR length(period) = 4 THEN cumulative IS NULL "
                "ELSE coalesce(cumulative, 0) = CASE WHEN substr(period, 8) = '+' THEN 1 ELSE 0 END END"
            ),
            "actual_numerator_is_number": lambda sql: sql.decimal("numerator"),
            "actual_denominator_is_number": lambda sql: sql.decimal("denominator"),
            "actual_year_sane": year_within("year"),
            **record_words("actual", Actual),
            "actual_says_something": "coalesce(value, growth, share, state) IS NOT NULL",
            "actual_value_is_number": lambda sql: sql.decimal("value"),
            "actual_value_high_is_number": lambda sql: sql.decimal("value_high"),
            "actual_growth_is_number": lambda sql: sql.number_of("growth", "growth_number"),
            "actual_share_is_percentage": lambda sql: sql.decimal_within("share", 0, 100),
            "actual_share_has_its_whole": "(share IS NULL) = (share_of IS NULL)",
            "actual_between_has_both_bounds": (
                "CASE WHEN qualifier = 'between' THEN value IS NOT NULL AND value_high IS NOT NULL "
                "ELSE value_high IS NULL END"
            ),
            "actual_low_not_above_high": "low <= high",
            "actual_open_end_fits": "open_end = CASE qualifier WHEN 'over' THEN 1 WHEN 'under' THEN 2 ELSE 0 END",
            "actual_numbers_finite": finite(_LARGEST_ACTUAL, "low", "high", "growth_number"),
        }
    ),
    Index("actual_revisions_change_set", "change_set"),
    Index("actual_revisions_source", "source"),
    append_only=True,
)

#: The current revision of each series and period: slim and clustered, so that reading them all is fast.
actuals = table(
    "actuals",
    number_reference("series", "series.id", primary_key=True),
    Column("period", TEXT, primary_key=True),
    *optional_integers("year"),
    *numbers("low", "high", "growth"),
    *integers("open_end"),
    *optional_texts("state"),
    *integers("revision"),
    number_reference("revision_id", "actual_revisions.id"),
    change_set(),
    Index("actuals_change_set", "change_set"),
    Index(
        "actuals_state",
        "series",
        "year",
        sqlite_where=text("state IS NOT NULL"),
        postgresql_where=text("state IS NOT NULL"),
    ),
    clustered=True,
)

definition_tables: dict[str, Table] = {
    "source": sources,
    "zone": zones,
    "indicator": indicators,
    "plan": plans,
    "goal": goals,
}
