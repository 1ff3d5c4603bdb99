"""A slide set as a deck: every slide with its content, its written title, its sources and its words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from tracker.briefings.deck.chart_rows import bullet_row, tiles_of, zones_of
from tracker.briefings.deck.contents import Deck, Slide
from tracker.briefings.deck.side_texts import documents
from tracker.briefings.deck.titles import closing_title, numbered, opening_title, paces_title, rows_title, tiles_title
from tracker.charts import Bullets, Closing, Content, GoalOverTime, Opening, Paces, Succession
from tracker.charts.glide.captions import source_line
from tracker.domain.assessment.verdicts import GoalReport, PaceRow
from tracker.domain.explaining.headlines import place_beside
from tracker.domain.explaining.requests import Request
from tracker.domain.slides.slide_sets import Origin, SlideChoice, SlideKind, SlideSet, kind_of, subject_of
from tracker.domain.statuses import rule_word
from tracker.language import _, both, clauses, current_language, instant_words, ngettext, number, remarks, years_words
from tracker.services.compare.comparison import ZoneRecord, comparison_headline, succession_headline
from tracker.services.slides.material import Material, material_of
from tracker.services.slides.proposed_slides import ASKS_ON_A_SLIDE, PACES_ON_A_SLIDE, ROWS_ON_A_SLIDE, on_slide
from tracker.services.slides.viewing import frozen
from tracker.store import Store


@dataclass(frozen=True)
class _Parts:
    """What slides are cut from, each found once for a deck."""

    material: Material
    known: str
    closings: int

    @cached_property
    def successions(self) -> dict[str, ZoneRecord]:
        return self.material.successions

    @cached_property
    def paces(self) -> list[PaceRow]:
        return self.material.paces

    @cached_property
    def asks(self) -> list[Request]:
        return self.material.asks

    @cached_property
    def reports(self) -> dict[str, GoalReport]:
        return self.material.goals.reports


@dataclass(frozen=True, slots=True)
class _Made:
    """A slide's content with its written title and its sources."""

    title: str
    content: Content
    source: str


def deck_of(store: Store, slide_set: SlideSet, *, only_shown: bool = True) -> Deck:
    """Return a set's deck in the reader's language; NotFoundError where what it is made from is not there.

    Slides that cannot be made, such as one of a goal that left its plan, are passed over.
    """
    how = frozen(store, slide_set)
    known = _("Seen from {year}, as known on {instant}, by the {rule}").format(
        year=slide_set.year, instant=instant_words(slide_set.as_of.astimezone()), rule=_lower(rule_word(slide_set.rule))
    )
    closings = sum(kind_of(choice.key) is SlideKind.CLOSING for choice in slide_set.slides)
    parts = _Parts(material_of(store, slide_set, how), known, closings)
    return Deck(
        title=slide_set.name or _title(parts.material),
        made_from=_made_from(parts.material),
        known=known,
        language=current_language(),
        year=slide_set.year,
        as_of=slide_set.as_of,
        slides=tuple(_slides(slide_set, parts, only_shown=only_shown)),
        goals=tuple(parts.reports.values()),
    )


def _slides(slide_set: SlideSet, parts: _Parts, *, only_shown: bool) -> Iterator[Slide]:
    for choice in slide_set.slides:
        if (choice.shown or not only_shown) and (made := _make(choice, parts)) is not None:
            title = choice.title or made.title
            yield Slide(
                key=choice.key,
                title=title,
                content=made.content,
                source=made.source,
                alt=made.content.alt(title),
                notes=choice.notes,
            )


def _make(choice: SlideChoice, parts: _Parts) -> _Made | None:
    """Return the slide of a name; None where there is nothing to make it of."""
    kind, subject = kind_of(choice.key), subject_of(choice.key)
    match kind:
        case SlideKind.GOAL:
            return _goal(parts.reports.get(subject))
        case SlideKind.SUCCESSION:
            return _succession(parts.successions.get(subject))
        case SlideKind.OPENING | SlideKind.TILES | SlideKind.ZONES:
            return _whole(kind, parts)
        case _:
            return _page(kind, int(subject) if subject.isdecimal() else 0, parts)


def _goal(report: GoalReport | None) -> _Made | None:
    return (
        None
        if report is None
        else _Made(report.headline, GoalOverTime(report=report), source_line(report, located=True))
    )


def _succession(record: ZoneRecord | None) -> _Made | None:
    if record is None:
        return None
    return _Made(succession_headline(record), Succession(reports=record.successive), documents(record.successive))


def _whole(kind: SlideKind, parts: _Parts) -> _Made | None:
    """Return a slide that tells of the whole set."""
    material, goals = parts.material, parts.material.goals
    if kind is SlideKind.OPENING:
        content = Opening(
            place=_title(material),
            span=_span(material),
            counts=goals.counts,
            known=parts.known,
            made_from=_made_from(material),
        )
        return _Made(opening_title(goals.counts, goals.silent), content, documents(goals.measured))
    if kind is SlideKind.TILES:
        tiles = tiles_of(goals.measured)
        return _Made(tiles_title(tiles.matrix), tiles, documents(goals.measured)) if tiles.matrix.tiles else None
    if material.comparison is None:
        return None
    zones = zones_of(material.comparison)
    if not any(zone.known or zone.goals for zone in zones.series):
        return None
    return _Made(comparison_headline(material.comparison), zones, documents(goals.measured))


def _page(kind: SlideKind | None, page: int, parts: _Parts) -> _Made | None:
    """Return one of the slides over which many rows are laid."""
    material, measured = parts.material, parts.material.goals.measured
    if kind is SlideKind.ROWS and (reports := on_slide(measured, page, ROWS_ON_A_SLIDE)):
        by_zone = material.comparison is not None
        rows = tuple(bullet_row(report, by_zone=by_zone) for report in reports)
        return _Made(rows_title(reports, by_zone=by_zone), Bullets(rows=rows), documents(reports))
    if kind is SlideKind.PACES and (paces := on_slide(parts.paces, page, PACES_ON_A_SLIDE)):
        return _Made(paces_title(paces), Paces(rows=tuple(paces), measure=material.measure), documents(measured))
    if kind is SlideKind.CLOSING and (asks := on_slide(parts.asks, page, ASKS_ON_A_SLIDE)):
        title = numbered(closing_title(material.goals.counts), page, parts.closings)
        return _Made(title, Closing(asks=tuple(asks)), "")
    return None


def _title(material: Material) -> str:
    """Return a deck's name, by what it is made from."""
    if material.origin is Origin.PLAN:
        plan = material.known.plans[material.subjects[0]]
        return _with_place(plan.name, material.known.zones[plan.zone].name)
    return _place(material)


def _place(material: Material) -> str:
    """Return whose goals they are."""
    if material.comparison is not None:
        return material.comparison.indicator.name
    if material.origin is Origin.ZONE:
        return material.known.zones[material.subjects[0]].name
    return both(zone.name for zone in material.goals.zones)


def _span(material: Material) -> str:
    """Return over which years the plans go."""
    plans = material.goals.plans
    dues = [report.goal.due for report in material.goals.measured if report.goal.due is not None]
    starts = [plan.start for plan in plans if plan.start is not None]
    ends = [plan.end for plan in plans if plan.end is not None] or dues
    if not ends:
        return str(min(starts)) if starts else ""
    return years_words(min(starts), max(ends)) if starts and min(starts) < max(ends) else str(max(ends))


def _made_from(material: Material) -> str:
    """Return what a deck is made from."""
    match material.origin:
        case Origin.PLAN:
            plan = material.known.plans[material.subjects[0]]
            return _("The plan “{plan}” of {zone}").format(plan=plan.name, zone=material.known.zones[plan.zone].name)
        case Origin.ZONE:
            return _("All plans of {zone} and of the zones under it").format(zone=_place(material))
        case Origin.COMPARISON:
            zones = both(zone.name for zone in material.goals.zones)
            return _("{indicator} in {zones}").format(indicator=_place(material), zones=zones)
        case Origin.GOALS:
            plans = remarks(
                _with_place(plan.name, material.known.zones[plan.zone].name) for plan in material.goals.plans
            )
            count = len(material.goals.reports)
            text = ngettext("One goal of {plans}", "{count} goals of {plans}", count)
            return text.format(count=number(count), plans=plans)


def _with_place(plan: str, zone: str) -> str:
    place = place_beside(zone, plan)
    return clauses((plan, place))


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
