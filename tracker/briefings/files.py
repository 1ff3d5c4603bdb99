"""The files slides and plans are downloaded as: what each is called, and how it is written."""

from collections.abc import Callable
from dataclasses import dataclass

from tracker.briefings.deck.contents import Deck, OnSlide
from tracker.briefings.midterm.report import midterm_report
from tracker.briefings.paper.document import Document
from tracker.briefings.paper.docx_document import document_docx
from tracker.briefings.paper.pdf import document_pdf, pdf_bytes
from tracker.briefings.pictures.archive import png_archive, svg_archive
from tracker.briefings.pptx.presentation import pptx_bytes
from tracker.briefings.web.page import html_bytes
from tracker.briefings.xlsx.deck_workbook import xlsx_bytes
from tracker.domain.plan_course import running_plans
from tracker.language import _
from tracker.services.cache.query_cache import cache_of
from tracker.services.downloads import media_type, name_part
from tracker.services.view_settings import ViewSettings
from tracker.store import Store


@dataclass(frozen=True, slots=True)
class Written:
    """A file as it is handed over: its name, its media type and its content."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of file: what a person calls it, and what writes it."""

    label: str
    write: Callable[[OnSlide], Written]


def deck_files(make_deck: Callable[[], Deck]) -> dict[str, FileKind]:
    """Return the files that slides can be downloaded as; the deck is made when one is written."""

    def kind(label: str, ending: str, write: Callable[[Deck, OnSlide], bytes]) -> FileKind:
        def written(on_slide: OnSlide) -> Written:
            deck = make_deck()
            return Written(_deck_name(deck, ending), media_type(ending), write(deck, on_slide))

        return FileKind(label, written)

    return {
        "pptx": kind(_("PowerPoint, its charts can be edited"), "pptx", pptx_bytes),
        "pdf": kind(_("PDF"), "pdf", pdf_bytes),
        "html": kind(_("Web page in one file"), "html", lambda deck, done: html_bytes(deck, on_slide=done)),
        "xlsx": kind(_("Excel, with the numbers and charts"), "xlsx", xlsx_bytes),
        "png": kind(_("Pictures (PNG)"), "png.zip", lambda deck, done: png_archive(deck, on_slide=done)),
        "svg": kind(_("Pictures to enlarge (SVG)"), "svg.zip", lambda deck, done: svg_archive(deck, on_slide=done)),
    }


def midterm_files(store: Store, plan: str, view: ViewSettings) -> dict[str, FileKind]:
    """Return the files that the report on a plan can be downloaded as: a mid-term one, of a closed plan the final."""
    known = cache_of(store).catalogue(view.as_of).plans
    closed = plan in known and plan not in running_plans(known.values(), view.year)

    def kind(label: str, ending: str, write: Callable[[Document], bytes]) -> FileKind:
        def written(on_slide: OnSlide) -> Written:
            on_slide(0, 2)
            report = midterm_report(store, plan, view)
            on_slide(1, 2)
            name = f"{name_part(report.title)}-{report.as_of:%Y-%m-%d}.{ending}"
            return Written(name, media_type(ending), write(report))

        return FileKind(label, written)

    return {
        "midterm-pdf": kind(_("Final report as PDF") if closed else _("Mid-term report as PDF"), "pdf", document_pdf),
        "midterm-docx": kind(
            _("Final report as a Word document") if closed else _("Mid-term report as a Word document"),
            "docx",
            document_docx,
        ),
    }


def _deck_name(deck: Deck, ending: str) -> str:
    """Return a file's name, by what it holds and when, so that no other is taken for it."""
    return f"{name_part(deck.title)}-{deck.year}-{deck.as_of.astimezone():%Y-%m-%d-%H%M%S}.{ending}"
