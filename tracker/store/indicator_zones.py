"""Which zones have goals or actuals on an indicator, and which indicators can be compared."""

from sqlalchemy import text

from tracker.store.store import Reader

_ZONES = """
    SELECT k.zone, (SELECT count(*) FROM goals g WHERE g.series = k.id),
        (SELECT count(*) FROM actuals a WHERE a.series = k.id)
    FROM series k WHERE k.indicator = :indicator"""

_INDICATORS = """
    SELECT k.indicator, count(DISTINCT k.zone) FROM series k
    WHERE EXISTS (SELECT 1 FROM goals g WHERE g.series = k.id AND g.kind <> 'milestone')
    OR EXISTS (SELECT 1 FROM actuals a WHERE a.series = k.id AND a.state IS NULL)
    GROUP BY k.indicator"""


def zones_with(reader: Reader, indicator: str) -> dict[str, tuple[int, int]]:
    """Count goals and actuals on an indicator by zone, leaving out zones that have neither."""
    with reader.read() as connection:
        rows = connection.execute(text(_ZONES), {"indicator": indicator})
        return {zone: (goals, actuals) for zone, goals, actuals in rows if goals or actuals}


def indicators_told(reader: Reader) -> dict[str, int]:
    """Count the zones that have a measurable goal or an actual, by indicator."""
    with reader.read() as connection:
        return dict(connection.execute(text(_INDICATORS)).all())
