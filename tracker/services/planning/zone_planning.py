"""Zones written and changed by planners: checked as a bundle's, in a tree without a way back."""

from collections.abc import Iterator, Mapping

from tracker.domain.records import Zone
from tracker.domain.text import fold
from tracker.errors import Problem
from tracker.exchange.bundle.definition_files import cycles
from tracker.language import _
from tracker.services.cache.query_cache import Catalogue
from tracker.services.planning.typed_records import read_typed
from tracker.store import Reader

# Chinese parts names by its own semicolon and by its enumeration comma.
_BETWEEN_NAMES = str.maketrans("；、", ";;")


def typed_zone(texts: Mapping[str, str], key: str = "") -> Zone:
    """Read a zone from the texts of a form, one a field; RefusedInputError with a problem for each field."""
    aliases = texts.get("aliases", "").translate(_BETWEEN_NAMES)
    return Zone(zone=key, **read_typed("zones", {**texts, "aliases": aliases}))


def check_zone(_reader: Reader, known: Catalogue, zone: Zone) -> Iterator[Problem]:
    """Yield what is wrong with a zone against those that are known."""
    if zone.parent is not None and zone.parent not in known.zones:
        yield Problem(_("there is no such zone"), zone.parent, _("a zone of the list"), column="parent")
    for other in known.zones.values():
        if other.zone != zone.zone and other.parent == zone.parent and fold(other.name) == fold(zone.name):
            yield Problem(_("there is a zone of this name already"), other.name, _("another name"), column="name")
    parents = {one.zone: one.parent for one in known.zones.values()} | {zone.zone: zone.parent}
    for members in cycles(parents):
        names = [known.zones[member].name if member in known.zones else zone.name for member in members]
        wrong = _("a zone would lie within itself")
        yield Problem(wrong, " → ".join((*names, names[0])), _("a zone above it"), column="parent")
