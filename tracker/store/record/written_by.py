"""What others than one hand have written, so that what they wrote can be left as it is."""

from sqlalchemy import Connection, bindparam, text

# Whoever restores a shipped value wrote it too: what people have touched once is theirs.
_DEFINITIONS = text("""
    SELECT DISTINCT r.key FROM definition_revisions r JOIN change_sets c ON c.id = r.change_set
    WHERE r.entity = :entity AND c.who <> :who""")
_ACTUALS = text("""
    SELECT DISTINCT k.zone, k.indicator, r.period
    FROM series k
    JOIN actual_revisions r ON r.series = k.id
    JOIN change_sets c ON c.id = r.change_set
    WHERE k.indicator IN :indicators AND c.who <> :who""").bindparams(bindparam("indicators", expanding=True))


def definitions_of_others(connection: Connection, entity: str, who: str) -> frozenset[str]:
    """Return the keys of the definitions of one entity that anyone but `who` has written."""
    return frozenset(connection.scalars(_DEFINITIONS, {"entity": entity, "who": who}))


def actuals_of_others(connection: Connection, indicators: list[str], who: str) -> frozenset[tuple[str, str, str]]:
    """Return zone, indicator and period of the actuals on some indicators that anyone but `who` has written."""
    rows = connection.execute(_ACTUALS, {"indicators": indicators, "who": who})
    return frozenset((zone, indicator, period) for zone, indicator, period in rows)
