"""Slide sets: what a presenter put together, from what, and at which instant it stands still."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tracker.domain.statuses import Rule
from tracker.domain.text import clean_text, refused
from tracker.language import _, number

MOST_SLIDES, MOST_PICKED = 200, 120
LONGEST_SET_NAME, LONGEST_TITLE, LONGEST_NOTES = 120, 200, 4_000


class Origin(StrEnum):
    """What a set of slides is made from."""

    PLAN = "plan"
    ZONE = "zone"
    COMPARISON = "comparison"
    GOALS = "goals"


class SlideEvent(StrEnum):
    """What is done with a slide set."""

    MADE = "slides made"
    CHANGED = "slides changed"
    REFRESHED = "slides refreshed"
    REMOVED = "slides removed"


class SlideKind(StrEnum):
    """What a slide shows."""

    OPENING = "opening"
    TILES = "tiles"
    ROWS = "rows"
    ZONES = "zones"
    GOAL = "goal"
    SUCCESSION = "succession"
    PACES = "paces"
    CLOSING = "closing"


#: The kinds of which a set has one slide; the others name their page or subject, as in "rows:2" and "goal:firms-2023".
SINGLE = frozenset({SlideKind.OPENING, SlideKind.TILES, SlideKind.ZONES})


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideChoice:
    """What the presenter made of one slide: shown or left out, a title of their own ("" for the written one), notes."""

    key: str
    shown: bool = True
    title: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideSet:
    """Slides that come back the same at any time: what they are made from, how it was looked at, what was chosen.

    `subjects` are the keys of the plan, the zone, the indicator and its zones, or the goals. Of what is recorded,
    that counts which was known at `as_of`; of goals, those that were kept when the set was made or `refreshed_at`.
    """

    key: str
    name: str
    origin: Origin
    subjects: tuple[str, ...]
    year: int
    as_of: datetime
    rule: Rule = Rule.TIME
    slides: tuple[SlideChoice, ...] = ()
    made_by: str = ""
    made_at: datetime
    changed_at: datetime
    refreshed_at: datetime
    version: int = 1


def slide_key(kind: SlideKind, subject: str | int = "") -> str:
    """Return the name of a slide within its set."""
    return f"{kind}:{subject}" if subject != "" else str(kind)


def kind_of(key: str) -> SlideKind | None:
    """Return what a slide shows by its name; None where there is no such slide."""
    first, colon, subject = key.partition(":")
    if first not in tuple(SlideKind):
        return None
    kind = SlideKind(first)
    return kind if (not colon and not subject) == (kind in SINGLE) and bool(subject) == bool(colon) else None


def subject_of(key: str) -> str:
    """Return the page or subject that a slide's name holds; "" for the kinds that have one slide."""
    return key.partition(":")[2]


def checked_name(name: str) -> str:
    """Return a set's name as it is kept; RefusedInputError where it is empty or too long."""
    cleaned = clean_text(name, limit=LONGEST_SET_NAME)
    if not cleaned:
        raise refused(_("the slide set has no name"), "", _("a name by which it is found again"))
    return cleaned


def checked_slides(choices: Sequence[SlideChoice], known: Sequence[str]) -> tuple[SlideChoice, ...]:
    """Return the choices as they are kept; RefusedInputError where one is unknown or double, or a text too long."""
    if len(choices) > MOST_SLIDES:
        wrong = _("these are too many slides for one set")
        raise refused(wrong, number(len(choices)), _("{most} slides at most").format(most=MOST_SLIDES))
    here, seen = set(known), set[str]()
    for choice in choices:
        if choice.key not in here or kind_of(choice.key) is None:
            raise refused(_("the set has no such slide"), choice.key, _("one of its own slides"))
        if choice.key in seen:
            raise refused(_("a slide stands twice in the set"), choice.key, _("each slide once"))
        seen.add(choice.key)
    return tuple(
        SlideChoice(
            key=choice.key,
            shown=choice.shown,
            title=clean_text(choice.title, limit=LONGEST_TITLE),
            notes=clean_text(choice.notes, limit=LONGEST_NOTES, multiline=True),
        )
        for choice in choices
    )


def checked_subjects(origin: Origin, subjects: Sequence[str]) -> tuple[str, ...]:
    """Return what a set is made from, each once; RefusedInputError where something is missing."""
    given = tuple(dict.fromkeys(subject for subject in subjects if subject))
    least = 2 if origin is Origin.COMPARISON else 1
    most = 1 if origin in (Origin.PLAN, Origin.ZONE) else MOST_PICKED
    if not least <= len(given) <= most:
        raise refused(_("nothing, or too much, is chosen to make slides from"), number(len(given)), _right(origin))
    return given


def _right(origin: Origin) -> str:
    return {
        Origin.PLAN: _("one plan"),
        Origin.ZONE: _("one zone"),
        Origin.COMPARISON: _("an indicator and at least one zone"),
        Origin.GOALS: _("one to {most} goals").format(most=MOST_PICKED),
    }[origin]
