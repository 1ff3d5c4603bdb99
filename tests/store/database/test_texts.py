"""Texts at the store's edge: what could not be kept and drawn as it is reaches no table, and spoils no question."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import product
from typing import Any

import pytest
from sqlalchemy import inspect, text

from tests.store.samples import SOURCES, ZONES, by_hand, fill
from tracker.domain.entry.entries import EntryKey, Typed
from tracker.domain.slides.slide_sets import Origin, SlideChoice, SlideEvent, SlideSet
from tracker.domain.statuses import Rule
from tracker.errors import NotFoundError, RefusedInputError
from tracker.store import Store
from tracker.store.entry.drafts import drafts
from tracker.store.entry.entry_writer import Meaning, open_entry_writer
from tracker.store.slides.slide_sets import all_slide_sets, write_slide_set

UNFIT = ["half \ud800", "\udfff half", "nul \0 here", "bell \x07", "page \x0c", "delete \x7f", "none \uffff"]
FIT = [
    "𠀀 and 🏭",
    "\u200f\u05e2\u05d1",
    "two\r\nlines\tand a tab",
    "a\u200db",
    "\u0085",
    "�",
    "1 < 2",
    "x" * 1_000_000,
]
KEY = EntryKey(zone=ZONES[0].zone, indicator="firms", year=2024)


def test_no_column_of_any_table_takes_it(store: Store) -> None:
    """Nothing gets past the one door, whichever table is meant."""
    columns = [
        (table, column["name"])
        for table in inspect(store.read_engine).get_table_names()
        for column in inspect(store.read_engine).get_columns(table)
    ]
    assert len(columns) > 100
    with store.write() as connection:
        for (table, column), words in product(columns, UNFIT):
            with pytest.raises(RefusedInputError, match="half a character"):
                connection.execute(text(f'INSERT INTO "{table}" ("{column}") VALUES (:words)'), {"words": words})


@pytest.mark.parametrize("words", UNFIT[:3], ids=ascii)
def test_a_definition_a_draft_and_slides_are_refused_whole(store: Store, words: str) -> None:
    fill(store)
    version = store.version()
    with pytest.raises(RefusedInputError), store.change(who="Officer", deed="enter") as change:
        change.write_definitions("source", [*SOURCES, type(SOURCES[0])(source="new", title=words)])
    with pytest.raises(RefusedInputError), store.change(who=words, deed="enter") as change:
        change.write_definitions("source", [type(SOURCES[0])(source="new", title="New")])
    for field in ("value", "comment", "locator", "new_source", "source", "reason", "status"):
        given: dict[str, Any] = {field: words}
        with pytest.raises(RefusedInputError), open_entry_writer(store) as writer:
            writer.keep_draft("li", KEY, replace(Typed(), **given))
        with pytest.raises(RefusedInputError), open_entry_writer(store) as writer:
            writer.submit("li", KEY, replace(Typed(), **given), Meaning(words="5"), None)
    for choice in (SlideChoice(key="opening", title=words), SlideChoice(key="opening", notes=words)):
        with pytest.raises(RefusedInputError), store.write() as connection:
            write_slide_set(connection, store.clock(), "li", SlideEvent.MADE, _slides(choice))
    assert store.version() == version
    assert drafts(store, KEY.zone, KEY.year) == []
    assert all_slide_sets(store) == []


def _slides(choice: SlideChoice) -> SlideSet:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    times = {"as_of": at, "made_at": at, "changed_at": at, "refreshed_at": at}
    about = {"origin": Origin.PLAN, "subjects": ("p",), "year": 2024, "rule": Rule.TIME}
    return SlideSet(key="k", name="Slides", slides=(choice,), made_by="li", version=1, **about, **times)  # type: ignore[arg-type]


def test_it_can_be_asked_for_in_no_question_either(store: Store) -> None:
    for words in UNFIT:
        with pytest.raises(RefusedInputError), store.read() as connection:
            connection.execute(text("SELECT 1 FROM zones WHERE name = :words"), {"words": words})


def test_every_other_text_comes_back_as_it_is(store: Store) -> None:
    fill(store)
    for words in FIT:
        with open_entry_writer(store) as writer:
            writer.keep_draft("li", KEY, Typed(value=words, comment=words))
        (kept,) = drafts(store, KEY.zone, KEY.year)
        assert kept.typed == Typed(value=words, comment=words)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ('{"value":"12","comment":"\\ud800"}', Typed(value="12", comment="�")),
        ('{"value":5}', Typed(value='{"value":5}')),
        ('{"no_value":"lost"}', Typed(value='{"no_value":"lost"}')),
    ],
)
def test_a_draft_put_in_by_hand_is_read_as_far_as_it_can_be(store: Store, typed: str, shown: Typed) -> None:
    fill(store)
    with open_entry_writer(store) as writer:
        writer.keep_draft("li", KEY, Typed(value="11"))
        writer.keep_draft("sun", KEY, Typed(value="13"))
    with store.write() as connection:
        connection.execute(text("UPDATE drafts SET typed = :typed WHERE person = 'li'"), {"typed": typed})
    assert {one.person: one.typed for one in drafts(store, KEY.zone, KEY.year)} == {
        "li": shown,
        "sun": Typed(value="13"),
    }


def test_bytes_that_are_no_text_do_not_hide_the_rows_around_them(file_store: Store) -> None:
    fill(file_store)
    by_hand(file_store, "UPDATE zones SET name = CAST(x'61ff62' AS TEXT) WHERE zone = 'park'")
    with file_store.read() as connection:
        names = connection.execute(text("SELECT zone, name FROM zones")).all()
    assert ("park", "a�b") in names
    assert len(names) == len(ZONES)


def test_a_refusal_that_repeats_half_a_character_can_be_sent() -> None:
    assert str(NotFoundError("no zone \ud800")).encode() == b"no zone \\ud800"
