"""The figures of a sentence with the words that each belongs to, and what each takes from the one before it."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from tracker.domain.vocabulary import Qualifier
from tracker.exchange.text.figure_kinds import Sense, WordsBeside, sense_of
from tracker.exchange.text.ignored_numbers import why_ignored
from tracker.exchange.text.printed_tables import Cell
from tracker.exchange.text.scanned_text import Document
from tracker.exchange.text.splitting import Sentence
from tracker.exchange.text.statement import Span, Why
from tracker.exchange.text.written_figures import Figure

_RESPECTIVELY = re.compile(r"\brespectively\b|分别")
_SPLIT = re.compile(r",? and |, |、|和|及|与|以及")
_LEAD = re.compile(
    r"^.*\b(?:growth|increases?|rises?|growing|rise|number|numbers|declines?|falls?|drops?) (?:in|of) "
    r"|^(?:the|by|in|last) [^,]*, ?"
)
_WITH = re.compile(
    r",? (?:with|by|of|at|to|reached|reaching|were|was|increased|rose|grew|fell|totall?ed|up|account(?:s"
    r"|ed)? for|hit|increasing|should|will|to)\b[^,]*$"
)


def is_respective(words: str) -> bool:
    """Return whether a stretch of text matches figures with names."""
    return _RESPECTIVELY.search(words) is not None


def names_for(lead: str, count: int) -> tuple[str, ...]:
    """Return the names of as many things as there are figures, from the words before the first."""
    words = re.split(r"分别", lead)[0] if "分别" in lead else _WITH.sub("", lead.strip())
    words = _LEAD.sub("", words.strip(" ,，"))
    words = re.split(r"[。;；，]|\d年", words)[-1]
    named = [name.strip(" ,、") for name in _SPLIT.split(_together(words)) if name.strip(" ,、")]
    return tuple(name.replace("_and_", " and ") for name in named[-count:]) if len(named) >= count > 1 else ()


def _together(words: str) -> str:
    """Return the words with pairs such as "small and medium-sized" in one name."""
    return re.sub(r"\b(small|research|science|production|import|wholesale|gazelle) and (?=[a-z])", r"\1_and_", words)


_FROM = re.compile(r"(?:\bfrom|从|由)[^,，。;]{0,16}$")
_UP_TO = re.compile(
    r"\s?(?:in 20\d\d )?to (?:about |over |more than )?|[\u4e00-\u9fff]{0,6}(?:到|至|为)(?:20\d\d年的)?"
)
_UP_FROM = re.compile(r"[^.,;，。\d]{0,40},? \(?(?:up|down|higher|lower) from (?:about |over |around )?")
_LISTED = re.compile(r"[^.;；。\d]{0,70}?(?:,? and(?: about| over)?|,|、|，|和|以及|及)\s*")
_ONLY_COMMAS = re.compile(r"(?:\s|,|、|，|和|及|以及|and)*")
_REACH = 90


@dataclass(slots=True)
class FigureInContext:
    """A figure with the words beside it and what was made of it so far."""

    figure: Figure
    clause: Span
    beside: WordsBeside
    lead_at: Span
    gap: str = ""
    why: Why | None = None
    sense: Sense = Sense.LEVEL
    share_of: str | None = None
    name: str = ""
    baseline: Decimal | None = None
    cell: Cell | None = None


def figures_in_context(document: Document, sentence: Sentence) -> list[FigureInContext]:
    """Return each figure with the words beside it and what it takes from the figures before it."""
    figures = document.figures_in(sentence.span)
    in_context: list[FigureInContext] = []
    for place, figure in enumerate(figures):
        cell = document.cells.at(figure.span.start)
        if cell is not None:
            in_context.append(_in_table(figure, cell, in_context))
            continue
        clause = sentence.clause(figure.span.start)
        before = figures[place - 1].span.end if place else sentence.span.start
        after = figures[place + 1].span.start if place + 1 < len(figures) else sentence.span.end
        start = max(before, clause.start, figure.span.start - _REACH)
        lead = document.lowered[start : figure.span.start]
        trail = document.lowered[figure.span.end : min(after, clause.end, figure.span.end + 240)]
        gap = document.lowered[before : figure.span.start] if figure.span.start - before < 2 * _REACH else ""
        current = FigureInContext(
            figure,
            clause,
            WordsBeside(lead, trail),
            Span(start, figure.span.start),
            gap if place else "",
            why_ignored(figure, WordsBeside(lead, trail)),
        )
        current.sense, current.share_of = sense_of(figure, current.beside)
        if in_context:
            _follow(in_context[-1], current)
        in_context.append(current)
    return in_context


def _in_table(figure: Figure, cell: Cell, in_context: list[FigureInContext]) -> FigureInContext:
    """Return a table's figure, whose words are its row's; a cell has one."""
    if figure.unit is None and cell.unit is not None:
        figure = replace(figure, unit="%" if cell.unit.strip() == "％" else cell.unit)
    beside = WordsBeside(cell.indicator.lower() + " ", "")
    current = FigureInContext(
        figure, Span(cell.start, cell.end), beside, Span(cell.start, cell.start), name=cell.indicator, cell=cell
    )
    current.sense, _whose = sense_of(figure, beside)
    if in_context and in_context[-1].cell == cell:
        current.why = Why.NOTHING_COUNTED
    return current


def _follow(before: FigureInContext, current: FigureInContext) -> None:
    """Let a figure take from the one before it: the same addition or growth, or the value it starts from."""
    same = before.figure.unit == current.figure.unit
    if before.sense in (Sense.RISE, Sense.FALL) and same and _ONLY_COMMAS.fullmatch(current.gap):
        current.sense = before.sense
    elif before.sense is Sense.ADDED and current.sense is Sense.LEVEL and same and _LISTED.fullmatch(current.gap):
        current.sense = Sense.ADDED
    if same and _UP_FROM.fullmatch(current.gap):
        current.why, before.baseline = Why.STARTING_VALUE, current.figure.value
    if not _UP_TO.fullmatch(current.gap):
        return
    if before.figure.multiple and current.gap.strip() == "to":
        current.sense = Sense.LEVEL
        if before.figure.qualifier is Qualifier.EXACT:
            current.baseline = current.figure.value / before.figure.value
        current.lead_at = before.lead_at
    elif _FROM.search(before.beside.lead) and before.figure.unit in (None, current.figure.unit):
        before.why, current.baseline, current.sense = Why.STARTING_VALUE, before.figure.value, Sense.LEVEL
        current.lead_at = before.lead_at


def match_names(document: Document, sentence: Sentence, in_context: list[FigureInContext]) -> None:
    """Match the figures of "respectively" with the things named before them."""
    if len(in_context) < 2 or not is_respective(document.lowered[sentence.span.start : sentence.span.end][:4000]):
        return
    group: list[FigureInContext] = []
    for current in in_context:
        if group and not _ONLY_COMMAS.fullmatch(current.gap):
            _name(document, sentence, group)
            group = []
        group.append(current)
    _name(document, sentence, group)


def _name(document: Document, sentence: Sentence, group: list[FigureInContext]) -> None:
    """Set the name of each figure of a run to the one in its place."""
    first = group[0].figure.span.start
    lead = document.text[max(sentence.span.start, first - 600) : first]
    for current, name in zip(group, names_for(lead, len(group)), strict=False):
        current.name = name
