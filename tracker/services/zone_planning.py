"""Zones written and changed by planners: checked as a bundle's, in a tree without a way back."""

from collections.abc import Iterator, Mapping

from tracker.domain.records import Zone
from tracker.domain.roles import Person
from tracker.domain.text import fold
from tracker.errors import Problem
from tracker.exchange.references import cycles
from tracker.language import _
from tracker.services.definition_saving import Saving, save
from tracker.services.ledger import Catalogue
from tracker.services.typed_records import read_typed
from tracker.store import Reader, Store

# Chinese parts names by its own semicolon and by its enumeration comma.
_BETWEEN_NAMES = str.maketrans("；、", ";;")


def typed_zone(texts: Mapping[str, str], key: str = "") -> Zone:
    """Read a zone from the texts of a form, one a field; RefusedInputError with a problem for each field."""
    aliases = texts.get("aliases", "").translate(_BETWEEN_NAMES)
    return Zone(zone=key, **read_typed("zones", {**texts, "aliases": aliases}))


def save_zone(
    store: Store, person: Person, zone: Zone, *, before: Zone | None = None, reason: str = "", token: str
) -> str:
    """Save a zone, new where its key is empty, and give its key; raises as `definition_saving.save`."""
    saving = Saving(entity="zone", record=zone, before=before, reason=reason, token=token)
    return save(store, person, saving, zone.name, _check)


def _check(_reader: Reader, known: Catalogue, zone: Zone) -> Iterator[Problem]:
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
