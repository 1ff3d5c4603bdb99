"""What people call the fields of zones, sources, indicators, plans, goals and actuals."""

from tracker.language import _


def field_word(column: str) -> str:
    """Name a field by the column of the bundle that holds it."""
    return (_of_definitions() | _of_goals() | _of_sources_and_actuals()).get(column, column)


def _of_definitions() -> dict[str, str]:
    return {
        "name": _("Name"),
        "name_zh": _("Chinese name"),
        "parent": _("Lies within"),
        "kind": _("Kind"),
        "aliases": _("Also called"),
        "unit": _("Unit"),
        "better": _("Better is"),
        "accumulates": _("Each year’s value is"),
        "decimals": _("Decimals shown"),
        "category": _("Category"),
        "definition": _("Definition"),
        "zone": _("Zone"),
        "start": _("First year"),
        "end": _("Last year"),
        "issued": _("Issued on"),
        "succeeds": _("Succeeds"),
        "source": _("Source"),
        "note": _("Note"),
    }


def _of_goals() -> dict[str, str]:
    return {
        "plan": _("Plan"),
        "indicator": _("Indicator"),
        "comparator": _("How it is meant"),
        "value": _("Value"),
        "value_high": _("Upper value"),
        "due": _("Due year"),
        "baseline_year": _("Baseline year"),
        "baseline_value": _("Baseline value"),
        "baseline_origin": _("Where the baseline comes from"),
        "nature": _("Nature"),
        "approximate": _("About"),
        "interim": _("Interim values"),
        "reference_indicator": _("Compared with the indicator"),
        "reference_zone": _("Compared with the zone"),
        "state": _("State in the plan"),
        "locator": _("Place in the source"),
        "wording": _("Wording"),
        "reason": _("Reason"),
    }


def _of_sources_and_actuals() -> dict[str, str]:
    return {
        "title": _("Title"),
        "publisher": _("Publisher"),
        "published": _("Published"),
        "url": _("Address"),
        "year": _("Year"),
        "status": _("Status"),
        "qualifier": _("How exact"),
        "growth": _("Growth"),
        "share": _("Share"),
        "share_of": _("Share of"),
    }
