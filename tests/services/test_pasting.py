"""A block pasted from a spreadsheet lands where it belongs, and what belongs nowhere is told."""

import pytest

from tests.services.round_samples import LI, YEAR
from tracker.errors import RefusedInputError
from tracker.services.pasting import Paste, match_paste, split_paste
from tracker.services.rounds import Round, my_round
from tracker.store import Store


@pytest.fixture
def owed(round_store: Store) -> Round:
    return my_round(round_store, LI, "park", YEAR)


def _cells(paste: Paste) -> dict[str, str]:
    return {cell.key.indicator: cell.text for cell in paste.cells}


def test_a_block_is_taken_apart_as_a_spreadsheet_puts_it_on_the_clipboard() -> None:
    block = 'Output\t14.2亿\r\n"High-tech\nfirms"\t"about ""150"""\r\n\t\r\nA 5" pipe\t3\r\n'
    assert split_paste(block) == [
        ["Output", "14.2亿"],
        ["High-tech\nfirms", 'about "150"'],
        ["", ""],
        ['A 5" pipe', "3"],
    ]
    assert split_paste("") == []
    assert split_paste('"never closed\t1\n2\t3') == [['"never closed', "1"], ["2", "3"]]


def test_a_block_that_is_too_large_is_refused() -> None:
    for block in ("x" * 1_000_001, "1\n" * 5_001):
        with pytest.raises(RefusedInputError, match="too"):
            split_paste(block)


def test_rows_find_their_values_by_name_or_code_in_any_order(owed: Round) -> None:
    rows = split_paste("产值\t14.2亿\nhigh-tech  FIRMS\tover 100\nrd\t\nhub\tunder way\nplace\tn/a")
    found = match_paste(owed, rows)
    assert _cells(found) == {"output": "14.2亿", "firms": "over 100", "hub": "under way", "place": "n/a"}
    assert found.problems == ()


def test_the_column_of_the_rounds_year_is_taken_where_there_are_several(owed: Round) -> None:
    rows = split_paste("Indicator\tUnit\t2022\t2024年\t2023\nfirms\tfirms\t121\t142\t130\nrd\t%\t1.55\n")
    assert _cells(match_paste(owed, rows)) == {"firms": "142"}


def test_of_a_unit_a_number_and_a_note_the_number_is_taken(owed: Round) -> None:
    rows = split_paste("firms\tfirms\t142\tas counted\nrd\t1.6\t1.7")
    found = match_paste(owed, rows)
    assert _cells(found) == {"firms": "142"}
    assert "which of the cells is meant?" in str(found.problems[0])
    assert found.problems[0].line == 2


def test_names_of_no_value_and_values_named_twice_are_told(owed: Round) -> None:
    found = match_paste(owed, split_paste("firms\t1\nfirms\t2\nghosts\t3\nrd\t1.7"))
    assert _cells(found) == {"rd": "1.7"}
    assert [(problem.line, problem.wrong) for problem in found.problems] == [
        (1, "the same value twice"),
        (2, "the same value twice"),
        (3, "no value of this round is called so"),
    ]


def test_a_first_row_is_a_header_only_where_it_holds_no_value(owed: Round) -> None:
    assert match_paste(owed, split_paste("Indicator\tValue\nrd\t1.7")).problems == ()
    assert match_paste(owed, split_paste("ghosts\t3\nrd\t1.7")).problems[0].line == 1


def test_a_bare_column_is_laid_over_the_rows_in_order(owed: Round) -> None:
    names = [row.key.indicator for row in owed.rows]
    found = match_paste(owed, split_paste("1\n\n3"), first=1)
    assert _cells(found) == {names[1]: "1", names[3]: "3"}
    late = match_paste(owed, split_paste("1\n2"), first=len(names) - 1)
    assert _cells(late) == {names[-1]: "1"}
    assert "more rows than the form has" in str(late.problems[0])
    assert "one value a row" in str(match_paste(owed, split_paste("1\t2")).problems[0])
