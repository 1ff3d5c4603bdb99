"""What was typed, as the text it is kept as: only the fields that are not as they are when nothing is typed."""

import json
from dataclasses import asdict, fields
from typing import Any

from tracker.domain.entries import NoValue, Typed

_encode = json.JSONEncoder(separators=(",", ":")).encode
_NOTHING = Typed()
_NAMES = {field.name for field in fields(Typed)}


def typed_text(typed: Typed) -> str:
    """Write what was typed as JSON in ASCII, which keeps every character a browser can send."""
    return _encode({name: value for name, value in asdict(typed).items() if value != getattr(_NOTHING, name)})


def typed_of(text: str) -> Typed:
    """Read what was typed as it was written."""
    given: dict[str, Any] = {name: value for name, value in json.loads(text).items() if name in _NAMES}
    if "no_value" in given:
        given["no_value"] = NoValue(given["no_value"])
    return Typed(**given)
