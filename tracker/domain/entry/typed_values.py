"""What a typed value means: the value, growth, share or state it would be kept as; nothing is guessed in silence."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tracker.domain.quantity.numerals import Empty, NoValue, Numeral, parse_number
from tracker.domain.records import Indicator, Zone
from tracker.domain.text import fold, refused
from tracker.domain.vocabulary import ONE_NUMBER, Accumulates, MilestoneState, state_word
from tracker.errors import RefusedInputError
from tracker.language import _

_STATE_WORDS: dict[str, MilestoneState] = {
    **dict.fromkeys(("not started", "not begun", "未开始", "未启动", "尚未启动"), MilestoneState.NOT_STARTED),
    **dict.fromkeys(
        ("under way", "underway", "in progress", "started", "进行中", "推进中", "在建"), MilestoneState.UNDER_WAY
    ),
    **dict.fromkeys(("done", "completed", "complete", "finished", "完成", "已完成", "建成"), MilestoneState.DONE),
}
# What names the zone that a share is of, with the kinds of zone it can be.
_WHOLES: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (re.compile(r"全国|nation|country", re.IGNORECASE), frozenset({"nation", "country"})),
    (re.compile(r"全省|province", re.IGNORECASE), frozenset({"province"})),
    (re.compile(r"全市|city|municipality", re.IGNORECASE), frozenset({"city", "municipality"})),
    (re.compile(r"全区|district", re.IGNORECASE), frozenset({"district"})),
    (re.compile(r"全县|county", re.IGNORECASE), frozenset({"county"})),
    (re.compile(r"全州|prefecture", re.IGNORECASE), frozenset({"prefecture"})),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be typed: of which indicator and zone, and whether a milestone's state, a number or both will do."""

    indicator: Indicator
    zone: Zone
    zones: Mapping[str, Zone]
    state: bool = False
    number: bool = True


def read_typed(text: str, wanted: Wanted) -> dict[str, Any] | NoValue | Empty:
    """Return the fields of the actual that a text means; RefusedInputError says what is wrong with it."""
    if wanted.state and (state := _state(text)) is not None:
        return {"state": state}
    if not wanted.number:
        return _no_number(text)
    found = parse_number(text, wanted.indicator.unit)
    return _fields(found, text, wanted) if isinstance(found, Numeral) else found


def state_words() -> tuple[str, ...]:
    """List the words in which a milestone's state is chosen."""
    return tuple(state_word(state) for state in MilestoneState)


def _state(text: str) -> MilestoneState | None:
    """Read a milestone's state in one of the languages, or as it is shown."""
    shown = {fold(state_word(state)): state for state in MilestoneState}
    return shown.get(fold(text)) or _STATE_WORDS.get(fold(text))


def _no_number(text: str) -> NoValue | Empty:
    """Read words for a missing value where only a milestone's state will do; RefusedInputError for all else."""
    try:
        found = parse_number(text)
    except RefusedInputError:
        found = None
    if isinstance(found, NoValue | Empty):
        return found
    raise refused(_("not the state of a milestone"), text, " / ".join(state_words()))


def _fields(found: Numeral, text: str, wanted: Wanted) -> dict[str, Any]:
    """Return the fields a number becomes; `points` is by how many of them last year's percentage moved."""
    if found.points:
        return {"points": found.value, "qualifier": found.qualifier}
    if not (found.growth or found.share_of_parent) or _is_yearly_change(found, wanted.indicator):
        return {"value": found.value, "value_high": found.high, "qualifier": found.qualifier}
    if found.qualifier not in ONE_NUMBER:
        right = _("the one number, with the bound in the comment")
        raise refused(_("a growth or a share with a bound cannot be kept"), text, right)
    if found.growth:
        return {"growth": found.value, "qualifier": found.qualifier}
    return {"share": found.value, "share_of": _whole(text, wanted), "qualifier": found.qualifier}


def _is_yearly_change(found: Numeral, indicator: Indicator) -> bool:
    """Return whether a growth is the indicator's value itself."""
    return found.growth and indicator.accumulates is Accumulates.ANNUAL_CHANGE


def _whole(text: str, wanted: Wanted) -> str:
    """Find the zone a share is of: the one above of the kind that is named, else the one right above."""
    above = list(_above(wanted.zone, wanted.zones))
    if not above:
        raise refused(_("a share of a larger zone, and none is above {zone}").format(zone=wanted.zone.name), text)
    kinds = next((kinds for pattern, kinds in _WHOLES if pattern.search(text)), frozenset())
    named = (zone for zone in above if fold(zone.kind or "") in kinds)
    return next(named, above[0]).zone


def _above(zone: Zone, zones: Mapping[str, Zone]) -> Iterator[Zone]:
    """Yield the zones above a zone, the nearest first."""
    seen = {zone.zone}
    while (parent := zones.get(zone.parent or "")) is not None and parent.zone not in seen:
        seen.add(parent.zone)
        yield parent
        zone = parent
