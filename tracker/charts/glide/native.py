"""A goal over time as office files hold it: a scale, series with the marks of the screen, columns of numbers."""

import math
from collections.abc import Callable, Sequence
from itertools import pairwise

from tracker.charts.axes import most_years
from tracker.charts.glide.captions import projection_group
from tracker.charts.glide.timeline import Timeline, YearNumbers, middle, year_numbers
from tracker.charts.office import (
    Cell,
    Column,
    Edge,
    Look,
    Marker,
    NumberSheet,
    OfficeChart,
    Series,
    ValueScale,
    ring_looks,
    rings,
)
from tracker.charts.scene import Scene
from tracker.charts.sheet import Sheet
from tracker.charts.ticks import decimals_for, nice_step, rank_ticks
from tracker.charts.value_words import display_name, shown_unit, told_in_steps, value_words, whole_number_form
from tracker.domain.assessment.verdicts import Point
from tracker.domain.vocabulary import certainty_word
from tracker.language import _, unit_word

_FADE = 0.11
"""The open end of a bound reaches so much of the axis."""
_STEPS = (1, 2, 5, 10, 20, 25, 50)
_COUNTED = 5


def value_scale(timeline: Timeline) -> ValueScale:
    """Return a value axis whose lower end is a mark; upside down for ranks.

    Office applications have no words for money, and count places from 0: those words are written by hand.
    """
    unit, rank = shown_unit(timeline.report), timeline.rank
    low, high = min(timeline.y_range), max(timeline.y_range)
    counted = max(timeline.values, default=0) >= _COUNTED and all(
        float(goal).is_integer() for goal in timeline.thresholds
    )
    step = nice_step(high - max(low, 0.0) if rank else high - low, 6, whole=counted)
    below = 0.0 if rank else math.floor(low / step + 1e-9) * step
    places = decimals_for(step)
    whole = whole_number_form()
    digits = whole + ("." + "0" * places if places else "") + ('"%"' if unit == "%" else "")
    # A true minus, and no place 0.
    in_steps = told_in_steps(unit, high)
    form = whole if in_steps else f"{digits};;" if rank else f"{digits};−{digits};{digits}"
    return ValueScale(low=below, high=high, step=step, form=form, upside_down=rank, named=not (rank or in_steps))


def scale_words(timeline: Timeline, scale: ValueScale) -> dict[float, str]:
    """Return the marks of a scale with their words."""
    unit, places = shown_unit(timeline.report), decimals_for(scale.step)
    if scale.upside_down:
        ranks = rank_ticks(scale.high, timeline.thresholds[0] if timeline.thresholds else None)
        return {place: value_words(place, unit, 0) for place in ranks}
    first, last = math.ceil(scale.low / scale.step - 1e-9), math.floor(scale.high / scale.step + 1e-9)
    marks = [place * scale.step for place in range(first, last + 1)]
    return {mark: "0" if mark == 0 and unit != "%" else value_words(mark, unit, places) for mark in marks}


def year_step(sheet: Sheet, years: tuple[int, int], wide: float) -> tuple[int, int]:
    """Return the first year of the axis and every how many years one is named, so that the last one is."""
    first, last = years
    most = max(most_years(sheet, wide), 1)
    every = next((step for step in _STEPS if (last - first) // step + 1 <= most), 100)
    return last - math.ceil((last - first) / every) * every, every


def office_chart(
    scene: Scene, timeline: Timeline, scale: ValueScale, years_named: tuple[int, int], dot: float
) -> OfficeChart:
    """Return everything drawn of a goal by year; what has no numbers is left out."""
    begin, every = years_named
    years = year_numbers(timeline, begin)
    drawn = [
        *_band(scene, timeline, years),
        *_path(scene, years, dot),
        *_projection(scene, timeline, years),
        *_start(scene, timeline, years, dot),
        *_actuals(scene, years, dot),
        *_bounds(scene, years, dot, scale.high - scale.low),
        *_goals(scene, timeline, years, dot),
    ]
    return OfficeChart(
        name=display_name(timeline.report.indicator),
        corner=_("Year"),
        categories=tuple(str(year.year) for year in years),
        series=tuple(series for series in drawn if any(value is not None for value in series.values)),
        scale=scale,
        every=every,
        named=True,
    )


def _band(scene: Scene, timeline: Timeline, years: Sequence[YearNumbers]) -> list[Series]:
    """Return the 80 % band as two areas on top of each other, the lower one unseen."""
    known = [year.band for year in years if year.band]
    if not known:
        return []
    colour = scene.sheet.colours.status[projection_group(timeline.report)]
    lower, upper = _("80% band, lower end"), _("80% band, upper end")
    low, high = (tuple(year.band[end] if year.band else None for year in years) for end in (0, 1))
    if min(band[0] for band in known) < 0 < max(band[1] for band in known):
        edge = Edge(colour, 2)
        return [Series(name=lower, values=low, stroke=edge), Series(name=upper, values=high, stroke=edge)]
    below = known[0][1] <= 0 and min(band[0] for band in known) < 0
    base = Series(name=upper if below else lower, values=high if below else low, form="area")
    sign = -1 if below else 1
    wide = tuple(sign * (year.band[1] - year.band[0]) if year.band else None for year in years)
    name = _("80% band, down to the lower end") if below else _("80% band, up to the upper end")
    return [base, Series(name=name, values=wide, form="area", fill=colour, opacity=0.25)]


def _path(scene: Scene, years: Sequence[YearNumbers], dot: float) -> list[Series]:
    colour, page = scene.sheet.colours.needed, scene.sheet.colours.page
    needed = [year.path if year.needed else None for year in years]
    return [
        Series(name=_("path"), values=tuple(year.path for year in years), stroke=Edge(colour, 5, "dash")),
        *rings(_("needed"), needed, Marker("circle", dot * 0.85, colour), page),
    ]


def _projection(scene: Scene, timeline: Timeline, years: Sequence[YearNumbers]) -> list[Series]:
    colour = scene.sheet.colours.status[projection_group(timeline.report)]
    values = tuple(year.projected for year in years)
    last = max((place for place, value in enumerate(values) if value is not None), default=-1)
    marks = {last: Marker("diamond", 20, colour)} if last >= 0 else {}
    return [Series(name=_("projection"), values=values, stroke=Edge(colour, 6, "sysDot"), marks=marks)]


def _start(scene: Scene, timeline: Timeline, years: Sequence[YearNumbers], dot: float) -> list[Series]:
    """Return the start with the line to the first actual, where the start is more than implied."""
    place = next((place for place, year in enumerate(years) if year.start is not None), None)
    if place is None:
        return []
    ink, name = scene.sheet.colours.actual, _("implied") if timeline.implied else _("start")
    mark = Marker("circle", dot, ink)
    marks = [] if timeline.from_zero else rings(name, [year.start for year in years], mark, scene.sheet.colours.page)
    first = next((later for later, year in enumerate(years) if year.exact is not None), None)
    if first is None or first <= place or (timeline.implied and not timeline.from_zero):
        return marks
    ends = tuple(year.start if at == place else year.exact if at == first else None for at, year in enumerate(years))
    stroke = Edge(ink, 8 if first == place + 1 else 3)
    return [Series(name=_("from the start to the first actual"), values=ends, stroke=stroke), *marks]


def _actuals(scene: Scene, years: Sequence[YearNumbers], dot: float) -> list[Series]:
    """Return the actuals: solid, thin across years that are missing, hollow where provisional."""
    ink = scene.sheet.colours.actual
    known = [place for place, year in enumerate(years) if year.exact is not None]
    apart = {later for earlier, later in pairwise(known) if later - earlier > 1}
    unsettled = [year.exact if not year.settled else None for year in years]
    mark = Marker("circle", dot, ink)
    line = Series(
        name=_("actual"),
        values=tuple(year.exact for year in years),
        stroke=Edge(ink, 8),
        mark=mark,
        strokes={place: Edge(ink, 3) for place in apart},
    )
    return [line, *rings(_("of these provisional or estimated"), unsettled, mark, scene.sheet.colours.page)]


def _bounds(scene: Scene, years: Sequence[YearNumbers], dot: float, span: float) -> list[Series]:
    """Return bounds and ranges as bars from what is known; an open end ends in the air."""
    points = [year.point if year.point is not None and not year.point.exact else None for year in years]
    values = tuple(None if point is None else middle(point) for point in points)
    up = tuple(
        0.0 if point is None else span * _FADE if point.high is None else point.high - middle(point) for point in points
    )
    down = tuple(
        0.0 if point is None else span * _FADE if point.low is None else middle(point) - point.low for point in points
    )
    ranges = all(point.low is not None and point.high is not None for point in points if point is not None)
    name, ink = _("actual, range") if ranges else _("actual, bound or range"), scene.sheet.colours.actual
    mark = Marker("dash", dot * 1.3, ink)
    return [Series(name=name, values=values, mark=mark, whiskers=(up, down, Edge(ink, dot * 0.55)))]


def _goals(scene: Scene, timeline: Timeline, years: Sequence[YearNumbers], dot: float) -> list[Series]:
    names = [_("goal")] if len(timeline.goal_levels) < 2 else [_("goal, from"), _("goal, to")]
    mark = Marker("diamond", min(36.0, dot * 1.6), scene.sheet.colours.ink)
    return [
        Series(name=name, values=tuple(level if year.year == timeline.due else None for year in years), mark=mark)
        for name, level in zip(names, timeline.goal_levels, strict=False)
    ]


def number_sheet(scene: Scene, timeline: Timeline, scale: ValueScale) -> NumberSheet:
    """Return a goal's years in numbers, each column drawn in the marks of the screen."""
    years, looks = year_numbers(timeline), _looks(scene, timeline)
    cells = {head: [cell(year) for year in years] for head, cell in _cells(timeline).items()}
    begin, every = year_step(scene.sheet, timeline.years, 1100)
    return NumberSheet(
        columns=tuple(Column(head, column, looks.get(head, ())) for head, column in cells.items()),
        form="scatter",
        scale=scale,
        years=(begin, timeline.years[1], every),
        unit=unit_word(shown_unit(timeline.report) or timeline.report.unit),
    )


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
    actual = Look(6, line=Edge(colours.actual, 3), mark=Marker("circle", 10, colours.actual))
    return {
        _("80% band, lower end"): (Look(0, line=Edge(ahead, 1), opacity=0.6),),
        _("80% band, upper end"): (Look(1, line=Edge(ahead, 1), opacity=0.6),),
        _("Path to the goal"): (Look(2, line=Edge(colours.needed, 2, "dash")),),
        _("Needed"): ring_looks(3, _("Needed"), Marker("circle", 8, colours.needed), page),
        _("Projection"): (Look(4, line=Edge(ahead, 2.5, "round_dot")),),
        _("Start"): () if timeline.from_zero else ring_looks(5, start, Marker("circle", 10, colours.actual), page),
        _("Actual"): (actual,),
        _("Bound or range, from"): (Look(7, mark=known),),
        _("Bound or range, to"): (Look(8, mark=known),),
        _("Goal"): (Look(9, mark=goal),),
        _("Goal, to"): (Look(10, mark=goal),),
    }
