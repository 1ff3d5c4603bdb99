"""Assessments as Plotly figures, drawn by one set of rules."""

from tracker.charts.glide_path import glide_path
from tracker.charts.palette import GLYPH, Palette, Theme, group_word, marked, palette

__all__ = ["GLYPH", "Palette", "Theme", "glide_path", "group_word", "marked", "palette"]
