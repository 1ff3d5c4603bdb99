"""A slide's figure: whatever the slide holds, drawn by the charts in one theme at one size."""

from dataclasses import replace
from typing import Any

from tracker import charts
from tracker.briefings.deck.contents import (
    Bullets,
    Closing,
    GoalOverTime,
    Opening,
    Paces,
    Slide,
    Succession,
    Tiles,
    ZonesOverTime,
)
from tracker.charts import Size, Theme

WIDE: Size = (1920, 1080)
"""The canvas that slides are laid out for."""


def figure_of(slide: Slide, theme: Theme = Theme.LIGHT, size: Size = WIDE, *, known: str = "") -> Any:
    """Draw a slide with its title and source line; `known` says how it was looked at, where nothing else does."""
    how: dict[str, Any] = {"source": charts.dated(slide.source, known), "theme": theme, "size": size}
    match slide.content:
        case GoalOverTime(report=report):
            # The chart writes the goal's own headline and source.
            return charts.glide_path(replace(report, headline=slide.title), theme=theme, size=size, known=known)
        case Bullets(rows=rows):
            return charts.bullets(rows, slide.title, **how)
        case Tiles(matrix=matrix):
            return charts.tiles(matrix, slide.title, **how)
        case Succession(reports=reports):
            return charts.successive(reports, slide.title, **how)
        case Paces(rows=rows, measure=measure):
            return charts.pace(rows, slide.title, measure=measure, **how)
        case ZonesOverTime() as zones:
            series, rank = zones.series, zones.rank
            return charts.series_by_zone(series, zones.unit, slide.title, indicator=zones.indicator, rank=rank, **how)
        case Opening() as first:
            said = {"place": first.place, "span": first.span, "known": first.known, "made_from": first.made_from}
            return charts.opening(slide.title, first.counts, **said, theme=theme, size=size)
        case Closing(asks=asks):
            return charts.closing(slide.title, asks, **how)
