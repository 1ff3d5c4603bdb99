"""What is measured of a goal, said with its number, the year's own value beside it, and how far the goal is."""

from collections.abc import Callable

from tracker.domain.assessment.measured_as import MeasuredAs
from tracker.domain.explaining.target_wording import telling_unit
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.vocabulary import Accumulates, GapWord, Qualifier
from tracker.language import MISSING, _, difference, fallen, ngettext, number, years_words


def measured_words(facts: VerdictFacts) -> str:
    """Return the measured value as what it is: "6,564 in 2016–2020 in all", "down 13.74% since 2015", "5.2%"."""
    if not _is_known(facts):
        return MISSING
    say = _SAID.get(facts.verdict.measured_as or MeasuredAs.VALUE, _value)
    return say(facts)


def measured_and_when(facts: VerdictFacts) -> str:
    """Return the measured value with the year it is of, where its own words do not say it: "5.2% in 2025"."""
    said, year = measured_words(facts), facts.verdict.judged_year
    if said == MISSING or year is None or str(year) in said:
        return said
    if facts.verdict.measured_as is MeasuredAs.CHANGE:
        return _("{change}, up to {year}").format(change=said, year=year)
    return _("{value} in {year}").format(value=said, year=year)


def measure_words(facts: VerdictFacts) -> str:
    """Return what is measured, without its number: "total since 2016"; "" for the value of a year by itself."""
    verdict = facts.verdict
    names = {
        MeasuredAs.TOTAL: _("total from {first} on"),
        MeasuredAs.CHANGE: _("change since {since}"),
        MeasuredAs.MEAN_GROWTH: _("mean growth a year since {since}"),
        MeasuredAs.DIFFERENCE: _("difference from {other}"),
    }
    text = names.get(verdict.measured_as or MeasuredAs.VALUE, "")
    return text.format(since=verdict.since, first=(verdict.since or 0) + 1, other=_other(facts))


def own_words(facts: VerdictFacts) -> str:
    """Return the latest year's own value where what is measured is another, with its year; else ""."""
    verdict = facts.verdict
    if verdict.own_value is not None and verdict.reference_value is not None and verdict.judged_year is not None:
        return _("{own}; {other} {reference} ({year})").format(
            own=_level(facts, verdict.own_value), other=_other(facts), year=verdict.judged_year,
            reference=_level(facts, verdict.reference_value),
        )  # fmt: skip
    same = verdict.measured_as in (None, MeasuredAs.VALUE) and verdict.latest_year == verdict.judged_year
    if same or verdict.latest_year is None or facts.latest == MISSING:
        return ""
    fall = _yearly_fall(facts)
    if fall is not None:
        return _("{change} in {year}").format(change=fallen(_level(facts, fall)), year=verdict.latest_year)
    return _("{value} in {year}").format(value=facts.latest, year=verdict.latest_year)


def _yearly_fall(facts: VerdictFacts) -> float | None:
    """Return the size of the latest yearly change where it is a fall."""
    value, exact = facts.verdict.latest_value, facts.verdict.latest_high is None
    yearly = facts.indicator.accumulates is Accumulates.ANNUAL_CHANGE
    return -value if yearly and exact and value is not None and value < 0 else None


def gap_words(facts: VerdictFacts) -> str:
    """Return how far the goal is from being reached, in words: "1.26 points short", "5 past", "reached"."""
    verdict = facts.verdict
    if verdict.gap_word is None or verdict.gap_size is None:
        return MISSING
    if verdict.gap_word is GapWord.REACHED:
        return _("reached")
    if facts.goal.kind.traits.place:
        places = facts.distance(verdict.gap_size)
        return ngettext("{count} place short", "{count} places short", round(verdict.gap_size)).format(count=places)
    text = _("{gap} past") if verdict.gap_word is GapWord.PAST else _("{gap} short")
    return text.format(gap=facts.distance(verdict.gap_size))


def how_exact(low: float | None, high: float | None, reported: Qualifier) -> Qualifier:
    """Return how exactly a measured value is known; of one that was worked out, which of its ends are."""
    if reported is not Qualifier.EXACT or low == high:
        return reported
    if low is None or high is None:
        return Qualifier.AT_MOST if low is None else Qualifier.AT_LEAST
    return Qualifier.BETWEEN


def _is_known(facts: VerdictFacts) -> bool:
    verdict = facts.verdict
    return verdict.judged_year is not None and not verdict.measured == verdict.measured_high is None


def _value(facts: VerdictFacts) -> str:
    if facts.goal.kind.traits.place and _is_exact(facts):
        return _("place {place}").format(place=number(facts.verdict.measured))
    return facts.value


def _is_exact(facts: VerdictFacts) -> bool:
    return facts.verdict.measured is not None and facts.verdict.measured == facts.verdict.measured_high


def _total(facts: VerdictFacts) -> str:
    verdict = facts.verdict
    first, last = (verdict.since or 0) + 1, verdict.until
    if last is None or first >= last:
        return _("{value} in {year}").format(value=facts.value, year=last)
    return _("{value} in {years} in all").format(value=facts.value, years=years_words(first, last))


def _change(facts: VerdictFacts) -> str:
    verdict = facts.verdict
    if not _is_exact(facts):
        return _("{value} since {year}").format(value=facts.value, year=verdict.since)
    change = verdict.measured or 0.0
    if not facts.numbers.printed(change):
        return _("unchanged since {year}").format(year=verdict.since)
    text = _("up {value} since {year}") if change > 0 else _("down {value} since {year}")
    return text.format(value=_size(facts, abs(change)), year=verdict.since)


def _size(facts: VerdictFacts, change: float) -> str:
    """Return the size of a change: percent of the start, or the difference of two values with what it is counted in."""
    if facts.goal.kind.traits.percentage:
        return facts.amount(change)
    printed, places = facts.numbers.printed(change), facts.numbers.places(change)
    return difference(printed, telling_unit(facts.unit, printed), decimals=places)


def _mean_growth(facts: VerdictFacts) -> str:
    verdict = facts.verdict
    years = years_words((verdict.since or 0) + 1, verdict.judged_year)
    return _("{value} a year on average, {years}").format(value=facts.value, years=years)


def _difference(facts: VerdictFacts) -> str:
    """Return by how much a value lies above or below that of its reference."""
    verdict, other = facts.verdict, _other(facts)
    if not _is_exact(facts):
        return _("{value} from {other} in {year}").format(value=facts.value, other=other, year=verdict.judged_year)
    apart = verdict.measured or 0.0
    if not facts.numbers.printed(apart):
        return _("level with {other} in {year}").format(other=other, year=verdict.judged_year)
    text = _("{size} above {other} in {year}") if apart > 0 else _("{size} below {other} in {year}")
    return text.format(size=facts.distance(abs(apart)), other=other, year=verdict.judged_year)


def _other(facts: VerdictFacts) -> str:
    return facts.other or _("its reference")


def _level(facts: VerdictFacts, value: float) -> str:
    return facts.levels.amount(value)


_SAID: dict[MeasuredAs, Callable[[VerdictFacts], str]] = {
    MeasuredAs.VALUE: _value,
    MeasuredAs.TOTAL: _total,
    MeasuredAs.CHANGE: _change,
    MeasuredAs.MEAN_GROWTH: _mean_growth,
    MeasuredAs.DIFFERENCE: _difference,
}
