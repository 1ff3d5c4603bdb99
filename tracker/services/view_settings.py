"""From when and by which rule goals are looked at: known by an instant, seen from a year, judged by a rule."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Self

from tracker.domain.assessment.assess import ABOUT
from tracker.domain.statuses import Rule
from tracker.errors import Problem, RefusedInputError
from tracker.language import _


@dataclass(frozen=True, slots=True)
class ViewSettings:
    """One way to look: what was recorded by `as_of` (None for now) counts, for years up to `year`."""

    year: int
    as_of: datetime | None = None
    rule: Rule = Rule.TIME
    about: float = ABOUT

    @classmethod
    def at(cls, when: str | None = None, year: int | None = None, rule: Rule = Rule.TIME) -> Self:
        """Read a way to look; without a year it is the year of the instant. RefusedInputError for no date."""
        as_of = None if not when else end_of(when)
        return cls(year or (as_of or datetime.now().astimezone()).year, as_of, rule)


def end_of(when: str) -> datetime:
    """Read a date (its end) or a date and time, in local time; RefusedInputError where it is neither."""
    try:
        if len(when) <= len("2021-07-31"):
            return datetime.combine(date.fromisoformat(when), time.max).astimezone()
        return datetime.fromisoformat(when).astimezone()
    except (ValueError, OverflowError):
        right = _("a date such as 2021-07-31, or a date and time such as 2021-07-31T12:00")
        raise RefusedInputError([Problem(_("this is no date"), when, right)]) from None
