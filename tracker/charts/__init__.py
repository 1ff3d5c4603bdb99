"""Assessments as Plotly figures, drawn by one set of rules."""

from tracker.charts.bullets import BulletRow, bullets, bullets_fit, bullets_size
from tracker.charts.closing import Asked, closing
from tracker.charts.describe import describe
from tracker.charts.escape import escape
from tracker.charts.glide_path import glide_path
from tracker.charts.heading import dated
from tracker.charts.opening import opening
from tracker.charts.pace import PaceRow, pace, pace_fit, pace_size
from tracker.charts.palette import GLYPH, Palette, Theme, marked, palette
from tracker.charts.series_by_zone import ZoneSeries, series_by_zone
from tracker.charts.sheet import PAGE, Size
from tracker.charts.spark import spark, spark_svg
from tracker.charts.steps import steps_of
from tracker.charts.successive import successive
from tracker.charts.svg import svg
from tracker.charts.tiles import Matrix, Named, Tile, tiles, tiles_fit
from tracker.charts.value_words import goal_words, point_words, status_words
from tracker.domain.words import group_word

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
    "svg",
    "tiles",
    "tiles_fit",
]
