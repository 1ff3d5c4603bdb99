"""The value axis: three to five round ticks with their unit, the goal as a bold one, hairlines across the plot."""

from collections.abc import Sequence
from itertools import pairwise

from tracker.charts.drawing import Drawing, Drawn
from tracker.charts.escape import escape
from tracker.charts.lettering import width_of
from tracker.charts.sheet import Sheet
from tracker.charts.ticks import decimals_for, rank_ticks, value_ticks
from tracker.charts.value_words import value_words

_COUNTED = 5
"""An axis this long whose goal is a whole number has whole ticks, for half an enterprise is none."""
_NEAR = 1.15
"""Ticks nearer to a goal than so many font sizes give way to it."""


def value_axis(drawing: Drawing, unit: str, goals: Sequence[float], *, rank: bool = False, shown: bool = True) -> Drawn:
    """Return Plotly's settings of a value axis."""
    sheet = drawing.sheet
    height = drawing.plot.bottom - drawing.plot.top
    ticks = _ticks(sheet, drawing.y_range, goals, height, rank=rank) if shown else []
    ink = sheet.colours.ink
    texts = [
        f'<b><span style="color:{ink}">{escape(words)}</span></b>' if tick in goals else escape(words)
        for tick, words in zip(ticks, _words(ticks, goals, unit), strict=True)
    ]
    return {
        "tickvals": ticks,
        "ticktext": texts,
        "tickfont": {"size": sheet.font(28), "color": sheet.colours.muted},
        "ticklabelstandoff": round(sheet.font(28) * 0.35),
        "showgrid": True,
        "gridcolor": sheet.colours.grid,
        "gridwidth": max(1.0, sheet.px(2)),
    }


def widest_tick(sheet: Sheet, unit: str, ends: tuple[float, float], goals: Sequence[float], height: float) -> float:
    """Return the width in pixels of the widest tick's text."""
    ticks = _ticks(sheet, ends, goals, height, rank=ends[0] > ends[1])
    return max(width_of(words, sheet.font(28), bold=True) for words in (*_words(ticks, goals, unit), "0"))


def _ticks(
    sheet: Sheet, ends: tuple[float, float], goals: Sequence[float], height: float, *, rank: bool
) -> list[float]:
    low, high = min(ends), max(ends)
    if rank:
        ticks = rank_ticks(high, goals[0] if goals else None)
    else:
        whole = high - low >= _COUNTED and all(float(goal).is_integer() for goal in goals)
        ticks = value_ticks(low, high, goals, whole=whole, most=5 if height > 11 * sheet.font(28) else 4)
    near = _NEAR * sheet.font(28) * (high - low) / height
    return [tick for tick in ticks if tick in goals or all(abs(tick - goal) > near for goal in goals)]


def _words(ticks: Sequence[float], goals: Sequence[float], unit: str) -> list[str]:
    plain = [tick for tick in ticks if tick not in goals]
    step = min((after - before for before, after in pairwise(plain)), default=1.0)
    places = max([decimals_for(step), *(decimals_for(tick) for tick in plain)])
    return [
        "0" if tick == 0 and unit != "%" else value_words(tick, unit, None if tick in goals else places)
        for tick in ticks
    ]
