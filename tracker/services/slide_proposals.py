"""Which slides a set begins with, in which order: chosen from what its goals have to tell."""

from collections.abc import Iterator, Sequence

from tracker.domain.slide_sets import Origin, SlideChoice, SlideKind, slide_key
from tracker.domain.verdicts import GoalReport
from tracker.services.slide_goals import tells_nothing
from tracker.services.slide_material import Material

#: What one slide can show at sizes that are read from the back of a room.
ROWS_ON_A_SLIDE, PACES_ON_A_SLIDE, ASKS_ON_A_SLIDE = 8, 6, 5
#: Up to so many goals have a slide each by default, and so few all have one, told of or not.
MOST_SHOWN, FEW = 30, 12
_MOST_SUCCESSIONS, _MOST_CLOSING, _MOST_PACES = 6, 4, 2


def proposed(material: Material) -> tuple[SlideChoice, ...]:
    """Propose slides: those of goals of which there is nothing to tell are there, and left out."""
    return tuple(_proposed(material))


def _proposed(material: Material) -> Iterator[SlideChoice]:
    goals, alone = material.goals, len(material.goals.reports) == 1
    if not alone:
        yield SlideChoice(key=slide_key(SlideKind.OPENING))
        yield from _overviews(material)
    shown = {report.goal.goal for report in _worth_a_slide(goals.measured)[:MOST_SHOWN]}
    for report in goals.measured:
        yield SlideChoice(key=slide_key(SlideKind.GOAL, report.goal.goal), shown=report.goal.goal in shown)
    for place in list(material.successions)[:_MOST_SUCCESSIONS]:
        yield SlideChoice(key=slide_key(SlideKind.SUCCESSION, place))
    for page in _pages(material.paces, PACES_ON_A_SLIDE)[:_MOST_PACES]:
        yield SlideChoice(key=slide_key(SlideKind.PACES, page))
    for page in _pages(material.asks, ASKS_ON_A_SLIDE)[:_MOST_CLOSING]:
        yield SlideChoice(key=slide_key(SlideKind.CLOSING, page))


def _overviews(material: Material) -> Iterator[SlideChoice]:
    """Propose what shows many goals at once."""
    if material.comparison is not None:
        yield SlideChoice(key=slide_key(SlideKind.ZONES))
    if material.origin in (Origin.ZONE, Origin.COMPARISON) and len(material.goals.plans) > 1:
        yield SlideChoice(key=slide_key(SlideKind.TILES))
    for page in _pages(material.goals.measured, ROWS_ON_A_SLIDE):
        yield SlideChoice(key=slide_key(SlideKind.ROWS, page))


def _worth_a_slide(measured: Sequence[GoalReport]) -> list[GoalReport]:
    """Choose the goals with a verdict or a value; all where they are few."""
    if len(measured) <= FEW:
        return list(measured)
    return [report for report in measured if not tells_nothing(report)]


def _pages(things: Sequence[object], on_one: int) -> list[int]:
    """Number the slides that so many things take."""
    return list(range(1, -(-len(things) // on_one) + 1))
