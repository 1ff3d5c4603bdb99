"""Until when the values of a year are due."""

from datetime import date

from sqlalchemy import text

from tracker.store.store import Reader


def deadlines(reader: Reader) -> dict[int, date]:
    """Give the deadlines by year, for the years that have one."""
    with reader.read() as connection:
        rows = connection.execute(text("SELECT year, deadline FROM rounds ORDER BY year"))
        return {year: due for year, deadline in rows if (due := _day(deadline)) is not None}


def _day(text_of_day: str) -> date | None:
    """Read a day; None for one that was spoiled by hand."""
    try:
        return date.fromisoformat(text_of_day)
    except ValueError:
        return None
