"""Actuals: every revision ever made, and the current one of each series and period."""

from tracker.store.database.dialects import Dialect

_QUALIFIERS = "'exact', 'about', 'over', 'at_least', 'under', 'at_most', 'between'"
_LARGEST = 1e40


def statements(sql: Dialect) -> list[str]:
    """Return the tables of the actuals."""
    return [
        _revisions(sql),
        "CREATE INDEX actual_revisions_change_set ON actual_revisions (change_set)",
        "CREATE INDEX actual_revisions_source ON actual_revisions (source)",
        _actuals(sql),
        "CREATE INDEX actuals_change_set ON actuals (change_set)",
        "CREATE INDEX actuals_state ON actuals (series, year) WHERE state IS NOT NULL",
        *sql.append_only("actual_revisions"),
    ]


def _revisions(sql: Dialect) -> str:
    """Return the table of all revisions.

    `period` is the year, or @ and the source where the year is not known. `low` and `high` are in the base unit of
    the dimension, empty on a side without bound; `open_end` is 1 for "over" and 2 for "under".
    """
    return f"""CREATE TABLE actual_revisions (
        id {sql.identity},
        series INTEGER NOT NULL REFERENCES series (id),
        period {sql.text} NOT NULL,
        revision INTEGER NOT NULL,
        year INTEGER,
        value {sql.text},
        value_high {sql.text},
        qualifier {sql.text} NOT NULL,
        growth {sql.text},
        share {sql.text},
        share_of {sql.text} REFERENCES zones (zone),
        unit {sql.text},
        status {sql.text} NOT NULL,
        state {sql.text},
        source {sql.text} REFERENCES sources (source),
        locator {sql.text},
        note {sql.text},
        low {sql.real},
        high {sql.real},
        growth_number {sql.real},
        open_end INTEGER NOT NULL,
        change_set INTEGER NOT NULL REFERENCES change_sets (id) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT actual_revision_unique UNIQUE (series, period, revision),
        {_checks(sql)}
    ) {sql.table_end}"""


def _checks(sql: Dialect) -> str:
    """Return what no actual can be."""
    checks = {
        "actual_revision_positive": "revision > 0",
        "actual_period_fits": (
            "CASE WHEN year IS NULL THEN period = '@' || coalesce(source, '') ELSE period = CAST(year AS TEXT) END"
        ),
        "actual_year_sane": "year BETWEEN 1900 AND 2100",
        "actual_qualifier_known": f"qualifier IN ({_QUALIFIERS})",
        "actual_status_known": "status IN ('final', 'provisional', 'estimated')",
        "actual_state_known": "state IN ('not started', 'under way', 'done')",
        "actual_says_something": "coalesce(value, growth, share, state) IS NOT NULL",
        "actual_value_is_number": sql.decimal("value"),
        "actual_value_high_is_number": sql.decimal("value_high"),
        "actual_growth_is_number": sql.number_of("growth", "growth_number"),
        "actual_share_is_percentage": sql.decimal_within("share", 0, 100),
        "actual_share_has_its_whole": "(share IS NULL) = (share_of IS NULL)",
        "actual_between_has_both_bounds": (
            "CASE WHEN qualifier = 'between' THEN value IS NOT NULL AND value_high IS NOT NULL "
            "ELSE value_high IS NULL END"
        ),
        "actual_low_not_above_high": "low <= high",
        "actual_open_end_fits": "open_end = CASE qualifier WHEN 'over' THEN 1 WHEN 'under' THEN 2 ELSE 0 END",
        "actual_numbers_finite": " AND ".join(
            f"({column} IS NULL OR {column} BETWEEN -{_LARGEST} AND {_LARGEST})"
            for column in ("low", "high", "growth_number")
        ),
    }
    return ",\n".join(f"CONSTRAINT {name} CHECK ({condition})" for name, condition in checks.items())


def _actuals(sql: Dialect) -> str:
    """Return the table of current actuals: slim and clustered, so that reading them all is fast."""
    return f"""CREATE TABLE actuals (
        series INTEGER NOT NULL REFERENCES series (id),
        period {sql.text} NOT NULL,
        year INTEGER,
        low {sql.real},
        high {sql.real},
        growth {sql.real},
        open_end INTEGER NOT NULL,
        state {sql.text},
        revision INTEGER NOT NULL,
        revision_id INTEGER NOT NULL REFERENCES actual_revisions (id),
        change_set INTEGER NOT NULL REFERENCES change_sets (id) DEFERRABLE INITIALLY DEFERRED,
        PRIMARY KEY (series, period)
    ) {sql.clustered_end}"""
