"""Charts as the screen shows them: every function of tracker.charts that draws one, as a Plotly figure."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import plotly.graph_objects as go

from tracker import charts
from tracker.charts import Scene, as_figure

_P = ParamSpec("_P")


def _shown(draw: Callable[_P, Scene]) -> Callable[_P, go.Figure]:
    @wraps(draw)
    def shown(*args: _P.args, **kwargs: _P.kwargs) -> go.Figure:
        return as_figure(draw(*args, **kwargs))

    return shown


bullets = _shown(charts.bullets)
closing = _shown(charts.closing)
glide_path = _shown(charts.glide_path)
opening = _shown(charts.opening)
pace = _shown(charts.pace)
series_by_zone = _shown(charts.series_by_zone)
successive = _shown(charts.successive)
tiles = _shown(charts.tiles)
