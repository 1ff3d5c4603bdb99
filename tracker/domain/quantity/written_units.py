"""The unit written beside a number, and the number in the unit that is wanted."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tracker.domain.quantity.units import MONEY, PERCENT, convertible, is_known, parse_unit, scale
from tracker.domain.text import refused
from tracker.errors import RefusedInputError
from tracker.language import _, unit_spellings
from tracker.language.scales import split_scale

_RATIO_WORDS = frozenset({"ratio", "fraction"})
_PARTS = {"%": 2, "percent": 2, "per cent": 2, "‰": 3}
# 千瓦 and 百帕 are units by themselves, not thousands and hundreds of something.
_UNIT_PREFIXES = ("百", "千")


@dataclass(frozen=True, slots=True)
class Measured:
    """A number in the unit that was wanted, the unit as written, and what was converted."""

    value: Decimal
    unit: str | None = None
    remarks: tuple[str, ...] = ()


def in_unit(value: Decimal, written: str, wanted: str | None, seen: str) -> Measured:
    """Read a number with the unit, folded, written beside it; RefusedInputError where that does not fit."""
    if not written:
        return Measured(value)
    if wanted is None:
        return _in_its_own_unit(value, written, seen)
    if written in _called(wanted):
        return Measured(value, written)
    return _scaled(value, written, wanted) or _converted(value, written, wanted, seen)


def _in_its_own_unit(value: Decimal, written: str, seen: str) -> Measured:
    """Keep a unit the program knows; write out a word such as 万 that stands alone."""
    power, rest = split_scale(written)
    if not rest:
        return Measured(scale(value, Fraction(10) ** power), None, (_written_out(written),))
    if is_known(written):
        return Measured(value, written)
    raise _unknown(written, seen)


def _scaled(value: Decimal, written: str, wanted: str) -> Measured | None:
    """Move the point for 万, billion and the like against the scale the wanted unit carries (3亿 in 万亩 is 30000)."""
    power, rest = split_scale(written)
    carried, bare = _carried(wanted)
    if rest and rest not in (bare, *_called(bare)):
        return None
    shifted = scale(value, Fraction(10) ** (power - carried)) if power or rest else value
    remark = _converted_into(written, wanted) if rest else _written_out(written)
    return Measured(shifted, written, (remark,) if power else ())


def _called(wanted: str) -> tuple[str, ...]:
    """Return the ways a wanted unit is written: as it stands, and as a reader of another language sees it (家)."""
    return tuple(name.casefold() for name in unit_spellings(wanted))


def _carried(wanted: str) -> tuple[int, str]:
    """Split a wanted unit into the power of ten it carries and the bare unit (亿元 is 8, 亿吨 is 8 and 吨)."""
    unit = parse_unit(wanted)
    if unit.dimension == MONEY:
        return len(str(unit.factor)) - 1, "yuan"
    folded = wanted.strip().casefold()
    if unit.dimension == PERCENT or (folded.startswith(_UNIT_PREFIXES) and split_scale(folded)[0] < 4):
        return 0, folded
    return split_scale(folded)


def _converted(value: Decimal, written: str, wanted: str, seen: str) -> Measured:
    """Convert within one dimension, and percent into a ratio; RefusedInputError for anything else."""
    if wanted.strip().casefold() in _RATIO_WORDS and written in _PARTS:
        remark = _("{unit} turned into a ratio").format(unit=written)
        return Measured(scale(value, Fraction(1, 10 ** _PARTS[written])), written, (remark,))
    if convertible(written, wanted):
        factor = parse_unit(written).factor / parse_unit(wanted).factor
        converted = scale(value, factor)
        if Fraction(converted) != Fraction(value) * factor:
            raise refused(_("no finite number of {unit}").format(unit=wanted), seen, _("a figure in that unit"))
        return Measured(converted, written, (_converted_into(written, wanted),) if factor != 1 else ())
    if is_known(written) or written in _PARTS:
        raise refused(_("the unit {unit} does not fit").format(unit=written), seen, wanted)
    raise _unknown(written, seen, wanted)


def _converted_into(written: str, wanted: str) -> str:
    return _("{written} converted into {wanted}").format(written=written, wanted=wanted)


def _written_out(written: str) -> str:
    return _("the unit word {word} written out").format(word=written)


def _unknown(written: str, seen: str, wanted: str = "") -> RefusedInputError:
    if not any(character.isalpha() for character in written):
        return refused(_("not a number"), seen, _("digits, and a unit where one is needed"))
    wrong = _("not a number, or an unknown unit: {unit}").format(unit=written)
    return refused(wrong, seen, wanted or _("a number such as 12.5"))
