"""What is kept: zones, sources, indicators, plans, goals and actuals, field by field as the bundle names them."""

from dataclasses import dataclass
from decimal import Decimal

from tracker.domain.kinds import Kind
from tracker.domain.vocabulary import (
    Accumulates,
    BaselineOrigin,
    Better,
    Certainty,
    Comparator,
    MilestoneState,
    Nature,
    Qualifier,
)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A measured quantity with its unit, better direction and way of accumulating."""

    indicator: str
    name: str
    name_zh: str | None = None
    unit: str
    better: Better
    accumulates: Accumulates
    decimals: int | None = None
    category: str | None = None
    definition: str | None = None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What one plan wants of one indicator by a due year, in the plan's own terms."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Actual:
    """A reported value of an indicator in a zone for a year; never of a goal."""

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


type_of_file: dict[str, type[Zone | Source | Indicator | Plan | Goal | Actual]] = {
    "zones": Zone,
    "sources": Source,
    "indicators": Indicator,
    "plans": Plan,
    "goals": Goal,
    "actuals": Actual,
}
