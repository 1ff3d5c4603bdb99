"""Which zones have goals or actuals on an indicator, and which indicators can be compared."""

from sqlalchemy import text

from tracker.store.database.reader import Reader

_ZONES = """
    SELECT k.zone, (SELECT count(*) FROM goals g WHERE g.series = k.id),
        (SELECT count(*) FROM actuals a WHERE a.series = k.id)
    FROM series k WHERE k.indicator = :indicator"""

_INDICATORS = """
    SELECT indicator, count(DISTINCT zone), sum(told) FROM (
        SELECT i.indicator AS indicator, k.zone AS zone,
            (SELECT count(*) FROM goals g WHERE g.series = k.id AND g.kind <> 'milestone' AND g.due IS NOT NULL)
            + (SELECT count(*) FROM actuals a WHERE a.series = k.id AND a.state IS NULL) AS told,
            (SELECT count(*) FROM goals g WHERE g.series = k.id AND g.kind <> 'milestone') AS wanted
        FROM series k JOIN indicators i ON i.indicator = k.indicator) t
    WHERE told > 0 OR wanted > 0 GROUP BY indicator"""


def zones_with(reader: Reader, indicator: str) -> dict[str, tuple[int, int]]:
    """Count goals and actuals on an indicator by zone, leaving out zones that have neither."""
    with reader.read() as connection:
        rows = connection.execute(text(_ZONES), {"indicator": indicator})
        return {zone: (goals, actuals) for zone, goals, actuals in rows if goals or actuals}


def indicators_told(reader: Reader) -> dict[str, tuple[int, int]]:
    """Count zones, and dated goals and actuals together, by indicator, leaving out those that have neither."""
    with reader.read() as connection:
        return {key: (zones, int(told)) for key, zones, told in connection.execute(text(_INDICATORS))}
