"""Assessments as Plotly figures, drawn by one set of rules."""

from tracker.charts.escape import escape
from tracker.charts.glide.description import describe
from tracker.charts.glide.path import glide_path
from tracker.charts.glide.spark import spark, spark_svg
from tracker.charts.heading import dated
from tracker.charts.kinds.bullets import BulletRow, bullets, bullets_fit, bullets_size
from tracker.charts.kinds.closing import Asked, closing
from tracker.charts.kinds.opening import opening
from tracker.charts.kinds.paces import PaceRow, pace, pace_fit, pace_size
from tracker.charts.kinds.succession import successive
from tracker.charts.kinds.tiles import Matrix, Named, Tile, tiles, tiles_fit
from tracker.charts.kinds.zones_over_time import ZoneSeries, series_by_zone
from tracker.charts.palette import GLYPH, Palette, Theme, marked, palette
from tracker.charts.sheet import PAGE, Size
from tracker.charts.steps import steps_of
from tracker.charts.svg.document import as_svg
from tracker.charts.value_words import goal_words, point_words, status_words
from tracker.domain.statuses import group_word

__all__ = [
    "GLYPH",
    "PAGE",
    "Asked",
    "BulletRow",
    "Matrix",
    "Named",
    "PaceRow",
    "Palette",
    "Size",
    "Theme",
    "Tile",
    "ZoneSeries",
    "as_svg",
    "bullets",
    "bullets_fit",
    "bullets_size",
    "closing",
    "dated",
    "describe",
    "escape",
    "glide_path",
    "goal_words",
    "group_word",
    "marked",
    "opening",
    "pace",
    "pace_fit",
    "pace_size",
    "palette",
    "point_words",
    "series_by_zone",
    "spark",
    "spark_svg",
    "status_words",
    "steps_of",
    "successive",
    "tiles",
    "tiles_fit",
]
