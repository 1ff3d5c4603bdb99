"""A deck as a workbook: an overview of its goals, a sheet per slide with numbers and native charts, and what it is."""

import io
from typing import Any

from xlsxwriter import Workbook

from tracker.briefings.deck.contents import Deck, OnSlide, Slide, in_language
from tracker.briefings.deck.side_texts import known_line, source_words
from tracker.briefings.office_text import FILE_MADE, WORKBOOK_OPTIONS, property_text
from tracker.briefings.xlsx.sheet_chart import insert_chart
from tracker.briefings.xlsx.sheets import Sheets
from tracker.charts import goal_words, marked, point_words, status_words
from tracker.charts.glide.captions import source_line
from tracker.charts.glide.timeline import Timeline
from tracker.charts.office import Cell
from tracker.charts.value_words import display_name, shown_unit
from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.statuses import rule_word
from tracker.language import _, difference, unit_word


def xlsx_bytes(deck: Deck, on_slide: OnSlide | None = None) -> bytes:
    """Return a deck as XLSX in its own language; `on_slide` is told how many slides of how many are done."""
    return in_language(deck.language, lambda: _written(deck, on_slide))


def _written(deck: Deck, on_slide: OnSlide | None) -> bytes:
    made = io.BytesIO()
    with Workbook(made, WORKBOOK_OPTIONS) as book:
        texts = {"title": deck.title, "author": deck.made_from, "comments": deck.known}
        book.set_properties({**{name: property_text(text) for name, text in texts.items()}, "created": FILE_MADE})
        sheets = Sheets(book)
        _overview(sheets, deck)
        for number, slide in enumerate(deck.slides, 1):
            if slide.content.numbered:
                _slide(sheets, deck, slide, number)
            if on_slide:
                on_slide(number, len(deck.slides))
        _about(sheets, deck)
    return made.getvalue()


def _slide(sheets: Sheets, deck: Deck, slide: Slide, number: int) -> None:
    name = slide.content.name or slide.title
    page = sheets.sheet(f"{number} {name}", slide.title, [slide.alt, slide.source, known_line(deck)])
    numbers = slide.scene(office=True).numbers
    if numbers is None:
        table = slide.content.table()
        sheets.table(page, table.heads, table.rows)
        return
    columns = numbers.columns
    sheets.table(page, [column.head for column in columns], [*zip(*(column.cells for column in columns), strict=True)])
    insert_chart(sheets.book, page, numbers)


def deck_reports(deck: Deck) -> list[GoalReport]:
    """Return every goal that a deck shows over time, each once, in the order of the slides."""
    reports: list[GoalReport] = []
    for report in (report for slide in deck.slides for report in slide.content.over_time):
        if report not in reports:
            reports.append(report)
    return reports


def _overview(sheets: Sheets, deck: Deck) -> None:
    page = sheets.sheet(_("Overview"), deck.title, [known_line(deck)])
    heads = (
        _("Indicator"),
        _("Zone"),
        _("Plan"),
        _("Asked"),
        _("Target"),
        _("Unit"),
        _("Due"),
        _("Latest year"),
        _("Latest"),
        _("Latest, in words"),
        _("Gap"),
        _("Needed a year"),
        _("Needed a year, in words"),
        _("Status"),
        _("Rule"),
        _("Source"),
    )
    sheets.table(page, heads, [_goal_row(report) for report in deck_reports(deck)])


def _goal_row(report: GoalReport) -> list[Cell]:
    verdict, points = report.verdict, Timeline(report).points
    latest = points[-1] if points else None
    pace = verdict.required_pace
    return [
        display_name(report.indicator),
        display_name(report.zone),
        report.plan.name,
        goal_words(report),
        verdict.target,
        unit_word(shown_unit(report)),
        report.goal.due,
        latest.year if latest else None,
        latest.low if latest and latest.exact else None,
        point_words(latest, report) if latest else _("no actual"),
        verdict.gap,
        pace,
        None if pace is None else difference(pace, report.unit, sign=True),
        marked(report.group, status_words(report)),
        rule_word(verdict.rule),
        source_line(report, located=True),
    ]


def _about(sheets: Sheets, deck: Deck) -> None:
    page: Any = sheets.sheet(_("About"), deck.title, [])
    sources = dict.fromkeys(text for slide in deck.slides for text in (*source_words(slide), slide.source) if text)
    rules = dict.fromkeys(rule_word(report.verdict.rule) for report in deck_reports(deck))
    rows = [
        [_("Made from"), deck.made_from],
        [_("How it was looked at"), deck.known],
        *([_("Rule"), rule] for rule in rules),
        *([_("Source"), source] for source in sources),
        *([_("Notes"), f"{slide.title}: {slide.notes}"] for slide in deck.slides if slide.notes),
    ]
    sheets.table(page, (_("What"), _("Text")), rows, widths=(16, 110))
