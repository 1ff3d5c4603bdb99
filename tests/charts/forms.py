"""Every form of chart with something to show, drawn as a slide or on a page."""

from collections.abc import Callable

from tests.charts import example_rows, examples
from tracker.charts import Scene, Size, Theme, bullets, glide_path, pace, series_by_zone, successive, tiles

HEADLINE = "Three plans, eleven goals – only one has a published actual to compare"

Draw = Callable[[Size, Theme], Scene]


def _path(name: str) -> Draw:
    return lambda size, theme: glide_path(examples.EVERY[name](), size=size, theme=theme)


OTHERS: dict[str, Draw] = {
    "bullets": lambda size, theme: bullets(example_rows.BULLETS, HEADLINE, source="Sources", size=size, theme=theme),
    "pace": lambda size, theme: pace(example_rows.PACES, HEADLINE, source="Sources", size=size, theme=theme),
    "tiles": lambda size, theme: tiles(example_rows.MATRIX, HEADLINE, source="Sources", size=size, theme=theme),
    "jinpu plans": lambda size, theme: successive(
        example_rows.jinpu_plans(), HEADLINE, source="Sources", size=size, theme=theme
    ),
    "china plans": lambda size, theme: successive(
        example_rows.china_plans(), HEADLINE, source="Sources", size=size, theme=theme
    ),
    "zones": lambda size, theme: series_by_zone(
        example_rows.ZONES, "%", HEADLINE, source="Sources", size=size, theme=theme
    ),
}
SLIDES: dict[str, Draw] = {name: _path(name) for name in examples.EVERY} | OTHERS
