"""The series of a goal's native chart: the marks of the screen, the goal as a solid diamond."""

from collections.abc import Sequence
from itertools import pairwise

from tracker.briefings.pptx.native_series import Mark, Series, Stroke
from tracker.briefings.pptx.slide_page import COLOURS
from tracker.charts.glide.captions import projection_group
from tracker.charts.glide.timeline import Scene, middle
from tracker.charts.glide.year_numbers import YearNumbers
from tracker.language import _

INK = COLOURS.actual
DASHES = Stroke(COLOURS.needed, 5, "dash")
_FADE = 0.11
"""The open end of a bound reaches so much of the axis."""


def dot_size(count: int, wide: float) -> float:
    """Return the diameter of an actual's dot in pixels, smaller where years stand close."""
    return max(8.0, min(26.0, wide / max(1, count) * 0.5))


def ring(name: str, values: Sequence[float | None], size: float, colour: str) -> list[Series]:
    """Return hollow circles as two discs on each other: some applications drop the outline of a mark."""
    numbers = tuple(values)
    inside = _("{series}, inside of the circle").format(series=name)
    return [
        Series(name=name, values=numbers, mark=Mark("circle", size, colour)),
        Series(name=inside, values=numbers, mark=Mark("circle", size * 0.56, COLOURS.page), follows=True),
    ]


def diamond(size: float) -> Mark:
    """Return the goal's mark, solid: some applications drop the outline of a hollow one."""
    return Mark("diamond", size, COLOURS.ink)


def goal_series(scene: Scene, years: Sequence[YearNumbers], size: float, span: float) -> list[Series]:
    """Return everything drawn of a goal; what has no numbers is left out. `span` is the length of the value axis."""
    drawn = [
        *_band(scene, years),
        *_path(years, size),
        *_projection(scene, years),
        *_start(scene, years, size),
        *_actuals(years, size),
        *_bounds(years, size, span),
        *_goals(scene, years, size),
    ]
    return [series for series in drawn if any(value is not None for value in series.values)]


def _band(scene: Scene, years: Sequence[YearNumbers]) -> list[Series]:
    """Return the 80 % band as two areas on top of each other, the lower one unseen."""
    known = [year.band for year in years if year.band]
    if not known:
        return []
    colour = COLOURS.status[projection_group(scene.report)]
    if min(low for low, _high in known) < 0 < max(high for _low, high in known):
        return [
            Series(name=name, values=tuple(year.band[end] if year.band else None for year in years), stroke=edge)
            for end, name, edge in (
                (0, _("80% band, lower end"), Stroke(colour, 2)),
                (1, _("80% band, upper end"), Stroke(colour, 2)),
            )
        ]
    below = known[0][1] <= 0 and min(low for low, _high in known) < 0
    near, far = (1, 0) if below else (0, 1)
    base = tuple(year.band[near] if year.band else None for year in years)
    wide = tuple(year.band[far] - year.band[near] if year.band else None for year in years)
    names = (
        (_("80% band, upper end"), _("80% band, down to the lower end"))
        if below
        else (
            _("80% band, lower end"),
            _("80% band, up to the upper end"),
        )
    )
    return [
        Series(name=names[0], values=base, form="area"),
        Series(name=names[1], values=wide, form="area", fill=colour, opacity=0.25),
    ]


def _path(years: Sequence[YearNumbers], size: float) -> list[Series]:
    return [
        Series(name=_("path"), values=tuple(year.path for year in years), stroke=DASHES),
        *ring(_("needed"), [year.path if year.needed else None for year in years], size * 0.85, COLOURS.needed),
    ]


def _projection(scene: Scene, years: Sequence[YearNumbers]) -> list[Series]:
    colour = COLOURS.status[projection_group(scene.report)]
    values = tuple(year.projected for year in years)
    last = max((place for place, value in enumerate(values) if value is not None), default=-1)
    return [
        Series(
            name=_("projection"),
            values=values,
            stroke=Stroke(colour, 6, "sysDot"),
            marks={last: Mark("diamond", 20, colour)} if last >= 0 else {},
        )
    ]


def _start(scene: Scene, years: Sequence[YearNumbers], size: float) -> list[Series]:
    """Return the start with the line to the first actual, where the start is more than implied."""
    place = next((place for place, year in enumerate(years) if year.start is not None), None)
    if place is None:
        return []
    name = _("implied") if scene.implied else _("start")
    marks = [] if scene.from_zero else ring(name, [year.start for year in years], size, INK)
    first = next((later for later, year in enumerate(years) if year.exact is not None), None)
    if first is None or first <= place or (scene.implied and not scene.from_zero):
        return marks
    ends = tuple(year.start if at == place else year.exact if at == first else None for at, year in enumerate(years))
    stroke = Stroke(INK, 8 if first == place + 1 else 3)
    return [Series(name=_("from the start to the first actual"), values=ends, stroke=stroke), *marks]


def _actuals(years: Sequence[YearNumbers], size: float) -> list[Series]:
    """Return the actuals: solid, thin across years that are missing, hollow where provisional."""
    known = [place for place, year in enumerate(years) if year.exact is not None]
    apart = {later for earlier, later in pairwise(known) if later - earlier > 1}
    unsettled = [year.exact if not year.settled else None for year in years]
    line = Series(
        name=_("actual"),
        values=tuple(year.exact for year in years),
        stroke=Stroke(INK, 8),
        mark=Mark("circle", size, INK),
        strokes={place: Stroke(INK, 3) for place in apart},
    )
    return [line, *ring(_("of these provisional or estimated"), unsettled, size, INK)]


def _bounds(years: Sequence[YearNumbers], size: float, span: float) -> list[Series]:
    """Return bounds and ranges as bars from what is known; an open end ends in the air."""
    values: list[float | None] = [None] * len(years)
    up, down = [0.0] * len(years), [0.0] * len(years)
    for place, year in enumerate(years):
        if year.point is None or year.point.exact:
            continue
        stands = middle(year.point)
        values[place] = stands
        up[place] = year.point.high - stands if year.point.high is not None else span * _FADE
        down[place] = stands - year.point.low if year.point.low is not None else span * _FADE
    bar = Stroke(INK, size * 0.55)
    told = [year.point for year in years if year.point is not None and not year.point.exact]
    ranges = all(point.low is not None and point.high is not None for point in told)
    name = _("actual, range") if ranges else _("actual, bound or range")
    return [
        Series(
            name=name, values=tuple(values), mark=Mark("dash", size * 1.3, INK), whiskers=(tuple(up), tuple(down), bar)
        )
    ]


def _goals(scene: Scene, years: Sequence[YearNumbers], size: float) -> list[Series]:
    names = [_("goal")] if len(scene.goal_levels) < 2 else [_("goal, from"), _("goal, to")]
    return [
        Series(
            name=name,
            values=tuple(level if year.year == scene.due else None for year in years),
            mark=diamond(min(36.0, size * 1.6)),
        )
        for name, level in zip(names, scene.goal_levels, strict=False)
    ]
