"""Slide sets as the texts that the store keeps: their lists as JSON, and what an event on one altered."""

import json
from collections.abc import Iterable
from dataclasses import asdict, fields
from typing import Any

from tracker.domain.slides.slide_sets import Origin, SlideChoice, SlideSet
from tracker.domain.statuses import Rule
from tracker.domain.text import refuse_unfit
from tracker.store.database import instants
from tracker.store.database.texts import json_of

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
#: What the history keeps of a set, beside who did what with it when.
TOLD = ("name", "origin", "subjects", "year", "as_of", "rule", "slides", "refreshed_at", "removed")
_LISTS = ("subjects", "slides")


def row_of(slide_set: SlideSet, *, removed: bool = False) -> dict[str, Any]:
    """Write a set as the row that keeps it; RefusedInputError for a text that could not be kept as it is."""
    slides = [_choice(slide) for slide in slide_set.slides]
    refuse_unfit((slide_set.subjects, slides))
    return {
        "slide_set": slide_set.key,
        "name": slide_set.name,
        "origin": slide_set.origin.value,
        "subjects": _encode(slide_set.subjects),
        "year": slide_set.year,
        "as_of": instants.written(slide_set.as_of),
        "rule": slide_set.rule.value,
        "slides": _encode(slides),
        "made_by": slide_set.made_by,
        "made_at": instants.written(slide_set.made_at),
        "changed_at": instants.written(slide_set.changed_at),
        "refreshed_at": instants.written(slide_set.refreshed_at),
        "removed": int(removed),
        "version": slide_set.version,
    }


def _choice(choice: SlideChoice) -> dict[str, Any]:
    """Write what was chosen for a slide; what is usual is left out."""
    return {name: value for name, value in asdict(choice).items() if name == "key" or value not in ("", True)}


def set_of(row: dict[str, Any]) -> SlideSet:
    """Read a set from its row."""
    return SlideSet(
        key=row["slide_set"],
        name=row["name"],
        origin=Origin(row["origin"]),
        subjects=tuple(subject for subject in _listed(row["subjects"]) if isinstance(subject, str)),
        year=row["year"],
        as_of=instants.read(row["as_of"]),
        rule=Rule(row["rule"]),
        slides=_choices(_listed(row["slides"])),
        made_by=row["made_by"],
        made_at=instants.read(row["made_at"]),
        changed_at=instants.read(row["changed_at"]),
        refreshed_at=instants.read(row["refreshed_at"]),
        version=row["version"],
    )


def told_text(row: dict[str, Any]) -> str:
    """Return what the history keeps of a set's row."""
    return _encode({name: json_of(row[name]) if name in _LISTS else row[name] for name in TOLD})


def told_of(text: str) -> dict[str, Any]:
    """Read what the history keeps of a set: lists as lists, each slide with all that was chosen for it."""
    kept: dict[str, Any] = {**dict.fromkeys(TOLD, ""), **json_of(text)}
    return {**kept, "slides": list(_choices(kept["slides"])), "as_of": instants.read(kept["as_of"])}


def _listed(text: str) -> list[Any]:
    """Read a list; one that was spoiled by hand is empty."""
    content = json_of(text)
    return content if isinstance(content, list) else []


def _choices(given: Iterable[Any]) -> tuple[SlideChoice, ...]:
    """Read what was chosen for slides, without what was spoiled by hand: it cannot be made into a slide."""
    names = {field.name for field in fields(SlideChoice)}
    return tuple(
        SlideChoice(**choice) for choice in given if isinstance(choice, dict) and {"key"} <= choice.keys() <= names
    )
