"""What was typed, as the text it is kept as: only the fields that are not as they are when nothing is typed."""

import json
from dataclasses import asdict, fields
from typing import Any

from tracker.domain.entry.entries import NoValue, Typed
from tracker.domain.text import drawable, refuse_unfit

_encode = json.JSONEncoder(separators=(",", ":")).encode
_NOTHING = Typed()
_NAMES = {field.name for field in fields(Typed)}


def typed_text(typed: Typed) -> str:
    """Return what was typed as JSON in ASCII; RefusedInputError for a text that could not be kept as it is."""
    given = {name: value for name, value in asdict(typed).items() if value != getattr(_NOTHING, name)}
    refuse_unfit(given)
    return _encode(given)


def typed_of(text: str) -> Typed:
    """Read what was typed; what this program did not write so is shown as it is in the place of the value."""
    try:
        given: dict[str, Any] = {name: value for name, value in json.loads(text).items() if name in _NAMES}
        if "no_value" in given:
            given["no_value"] = NoValue(given["no_value"])
        return Typed(**given).drawable()
    except (ValueError, TypeError, AttributeError):
        return Typed(value=drawable(text))
