"""Series: the row numbers under which goals find the actuals of their zone and indicator."""

from sqlalchemy import Connection, text

# From a goal `s` to its own series and to the one it is compared with.
LINKS = """
    LEFT JOIN plans p ON p.plan = s.plan
    LEFT JOIN series own ON own.zone = p.zone AND own.indicator = s.indicator
    LEFT JOIN series other ON other.zone = coalesce(s.reference_zone, p.zone)
        AND other.indicator = coalesce(s.reference_indicator, s.indicator)
        AND (s.reference_zone IS NOT NULL OR s.reference_indicator IS NOT NULL)"""

_OWN = "SELECT p.zone AS zone, s.indicator AS indicator FROM {goals} s JOIN plans p ON p.plan = s.plan"
_OTHER = (
    "SELECT coalesce(s.reference_zone, p.zone), coalesce(s.reference_indicator, s.indicator) "
    "FROM {goals} s JOIN plans p ON p.plan = s.plan "
    "WHERE s.reference_zone IS NOT NULL OR s.reference_indicator IS NOT NULL"
)


def add_series(connection: Connection, wanted: str) -> None:
    """Add the series that a query of (zone, indicator) names and that do not exist yet, in a stable order."""
    statement = f"""
        INSERT INTO series (zone, indicator)
        SELECT DISTINCT w.zone, w.indicator FROM ({wanted}) w
        WHERE NOT EXISTS (SELECT 1 FROM series k WHERE k.zone = w.zone AND k.indicator = w.indicator)
        ORDER BY w.zone, w.indicator"""
    connection.execute(text(statement))


def add_series_of_staged_goals(connection: Connection) -> None:
    """Add the series that the staged goals are judged on."""
    add_series(connection, f"{_OWN} UNION {_OTHER}".format(goals="staged"))


def relink_goals(connection: Connection) -> None:
    """Point every goal to the series of its plan's zone, where the plan has moved to another zone."""
    add_series(connection, f"{_OWN} UNION {_OTHER}".format(goals="goals"))
    statement = f"""
        UPDATE goals SET series = l.own, reference_series = l.other
        FROM (SELECT s.goal AS goal, own.id AS own, other.id AS other FROM goals s {LINKS}) l
        WHERE l.goal = goals.goal
        AND (goals.series <> l.own OR goals.reference_series IS DISTINCT FROM l.other)"""
    connection.execute(text(statement))
