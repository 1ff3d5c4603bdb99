"""Texts that people type are cleaned, compared and quoted without surprises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.text import clean_text, fold, shown, slug_problem
from tracker.errors import RefusedInputError


def test_two_ways_of_writing_an_accent_are_one_name() -> None:
    assert clean_text(" Cafe\u0301 ") == "Caf\u00e9"
    assert fold("CAFE\u0301") == fold("caf\u00e9")


def test_white_space_and_case_do_not_make_another_name() -> None:
    assert fold("Jinpu  New Area") == fold("jinpu new\tarea")


@pytest.mark.parametrize("text", ["x\u202egnp.exe", "a\x00b", "a\ud800b", "a\u200bb", "a\nb", "a\u2028b", "n" * 301])
def test_a_hostile_name_is_refused_with_what_was_seen(text: str) -> None:
    with pytest.raises(RefusedInputError) as refusal:
        clean_text(text)
    (problem,) = refusal.value.problems
    assert problem.wrong
    assert problem.right
    assert problem.seen.isprintable()


def test_a_text_of_a_megabyte_is_refused() -> None:
    with pytest.raises(RefusedInputError):
        clean_text("x" * 1_000_000)


def test_a_note_may_have_lines() -> None:
    assert clean_text("one\r\ntwo\n", multiline=True) == "one\ntwo"


@pytest.mark.parametrize("name", ["辽宁省", "<b>", "![x](http://evil/t.png)", "=1+1", "می\u200cخواهم", "👩\u200d🔬"])
def test_a_name_of_any_script_is_kept_as_it_is(name: str) -> None:
    assert clean_text(name) == name


@pytest.mark.parametrize("slug", ["jinpu", "rd-share_2.5", "0"])
def test_a_lower_case_slug_is_an_identifier(slug: str) -> None:
    assert slug_problem(slug) is None


@pytest.mark.parametrize("slug", ["", "Jinpu", "a b", "-a", "辽宁", "a/b", "a\n", "a" * 301])
def test_anything_else_is_no_identifier(slug: str) -> None:
    assert slug_problem(slug)


def test_a_quoted_text_is_short_and_visible() -> None:
    assert shown("a\u200bb") == "a\\u200bb"
    assert len(shown("x" * 1000)) < 100


@given(st.text(max_size=400))
def test_a_cleaned_text_stays_as_it_is_when_cleaned_again(text: str) -> None:
    try:
        cleaned = clean_text(text)
    except RefusedInputError:
        return
    assert clean_text(cleaned) == cleaned
    assert fold(fold(text)) == fold(text)
