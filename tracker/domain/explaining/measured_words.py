"""What is measured of a goal, said with its number, the year's own value beside it, and how far the goal is."""

from collections.abc import Callable

from tracker.domain.assessment.measured_as import MeasuredAs
from tracker.domain.explaining.goal_numbers import measured_ends
from tracker.domain.explaining.target_wording import telling_unit
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.kinds import Series
from tracker.domain.quantity.number_style import NumberStyle
from tracker.domain.quantity.units import RATIO, YEARS, parse_unit
from tracker.domain.vocabulary import Accumulates, GapWord, Qualifier
from tracker.language import MISSING, _, aside, bounded, difference, fallen, ngettext, number, quantity, years_words


def measured_words(facts: VerdictFacts) -> str:
    """Return the measured value as what it is: "6,564 in 2016–2020 in all", "down 13.74% since 2015", "5.2%"."""
    if not is_known(facts):
        return MISSING
    say = _SAID.get(facts.verdict.measured_as or MeasuredAs.VALUE, _value)
    return say(facts)


def measured_and_when(facts: VerdictFacts) -> str:
    """Return the measured value with the year or years it is of: "5.2% in 2025", "down 13.74% from 2015 to 2020"."""
    said, verdict = measured_words(facts), facts.verdict
    if said == MISSING:
        return said
    if verdict.measured_as is MeasuredAs.CHANGE:
        text = _("{change} from {since} to {year}")
        return text.format(change=_moved(facts), since=verdict.since, year=verdict.judged_year)
    if verdict.measured_as is MeasuredAs.VALUE:
        return _("{value} in {year}").format(value=said, year=verdict.judged_year)
    return said


def reached_words(facts: VerdictFacts) -> str:
    """Return what was measured as sentences say it, of a difference with both values: "(2.9% against 3%)"."""
    verdict = facts.verdict
    if not is_known(facts):
        text = _("what was reached up to {year} is not known")
        return text.format(year=verdict.judged_year)
    if verdict.own_value is None or verdict.reference_value is None:
        return measured_and_when(facts)
    both = _("{own} against {reference}").format(
        own=_level(facts, verdict.own_value), reference=_level(facts, verdict.reference_value)
    )
    return aside(measured_and_when(facts), both)


def target_words(facts: VerdictFacts) -> str:
    """Return the value that is to be measured, as what it is: "2.5%", "a fall of 15%", "place 20"."""
    target, kind = facts.verdict.target, facts.goal.traits
    if kind.place:
        return _("place {place}").format(place=number(target))
    if kind.series is Series.MEAN_GROWTH:
        falls = target is not None and target < 0
        return _("{value} a year").format(value=moved_words(facts, target) if falls else told(facts, target))
    if not kind.from_zero or facts.verdict.measured_as is MeasuredAs.TOTAL:
        return told(facts, target)
    return moved_words(facts, target)


def moved_words(facts: VerdictFacts, change: float | None, numbers: NumberStyle | None = None) -> str:
    """Return a change as a rise or a fall: "a fall of 15%", "a rise of 1 year", "no change"."""
    numbers = numbers or facts.numbers
    if change is None or not numbers.printed(change):
        return _("no change")
    rise = _("growth of {value}") if facts.goal.traits.percentage else _("a rise of {value}")
    text = rise if change > 0 else _("a fall of {value}")
    return text.format(value=_size(facts, abs(change), numbers))


def level_words(facts: VerdictFacts, value: float | None) -> str:
    """Return a value of the measured series; that of cases per so many has its unit where the goal's value is told."""
    return facts.amount(value) if parse_unit(facts.unit).dimension.startswith(RATIO) else told(facts, value)


def told(facts: VerdictFacts, value: float | None) -> str:
    """Return a value of the measured series with the unit that its number says nothing without: "10.8 years"."""
    printed, places = facts.numbers.printed(value), facts.numbers.places(value)
    return quantity(printed, telling_unit(facts.numbers.unit, printed), decimals=places)


def measure_words(facts: VerdictFacts) -> str:
    """Return what is measured, without its number: "total since 2016"; "" for the value of a year by itself."""
    verdict = facts.verdict
    names = {
        MeasuredAs.TOTAL: _("total from {first} on"),
        MeasuredAs.CHANGE: _("change since {since}"),
        MeasuredAs.MEAN_GROWTH: _("mean growth a year since {since}"),
        MeasuredAs.DIFFERENCE: _("difference from {other}"),
        MeasuredAs.MEAN: _("mean from {first} on"),
        MeasuredAs.MEANS_APART: _("difference of mean growth from {other}"),
    }
    text = names.get(verdict.measured_as or MeasuredAs.VALUE, "")
    return text.format(since=verdict.since, first=(verdict.since or 0) + 1, other=_other(facts))


def own_words(facts: VerdictFacts) -> str:
    """Return the latest year's own value where what is measured is another, with its year; else ""."""
    verdict = facts.verdict
    apart = verdict.measured_as is MeasuredAs.MEANS_APART and not _one_year(facts)
    if verdict.own_value is not None and apart:
        return _("{own} a year; {other} {reference} ({years})").format(
            own=_level(facts, verdict.own_value), other=_other(facts), years=_years(facts),
            reference=_level(facts, verdict.reference_value),
        )  # fmt: skip
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
    if facts.goal.traits.place:
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


def is_known(facts: VerdictFacts) -> bool:
    """Whether anything is known of the measured value: a number, or an end it lies beyond."""
    verdict = facts.verdict
    return verdict.judged_year is not None and not verdict.measured == verdict.measured_high is None


def _value(facts: VerdictFacts) -> str:
    if facts.goal.traits.place and _is_exact(facts):
        return _("place {place}").format(place=number(facts.verdict.measured))
    return level_words(facts, facts.verdict.measured) if _is_exact(facts) else facts.value


def pace_words(facts: VerdictFacts, pace: float) -> str:
    """Return a change a year with its unit, years of life and places too: "0.38 points", "0.17 years", "3 places"."""
    kind, printed = facts.goal.traits, facts.numbers.printed_pace(pace)
    unit = "place" if printed == 1 else "places"
    unit = unit if kind.place else telling_unit(facts.numbers.unit, printed)
    if kind.place or parse_unit(facts.unit).dimension == YEARS:
        return quantity(printed, unit, decimals=facts.numbers.pace_places(pace))
    return facts.pace(pace)


def _is_exact(facts: VerdictFacts) -> bool:
    return facts.verdict.measured is not None and facts.verdict.measured == facts.verdict.measured_high


def _total(facts: VerdictFacts) -> str:
    verdict = facts.verdict
    first, last = (verdict.since or 0) + 1, verdict.until
    if last is None or first >= last:
        return _("{value} in {year}").format(value=facts.value, year=last)
    return _("{value} in {years} in all").format(value=facts.value, years=years_words(first, last))


def _change(facts: VerdictFacts) -> str:
    return _("{change} since {year}").format(change=_moved(facts), year=facts.verdict.since)


def _moved(facts: VerdictFacts) -> str:
    """Return by how much something rose or fell: "up 20%", "down 3 to 5%", "down over 4%", "unchanged"."""
    low, high = measured_ends(facts.goal, facts.verdict)
    if _is_exact(facts) and not facts.numbers.printed(low):
        return _("unchanged")
    if low is not None and low >= 0:
        text = _("up {value}") if facts.goal.traits.percentage else _("up by {value}")
        return text.format(value=_between(facts, low, high))
    if high is not None and high <= 0:
        text = _("down {value}") if facts.goal.traits.percentage else _("down by {value}")
        return text.format(value=_between(facts, -high, None if low is None else -low))
    return facts.value


def _between(facts: VerdictFacts, least: float, most: float | None) -> str:
    """Return the size of a change, of which a lower end is known."""
    if most == least:
        return _size(facts, least)
    if most is not None:
        return _("{low} to {high}").format(low=_size(facts, least), high=_size(facts, most))
    beyond = facts.verdict.qualifier in (Qualifier.OVER, Qualifier.UNDER)
    return bounded(str(Qualifier.OVER if beyond else Qualifier.AT_LEAST), _size(facts, least))


def _size(facts: VerdictFacts, change: float, numbers: NumberStyle | None = None) -> str:
    """Return the size of a change: percent of the start, or the difference of two values with what it is counted in."""
    numbers = numbers or facts.numbers
    if facts.goal.traits.percentage:
        return numbers.amount(change)
    printed, places = numbers.printed(change), numbers.places(change)
    return difference(printed, telling_unit(facts.numbers.unit, printed), decimals=places)


def _mean_growth(facts: VerdictFacts) -> str:
    verdict = facts.verdict
    first, last = (verdict.since or 0) + 1, verdict.judged_year
    if first == last:
        rate = facts.indicator.accumulates is Accumulates.ANNUAL_CHANGE
        return _("{change} in {year}").format(change=facts.value if rate else _moved(facts), year=last)
    years = years_words(first, last)
    low, high = measured_ends(facts.goal, verdict)
    if high is None or high >= 0:
        both = low is not None and high is not None and 0 <= low < high
        value = _between(facts, low or 0.0, high) if both else facts.value
        return _("{value} a year on average, {years}").format(value=value, years=years)
    fallen = _between(facts, -high, None if low is None else -low)
    return _("down {value} a year on average, {years}").format(value=fallen, years=years)


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


def _mean(facts: VerdictFacts) -> str:
    if _one_year(facts):
        return _("{value} in {year}").format(value=facts.value, year=facts.verdict.until)
    return _("{value} on average, {years}").format(value=facts.value, years=_years(facts))


def _means_apart(facts: VerdictFacts) -> str:
    """Return by how much a mean growth a year lies above or below that of its reference."""
    if _one_year(facts):
        return _difference(facts)
    other, years = _other(facts), _years(facts)
    if not _is_exact(facts):
        return _("{value} a year from {other} on average, {years}").format(value=facts.value, other=other, years=years)
    apart = facts.verdict.measured or 0.0
    if not facts.numbers.printed(apart):
        return _("level with {other} on average, {years}").format(other=other, years=years)
    above, below = _("{size} a year above {other}, {years}"), _("{size} a year below {other}, {years}")
    return (above if apart > 0 else below).format(size=facts.distance(abs(apart)), other=other, years=years)


def _years(facts: VerdictFacts) -> str:
    """Return the years of the plan that were put together."""
    return years_words((facts.verdict.since or 0) + 1, facts.verdict.until)


def _one_year(facts: VerdictFacts) -> bool:
    """Whether one year of the plan alone is reported so far."""
    return facts.verdict.until is None or (facts.verdict.since or 0) + 1 >= facts.verdict.until


def _other(facts: VerdictFacts) -> str:
    return facts.other or _("its reference")


def _level(facts: VerdictFacts, value: float | None) -> str:
    """Return one of the two values of a difference: a level, or a mean growth of levels."""
    apart = facts.verdict.measured_as is MeasuredAs.MEANS_APART
    return facts.numbers.amount(value) if apart else facts.levels.amount(value)


_SAID: dict[MeasuredAs, Callable[[VerdictFacts], str]] = {
    MeasuredAs.VALUE: _value,
    MeasuredAs.TOTAL: _total,
    MeasuredAs.CHANGE: _change,
    MeasuredAs.MEAN_GROWTH: _mean_growth,
    MeasuredAs.DIFFERENCE: _difference,
    MeasuredAs.MEAN: _mean,
    MeasuredAs.MEANS_APART: _means_apart,
}
