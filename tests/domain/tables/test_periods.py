"""What years and parts of years a heading names, however an office writes them."""

import pytest

from tracker.domain.tables.periods import Period, SpanYear, periods_in


@pytest.mark.parametrize(
    "text", ["2024", "2024年", "2024.0", "２０２４年", "2024 ", "2024年度", "2024¹", "end of 2024", "2024年末"]
)
def test_a_year_is_read_as_offices_write_it(text: str) -> None:
    (period,), rest = periods_in(text)
    assert (period.first, period.last, period.part, rest) == (2024, 2024, "", "")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("2024年1-9月", "1-9月"),
        ("2024年1—9月", "1-9月"),
        ("January–September 2024", "january-september"),
        ("Jan to Sep 2024", "jan-sep"),
        ("2024Q1", "q1"),
        ("2024-Q3", "q3"),
        ("3Q 2024", "3q"),
        ("2024年上半年", "上半年"),
        ("2024年一季度", "一季度"),
        ("2024年前三季度", "前三季度"),
        ("first half of 2024", "first half"),
        ("2024H1", "h1"),
        ("2024-03", "2024-03"),
        ("202403", "202403"),
        ("2024M03", "2024 m03"),
        ("30.06.2024", "30.06.2024"),
        ("2024年6月末", "6月末"),
        ("nine months 2024", "nine months"),
        ("2024 YTD", "ytd"),
        ("2024年5月", "2024年5"),
    ],
)
def test_a_part_of_a_year_is_no_year(text: str, part: str) -> None:
    (period,), _rest = periods_in(text)
    assert (period.first, period.part) == (2024, part)
    assert period.year(SpanYear.FIRST) is None
    assert period.year(SpanYear.LAST) is None


@pytest.mark.parametrize(
    "text", ["2024年1-12月", "Jan–Dec 2024", "2024年全年", "Q1-Q4 2024", "31.12.2024", "2024年12月31日"]
)
def test_all_months_together_are_the_year(text: str) -> None:
    (period,), _rest = periods_in(text)
    assert period == Period(2024, 2024, whole=True)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2019/20", 2019, 2020),
        ("2020-21", 2020, 2021),
        ("2016-18", 2016, 2018),
        ("2016–2018", 2016, 2018),
        ("2011 to 2015", 2011, 2015),
        ("2010-11", 2010, 2011),
        ("1999/00", 1999, 2000),
        ("FY2020/21", 2020, 2021),
        ("FY2021", 2021, 2021),
        ("2021财年", 2021, 2021),
        ("FY21", 2021, 2021),
        ("“十三五”期间", 2016, 2020),
    ],
)
def test_a_span_counts_for_the_year_that_a_rule_chooses(text: str, first: int, last: int) -> None:
    (period,), _rest = periods_in(text)
    assert (period.year(SpanYear.FIRST), period.year(SpanYear.LAST), period.year(None)) == (first, last, None)


def test_a_part_without_a_year_and_several_years_are_all_found() -> None:
    assert periods_in("1-9月")[0] == (Period(part="1-9月"),)
    assert [period.first for period in periods_in("2024年比2023年增长")[0]] == [2024, 2023]


@pytest.mark.parametrize("text", ["5.2024%", "12024", "Population", "TIME_PERIOD", "", "1,2024"])
def test_other_numbers_are_no_periods(text: str) -> None:
    assert periods_in(text)[0] == ()
