"""The arithmetic of the three rules in words, for goals that are judged by their pace."""

from collections.abc import Callable
from decimal import Decimal

from tracker.domain.assessment.judging import RATIO_CLASSES, SHARE_CLASSES
from tracker.domain.assessment.measured_as import MeasuredAs
from tracker.domain.explaining.measured_words import level_words, moved_words, reached_words, target_words
from tracker.domain.explaining.special_reasons import (
    direction_rate,
    has_passed,
    mean_so_far,
    mirrored,
    mirrored_words,
    missing_at,
    passed_words,
)
from tracker.domain.explaining.step_words import percent, ratio_words, shown_percent, shown_ratio, yearly_growth
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.kinds import Series
from tracker.domain.quantity.number_style import NumberStyle
from tracker.domain.statuses import Rule, Status, status_word
from tracker.language import _, labelled, number, rounded, sentences, years_words

# The year looked from itself need not be reported yet.
_LONG_AGO = 2


def by_time(facts: VerdictFacts, status: Status) -> str:
    """Compare the share of the way made with the share the path asks by then."""
    verdict, goal = facts.verdict, facts.goal
    if goal.traits.direction:
        return _("{reached}; {asked} is asked.").format(reached=reached_words(facts), asked=facts.asked)
    own = _by_own_rule(facts, status)
    if own is not None:
        return own
    if verdict.ratio_of(Rule.TIME) is None:
        return _against_path(facts)
    if goal.traits.place:
        return _by_places(facts, status)
    asked = verdict.asked_progress if verdict.asked_progress is not None else verdict.elapsed
    time = _("the path asks {asked} by then") if goal.interim else _("{asked} of the time had gone by then")
    said = _("{way}; {time}. {progress} ÷ {asked} {equals} {ratio}, {class_words}.").format(
        way=_way(facts), time=time.format(asked=percent(asked)), progress=percent(verdict.progress),
        asked=percent(asked), class_words=ratio_class(status),
        **_ratio(verdict.ratio_of(Rule.TIME), shown_percent(verdict.progress), shown_percent(asked)),
    )  # fmt: skip
    return sentences(said, _since_then(facts))


def _by_own_rule(facts: VerdictFacts, status: Status) -> str | None:
    """Return why a goal stands as it does that every rule judges alike, None for any other."""
    if facts.goal.traits.series is Series.MEAN_GROWTH:
        return _growth(facts, status)
    return mean_so_far(facts, status) if facts.goal.traits.mean_of_plan else None


def _way(facts: VerdictFacts) -> str:
    """Return which share of the way was made, from the start where that is not zero by itself."""
    verdict = facts.verdict
    if has_passed(verdict):
        return passed_words(facts)
    text = _("{reached} is {progress} of the way from {start} ({base_year}) to {target} ({due})")
    if facts.goal.traits.from_zero:
        text = _("{reached} is {progress} of the way to {target} ({due})")
    return text.format(
        reached=reached_words(facts), progress=percent(verdict.progress), start=level_words(facts, verdict.start),
        base_year=verdict.baseline_year, target=target_words(facts), due=facts.goal.due,
    )  # fmt: skip


def _since_then(facts: VerdictFacts) -> str:
    """Return how much of the time has gone by now, where years since the judged one are unreported."""
    verdict = facts.verdict
    now, last = verdict.looked_from, verdict.judged_year
    if verdict.overdue or now is None or last is None or verdict.elapsed_now is None or now < last + _LONG_AGO:
        return ""
    text = _("By {now} it is {elapsed}, and {years} is not reported.")
    if now > last + _LONG_AGO:
        text = _("By {now} it is {elapsed}, and {years} are not reported.")
    years = str(last + 1) if now == last + _LONG_AGO else years_words(last + 1, now - 1)
    return text.format(now=now, elapsed=percent(verdict.elapsed_now), years=years)


def _ratio(ratio: float | None, over: Decimal | None, under: Decimal | None) -> dict[str, str]:
    """Return a ratio and the sign before it, for a sentence in which two numbers are printed."""
    shown = shown_ratio(ratio)
    exactly = shown is not None and under and over == shown * under
    return {"equals": "=" if exactly else "≈", "ratio": number(shown)}


def _by_places(facts: VerdictFacts, status: Status) -> str:
    """Compare the places gained with those the path asks by then: places are counted, not taken in percent."""
    verdict = facts.verdict
    start, target, reached = verdict.start or 0, verdict.target or 0, verdict.measured or 0
    asked = verdict.asked_progress if verdict.asked_progress is not None else verdict.elapsed
    text = _(
        "{reached}: {gained} of the {all} places from {start} ({base_year}) to {target} ({due}) are gained, "
        "{asked} are asked by then. {gained} ÷ {asked} {equals} {ratio}, {class_words}."
    )
    gained, wanted = rounded(start - reached, 0), rounded((asked or 0) * (start - target), 2)
    return text.format(
        reached=reached_words(facts), gained=number(gained), all=number(start - target),
        start=facts.start, base_year=verdict.baseline_year, target=facts.target, due=facts.goal.due,
        asked=number(wanted.normalize() if wanted else wanted),
        **_ratio(verdict.ratio_of(Rule.TIME), gained, wanted), class_words=ratio_class(status),
    )  # fmt: skip


def _against_path(facts: VerdictFacts) -> str:
    """Compare with the path itself, where its interim values ask no progress yet."""
    text = _("The path asks no progress yet; {reached} lies {gap} from the path's {path}.")
    verdict = facts.verdict
    gap, path = facts.distance(verdict.gap_to_path, sign=True), facts.amount(verdict.path_value)
    return text.format(reached=reached_words(facts), gap=gap, path=path)


def _growth(facts: VerdictFacts, status: Status) -> str:
    """Compare the mean yearly growth with the rate asked."""
    verdict = facts.verdict
    said = _("{reached}, against {asked}").format(reached=reached_words(facts), asked=facts.asked)
    ratio = verdict.ratio_of(Rule.TIME)
    if ratio is None:
        text = _("{growth}: reached so far.") if status is Status.ON_TRACK else _("{growth}: not reached so far.")
        return text.format(growth=said)
    printed = map(facts.numbers.printed, (verdict.measured, verdict.target))
    return _("{growth}: {value} ÷ {target} {equals} {ratio}, {class_words}.").format(
        growth=said,
        value=facts.amount(verdict.measured),
        target=facts.amount(verdict.target),
        **_ratio(ratio, *printed),
        class_words=ratio_class(status),
    )


def by_growth(facts: VerdictFacts, status: Status) -> str:
    """Compare the yearly growth reached with the yearly growth asked."""
    verdict, goal = facts.verdict, facts.goal
    own = _by_own_rule(facts, status)
    if own is not None:
        return own
    if goal.traits.direction:
        return direction_rate(facts, status)
    if status is Status.NOT_ASSESSABLE and goal.traits.from_zero:
        return _("A growth rate needs a start other than zero; what this goal asks is counted from zero.")
    if status is Status.NOT_ASSESSABLE:
        text = _(
            "A growth rate needs values on one side of zero throughout; "
            "this goal runs from {start} by {value} to {target}."
        )
        return text.format(start=facts.start, value=facts.value, target=facts.target)
    counted, end = verdict.measured, verdict.target
    if has_passed(verdict):
        counted, end = mirrored(verdict), verdict.other_target
    reached = yearly_growth(verdict.start, counted, verdict.judged_year, verdict.baseline_year)
    asked = yearly_growth(verdict.start, end, goal.due, verdict.baseline_year)
    text = _("{reached} a year reached since {base_year}, {asked} a year asked until {due}: {ratio}, {class_words}.")
    said = text.format(
        reached=percent(reached, sign=True),
        base_year=verdict.baseline_year,
        asked=percent(asked, sign=True),
        due=goal.due,
        ratio=ratio_words(verdict.ratio_of(Rule.COMPOUND)),
        class_words=ratio_class(status),
    )
    return sentences(mirrored_words(facts), said) if has_passed(verdict) else said


def by_projection(facts: VerdictFacts, status: Status) -> str:
    """Carry the mean of the last changes to the due year and compare what would be missing with what is."""
    verdict, goal = facts.verdict, facts.goal
    if goal.traits.mean_of_plan:
        return mean_so_far(facts, status)
    if status is Status.TOO_FEW_POINTS:
        return _("Three yearly changes since the start are needed; there are fewer.")
    if status is Status.NOT_ASSESSABLE or verdict.recent_change is None:
        return _("This rule carries on changes of a level; it has nothing to say on a growth rate.")
    if goal.traits.direction:
        text = _("The last changes average {change} a year; {asked} is asked.")
        return text.format(change=facts.pace(verdict.recent_change, sign=True), asked=facts.asked)
    if status is Status.MOVING_AWAY:
        return _("The last changes average {change} a year, away from the goal of {asked}.").format(
            change=facts.pace(verdict.recent_change, sign=True), asked=facts.asked
        )
    arrives = (verdict.measured or 0) + verdict.recent_change * ((goal.due or 0) - (verdict.judged_year or 0))
    missing, now = missing_at(verdict, arrives), abs(verdict.gap or 0)
    numbers = facts.numbers.telling(arrives, verdict.target, verdict.measured)
    said = _("The last changes average {change} a year; carried to {due} they give {value}").format(
        change=facts.numbers.pace(verdict.recent_change, sign=True, whole=False),
        due=goal.due,
        value=_carried(facts, arrives, numbers),
    )
    if missing <= 0:
        text = _("{carried}, not enough for the goal of {asked}.")
        if status is Status.ON_TRACK:
            text = _("{carried}, enough for the goal of {asked}.")
        return text.format(carried=said, asked=facts.asked)
    text = _("{carried}: {missing} of the {now} missing now would still be missing, {share}, {class_words}.")
    if missing > now:
        text = _("{carried}: {missing} would be missing, and {now} are missing now, {share}, {class_words}.")
    return text.format(
        carried=said, missing=numbers.distance(missing), now=numbers.distance(now), share=percent(missing / now),
        class_words=share_class(status),
    )  # fmt: skip


def _carried(facts: VerdictFacts, value: float, numbers: NumberStyle) -> str:
    """Return a value that the last changes lead to, as what it is."""
    changes = facts.goal.traits.from_zero and facts.verdict.measured_as is not MeasuredAs.TOTAL
    return moved_words(facts, value, numbers) if changes else numbers.amount(value)


def ratio_class(status: Status) -> str:
    """Return in which interval the ratio lies, and what that is called."""
    bounds = [least for least, _status in RATIO_CLASSES]
    names = [name for _least, name in RATIO_CLASSES]
    if status is Status.MOVING_AWAY:
        return _("below 0: moving away")
    place = names.index(status) if status in names else 0
    if place == 0:
        interval = _("{least} or more").format(least=number(bounds[0], 2))
    elif bounds[place] == 0:
        interval = _("under {most}").format(most=number(bounds[place - 1], 2))
    else:
        interval = _("from {least} to under {most}").format(
            least=number(bounds[place], 2), most=number(bounds[place - 1], 2)
        )
    return labelled(interval, status_word(names[place]).lower())


def share_class(status: Status) -> str:
    """Return which share of the distance may be missing for a status."""
    (least, on_track), (most, behind) = SHARE_CLASSES
    if status is on_track:
        return _("at most {most}").format(most=percent(least))
    return (
        _("at most {most}").format(most=percent(most))
        if status is behind
        else _("more than {most}").format(most=percent(most))
    )


RULE_REASONS: dict[Rule, Callable[[VerdictFacts, Status], str]] = {
    Rule.TIME: by_time,
    Rule.COMPOUND: by_growth,
    Rule.PROJECTION: by_projection,
}
