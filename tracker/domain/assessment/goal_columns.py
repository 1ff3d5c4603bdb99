"""Goals as columns: one row a goal, in the form in which they are judged."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple, Self

import numpy as np

from tracker.domain.assessment.enum_codes import NO_YEAR, NONE, Codes, Flags, Floats, Rows, Years, code, code_of
from tracker.domain.kinds import Kind, Traits, traits_of
from tracker.domain.quantity.units import limits, parse_unit
from tracker.domain.vocabulary import Accumulates, BaselineOrigin, Basis, Better, Comparator, MeasuredBy, MilestoneState


class GoalRow(NamedTuple):
    """What the assessment needs to know of one goal; numbers in the goal's own unit, None where not given.

    The last four say what it is of: they sort and filter verdicts and judge nothing.
    """

    goal: str
    kind: str
    comparator: str | None
    value: float | None
    value_high: float | None
    unit: str | None
    indicator_unit: str
    due: int | None
    approximate: int
    better: str
    accumulates: str
    start: int | None
    issued: int | None
    baseline_year: int | None
    baseline_value: float | None
    baseline_origin: str | None
    state: str | None
    series: int
    reference_series: int | None
    interim: str | None
    basis: str | None = None
    measured_by: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    nature: str | None = None
    plan: str = ""
    zone: str = ""
    indicator: str = ""


@dataclass(frozen=True, slots=True)
class GoalColumns:
    """Goals as arrays of shape (n,), interim values of shape (n, k); years 0 and numbers NaN where not given.

    `factor` is how many base units make one unit in which the goal's actuals are counted; `floor` and `ceiling` are
    what the indicator allows, else that unit. `series` and `reference` say whose actuals judge the goal, -1 for none.
    """

    kind: Codes
    comparator: Codes
    value: Floats
    value_high: Floats
    due: Years
    approximate: Flags
    better: Codes
    accumulates: Codes
    start: Years
    issued: Years
    baseline_year: Years
    baseline_value: Floats
    baseline_origin: Codes
    factor: Floats
    floor: Floats
    ceiling: Floats
    state: Codes
    series: Rows
    reference: Rows
    interim_year: Years
    interim_value: Floats
    form: Codes

    def __len__(self) -> int:
        """Count the goals."""
        return len(self.kind)

    def take(self, rows: slice | Rows) -> Self:
        """Keep some rows, in the order given."""
        return type(self)(*(getattr(self, field.name)[rows] for field in fields(self)))

    @property
    def begin(self) -> Years:
        """Return the plan's first year, or the year it was issued, 0 where neither is known; shape (n,)."""
        return np.where(self.start > 0, self.start, self.issued)

    def having(self, trait: Callable[[Traits], bool]) -> Flags:
        """Mark the goals that have a trait by their kind, and by how their years are put together; shape (n,)."""
        marked = np.zeros(len(self), dtype=np.bool_)
        for number, form in enumerate(_FORMS):
            if trait(traits_of(*form)):
                marked |= self.form == number
        return marked

    def traits(self, row: int) -> Traits:
        """Return what is true of one goal by its kind, and by how its years are put together."""
        return traits_of(*_FORMS[self.form[row]])

    @property
    def measured(self) -> Flags:
        """Mark the goals that are reported in numbers; shape (n,)."""
        return self.having(lambda kind: kind.measured)

    @property
    def by_year(self) -> Flags:
        """Mark the goals that each year of the plan has to satisfy; shape (n,)."""
        return self.having(lambda kind: kind.judged_by_year)

    @property
    def of_all_years(self) -> Flags:
        """Mark the goals that ask something of every year of the plan, or of their mean; shape (n,)."""
        return self.having(lambda kind: kind.judged_by_year or kind.mean_of_plan)

    @property
    def starts_at_zero(self) -> Flags:
        """Mark the goals that need no value to start from, as their indicator accumulates; shape (n,)."""
        marked = np.zeros(len(self), dtype=np.bool_)
        for kind in Kind:
            if kind.traits.starts_at_zero_of is not None:
                marked |= (self.kind == code(kind)) & self.accumulating(kind.traits.starts_at_zero_of)
        return marked

    def accumulating(self, way: Accumulates) -> Flags:
        """Mark the goals whose indicator accumulates in one way; shape (n,)."""
        return np.asarray(self.accumulates == code(way))


def goal_columns(rows: Sequence[GoalRow]) -> GoalColumns:
    """Lay out goals as columns, in the order given."""
    if not rows:
        return goal_columns([_ANY]).take(slice(0, 0))
    return columns_of_goals(dict(zip(GoalRow._fields, zip(*rows, strict=True), strict=True)))


def columns_of_goals(given: Mapping[str, Sequence[Any]]) -> GoalColumns:
    """Lay out goals told field by field, under the names of `GoalRow`; each column of length n."""
    factor, floor, ceiling = _scales(given)
    interim_year, interim_value = _interim_values(given["interim"])
    return GoalColumns(
        kind=_words(Kind, given["kind"]),
        comparator=_words(Comparator, given["comparator"]),
        value=_numbers(given["value"]),
        value_high=_numbers(given["value_high"]),
        due=_years(given["due"]),
        approximate=np.array(given["approximate"], dtype=np.bool_),
        better=_words(Better, given["better"]),
        accumulates=_words(Accumulates, given["accumulates"]),
        start=_years(given["start"]),
        issued=_years(given["issued"]),
        baseline_year=_years(given["baseline_year"]),
        baseline_value=_numbers(given["baseline_value"]),
        baseline_origin=_words(BaselineOrigin, given["baseline_origin"]),
        factor=factor,
        floor=floor,
        ceiling=ceiling,
        state=_words(MilestoneState, given["state"]),
        series=np.array(given["series"], dtype=np.int64),
        reference=np.array(
            [NONE if series is None else series for series in given["reference_series"]], dtype=np.int64
        ),
        interim_year=interim_year,
        interim_value=interim_value,
        form=_forms(given),
    )


def _forms(given: Mapping[str, Sequence[Any]]) -> Codes:
    """Return a column of kinds with how years are put together, as places among the forms."""
    told = zip(*(given[name] for name in ("kind", "basis", "measured_by")), strict=True)
    return np.array([_form(*form) for form in told], dtype=np.int8)


@lru_cache(maxsize=256)
def _form(kind: str, basis: str | None, measured_by: str | None) -> int:
    """Return the place of a form; that of its kind alone where the kind knows no other."""
    told = Kind(kind), (basis and Basis(basis)) or None, (measured_by and MeasuredBy(measured_by)) or None
    return next(number for number, form in enumerate(_FORMS) if traits_of(*form) == traits_of(*told))


def _words(words: type[StrEnum], texts: Sequence[str | None]) -> Codes:
    """Return a column of words as codes."""
    codes = {text: code_of(words, text) for text in set(texts)}
    return np.array([codes[text] for text in texts], dtype=np.int8)


def _years(years: Sequence[int | None]) -> Years:
    """Return a column of years, 0 where none is given."""
    return np.array([year or NO_YEAR for year in years], dtype=np.int32)


def _numbers(numbers: Sequence[float | None]) -> Floats:
    """Return a column of numbers, NaN where none is given."""
    return np.array(numbers, dtype=np.float64)


def _scales(given: Mapping[str, Sequence[Any]]) -> tuple[Floats, Floats, Floats]:
    """Return factor, floor and ceiling of each goal; arrays of shape (n,)."""
    columns = (given[name] for name in ("kind", "unit", "indicator_unit", "accumulates", "minimum", "maximum"))
    each = [_scale(*row) for row in zip(*columns, strict=True)]
    factor, floor, ceiling = np.array(each, dtype=np.float64).T
    return factor, floor, ceiling


@lru_cache(maxsize=4096)
def _scale(
    kind: str, unit: str | None, indicator_unit: str, accumulates: str, minimum: float | None, maximum: float | None
) -> tuple[float, float, float]:
    """Return the factor of the unit a goal's actuals are counted in, and what the indicator, else that unit, allows."""
    traits = Kind(kind).traits
    counted = unit if unit and traits.in_unit else indicator_unit
    factor = float(parse_unit(counted).factor)
    floor, ceiling = limits(indicator_unit, Accumulates.RANK if traits.place else Accumulates(accumulates))
    own = float(parse_unit(indicator_unit).factor)
    floor = floor if minimum is None else minimum * own
    ceiling = ceiling if maximum is None else maximum * own
    return factor, floor / factor, ceiling / factor


def _interim_values(texts: Sequence[str | None]) -> tuple[Years, Floats]:
    """Read interim values ("2022=1000;2023=1500") into arrays of shape (n, k), years 0 where there are fewer."""
    each = {row: [pair.split("=") for pair in text.split(";")] for row, text in enumerate(texts) if text}
    wide = max(map(len, each.values()), default=0)
    year, value = np.zeros((len(texts), wide), dtype=np.int32), np.full((len(texts), wide), np.nan)
    for row, pairs in each.items():
        for place, (when, amount) in enumerate(pairs):
            year[row, place], value[row, place] = int(when), float(amount)
    return year, value


#: Every way in which goals of a kind can be judged: kind, basis and measure.
_FORMS: tuple[tuple[Kind, Basis | None, MeasuredBy | None], ...] = (
    *((kind, None, None) for kind in Kind),
    *((kind, Basis.ON_AVERAGE, None) for kind in Kind if kind.traits.relative),
    *((kind, None, MeasuredBy.MEAN) for kind in Kind if kind.traits.has_mean),
)
_ANY = GoalRow(
    "", Kind.LEVEL, None, None, None, None, "", None, 0, Better.NONE, Accumulates.LEVEL, None, None, None, None, None,
    None, 0, None, None,
)  # fmt: skip
