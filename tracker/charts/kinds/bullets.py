"""Many goals now: a bar each for the way made, scaled so that every start is 0 % and every goal 100 %."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.charts.boxes import Box
from tracker.charts.content import Content, NumberTable, Setting, listed_alt, with_second
from tracker.charts.heading import Heading, heading
from tracker.charts.kinds.row_layout import (
    fitted,
    least_height,
    lettered_for,
    middle_of,
    office_bars,
    row_height,
    row_scene,
    rows_fit,
    write_names,
    write_words,
)
from tracker.charts.lettering import LINE, Line
from tracker.charts.office import Column, Look, NumberSheet, OfficeChart, Series
from tracker.charts.palette import Theme, marked
from tracker.charts.scene import ABOVE, Area, Bar, Rule, Scene, Stroke
from tracker.charts.sheet import PAGE, Sheet, Size
from tracker.domain.statuses import Group
from tracker.language import _, clauses, labelled, ngettext, percent_value

MOST_ROWS = 14
"""A figure shows at most so many goals, fewer where it is low; it says how many it leaves out."""

_FARTHEST = 1.12
_BANDS = ((0.0, 0.5), (0.5, 0.8), (0.8, _FARTHEST))


@dataclass(frozen=True, slots=True)
class BulletRow:
    """One goal: its name, the share of the way from its start to the goal that is made, and its status in words.

    `reported` tells whether anything was, also where it is known too little to be a share.
    """

    label: str
    second: str
    share: float | None
    value: str
    group: Group
    status: str
    reported: bool = True


def bullets_size(count: int, width: int = PAGE[0], *, title: bool = True) -> Size:
    """Return the size of a figure whose rows have the height they need."""
    sheet = Sheet(Theme.LIGHT, width, round(width * 9 / 16))
    around = (300 if title else 120) * max(sheet.k, 0.4)
    return width, round(around + min(count, MOST_ROWS) * row_height(sheet) + 24)


def bullets(
    rows: Sequence[BulletRow],
    headline: str = "",
    *,
    source: str = "",
    theme: Theme = Theme.LIGHT,
    size: Size | None = None,
    title: bool = True,
    office: bool = False,
) -> Scene:
    """Return a row per goal: bar = way made, thick tick = goal, dashed box = nothing reported."""
    sheet = Sheet(theme, *(size or bullets_size(len(rows), title=title)), office=office)
    head, fits = fitted(
        lambda left_out: heading(sheet, headline, _subtitle(left_out), source, shown=title), _fit, len(rows)
    )
    shown = rows[:fits]
    above = sheet.font(28) * LINE
    lettered = lettered_for(head, above, shown)
    words = [_words(lettered, row) for row in shown]
    scene = row_scene(head, lettered, shown, words, (0, _FARTHEST), above)
    for place, row in enumerate(shown):
        _row(scene, place, row)
    head.write(scene)
    _ticks(scene, head)
    write_names(scene, head, shown)
    write_words(scene, words)
    if office:
        scene.office, scene.numbers = _office(scene, shown), _numbers(scene, rows)
    return scene.finished()


def _subtitle(left_out: int) -> str:
    reading = _("Way made from start to goal  ·  bar = way made, thick tick = goal, dashed box = nothing reported")
    more = ngettext("{count} more goal is not shown", "{count} more goals are not shown", left_out)
    return f"{reading}  ·  {more.format(count=left_out)}" if left_out else reading


def _fit(head: Heading) -> int:
    return min(MOST_ROWS, rows_fit(head, head.sheet.font(28) * LINE, least_height(head.sheet)))


def _words(sheet: Sheet, row: BulletRow) -> list[Line]:
    colours = sheet.colours
    return [
        Line(row.value, sheet.font(30), colours.ink, bold=True),
        Line(marked(row.group, row.status), sheet.font(26), colours.status[row.group]),
    ]


def _row(scene: Scene, place: int, row: BulletRow) -> None:
    sheet, colours, scale = scene.sheet, scene.sheet.colours, 0.4 if scene.sheet.narrow else 1.0
    middle, band, bar, tick = middle_of(scene, place), 0.26 * scale, 0.11 * scale, 0.325 * scale
    if not row.reported:
        edge = Stroke(colours.muted, max(1.0, sheet.px(2)), "dot")
        scene.shapes.append(Area(x=(0, 1), y=(middle - band, middle + band), edge=edge))
        if not sheet.narrow:
            line = Line(_("nothing reported"), sheet.font(24), colours.muted)
            scene.put([line], scene.plot.left + sheet.mark(20), scene.y(middle) - line.size * LINE / 2)
    elif not sheet.office:
        scene.shapes += [
            Area(x=ends, y=(middle - band, middle + band), fill=colour)
            for ends, colour in zip(_BANDS, colours.bands, strict=True)
        ]
    if row.reported and row.share is not None:
        hover = _("{percent} of the way").format(percent=percent_value(row.share))
        reached = max(0.0, min(row.share, _FARTHEST))
        scene.marks.append(
            Bar(name=_("way made"), length=reached, middle=middle, height=bar * 2, colour=colours.actual, hover=hover)
        )
    thick = Stroke(colours.ink, max(3.0, sheet.px(8)))
    scene.shapes.append(Rule(x=(1, 1), y=(middle - tick, middle + tick), stroke=thick, layer=ABOVE))


def _ticks(scene: Scene, head: Heading) -> None:
    """Write the shares of the way above the rows."""
    ticks = [(0.0, "0%"), (0.25, "25%"), (0.5, "50%"), (0.75, "75%"), (1.0, _("goal"))]
    for value, text in ticks:
        line = Line(text, head.sheet.font(28), scene.sheet.colours.muted, bold=value == 1)
        half, high = line.width / 2, line.size * LINE
        centre = max(scene.x(value), half + 2) if value == 0 else scene.x(value)
        scene.write([line], Box(centre - half, scene.plot.top - high, centre + half, scene.plot.top), "center")


def _office(scene: Scene, rows: Sequence[BulletRow]) -> OfficeChart:
    """Return native bars in percent of the way, each over its goal."""
    known = tuple(None if row.share is None else 100.0 for row in rows)
    reached = tuple(_drawn(row.share) for row in rows)
    colours = scene.sheet.colours
    series = (
        Series(name=_("goal, %"), values=known, form="bar", fill=colours.bands[0]),
        Series(name=_("way made, %"), values=reached, form="bar", fill=colours.actual),
    )
    return office_bars(scene, _("Way made from start to goal, %"), rows, series, times=100.0, gap=150)


def _drawn(share: float | None) -> float | None:
    """Return a share in percent as a bar holds it: none beyond its ends, without the noise of its arithmetic."""
    return None if share is None else round(max(0.0, share) * 100, 9)


def _numbers(scene: Scene, rows: Sequence[BulletRow]) -> NumberSheet:
    colours = scene.sheet.colours
    target, reached = Look(0, fill=colours.bands[0]), Look(1, fill=colours.actual)
    known = [None if row.share is None else round(row.share * 100, 9) for row in rows]
    return NumberSheet(
        columns=(
            Column(_("Goal"), [row.label for row in rows]),
            Column(_("Zone and years"), [row.second for row in rows]),
            Column(_("Goal, %"), [None if share is None else 100 for share in known], (target,)),
            Column(_("Way made, %"), known, (reached,)),
            Column(_("In words"), [row.value for row in rows]),
            Column(_("Status"), [marked(row.group, row.status) for row in rows]),
        ),
        form="bar",
        overlap=100,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets(Content):
    """Many goals now, a row each; a slide holds no more than its chart can show."""

    rows: tuple[BulletRow, ...]

    def scene(self, setting: Setting) -> Scene:
        """Return the rows drawn."""
        return bullets(self.rows, setting.headline, source=setting.below, **setting.drawn)

    def table(self) -> NumberTable:
        """Return a row per goal."""
        heads = (_("Goal"), _("Latest against goal"), _("Way made"), _("Status"))
        rows = [
            (
                with_second(row.label, row.second),
                row.value,
                percent_value(row.share),
                marked(row.group, row.status),
            )
            for row in self.rows
        ]
        return NumberTable(heads, tuple(rows))

    def alt(self, title: str) -> str:
        """Return each row's value and status."""
        return listed_alt(title, [labelled(row.label, clauses((row.value, row.status))) for row in self.rows])
