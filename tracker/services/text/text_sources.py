"""The document a pasted text comes from: one that is listed, or a new one with title, publisher, date and address."""

from collections.abc import Mapping
from dataclasses import replace

from tracker.domain.records import Source
from tracker.domain.text import fold
from tracker.errors import Problem, RefusedInputError
from tracker.language import _
from tracker.services.cache.query_cache import Catalogue
from tracker.services.planning.slugs import slug_of
from tracker.services.planning.typed_records import read_typed

SOURCE_FIELDS = ("title", "publisher", "published", "url")


def typed_source(known: Catalogue, texts: Mapping[str, str]) -> Source:
    """Read the document from the texts of its form; RefusedInputError with a problem for each field.

    `source` is the key of a listed document. A new one with the title of a listed one is that one, unless they differ.
    """
    listed = known.sources.get(texts.get("source", ""))
    if listed is not None:
        return listed
    typed = Source(source="", **read_typed("sources", {name: texts.get(name, "") for name in SOURCE_FIELDS}))
    namesake = next((one for one in known.sources.values() if fold(one.title) == fold(typed.title)), None)
    if namesake is None:
        return replace(typed, source=slug_of(typed.title, known.sources, "source"))
    for name in SOURCE_FIELDS[1:]:
        told = getattr(typed, name)
        if told is not None and told != getattr(namesake, name):
            wrong = _("a document of this title is listed already, and this differs")
            right = _("to choose it from the list, or another title")
            raise RefusedInputError([Problem(wrong, told, right, column=name)])
    return namesake
