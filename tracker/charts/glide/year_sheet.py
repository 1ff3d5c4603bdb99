"""A goal over time as a worksheet holds it: a row per year with its numbers, and how each column is drawn."""

from collections.abc import Callable, Sequence

from tracker.charts.glide.captions import axis_title, projection_group
from tracker.charts.glide.native import as_printed, year_step
from tracker.charts.glide.timeline import Timeline, YearNumbers, year_numbers
from tracker.charts.office import Cell, Column, Edge, Look, Marker, NumberSheet, ValueScale, ring_looks
from tracker.charts.scene import Scene
from tracker.domain.assessment.verdicts import Point
from tracker.domain.statuses import Group
from tracker.domain.vocabulary import certainty_word
from tracker.language import _, decimals_of, exact, workbook_form


def number_sheet(scene: Scene, timeline: Timeline, scale: ValueScale) -> NumberSheet:
    """Return a goal's years in numbers, each column drawn in the marks of the screen."""
    years, looks = as_printed(timeline, year_numbers(timeline)), _looks(scene, timeline)
    cells = {head: [cell(year) for year in years] for head, cell in _cells(timeline).items()}
    begin, every = year_step(scene.sheet, timeline.years, 1100)
    return NumberSheet(
        columns=tuple(
            Column(head, column, looks.get(head, ()), "" if head == _("Year") else _form(column))
            for head, column in cells.items()
        ),
        form="scatter",
        scale=scale,
        years=(begin, timeline.years[1], every),
        unit=axis_title(timeline),
    )


def _form(cells: Sequence[Cell]) -> str:
    """Return a workbook's format with the decimals that a column's values need; rounded values have no more."""
    known = [exact(cell) for cell in cells if isinstance(cell, int | float)]
    return workbook_form(max((decimals_of(value.normalize()) for value in known if value), default=0))


def _cells(timeline: Timeline) -> dict[str, Callable[[YearNumbers], Cell]]:
    """Return what each column holds of a year."""

    def inexact(year: YearNumbers) -> Point | None:
        return None if year.point is None or year.point.exact else year.point

    def goals(year: YearNumbers) -> tuple[float | None, ...]:
        levels = timeline.goal_levels if timeline.values and year.year == timeline.due else ()
        return (*levels, None, None)

    return {
        _("Year"): lambda year: year.year,
        _("Actual"): lambda year: year.exact,
        **({timeline.report.other: lambda year: year.reference} if timeline.reference else {}),
        **({_("Goal not kept"): lambda year: year.exact if year.broken else None} if timeline.broken else {}),
        _("Bound or range, from"): lambda year: point.low if (point := inexact(year)) else None,
        _("Bound or range, to"): lambda year: point.high if (point := inexact(year)) else None,
        _("In words"): lambda year: year.words,
        _("How settled"): lambda year: certainty_word(year.point.certainty) if year.point else None,
        _("Start"): lambda year: year.start,
        _("Path to the goal"): lambda year: year.path,
        _("Needed"): lambda year: year.path if year.needed else None,
        _("Projection"): lambda year: year.projected,
        _("80% band, lower end"): lambda year: year.band[0] if year.band else None,
        _("80% band, upper end"): lambda year: year.band[1] if year.band else None,
        _("Goal"): lambda year: goals(year)[0],
        _("Goal, to"): lambda year: goals(year)[1],
    }


def _looks(scene: Scene, timeline: Timeline) -> dict[str, tuple[Look, ...]]:
    """Return how each column is drawn, from the band at the back to the goal in front."""
    colours, page = scene.sheet.colours, scene.sheet.colours.page
    ahead = colours.status[projection_group(timeline.report)]
    goal, known = Marker("diamond", 13, colours.ink), Marker("long_dash", 12, colours.actual)
    start = _("implied") if timeline.implied else _("start")
    ring = Marker("circle", 16, colours.status[Group.OFF_TRACK])
    actual = Look(6, line=Edge(colours.actual, 3), mark=Marker("circle", 10, colours.actual))
    return {
        _("80% band, lower end"): (Look(0, line=Edge(ahead, 1), opacity=0.6),),
        _("80% band, upper end"): (Look(1, line=Edge(ahead, 1), opacity=0.6),),
        _("Path to the goal"): (Look(2, line=Edge(colours.needed, 2, "dash")),),
        _("Needed"): ring_looks(3, _("Needed"), Marker("circle", 8, colours.needed), page),
        _("Projection"): (Look(4, line=Edge(ahead, 2.5, "round_dot")),),
        _("Start"): () if timeline.from_zero else ring_looks(5, start, Marker("circle", 10, colours.actual), page),
        _("Actual"): (actual,),
        timeline.report.other: (Look(6, line=Edge(colours.needed, 2.5), mark=Marker("circle", 7, colours.needed)),),
        _("Goal not kept"): ring_looks(5, _("Goal not kept"), ring, page),
        _("Bound or range, from"): (Look(7, mark=known),),
        _("Bound or range, to"): (Look(8, mark=known),),
        _("Goal"): (Look(9, mark=goal),),
        _("Goal, to"): (Look(10, mark=goal),),
    }
