"""Which slides a set begins with, in which order: chosen from what its goals have to tell."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.slides.slide_sets import Origin, SlideChoice, SlideKind, slide_key
from tracker.services.slides.judged_goals import tells_nothing
from tracker.services.slides.material import Material

_Thing = TypeVar("_Thing")

#: What one slide can show at sizes that are read from the back of a room.
ROWS_ON_A_SLIDE, PACES_ON_A_SLIDE, ASKS_ON_A_SLIDE = 6, 5, 5
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
    if material.origin is Origin.ZONE and len(material.goals.plans) > 1:
        yield SlideChoice(key=slide_key(SlideKind.TILES))
    # One goal in a row says less than its own slide.
    for page in _pages(material.goals.measured, ROWS_ON_A_SLIDE) if len(material.goals.measured) > 1 else ():
        yield SlideChoice(key=slide_key(SlideKind.ROWS, page))


def _worth_a_slide(measured: Sequence[GoalReport]) -> list[GoalReport]:
    """Choose the goals with a verdict or a value; all where they are few."""
    if len(measured) <= FEW:
        return list(measured)
    return [report for report in measured if not tells_nothing(report)]


def _pages(things: Sequence[object], on_one: int) -> list[int]:
    """Number the slides that so many things take."""
    return list(range(1, slides_for(len(things), on_one) + 1))


def slides_for(count: int, on_one: int) -> int:
    """Return how many slides so many things take."""
    return -(-count // on_one)


def on_slide(things: Sequence[_Thing], page: int, on_one: int) -> Sequence[_Thing]:
    """Return what stands on one of the slides, counted from 1, about as much on each; nothing on any other."""
    slides = slides_for(len(things), on_one)
    if not 0 < page <= slides:
        return ()
    each, more = divmod(len(things), slides)
    begin = (page - 1) * each + min(page - 1, more)
    return things[begin : begin + each + (page <= more)]
