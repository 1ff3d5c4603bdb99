"""Assessments as scenes, and what draws them on the screen and as SVG."""

from tracker.charts.content import Content, NumberTable, Setting
from tracker.charts.figure import as_figure, escape
from tracker.charts.glide.captions import describe
from tracker.charts.glide.path import GoalOverTime, glide_path
from tracker.charts.glide.spark import spark, spark_svg
from tracker.charts.heading import dated
from tracker.charts.kinds.bullets import BulletRow, Bullets, bullets, bullets_size
from tracker.charts.kinds.closing_slide import Asked, Closing, closing
from tracker.charts.kinds.lollipops import PaceRow, Paces, pace, pace_size
from tracker.charts.kinds.opening_slide import Opening, opening
from tracker.charts.kinds.succession import Succession, successive
from tracker.charts.kinds.tiles import Matrix, Named, Tile, Tiles, tiles
from tracker.charts.kinds.zones_over_time import ZoneSeries, ZonesOverTime, series_by_zone
from tracker.charts.palette import GLYPH, Palette, Theme, marked, palette
from tracker.charts.scene import Scene, steps_of
from tracker.charts.sheet import PAGE, WIDE, Size
from tracker.charts.svg.picture import as_svg
from tracker.charts.value_words import goal_words, point_words, status_words
from tracker.domain.statuses import group_word

__all__ = [
    "GLYPH",
    "PAGE",
    "WIDE",
    "Asked",
    "BulletRow",
    "Bullets",
    "Closing",
    "Content",
    "GoalOverTime",
    "Matrix",
    "Named",
    "NumberTable",
    "Opening",
    "PaceRow",
    "Paces",
    "Palette",
    "Scene",
    "Setting",
    "Size",
    "Succession",
    "Theme",
    "Tile",
    "Tiles",
    "ZoneSeries",
    "ZonesOverTime",
    "as_figure",
    "as_svg",
    "bullets",
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
]
