"""Names that try to be markup are shown letter by letter."""

import re
from dataclasses import replace

import pytest

from tests.charts import examples, reading
from tracker.charts import (
    BulletRow,
    Matrix,
    Named,
    PaceRow,
    Scene,
    Tile,
    ZoneSeries,
    as_figure,
    bullets,
    escape,
    glide_path,
    pace,
    series_by_zone,
    spark_svg,
    successive,
    tiles,
)
from tracker.domain.statuses import Group

HOSTILE = (
    '<a href="https://evil.example">zone</a>',
    "<a href='javascript:alert(1)'>zone</a>",
    "<A HREF=javascript:alert(1)>zone</A>",
    "<b>bold</b>",
    "<i>slanted</i>",
    "one<br>two",
    "one<br/>two",
    '<span style="color:red;font-size:99px">big</span>',
    "<sup>2</sup><sub>3</sub>",
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "<svg onload=alert(1)>",
    "&lt;a href=x&gt;zone&lt;/a&gt;",
    "&#60;b&#62;zone",
    "$\\href{https://evil.example}{zone}$",
    "100 % of %{customdata} and %{x}",
    "zone\u202egnp.exe",
    "zone\x00\x07\nline",
    "</text><text>zone",
    "<<b>>zone<</b>>",
)
_MARKUP = re.compile(r"<(?!/?b>|span style=\"color:#[0-9A-F]{6}\">|/span>)|\$|%\{|[\x00-\x1f\u202e]")


def _scenes(name: str) -> list[Scene]:
    report = examples.shenyang_supposed()
    hostile = replace(
        report,
        headline=name,
        unit=name,
        indicator=replace(report.indicator, name=name, unit=name),
        plan=replace(report.plan, name=name),
        zone=replace(report.zone, name=name),
        sources={key: replace(source, title=name, publisher=name) for key, source in report.sources.items()},
    )
    row = BulletRow(name, name, 0.5, name, Group.BEHIND, name)
    return [
        glide_path(hostile, size=(1920, 1080)),
        bullets([row, replace(row, share=None, reported=False)], name, source=name),
        pace([PaceRow(name, name, needed=1.0, needed_words=name)], name, measure=name, source=name),
        tiles(Matrix((Named(name, name),), (Named(name, name),), ((Tile(name, Group.MET, name),),)), name, source=name),
        successive([hostile], name, source=name),
        series_by_zone([ZoneSeries(name, report.points)], name, name, indicator=name, source=name),
    ]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_creates_no_tag_link_template_or_formula_in_any_figure(name: str) -> None:
    for scene in _scenes(name):
        assert not [text for text in reading.raw_texts(as_figure(scene)) if _MARKUP.search(text)]
    assert name not in spark_svg(replace(examples.shenyang(), unit=name, headline=name))


@pytest.mark.parametrize("name", HOSTILE[:15])
def test_a_hostile_name_is_shown_as_it_is_written(name: str) -> None:
    assert reading.plain(escape(name)) == reading.plain(name.replace("&", "&amp;").replace("<", "&lt;"))


def test_ordinary_names_stay_as_they_are() -> None:
    assert escape("沈阳 R&D 3 % – 25") == "沈阳 R&amp;D 3 % – 25"
