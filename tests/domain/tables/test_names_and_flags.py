"""Names match as a person would match them, and the marks of statistics offices are understood."""

import pytest

from tracker.domain.tables.decimal_signs import DecimalSign, decimal_sign
from tracker.domain.tables.flags import missing_word, read_flag, split_flag
from tracker.domain.tables.names import NameIndex
from tracker.domain.vocabulary import Certainty

INDEX = NameIndex(
    [
        *(("firms", name) for name in ("firms", "High-tech firms", "高新技术企业数")),
        *(("rd", name) for name in ("R&D share", "研发强度")),
        *(("output", name) for name in ("Output", "产值")),
        ("g5", "5G base stations"),
        ("new", "Total"),
        ("old", "total"),
    ]
)


@pytest.mark.parametrize(
    ("text", "found", "besides"),
    [
        ("1.1 High-tech firms", "firms", ()),
        ("High-tech firms:", "firms", ()),
        ("high tech FIRMS", "firms", ()),
        ("R&D share, %", "rd", ("%",)),
        ("R & D share (%)", "rd", ("%",)),
        ("Ｒ＆Ｄ share", "rd", ()),
        ("（一）产值", "output", ()),
        ("一、产值：", "output", ()),
        ("2.3.1产值", "output", ()),
        ("产值（万元）", "output", ("万元",)),
        ("产值（1-9月）", "output", ("1-9月",)),
        ("Output 产值", "output", ()),
        ("产值/Output", "output", ()),
        ("Output\n产值(规上)", "output", ("规上",)),
        ("其中：高新技术企业数①", "firms", ()),
        ("● Output*", "output", ()),
        ("output in bn yuan", "output", ("bn yuan",)),
        ("Target: Output", "output", ("Target",)),
        ("2024年产值", "output", ("2024年",)),
        ("5G base stations", "g5", ()),
        ("3 5G base stations", "g5", ()),
    ],
)
def test_a_name_is_found_as_a_person_finds_it(text: str, found: str, besides: tuple[str, ...]) -> None:
    name = INDEX.find(text)
    assert name is not None
    assert (name.ids, name.besides) == ((found,), besides)


@pytest.mark.parametrize("text", ["产值增速", "产值目标", "一、创新", "142", "", "Firm", "净产值"])
def test_another_name_is_none_of_them(text: str) -> None:
    assert INDEX.find(text) is None


def test_a_name_that_two_bear_is_of_both() -> None:
    name = INDEX.find("TOTAL")
    assert name is not None
    assert set(name.ids) == {"new", "old"}


@pytest.mark.parametrize(
    ("text", "bare", "flag", "status"),
    [
        ("1.62 p", "1.62", "p", Certainty.PROVISIONAL),
        ("1.62p", "1.62", "p", Certainty.PROVISIONAL),
        ("1,234.5 (e)", "1,234.5", "e", Certainty.ESTIMATED),
        ("7.1 b", "7.1", "b", Certainty.FINAL),
        ("1.72 bep", "1.72", "bep", Certainty.ESTIMATED),
        ("3 r", "3", "r", Certainty.FINAL),
        (": c", ":", "c", Certainty.FINAL),
    ],
)
def test_a_flag_is_split_from_its_number(text: str, bare: str, flag: str, status: Certainty) -> None:
    left, found = split_flag(text)
    assert found is not None
    assert (left, found.text, found.status) == (bare, flag, status)


@pytest.mark.parametrize("text", ["12bn", "4 mn", "5 m", "3 ha", "20 km", "14.2亿", "about 5", "x", "7", "3.5%"])
def test_a_unit_is_no_flag(text: str) -> None:
    assert split_flag(text) == (text, None)


def test_flags_stand_alone_as_letters_and_words() -> None:
    for text, status in (("p", "provisional"), ("初步值", "provisional"), ("Estimated", "estimated"), ("A", "final")):
        flag = read_flag(text)
        assert flag is not None
        assert flag.status == status
    forecast = read_flag("f")
    assert forecast is not None
    assert forecast.forecast
    assert read_flag("as counted") is None
    assert missing_word("c") == "confidential"
    assert missing_word("7") == ""


@pytest.mark.parametrize(
    ("texts", "semicolons", "sign"),
    [
        (["1 234,5", "12"], False, DecimalSign.COMMA),
        (["1.304,5", "1.130"], True, DecimalSign.COMMA),
        (["0,765"], False, DecimalSign.COMMA),
        (["1,234.5", "1,234"], False, DecimalSign.POINT),
        (["1,234,567"], True, DecimalSign.POINT),
        (["12,34,567"], False, DecimalSign.POINT),
        (["1,234"], False, DecimalSign.POINT),
        (["1,234"], True, DecimalSign.UNKNOWN),
        (["1,5", "1.5"], False, DecimalSign.UNKNOWN),
    ],
)
def test_the_numbers_of_a_file_show_its_decimal_sign(texts: list[str], semicolons: bool, sign: DecimalSign) -> None:
    assert decimal_sign(texts, semicolons=semicolons) is sign


def test_numbers_with_a_comma_are_written_with_a_point() -> None:
    comma = DecimalSign.COMMA
    assert [comma.in_points(text) for text in ("1.304,5", "1 234,5 p", "1'234", "12", "1,2,3")] == [
        "1304.5",
        "1234.5 p",
        "1234",
        "12",
        "1,2,3",
    ]
    assert DecimalSign.UNKNOWN.leaves_open("1,142")
    assert not DecimalSign.POINT.leaves_open("1,142")
