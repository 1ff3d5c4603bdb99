"""Zones, sources, indicators, plans and goals as they stand now, with what makes a goal impossible."""

from tracker.store.database.dialects import Dialect

_KINDS = "'level', 'increase', 'multiple', 'change', 'growth', 'every_year', 'range', 'rank', 'relative', 'milestone'"
_COMPARATORS = "'>=', '>', '<=', '<', '=', 'between'"
_LARGEST = 1e30


def statements(sql: Dialect) -> list[str]:
    """Return the tables of the definitions and of the series that goals and actuals meet in."""
    return [
        _zones(sql),
        _sources(sql),
        _indicators(sql),
        _plans(sql),
        _series(sql),
        _goals(sql),
        "CREATE INDEX zones_parent ON zones (parent)",
        "CREATE INDEX plans_zone ON plans (zone)",
        "CREATE INDEX goals_plan ON goals (plan)",
        "CREATE INDEX goals_indicator ON goals (indicator)",
        "CREATE INDEX goals_series ON goals (series)",
        "CREATE INDEX goals_source ON goals (source)",
    ]


def _current_revision() -> str:
    """Return the columns that say which revision of a definition a row is."""
    return (
        "revision INTEGER NOT NULL, "
        "change_set INTEGER NOT NULL REFERENCES change_sets (id) DEFERRABLE INITIALLY DEFERRED"
    )


def _zones(sql: Dialect) -> str:
    """Return the table of zones."""
    return f"""CREATE TABLE zones (
        zone {sql.text} PRIMARY KEY,
        name {sql.text} NOT NULL,
        name_zh {sql.text},
        parent {sql.text} REFERENCES zones (zone),
        kind {sql.text},
        aliases {sql.text},
        {_current_revision()},
        CONSTRAINT zone_named CHECK (zone <> '' AND name <> ''),
        CONSTRAINT zone_not_its_own_parent CHECK (parent <> zone)
    ) {sql.table_end}"""


def _sources(sql: Dialect) -> str:
    """Return the table of sources."""
    return f"""CREATE TABLE sources (
        source {sql.text} PRIMARY KEY,
        title {sql.text} NOT NULL,
        publisher {sql.text},
        published {sql.text},
        url {sql.text},
        note {sql.text},
        {_current_revision()},
        CONSTRAINT source_named CHECK (source <> '' AND title <> ''),
        CONSTRAINT source_published_is_date CHECK ({sql.begins_with_year("published")})
    ) {sql.table_end}"""


def _indicators(sql: Dialect) -> str:
    """Return the table of indicators."""
    return f"""CREATE TABLE indicators (
        indicator {sql.text} PRIMARY KEY,
        name {sql.text} NOT NULL,
        name_zh {sql.text},
        unit {sql.text} NOT NULL,
        better {sql.text} NOT NULL,
        accumulates {sql.text} NOT NULL,
        decimals INTEGER,
        category {sql.text},
        definition {sql.text},
        {_current_revision()},
        CONSTRAINT indicator_named CHECK (indicator <> '' AND name <> '' AND unit <> ''),
        CONSTRAINT indicator_better_known CHECK (better IN ('up', 'down', 'none')),
        CONSTRAINT indicator_accumulates_known CHECK (accumulates IN ('level', 'flow', 'annual_change', 'rank')),
        CONSTRAINT indicator_decimals_sane CHECK (decimals BETWEEN 0 AND 30)
    ) {sql.table_end}"""


def _plans(sql: Dialect) -> str:
    """Return the table of plans; `start` and `end` are years."""
    return f"""CREATE TABLE plans (
        plan {sql.text} PRIMARY KEY,
        zone {sql.text} NOT NULL REFERENCES zones (zone),
        name {sql.text} NOT NULL,
        name_zh {sql.text},
        start INTEGER,
        "end" INTEGER,
        issued {sql.text},
        succeeds {sql.text} REFERENCES plans (plan),
        source {sql.text} REFERENCES sources (source),
        note {sql.text},
        {_current_revision()},
        CONSTRAINT plan_named CHECK (plan <> '' AND name <> ''),
        CONSTRAINT plan_years_sane CHECK (start BETWEEN 1900 AND 2100 AND "end" BETWEEN 1900 AND 2100),
        CONSTRAINT plan_end_not_before_start CHECK ("end" >= start),
        CONSTRAINT plan_issued_is_date CHECK ({sql.begins_with_year("issued")}),
        CONSTRAINT plan_not_its_own_successor CHECK (succeeds <> plan)
    ) {sql.table_end}"""


def _series(sql: Dialect) -> str:
    """Return the table of series: one zone's values of one indicator."""
    return f"""CREATE TABLE series (
        id {sql.identity},
        zone {sql.text} NOT NULL REFERENCES zones (zone),
        indicator {sql.text} NOT NULL REFERENCES indicators (indicator),
        CONSTRAINT series_unique UNIQUE (zone, indicator)
    ) {sql.table_end}"""


def _goals(sql: Dialect) -> str:
    """Return the table of goals; the numbers beside the texts are for computing, in the goal's own unit."""
    return f"""CREATE TABLE goals (
        goal {sql.text} PRIMARY KEY,
        plan {sql.text} NOT NULL REFERENCES plans (plan),
        indicator {sql.text} NOT NULL REFERENCES indicators (indicator),
        kind {sql.text} NOT NULL,
        comparator {sql.text},
        value {sql.text},
        value_high {sql.text},
        unit {sql.text},
        due INTEGER,
        baseline_year INTEGER,
        baseline_value {sql.text},
        baseline_origin {sql.text},
        nature {sql.text},
        approximate INTEGER NOT NULL,
        interim {sql.text},
        reference_indicator {sql.text} REFERENCES indicators (indicator),
        reference_zone {sql.text} REFERENCES zones (zone),
        state {sql.text},
        source {sql.text} REFERENCES sources (source),
        locator {sql.text},
        wording {sql.text},
        note {sql.text},
        value_number {sql.real},
        value_high_number {sql.real},
        baseline_number {sql.real},
        series INTEGER NOT NULL REFERENCES series (id),
        reference_series INTEGER REFERENCES series (id),
        {_current_revision()},
        {_goal_checks(sql)}
    ) {sql.table_end}"""


def _goal_checks(sql: Dialect) -> str:
    """Return what no goal can be; a range without its bounds ("within a reasonable range") has no target yet."""
    checks = {
        "goal_named": "goal <> ''",
        "goal_kind_known": f"kind IN ({_KINDS})",
        "goal_comparator_known": f"comparator IN ({_COMPARATORS})",
        "goal_nature_known": "nature IN ('binding', 'anticipatory')",
        "goal_baseline_origin_known": "baseline_origin IN ('stated', 'implied', 'reported', 'first')",
        "goal_state_known": "state IN ('not started', 'under way', 'done')",
        "goal_state_of_milestones_only": "state IS NULL OR kind = 'milestone'",
        "goal_milestone_without_value": "kind <> 'milestone' OR (value IS NULL AND value_high IS NULL)",
        "goal_years_sane": "due BETWEEN 1900 AND 2100 AND baseline_year BETWEEN 1900 AND 2100",
        "goal_due_not_before_baseline": "due >= baseline_year",
        "goal_approximate_yes_or_no": "approximate IN (0, 1)",
        "goal_range_has_both_bounds": (
            "CASE WHEN kind = 'range' OR comparator = 'between' "
            "THEN (value IS NULL) = (value_high IS NULL) ELSE value_high IS NULL END"
        ),
        "goal_range_low_not_above_high": "value_number <= value_high_number",
        "goal_multiple_positive": "kind <> 'multiple' OR value_number > 0",
        "goal_value_is_number": sql.number_of("value", "value_number"),
        "goal_value_high_is_number": sql.number_of("value_high", "value_high_number"),
        "goal_baseline_is_number": sql.number_of("baseline_value", "baseline_number"),
        "goal_numbers_finite": " AND ".join(
            f"({column} IS NULL OR {column} BETWEEN -{_LARGEST} AND {_LARGEST})"
            for column in ("value_number", "value_high_number", "baseline_number")
        ),
        "goal_reference_series_fits": (
            "(reference_series IS NULL) = (reference_indicator IS NULL AND reference_zone IS NULL)"
        ),
    }
    return ",\n".join(f"CONSTRAINT {name} CHECK ({condition})" for name, condition in checks.items())
