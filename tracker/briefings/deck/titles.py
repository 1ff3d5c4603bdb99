"""The titles of slides on many goals: a sentence each, with its numbers, written from the assessment."""

from collections.abc import Sequence

from tracker.briefings.deck.chart_rows import share_of
from tracker.charts import Matrix
from tracker.domain.assessment.verdicts import GoalReport, PaceRow
from tracker.domain.explaining.headlines import thing
from tracker.domain.statuses import Group
from tracker.language import _, ngettext, number, percent_value

_REACHED, _SHORT = (Group.MET, Group.ON_TRACK), (Group.BEHIND, Group.OFF_TRACK)


def opening_title(counts: dict[Group, int], silent: int) -> str:
    """Return how many goals stand well, and how many need a decision or were never reported."""
    count, well, short = sum(counts.values()), _sum(counts, _REACHED), _sum(counts, _SHORT)
    numbers = {"count": number(count), "well": number(well), "short": number(short), "silent": number(silent)}
    if not count:
        return _("There is no goal here yet")
    if counts[Group.NO_VERDICT] == count:
        return _none_judged(count, silent).format(**numbers)
    if well == count:
        return ngettext("The only goal is met or on track", "All {count} goals are met or on track", count).format(
            **numbers
        )
    text = ngettext(
        "{well} of {count} goals is met or on track; {short} need a decision",
        "{well} of {count} goals are met or on track; {short} need a decision",
        well,
    )
    if short == 1:
        text = ngettext(
            "{well} of {count} goals is met or on track; one needs a decision",
            "{well} of {count} goals are met or on track; one needs a decision",
            well,
        )
    if not short:
        text = ngettext(
            "{well} of {count} goals is met or on track; the rest cannot be judged yet",
            "{well} of {count} goals are met or on track; the rest cannot be judged yet",
            well,
        )
    return text.format(**numbers)


def _none_judged(count: int, silent: int) -> str:
    """Return that no goal can be judged, and of how many nothing was reported."""
    if silent == count:
        if count == 2:
            return _("Neither of 2 goals can be judged yet: nothing has been reported since they began")
        return ngettext(
            "The only goal cannot be judged yet: nothing has been reported since it began",
            "None of {count} goals can be judged yet: nothing has been reported since they began",
            count,
        )
    if count == 2:
        return _("Neither of 2 goals can be judged yet")
    if not silent:
        return ngettext("The only goal cannot be judged yet", "None of {count} goals can be judged yet", count)
    return ngettext(
        "The only goal cannot be judged yet",
        "None of {count} goals can be judged yet; of {silent}, nothing has been reported since they began",
        count,
    )


def _sum(counts: dict[Group, int], groups: Sequence[Group]) -> int:
    return sum(counts[group] for group in groups)


def rows_title(reports: Sequence[GoalReport], *, by_zone: bool = False) -> str:
    """Return which of the goals on one slide has made least of its way, and how many stand well."""
    count, known = len(reports), [report for report in reports if share_of(report) is not None]
    if all(report.verdict.judged_year is None for report in reports):
        return ngettext(
            "Of this goal, nothing has been reported since it began",
            "Of these {count} goals, nothing has been reported since they began",
            count,
        ).format(count=number(count))
    if count == 1:
        return reports[0].headline
    well = sum(report.group in _REACHED for report in reports)
    if all(report.group is Group.MET for report in reports):
        return ngettext("This goal is met", "All of these {count} goals are met", count).format(count=number(count))
    unmet = [report for report in known if report.group is not Group.MET]
    if not unmet:
        text = ngettext(
            "{well} of this goal is met or on track", "{well} of these {count} goals are met or on track", count
        )
        return text.format(well=number(well), count=number(count))
    last = min(unmet, key=lambda report: share_of(report) or 0.0)
    text = _("Lowest completion: {name}, at {share}; met or on track here: {well} of {count}")
    name, share = (
        last.zone.name if by_zone else thing(last.indicator.name),
        percent_value(max(share_of(last) or 0.0, 0.0)),
    )
    return text.format(name=name, share=share, well=number(well), count=number(count))


def tiles_title(matrix: Matrix) -> str:
    """Return how many indicators several of the plans ask for."""
    shared = sum(sum(tile is not None for tile in row) > 1 for row in matrix.tiles)
    plans, count = len(matrix.plans), len(matrix.indicators)
    if count == 1:
        text = _("{plans} plans ask for {indicator}")
        return text.format(plans=number(plans), indicator=thing(matrix.indicators[0].label))
    if not shared:
        return _("{plans} plans ask for {count} indicators, and none of these for the same one").format(
            plans=number(plans), count=number(count)
        )
    text = ngettext(
        "{plans} plans ask for {count} indicators; {shared} of them stands in several plans",
        "{plans} plans ask for {count} indicators; {shared} of them stand in several plans",
        shared,
    )
    return text.format(plans=number(plans), count=number(count), shared=number(shared))


def paces_title(rows: Sequence[PaceRow]) -> str:
    """Return how many of the paces reached are too slow for what is needed."""
    pairs = [(row.needed, row.reached) for row in rows if row.needed is not None and row.reached is not None]
    slow = sum(reached < needed if needed >= 0 else reached > needed for needed, reached in pairs)
    if not slow:
        text = ngettext(
            "The one pace that is known is fast enough", "All {count} paces that are known are fast enough", len(pairs)
        )
        return text.format(count=number(len(pairs)))
    text = ngettext(
        "{slow} of {count} known paces is too slow for what is needed",
        "{slow} of {count} known paces are too slow for what is needed",
        slow,
    )
    return text.format(slow=number(slow), count=number(len(pairs)))


def closing_title(counts: dict[Group, int]) -> str:
    """Return on how many goals decisions are asked for, and of how many what a verdict needs."""
    short, open_goals = _sum(counts, _SHORT), counts[Group.NO_VERDICT]
    numbers = {"short": number(short), "open": number(open_goals)}
    if not open_goals:
        return ngettext("Asked for: a decision on one goal", "Asked for: decisions on {short} goals", short).format(
            **numbers
        )
    if not short:
        return ngettext(
            "One goal cannot be judged until what is asked for here is given",
            "{open} goals cannot be judged until what is asked for here is given",
            open_goals,
        ).format(**numbers)
    return ngettext(
        "Asked for: a decision on one goal, and what the {open} that cannot be judged are missing",
        "Asked for: decisions on {short} goals, and what the {open} that cannot be judged are missing",
        short,
    ).format(**numbers)


def numbered(title: str, page: int, pages: int) -> str:
    """Return a title that says on which of several slides of its kind it stands."""
    return title if pages < 2 else _("{title} ({page} of {pages})").format(title=title, page=page, pages=pages)
