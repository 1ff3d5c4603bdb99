"""A form that was handed out before fields were added is read as it was made."""

from dataclasses import astuple

from tracker.domain.entry.entries import Typed
from tracker.exchange.form.hidden_sheet import read_identity
from tracker.exchange.table.table_rows import Row

_HEAD = [["zone", "park"], ["year", "2024"], ["revision", "7-ab"]]


def rows(kind: str, typed: list[str]) -> list[Row]:
    lines = [["form", kind], *_HEAD, ["row", "A1", "firms", *typed]]
    return [Row(line, cells) for line, cells in enumerate(lines, 1)]


def test_a_form_of_an_earlier_kind_keeps_what_was_typed() -> None:
    # The titles of the documents stand further right in the same lines.
    typed = ["142", "", "final", "yearbook", "", "p. 3", "", "seen", "", "", "", "", "Statistical yearbook", "", "", ""]
    found = read_identity(rows("yearly round 1", typed))
    assert found is not None
    assert found.before["firms"] == Typed(value="142", source="yearbook", locator="p. 3", comment="seen")


def test_a_form_of_today_keeps_all_that_was_typed() -> None:
    typed = Typed(value="142", numerator="1", denominator="2", explanation="Late", measures="A fund")
    texts = ["" if part is None else str(part) for part in astuple(typed)]
    found = read_identity(rows("yearly round 2", texts))
    assert found is not None
    assert found.before["firms"] == typed


def test_a_form_of_a_kind_to_come_is_none_of_ours() -> None:
    assert read_identity(rows("yearly round 9", ["142"])) is None
