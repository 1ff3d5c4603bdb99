"""Until when the values of a year are due."""

from datetime import date

from sqlalchemy import text

from tracker.store.store import Reader


def deadlines(reader: Reader) -> dict[int, date]:
    """Give the deadlines by year, for the years that have one."""
    with reader.read() as connection:
        rows = connection.execute(text("SELECT year, deadline FROM rounds ORDER BY year"))
        return {year: date.fromisoformat(deadline) for year, deadline in rows}
