"""The first slide: whose goals these are, how many stand in each group, and as of when."""

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.charts.boxes import Box
from tracker.charts.content import Content, NumberTable, Setting, listed_alt
from tracker.charts.heading import SOURCE, TITLE, WIDER
from tracker.charts.kinds.cards import blank, card, stripe_width
from tracker.charts.lettering import LINE, Line, block_size, broken, cut_to, largest
from tracker.charts.palette import Theme, marked
from tracker.charts.scene import Scene
from tracker.charts.sheet import PAGE, Sheet, Size
from tracker.domain.statuses import Group, group_word
from tracker.language import _, labelled, listed, ngettext, number

_TITLES = (88, 72, 60, 48)
_CARD, _TALLEST_CARD = 270, 400
_ROW = 112


@dataclass(frozen=True, slots=True)
class _Words:
    """The slide's lines, broken to its width."""

    title: list[Line]
    whose: list[Line]
    total: list[Line]
    known: list[Line]
    made_from: list[Line]


def opening(
    title: str,
    counts: Mapping[Group, int],
    *,
    place: str = "",
    span: str = "",
    known: str = "",
    made_from: str = "",
    theme: Theme = Theme.LIGHT,
    size: Size = PAGE,
    office: bool = False,
) -> Scene:
    """Return title, place and span, a card per group with its count, how it was looked at and made from what."""
    sheet = Sheet(theme, *size, office=office)
    whose = " · ".join(part for part in (place, span) if part)
    words = _words(sheet, title, whose, sum(counts.values()), known, made_from)
    scene = blank(sheet)
    left, foot = _edge(sheet), sheet.height - sheet.px(26) - block_size(words.made_from)[1]
    scene.put(words.made_from, left, foot, part=SOURCE)
    cards = _cards_height(sheet)
    lines = [*words.title, *words.whose, *words.total, *words.known]
    needed = sum(line.size * LINE for line in lines) + cards + 3 * _gap(sheet)
    # The cards take what room is left, up to a height, so that the lower part does not stay empty.
    grown = min(max(0.0, foot - needed - 2.5 * _gap(sheet)), _most_growth(sheet))
    cards, needed = cards + grown, needed + grown
    top = max(sheet.px(44), (foot - needed) * 0.45)
    top = scene.put(words.title, left, top, part=TITLE) + _gap(sheet) / 4
    top = scene.put(words.whose, left, top) + _gap(sheet) * 1.25
    top = scene.put(words.total, left, top) + _gap(sheet) / 2
    _cards(scene, Box(left, top, sheet.width - left, top + cards), counts)
    scene.put(words.known, left, top + cards + _gap(sheet))
    return scene.finished()


def _words(sheet: Sheet, title: str, whose: str, total: int, known: str, made_from: str) -> _Words:
    colours, room = sheet.colours, sheet.width - 2 * _edge(sheet)
    sizes = [Line(title, sheet.font(size), colours.ink, bold=True) for size in _TITLES]
    many = ngettext("{count} goal", "{count} goals", total).format(count=number(total, 0))
    most = 3 if sheet.narrow else 2
    return _Words(
        title=largest(sizes, room / (WIDER if sheet.office else 1), 4 if sheet.narrow else 2),
        whose=broken(Line(whose, sheet.font(40), colours.muted), room, 2),
        total=broken(Line(many, sheet.font(40), colours.ink, bold=True), room, 1),
        known=broken(Line(known, sheet.font(32), colours.ink), room, most),
        made_from=[Line("", sheet.font(22), colours.muted)] * 2
        if sheet.office
        else broken(Line(made_from, sheet.font(22), colours.muted), room, most),
    )


def _edge(sheet: Sheet) -> float:
    return max(sheet.px(60), 12.0)


def _gap(sheet: Sheet) -> float:
    return max(sheet.px(48), 12.0)


def _cards_height(sheet: Sheet) -> float:
    return len(Group) * _ROW * 0.4 if sheet.narrow else sheet.px(_CARD)


def _most_growth(sheet: Sheet) -> float:
    return 0.4 * _cards_height(sheet) if sheet.narrow else sheet.px(_TALLEST_CARD - _CARD)


def _cards(scene: Scene, box: Box, counts: Mapping[Group, int]) -> None:
    """Draw the groups beside each other, or below each other on a narrow sheet."""
    sheet, gap = scene.sheet, max(scene.sheet.px(20), 6.0)
    counted = {group: _count(sheet, counts.get(group, 0)) for group in Group}
    across = (box.right - box.left + gap) / len(Group)
    down = (box.bottom - box.top + gap) / len(Group)
    column = max(line.width for line in counted.values())
    for place, (group, line) in enumerate(counted.items()):
        if sheet.narrow:
            top = box.top + place * down
            _beside(scene, Box(box.left, top, box.right, top + down - gap), group, line, column)
        else:
            left = box.left + place * across
            _above(scene, Box(left, box.top, left + across - gap, box.bottom), group, line)


def _count(sheet: Sheet, count: int) -> Line:
    # A group nobody is in steps back, and is there all the same.
    colour = sheet.colours.ink if count else sheet.colours.muted
    return Line(number(count, 0), sheet.font(72 if sheet.narrow else 128), colour, bold=True)


def _above(scene: Scene, box: Box, group: Group, count: Line) -> None:
    """Draw a card with the count above its word."""
    card(scene, box, group)
    left = _inside(scene.sheet, box)
    lines = [count, _word(scene.sheet, group, box.right - left - scene.sheet.px(8))]
    scene.put(lines, left, (box.top + box.bottom - block_size(lines)[1]) / 2)


def _beside(scene: Scene, box: Box, group: Group, count: Line, column: float) -> None:
    """Draw a card with the count, in a column of a width, at the left of its word."""
    card(scene, box, group)
    left, middle = _inside(scene.sheet, box), (box.top + box.bottom) / 2
    scene.put([count], left, middle - block_size([count])[1] / 2)
    left += column + max(scene.sheet.px(40), 12.0)
    word = _word(scene.sheet, group, box.right - left)
    scene.put([word], left, middle - block_size([word])[1] / 2)


def _inside(sheet: Sheet, box: Box) -> float:
    return box.left + stripe_width(sheet) + max(sheet.px(28), 10.0)


def _word(sheet: Sheet, group: Group, room: float) -> Line:
    return cut_to(Line(marked(group), sheet.font(36), sheet.colours.status[group], bold=True), room)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening(Content):
    """What the first slide says: whose goals these are, how they were looked at, how many stand in each group."""

    place: str
    span: str
    counts: dict[Group, int]
    known: str = ""
    made_from: str = ""

    @property
    def goals(self) -> int:
        """Return how many goals there are."""
        return sum(self.counts.values())

    def scene(self, setting: Setting) -> Scene:
        """Return a card per group; an office file says itself how the goals were looked at."""
        known, made_from = ("", "") if setting.office else (self.known, self.made_from)
        return opening(
            setting.headline,
            self.counts,
            place=self.place,
            span=self.span,
            known=known,
            made_from=made_from,
            **setting.drawn,
        )

    def table(self) -> NumberTable:
        """Return the count of each group."""
        rows = tuple((marked(group), number(count)) for group, count in self.counts.items())
        return NumberTable((_("Status"), _("Goals")), rows)

    def alt(self, title: str) -> str:
        """Return the count of each group."""
        counted = listed(f"{group_word(group)} {number(self.counts[group])}" for group in Group)
        return listed_alt(title, [labelled(self.place, counted)])

    @property
    def numbered(self) -> bool:
        """Whether a workbook has a sheet for it: its overview says more."""
        return False
