"""What an entry was taken to mean, as a text: what is accepted is what was submitted, whatever changed meanwhile."""

from dataclasses import replace

from tracker.domain.records import Actual, Indicator
from tracker.store.record.rows import content_of, names, to_row


def meaning_text(actual: Actual, indicator: Indicator) -> str:
    """Write an actual with its unit spelt out, so that another unit of the indicator is another meaning."""
    return content_of(names(Actual), to_row(replace(actual, unit=actual.unit or indicator.unit)))
