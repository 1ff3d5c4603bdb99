"""What is kept: zones, sources, indicators, plans, goals and actuals, field by field as the bundle names them."""

from dataclasses import dataclass, fields, replace
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from tracker.domain.kinds import Kind, Traits, traits_of
from tracker.domain.vocabulary import (
    Accumulates,
    BaselineOrigin,
    Basis,
    Better,
    Certainty,
    Comparator,
    MeasuredBy,
    MilestoneState,
    Nature,
    Qualifier,
)
from tracker.language import current_language

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """The area a plan is for; zones nest and have aliases."""

    zone: str
    name: str
    name_zh: str | None = None
    parent: str | None = None
    kind: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that goals or actuals were taken from."""

    source: str
    title: str
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    note: str | None = None
    title_zh: str | None = None
    publisher_zh: str | None = None
    note_zh: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A measured quantity with its unit, better direction, way of accumulating and least and greatest value."""

    indicator: str
    name: str
    name_zh: str | None = None
    unit: str
    better: Better
    accumulates: Accumulates
    decimals: int | None = None
    category: str | None = None
    definition: str | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    unit_zh: str | None = None
    definition_zh: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A document that sets goals for one zone and a span of years; it may succeed an earlier plan."""

    plan: str
    zone: str
    name: str
    name_zh: str | None = None
    start: int | None = None
    end: int | None = None
    issued: str | None = None
    succeeds: str | None = None
    source: str | None = None
    note: str | None = None
    order: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What one plan wants of one indicator by a due year, in the plan's own terms.

    `part_of` is the goal that this one takes a share of, `owner` the office that answers for it.
    """

    goal: str
    plan: str
    indicator: str
    kind: Kind
    comparator: Comparator | None = None
    value: Decimal | None = None
    value_high: Decimal | None = None
    unit: str | None = None
    due: int | None = None
    baseline_year: int | None = None
    baseline_value: Decimal | None = None
    baseline_origin: BaselineOrigin | None = None
    nature: Nature | None = None
    approximate: bool = False
    interim: tuple[tuple[int, Decimal], ...] = ()
    reference_indicator: str | None = None
    reference_zone: str | None = None
    state: MilestoneState | None = None
    source: str | None = None
    locator: str | None = None
    wording: str | None = None
    note: str | None = None
    basis: Basis | None = None
    measured_by: MeasuredBy | None = None
    part_of: str | None = None
    theme: str | None = None
    order: int | None = None
    owner: str | None = None
    wording_zh: str | None = None
    note_zh: str | None = None

    @property
    def traits(self) -> Traits:
        """What is true of every goal of its kind whose years are put together as its are."""
        return traits_of(self.kind, self.basis, self.measured_by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actual:
    """A reported value of an indicator in a zone for a year, or for a `period` of it; never of a goal.

    `measures` says what is being done about it, `flag` how its source marks it; a period is `cumulative` where it is
    counted from the beginning of the year.
    """

    zone: str
    indicator: str
    year: int | None = None
    value: Decimal | None = None
    value_high: Decimal | None = None
    qualifier: Qualifier = Qualifier.EXACT
    growth: Decimal | None = None
    share: Decimal | None = None
    share_of: str | None = None
    unit: str | None = None
    status: Certainty = Certainty.FINAL
    state: MilestoneState | None = None
    source: str | None = None
    locator: str | None = None
    note: str | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    explanation: str | None = None
    explanation_zh: str | None = None
    measures: str | None = None
    flag: str | None = None
    period: str | None = None
    cumulative: bool | None = None


_Record = TypeVar("_Record", bound="DataclassInstance")
# What tells two languages apart is in the name of a field; units are turned into the reader's where they are written.
_IN_CHINESE, _NOT_TEXT = "_zh", frozenset({"unit"})


def in_readers_language(record: _Record) -> _Record:
    """Return a record with its texts in the reader's language, each in the other where it is in that alone.

    It is to be shown, never to be stored.
    """
    chinese, changed = current_language() == "zh", {}
    for name in _texts_of(type(record)):
        own, other = getattr(record, name), getattr(record, name + _IN_CHINESE)
        if other and (chinese or not own):
            changed[name] = other
    return replace(record, **changed) if changed else record


@lru_cache(maxsize=16)
def _texts_of(record: type["DataclassInstance"]) -> tuple[str, ...]:
    """List the fields that a record has in two languages."""
    names = {field.name for field in fields(record)}
    return tuple(name for name in names if name + _IN_CHINESE in names and name not in _NOT_TEXT)


type_of_file: dict[str, type[Zone | Source | Indicator | Plan | Goal | Actual]] = {
    "zones": Zone,
    "sources": Source,
    "indicators": Indicator,
    "plans": Plan,
    "goals": Goal,
    "actuals": Actual,
}
