"""The ways in which plans ask: "newly add", "double", "keep under"; each with the kind of goal it means."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tracker.domain.records import Goal
from tracker.domain.vocabulary import Comparator, Kind
from tracker.language import _


class Phrase(StrEnum):
    """How a plan's sentence begins."""

    NEWLY_ADD = "newly add"
    REACH = "reach"
    DOUBLE = "double"
    MULTIPLY = "multiply"
    KEEP_UNDER = "keep under"
    KEEP_ABOVE = "keep above"
    KEEP_BETWEEN = "keep between"
    RANK = "rank"
    GROW = "grow"
    RISE_BY = "rise by"
    FALL_BY = "fall by"
    KEEP_UP = "keep up"
    MILESTONE = "milestone"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase means: the kind, the comparator and value it brings with it, and whether its number is a fall."""

    kind: Kind
    comparator: Comparator | None = None
    value: Decimal | None = None
    falls: bool = False


MEANING: dict[Phrase, Meaning] = {
    Phrase.NEWLY_ADD: Meaning(Kind.INCREASE),
    Phrase.REACH: Meaning(Kind.LEVEL),
    Phrase.DOUBLE: Meaning(Kind.MULTIPLE, value=Decimal(2)),
    Phrase.MULTIPLY: Meaning(Kind.MULTIPLE),
    Phrase.KEEP_UNDER: Meaning(Kind.EVERY_YEAR, Comparator.LESS_THAN),
    Phrase.KEEP_ABOVE: Meaning(Kind.EVERY_YEAR, Comparator.AT_LEAST),
    Phrase.KEEP_BETWEEN: Meaning(Kind.RANGE, Comparator.BETWEEN),
    Phrase.RANK: Meaning(Kind.RANK),
    Phrase.GROW: Meaning(Kind.GROWTH),
    Phrase.RISE_BY: Meaning(Kind.CHANGE),
    Phrase.FALL_BY: Meaning(Kind.CHANGE, Comparator.AT_MOST, falls=True),
    Phrase.KEEP_UP: Meaning(Kind.RELATIVE),
    Phrase.MILESTONE: Meaning(Kind.MILESTONE),
}


def phrase_of(goal: Goal) -> Phrase:
    """Give the phrase that says a goal; the first of its kind where its comparator and value fit none."""
    phrases = [phrase for phrase, meaning in MEANING.items() if meaning.kind is goal.kind]
    if goal.kind is Kind.MULTIPLE:
        return Phrase.DOUBLE if goal.value == 2 else Phrase.MULTIPLY
    if goal.kind is Kind.CHANGE:
        return Phrase.FALL_BY if goal.value is not None and goal.value < 0 else Phrase.RISE_BY
    if goal.kind is Kind.EVERY_YEAR:
        below = goal.comparator in (Comparator.LESS_THAN, Comparator.AT_MOST)
        return Phrase.KEEP_UNDER if below else Phrase.KEEP_ABOVE
    return phrases[0]


def phrase_words(phrase: Phrase) -> str:
    """Say a phrase as a plan does, with dots where the number stands."""
    return {
        Phrase.NEWLY_ADD: _("newly add …"),
        Phrase.REACH: _("reach …"),
        Phrase.DOUBLE: _("double"),
        Phrase.MULTIPLY: _("multiply by …"),
        Phrase.KEEP_UNDER: _("keep under … every year"),
        Phrase.KEEP_ABOVE: _("keep at or above … every year"),
        Phrase.KEEP_BETWEEN: _("keep between … and …"),
        Phrase.RANK: _("rank among the top …"),
        Phrase.GROW: _("grow by … a year"),
        Phrase.RISE_BY: _("rise by … % over the plan"),
        Phrase.FALL_BY: _("fall by … % over the plan"),
        Phrase.KEEP_UP: _("keep up with another indicator"),
        Phrase.MILESTONE: _("milestone, without a number"),
    }[phrase]
