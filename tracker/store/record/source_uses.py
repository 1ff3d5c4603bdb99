"""Where things come from: what each source was used for, and how much there is of everything."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import text

from tracker.store.database.schema.record_tables import definition_tables
from tracker.store.store import Reader


@dataclass(frozen=True, slots=True)
class Uses:
    """How many plans, goals and current actuals come from a source."""

    plans: int = 0
    goals: int = 0
    actuals: int = 0

    @property
    def any(self) -> bool:
        """Whether anything does."""
        return bool(self.plans or self.goals or self.actuals)


_USES = """
    SELECT source, 'plans', count(*) FROM plans GROUP BY source
    UNION ALL SELECT source, 'goals', count(*) FROM goals GROUP BY source
    UNION ALL SELECT r.source, 'actuals', count(*)
        FROM actuals a JOIN actual_revisions r ON r.id = a.revision_id GROUP BY r.source"""


def uses_of_sources(reader: Reader) -> dict[str | None, Uses]:
    """Count what was taken from each source; None stands for what bears no source."""
    counted: defaultdict[str | None, dict[str, int]] = defaultdict(dict)
    with reader.read() as connection:
        for source, what, count in connection.execute(text(_USES)):
            counted[source][what] = count
    return {source: Uses(**counts) for source, counts in counted.items()}


def totals(reader: Reader) -> dict[str, int]:
    """Count the rows by file of the bundle: zones, sources, indicators, plans, goals, actuals."""
    tables = [table.name for table in definition_tables.values()] + ["actuals"]
    statement = " UNION ALL ".join(f"SELECT '{name}', count(*) FROM {name}" for name in tables)
    with reader.read() as connection:
        return dict(connection.execute(text(statement)).all())
