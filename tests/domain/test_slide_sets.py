"""What a presenter chooses is refused in plain words where it cannot be kept."""

import pytest

from tracker.domain.slides.slide_sets import (
    LONGEST_NOTES,
    MOST_PICKED,
    MOST_SLIDES,
    Origin,
    SlideChoice,
    SlideKind,
    checked_name,
    checked_slides,
    checked_subjects,
    kind_of,
    slide_key,
    subject_of,
)
from tracker.errors import RefusedInputError

KNOWN = ["opening", "goal:firms-2025", "closing:1"]


@pytest.mark.parametrize(
    ("key", "kind", "subject"),
    [
        ("opening", SlideKind.OPENING, ""),
        ("goal:firms-2025", SlideKind.GOAL, "firms-2025"),
        ("rows:2", SlideKind.ROWS, "2"),
        ("succession:park/firms", SlideKind.SUCCESSION, "park/firms"),
        ("opening:2", None, "2"),
        ("goal", None, ""),
        ("goal:", None, ""),
        ("film", None, ""),
        ("", None, ""),
    ],
)
def test_a_slide_is_known_by_its_key(key: str, kind: SlideKind | None, subject: str) -> None:
    assert (kind_of(key), subject_of(key)) == (kind, subject)
    if kind is not None:
        assert slide_key(kind, subject) == key


def test_a_name_is_cleaned_and_an_empty_one_refused() -> None:
    assert checked_name("  Spring review ") == "Spring review"
    with pytest.raises(RefusedInputError, match="no name"):
        checked_name("   ")
    with pytest.raises(RefusedInputError, match="120 characters at most"):
        checked_name("n" * 121)


def test_titles_and_notes_are_cleaned_and_notes_keep_their_lines() -> None:
    given = [SlideChoice(key="opening", shown=False, title=" Ours ", notes="first\r\nsecond")]
    assert checked_slides(given, KNOWN) == (
        SlideChoice(key="opening", shown=False, title="Ours", notes="first\nsecond"),
    )


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ([SlideChoice(key="goal:other")], "no such slide"),
        ([SlideChoice(key="opening"), SlideChoice(key="opening")], "stands twice"),
        ([SlideChoice(key="opening", notes="n" * (LONGEST_NOTES + 1))], "too long"),
        ([SlideChoice(key="opening", title="a\u202eb")], "direction character"),
        ([SlideChoice(key="opening", title="two\nlines")], "control"),
        ([SlideChoice(key=f"goal:{place}") for place in range(MOST_SLIDES + 1)], "too many slides"),
    ],
)
def test_choices_that_cannot_be_kept_are_refused(given: list[SlideChoice], told: str) -> None:
    with pytest.raises(RefusedInputError, match=told):
        checked_slides(given, KNOWN)


@pytest.mark.parametrize(
    ("origin", "given", "right"),
    [
        (Origin.PLAN, (), "one plan"),
        (Origin.PLAN, ("a", "b"), "one plan"),
        (Origin.ZONE, ("",), "one zone"),
        (Origin.COMPARISON, ("firms",), "an indicator and at least one zone"),
        (Origin.GOALS, tuple(map(str, range(MOST_PICKED + 1))), "one to 120 goals"),
    ],
)
def test_nothing_or_too_much_to_make_slides_from_is_refused(origin: Origin, given: tuple[str, ...], right: str) -> None:
    with pytest.raises(RefusedInputError, match=right):
        checked_subjects(origin, given)


def test_what_slides_are_made_from_is_kept_once_and_in_order() -> None:
    assert checked_subjects(Origin.COMPARISON, ("firms", "park", "", "city", "park")) == ("firms", "park", "city")
