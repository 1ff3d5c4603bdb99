"""What is looked for in a table that comes in for a zone and year: indicators by all their names, zones by theirs."""

from collections.abc import Iterable, Mapping

from tracker.domain.records import Indicator, Zone
from tracker.domain.tables.decimal_signs import DecimalSign
from tracker.domain.tables.periods import SpanYear
from tracker.domain.tables.scopes import Scope
from tracker.domain.text import fold
from tracker.exchange.table.table_reading import Asked, AskedIndicator

# What a table calls a zone by its kind, without its name.
_BY_KIND = {
    "全国": {"nation", "country"},
    "national": {"nation", "country"},
    "country total": {"nation", "country"},
    "全省": {"province"},
    "province": {"province"},
    "全市": {"city", "municipality"},
    "city total": {"city", "municipality"},
    "全区": {"district"},
    "全县": {"county"},
    "全州": {"prefecture"},
}


def asked_of(
    zone: str,
    year: int,
    indicators: Iterable[tuple[Indicator, Iterable[str]]],
    zones: Mapping[str, Zone],
    *,
    span: SpanYear | None = None,
    sign: DecimalSign | None = None,
) -> Asked:
    """Return what is looked for: each indicator comes with what it is called besides its own name."""
    return Asked(
        scope=Scope(year, zone, span),
        indicators=tuple(
            AskedIndicator(
                indicator=one.indicator,
                names=tuple(dict.fromkeys((one.name, *names))),
                unit=one.unit,
                accumulates=one.accumulates,
            )
            for one, names in indicators
        ),
        places=places_of(zone, zones),
        sign=sign,
    )


def places_of(zone: str, zones: Mapping[str, Zone]) -> dict[str, str]:
    """Return the names of all zones with the zones they mean; a name that several bear means the one asked for."""
    kind = fold(zones[zone].kind or "") if zone in zones else ""
    places = {word: zone if kind in kinds else "" for word, kinds in _BY_KIND.items()}
    ordered = sorted(zones.values(), key=lambda one: one.zone == zone)
    for one in ordered:
        places.update({name: one.zone for name in (one.zone, one.name, one.name_zh or "", *one.aliases) if name})
    return places
