"""Columns of goals, indicators, plans, sources and actuals that were added later, and goals of a direction alone."""

from tracker.store.database.alterations import ChangedCheck, Steps
from tracker.store.database.dialects import Dialect

_KINDS = (
    "'level', 'increase', 'multiple', 'change', 'growth', 'every_year', 'range', 'rank', 'relative', 'milestone', "
    "'direction'"
)
_PARTS = (*("-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4"), *(f"-{month:02}" for month in range(1, 13)))
_PERIODS = ", ".join(f"'{period}'" for period in ("", *(part + end for part in _PARTS for end in ("", "+"))))


def statements(sql: Dialect) -> Steps:
    """Return the columns that are added, and the checks that change with them."""
    added = {
        "sources": _texts(sql, "title_zh", "publisher_zh", "note_zh"),
        "indicators": [
            *(_decimal(sql, "indicator", name) for name in ("minimum", "maximum")),
            *_texts(sql, "unit_zh", "definition_zh"),
        ],
        "plans": ['"order" INTEGER'],
        "goals": _of_goals(sql),
        "actual_revisions": [
            *(_decimal(sql, "actual", name) for name in ("numerator", "denominator")),
            *_texts(sql, "explanation", "explanation_zh", "measures", "flag"),
            f"cumulative INTEGER CONSTRAINT actual_cumulative_fits CHECK ({_CUMULATIVE})",
        ],
    }
    return [
        *(f"ALTER TABLE {table} ADD COLUMN {column}" for table, columns in added.items() for column in columns),
        "CREATE INDEX goals_part_of ON goals (part_of)",
        ChangedCheck("goals", "goal_kind_known", f"kind IN ({_KINDS})"),
        ChangedCheck("actual_revisions", "actual_period_fits", _PERIOD_FITS),
    ]


def _of_goals(sql: Dialect) -> list[str]:
    without_value = "kind <> 'direction' OR (value IS NULL AND value_high IS NULL)"
    return [
        f"basis {sql.text} CONSTRAINT goal_basis_known CHECK (basis IN ('each_year', 'on_average'))"
        f" CONSTRAINT goal_direction_without_value CHECK ({without_value})",
        f"measured_by {sql.text} CONSTRAINT goal_measured_by_known CHECK (measured_by IN ('mean'))",
        f"part_of {sql.text} REFERENCES goals (goal) CONSTRAINT goal_not_part_of_itself CHECK (part_of <> goal)",
        *_texts(sql, "theme"),
        '"order" INTEGER',
        *_texts(sql, "owner", "wording_zh", "note_zh"),
    ]


def _texts(sql: Dialect, *names: str) -> list[str]:
    return [f"{name} {sql.text}" for name in names]


def _decimal(sql: Dialect, record: str, name: str) -> str:
    return f"{name} {sql.text} CONSTRAINT {record}_{name}_is_number CHECK ({sql.decimal(name)})"


_PERIOD_FITS = (
    "CASE WHEN year IS NULL THEN period = '@' || coalesce(source, '') "
    f"ELSE substr(period, 1, 4) = CAST(year AS TEXT) AND substr(period, 5) IN ({_PERIODS}) END"
)
_CUMULATIVE = (
    "CASE WHEN year IS NULL OR length(period) = 4 THEN cumulative IS NULL "
    "ELSE coalesce(cumulative, 0) = CASE WHEN substr(period, 8) = '+' THEN 1 ELSE 0 END END"
)
