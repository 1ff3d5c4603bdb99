"""Identifiers made from names, so that nobody has to invent or see one."""

import re
import unicodedata
from collections.abc import Container
from itertools import count

_LONGEST = 80
_NOT_IN_A_SLUG = re.compile(r"[^a-z0-9]+")


def slug_of(name: str, taken: Container[str], fallback: str) -> str:
    """Make an identifier of a name that is not taken; of names without Latin letters it is the fallback, numbered."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    made = _NOT_IN_A_SLUG.sub("-", plain)[:_LONGEST].strip("-") or fallback
    numbered = (f"{made}-{number}" for number in count(2))
    return made if made not in taken else next(slug for slug in numbered if slug not in taken)
