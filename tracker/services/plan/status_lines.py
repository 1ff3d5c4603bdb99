"""The verdicts on goals as lines that a person reads, by plan: what is binding and off track first."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from unicodedata import east_asian_width

from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.records import Plan, Zone
from tracker.domain.statuses import GROUP_OF, Group, group_word, status_word
from tracker.domain.vocabulary import Nature
from tracker.language import _, aside, labelled, listed, ngettext, number, percent_value
from tracker.services.plan.status_rows import Judged

_FIRST = (Group.OFF_TRACK, Group.BEHIND, Group.ON_TRACK, Group.MET, Group.NO_VERDICT)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusLine:
    """One goal: its plan's heading, the cells of its row, and why it stands as it does."""

    plan: str
    cells: tuple[str, ...]
    group: Group
    reason: str


def table(lines: Sequence[StatusLine]) -> Iterator[str]:
    """Lay the lines out under their heads and their plans, with the totals at the end."""
    heads = _heads()
    widths = [max(map(_width, column)) for column in zip(heads, *(line.cells for line in lines), strict=True)]
    yield _row(heads, widths)
    for plan, of_plan in groupby(lines, key=lambda line: line.plan):
        yield ""
        yield plan
        for line in of_plan:
            yield _row(line.cells, widths)
            yield f"    {line.reason}"
    yield ""
    yield totals(lines)


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _width(text: str) -> int:
    """Count the columns that a text takes up on a terminal: two for each wide letter."""
    return sum(2 if east_asian_width(letter) in "FW" else 1 for letter in text)


def _heads() -> tuple[str, ...]:
    """Name the columns of the cells."""
    return (_("indicator"), _("zone"), _("asked"), _("latest"), _("progress"), _("status"), _("goal"))


def status_lines(judged: Iterable[Judged]) -> list[StatusLine]:
    """Put judged goals into lines, plan by plan."""
    return [_line(one) for one in sorted(judged, key=_place)]


def totals(lines: Iterable[StatusLine]) -> str:
    """Count the goals of each group: "43 goals: 2 off track, 41 no verdict"."""
    counted = Counter(line.group for line in lines)
    count = counted.total()
    said = ngettext("{count} goal", "{count} goals", count).format(count=number(count))
    groups = [
        _("{count} {group}").format(count=number(counted[group]), group=group_word(group).lower())
        for group in _FIRST
        if counted[group]
    ]
    return labelled(said, listed(groups))


def _place(one: Judged) -> tuple[object, ...]:
    group = GROUP_OF[one.verdict.status]
    binding = one.goal.nature is Nature.BINDING
    return (*_heading(one.zone, one.plan), one.plan.plan, not binding, _FIRST.index(group), one.indicator.name)


def _heading(zone: Zone, plan: Plan) -> tuple[str, int, str]:
    return zone.name, plan.start or 9999, plan.name


def _line(one: Judged) -> StatusLine:
    verdict = one.verdict
    latest = VerdictFacts(one.goal, one.indicator, one.plan, verdict, one.other).latest
    status = status_word(verdict.status).lower()
    cells = (
        one.indicator.name,
        one.zone.name,
        _("{asked}, binding").format(asked=one.asked) if one.goal.nature is Nature.BINDING else one.asked,
        aside(latest, "" if verdict.latest_year is None else str(verdict.latest_year)),
        percent_value(verdict.progress),
        _("{status}, overdue").format(status=status) if verdict.overdue else status,
        one.goal.goal,
    )
    plan = one.plan.name if one.zone.name in one.plan.name else f"{one.zone.name} – {one.plan.name}"
    return StatusLine(plan=plan, cells=cells, group=GROUP_OF[verdict.status], reason=verdict.reason)
