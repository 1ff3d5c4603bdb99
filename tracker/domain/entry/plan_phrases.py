"""The ways in which plans ask: "newly add", "double", "keep under"; each with the kind of goal it means."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tracker.domain.kinds import Kind
from tracker.domain.records import Goal
from tracker.domain.vocabulary import ASKS_LESS, Comparator
from tracker.language import gettext, gettext_noop


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
    RAISE = "raise"
    NOT_LOWER = "not lower"
    LOWER = "lower"
    NOT_RAISE = "not raise"
    MILESTONE = "milestone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a phrase means: the kind, the comparator and value it brings with it, and whether its number is a fall.

    `words` is the phrase with dots where the number stands, `sentence` what a plan says with it.
    """

    kind: Kind
    words: str
    sentence: str
    comparator: Comparator | None = None
    value: Decimal | None = None
    falls: bool = False


MEANING: dict[Phrase, Meaning] = {
    Phrase.NEWLY_ADD: Meaning(
        kind=Kind.INCREASE,
        words=gettext_noop("newly add …"),
        sentence=gettext_noop("{zone} newly adds {value} to {indicator}"),
    ),
    Phrase.REACH: Meaning(
        kind=Kind.LEVEL,
        words=gettext_noop("reach …"),
        sentence=gettext_noop("{zone} brings {indicator} to {value}"),
    ),
    Phrase.DOUBLE: Meaning(
        kind=Kind.MULTIPLE,
        words=gettext_noop("double"),
        sentence=gettext_noop("{zone} doubles {indicator}"),
        value=Decimal(2),
    ),
    Phrase.MULTIPLY: Meaning(
        kind=Kind.MULTIPLE,
        words=gettext_noop("multiply by …"),
        sentence=gettext_noop("{zone} multiplies {indicator} by {value}"),
    ),
    Phrase.KEEP_UNDER: Meaning(
        kind=Kind.EVERY_YEAR,
        words=gettext_noop("keep under … every year"),
        sentence=gettext_noop("{zone} keeps {indicator} under {value} in every year"),
        comparator=Comparator.LESS_THAN,
    ),
    Phrase.KEEP_ABOVE: Meaning(
        kind=Kind.EVERY_YEAR,
        words=gettext_noop("keep at or above … every year"),
        sentence=gettext_noop("{zone} keeps {indicator} at or above {value} in every year"),
        comparator=Comparator.AT_LEAST,
    ),
    Phrase.KEEP_BETWEEN: Meaning(
        kind=Kind.RANGE,
        words=gettext_noop("keep between … and …"),
        sentence=gettext_noop("{zone} keeps {indicator} between {value} and {high}"),
        comparator=Comparator.BETWEEN,
    ),
    Phrase.RANK: Meaning(
        kind=Kind.RANK,
        words=gettext_noop("rank among the top …"),
        sentence=gettext_noop("{zone} ranks among the top {value} in {indicator}"),
    ),
    Phrase.GROW: Meaning(
        kind=Kind.GROWTH,
        words=gettext_noop("grow by … a year"),
        sentence=gettext_noop("{zone} lets {indicator} grow by {value} a year"),
    ),
    Phrase.RISE_BY: Meaning(
        kind=Kind.CHANGE,
        words=gettext_noop("rise by … % over the plan"),
        sentence=gettext_noop("{zone} raises {indicator} by {value} over the plan"),
    ),
    Phrase.FALL_BY: Meaning(
        kind=Kind.CHANGE,
        words=gettext_noop("fall by … % over the plan"),
        sentence=gettext_noop("{zone} lowers {indicator} by {value} over the plan"),
        comparator=Comparator.AT_MOST,
        falls=True,
    ),
    Phrase.KEEP_UP: Meaning(
        kind=Kind.RELATIVE,
        words=gettext_noop("keep up with another indicator"),
        sentence=gettext_noop("{zone} keeps {indicator} up with {other}"),
    ),
    Phrase.RAISE: Meaning(
        kind=Kind.DIRECTION,
        words=gettext_noop("raise, without a number"),
        sentence=gettext_noop("{zone} raises {indicator}"),
        comparator=Comparator.MORE_THAN,
    ),
    Phrase.NOT_LOWER: Meaning(
        kind=Kind.DIRECTION,
        words=gettext_noop("not let fall, without a number"),
        sentence=gettext_noop("{zone} does not let {indicator} fall"),
        comparator=Comparator.AT_LEAST,
    ),
    Phrase.LOWER: Meaning(
        kind=Kind.DIRECTION,
        words=gettext_noop("lower, without a number"),
        sentence=gettext_noop("{zone} lowers {indicator}"),
        comparator=Comparator.LESS_THAN,
    ),
    Phrase.NOT_RAISE: Meaning(
        kind=Kind.DIRECTION,
        words=gettext_noop("not let rise, without a number"),
        sentence=gettext_noop("{zone} does not let {indicator} rise"),
        comparator=Comparator.AT_MOST,
    ),
    Phrase.MILESTONE: Meaning(
        kind=Kind.MILESTONE,
        words=gettext_noop("milestone, without a number"),
        sentence=gettext_noop("{zone} reaches the milestone “{name}”"),
    ),
}


def phrase_of(goal: Goal) -> Phrase:
    """Return the phrase that says a goal; the first of its kind where its comparator and value fit none."""
    phrases = [phrase for phrase, meaning in MEANING.items() if meaning.kind is goal.kind]
    if goal.kind is Kind.MULTIPLE:
        return Phrase.DOUBLE if goal.value == 2 else Phrase.MULTIPLY
    if goal.kind is Kind.CHANGE:
        return Phrase.FALL_BY if goal.value is not None and goal.value < 0 else Phrase.RISE_BY
    if goal.kind is Kind.EVERY_YEAR:
        below = goal.comparator in ASKS_LESS
        return Phrase.KEEP_UNDER if below else Phrase.KEEP_ABOVE
    if goal.kind is Kind.DIRECTION:
        return next((phrase for phrase in phrases if MEANING[phrase].comparator is goal.comparator), phrases[0])
    return phrases[0]


def phrase_words(phrase: Phrase) -> str:
    """Return a phrase as a plan has it, with dots where the number stands."""
    return gettext(MEANING[phrase].words)
