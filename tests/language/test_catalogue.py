"""The catalogues say every text of the product, and nothing else."""

import ast
import re
from string import Formatter

import pytest

from tests.language.texts import (
    TRANSLATED,
    Text,
    messages,
    said,
    texts_in,
    texts_in_source,
    texts_kept,
    untranslated,
    written,
)
from tracker.language.catalogue import catalogue_file
from tracker.language.spoken import LANGUAGES
from tracker.language.unit_names import PER, UNIT

_GLYPHS = re.compile("[●○▲◆▼✔]")


def _placeholders(text: str) -> set[str]:
    return {name for _text, name, _format, _conversion in Formatter().parse(text) if name is not None}


def _forms(text: Text) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else text


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_text_is_missing_and_none_is_left_over(language: str) -> None:
    source, kept = messages(texts_in_source()).keys(), messages(texts_kept(language)).keys()
    assert source - kept == set(), "make texts adds them"
    assert kept - source == set(), "make texts drops them"


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_is_translated(language: str) -> None:
    assert untranslated(language) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_has_the_placeholders_of_its_text(language: str) -> None:
    wrong = {
        form: text
        for text, message in messages(texts_kept(language)).items()
        for form in said(message)
        if _placeholders(form) != set().union(*map(_placeholders, _forms(text)))
    }
    assert wrong == {}


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_keeps_the_glyphs_and_the_lines_of_its_text(language: str) -> None:
    wrong = {
        form: text
        for text, message in messages(texts_kept(language)).items()
        for form in said(message)
        if set(_GLYPHS.findall(form)) != set(_GLYPHS.findall("".join(_forms(text))))
        or form.count("\n") != _forms(text)[0].count("\n")
    }
    assert wrong == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("context", [UNIT, PER])
def test_units_are_named_in_small_letters_and_each_has_a_name(language: str, context: str) -> None:
    named = {str(message.id): str(message.string) for message in texts_kept(language) if message.context == context}
    assert named
    assert {name: word for name, word in named.items() if name != name.casefold() or not word} == {}
    assert {name for name, word in named.items() if _placeholders(word) != _placeholders(name)} == set()
    assert {name for name, word in named.items() if name == word} == set()


def test_english_names_what_is_written_in_chinese_and_nothing_else() -> None:
    kept = texts_kept("en")
    assert {message.context for message in kept if message.id} == {UNIT, PER}
    assert [message.id for message in kept if message.id and str(message.id).isascii()] == []


def test_texts_within_the_braces_of_another_are_found_too() -> None:
    source = """f'<b>{shown(_("Zone"))}</b>' + ngettext("{count} goal", "{count} goals", 2) + _("a " "b")"""
    assert sorted(texts_in(ast.parse(source)), key=str) == [("{count} goal", "{count} goals"), "Zone", "a b"]


def test_chinese_has_one_form_for_every_count() -> None:
    kept = texts_kept("zh")
    assert kept.num_plurals == 1
    assert {len(said(message)) for message in messages(kept).values()} == {1}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_is_kept_as_it_would_be_written_again(language: str) -> None:
    assert catalogue_file(language).read_bytes() == written(texts_kept(language))
