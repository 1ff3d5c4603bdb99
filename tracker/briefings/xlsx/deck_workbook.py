"""A deck as a workbook: an overview of its goals, a sheet per slide with numbers and native charts, and what it is."""

import io
from typing import Any

from xlsxwriter import Workbook

from tracker.briefings.deck.contents import Deck, OnSlide, Slide, in_language
from tracker.briefings.deck.side_texts import known_line, source_words
from tracker.briefings.office_text import FILE_MADE, WORKBOOK_OPTIONS, property_text
from tracker.briefings.xlsx.sheet_chart import insert_chart
from tracker.briefings.xlsx.sheets import Sheets
from tracker.charts import marked, status_words
from tracker.charts.glide.captions import source_line
from tracker.charts.office import Cell
from tracker.charts.value_words import display_name
from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.statuses import rule_word
from tracker.language import _
from tracker.services.plan.goal_figures import goal_figures, number_forms


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
    rows = [*zip(*(column.cells for column in columns), strict=True)]
    forms = {column.head: column.form for column in columns}
    sheets.table(page, [column.head for column in columns], rows, forms=[forms] * len(rows))
    insert_chart(sheets.book, page, numbers)


def deck_reports(deck: Deck) -> list[GoalReport]:
    """Return every goal that a deck shows over time, each once, in the order of the slides."""
    reports: list[GoalReport] = []
    for report in (report for slide in deck.slides for report in slide.content.over_time):
        if report not in reports:
            reports.append(report)
    return reports


def _overview(sheets: Sheets, deck: Deck) -> None:
    """Write a row for every goal: what is asked, where it stands in words and figures, and where that is written."""
    reports = deck.goals or deck_reports(deck)
    page = sheets.sheet(_("All goals"), deck.title, [known_line(deck)])
    heads = (
        *(_("Indicator"), _("Zone"), _("Plan"), _("Asked"), _("Due"), _("Measured in words"), _("Gap in words")),
        *(_("Status"), _("Target"), _("Unit"), _("Measured value"), _("Exactness of the measured value")),
        *(_("Measured as"), _("Measured year"), _("Decided by"), _("Latest year"), _("Latest")),
        *(_("Unit of the latest"), _("Gap"), _("Required pace a year"), _("Rule"), _("Source")),
    )
    rows = [_goal_row(report) for report in reports]
    sheets.table(page, heads, [[row[head] for head in heads] for row in rows], forms=number_forms(reports))


def _goal_row(report: GoalReport) -> dict[str, Cell]:
    return goal_figures(report) | {
        _("Indicator"): display_name(report.indicator),
        _("Zone"): display_name(report.zone),
        _("Plan"): report.plan.name,
        _("Status"): marked(report.group, status_words(report)),
        _("Rule"): rule_word(report.verdict.rule),
        _("Source"): source_line(report, located=True),
    }


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
