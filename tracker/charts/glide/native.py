"""A goal over time as office files hold it: a scale, series with the marks of the screen, columns of numbers."""

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tracker.charts.axes import most_years
from tracker.charts.glide.captions import projection_group
from tracker.charts.glide.timeline import Timeline, YearNumbers, middle, year_numbers
from tracker.charts.office import (
    Edge,
    Marker,
    OfficeChart,
    Series,
    ValueScale,
    rings,
)
from tracker.charts.scene import Scene
from tracker.charts.sheet import Sheet
from tracker.charts.ticks import decimals_for, nice_step, rank_ticks
from tracker.charts.value_words import display_name, shown_unit, told_in_steps, value_words
from tracker.domain.explaining.goal_numbers import style_of
from tracker.domain.statuses import Group
from tracker.language import _, workbook_form

_FADE = 0.11
"""The open end of a bound reaches so much of the axis."""
_STEPS = (1, 2, 5, 10, 20, 25, 50)
_COUNTED = 5
_SURE = 9
"""What floating point adds to a difference of rounded values lies behind so many decimals."""


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
    whole = workbook_form(0, signed=False)
    digits = workbook_form(places, signed=False) + ('"%"' if unit == "%" else "")
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
    years = as_printed(timeline, year_numbers(timeline, begin))
    drawn = [
        *_band(scene, timeline, years),
        *_path(scene, years, dot),
        *_projection(scene, timeline, years),
        *_start(scene, timeline, years, dot),
        *_reference(scene, timeline, years),
        *_broken(scene, years, dot),
        *_actuals(scene, timeline, years, dot),
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
    wide = tuple(sign * round(year.band[1] - year.band[0], _SURE) if year.band else None for year in years)
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


def _actuals(scene: Scene, timeline: Timeline, years: Sequence[YearNumbers], dot: float) -> list[Series]:
    """Return the actuals: solid, thin across missing years, hollow where provisional, grey after the due year."""
    ink, grey = scene.sheet.colours.actual, scene.sheet.colours.needed
    beyond = {point.year for point in timeline.beyond}
    later = [place for place, year in enumerate(years) if year.exact is not None and year.year in beyond]
    known = [place for place, year in enumerate(years) if year.exact is not None]
    apart = {later for earlier, later in pairwise(known) if later - earlier > 1}
    unsettled = [year.exact if not year.settled else None for year in years]
    mark = Marker("circle", dot, ink)
    line = Series(
        name=_("actual"),
        values=tuple(year.exact for year in years),
        stroke=Edge(ink, 8),
        mark=mark,
        strokes={place: Edge(ink, 3) for place in apart} | {place: Edge(grey, 5) for place in later},
        marks={place: Marker("circle", dot, grey) for place in later},
    )
    return [line, *rings(_("of these provisional or estimated"), unsettled, mark, scene.sheet.colours.page)]


def _reference(scene: Scene, timeline: Timeline, years: Sequence[YearNumbers]) -> list[Series]:
    """Return the values that the goal's own are held against."""
    grey = scene.sheet.colours.needed
    values = tuple(year.reference for year in years)
    return [Series(name=timeline.report.other, values=values, stroke=Edge(grey, 6), mark=Marker("circle", 14, grey))]


def _broken(scene: Scene, years: Sequence[YearNumbers], dot: float) -> list[Series]:
    """Return rings round the years that did not keep what is asked of every year."""
    values = [year.exact if year.broken else None for year in years]
    mark = Marker("circle", dot * 1.7, scene.sheet.colours.status[Group.OFF_TRACK])
    return rings(_("goal not kept"), values, mark, scene.sheet.colours.page)


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


def as_printed(timeline: Timeline, years: Sequence[YearNumbers]) -> list[YearNumbers]:
    """Return the years with every value rounded once as the screen writes it."""
    style = style_of(timeline.report)

    def printed(value: float | None) -> float | None:
        known = style.printed(value)
        return None if known is None else float(known)

    return [
        replace(
            year,
            point=year.point and replace(year.point, low=printed(year.point.low), high=printed(year.point.high)),
            reference=printed(year.reference),
            start=printed(year.start),
            path=printed(year.path),
            projected=printed(year.projected),
            band=year.band and (printed(year.band[0]) or 0.0, printed(year.band[1]) or 0.0),
        )
        for year in years
    ]
