"""Where labels go: boxes in pixels that keep off each other, off the marks and, where they can, off the lines."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

Spot: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels from the sheet's upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box", gap: float = 0.0) -> bool:
        """Return whether two boxes come nearer to each other than the gap."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )

    def within(self, other: "Box") -> bool:
        """Return whether this box lies inside the other."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )


ABOVE = ((0, -1), (-0.7, -1), (0.7, -1), (1, 0), (-1, 0), (0, 1), (0.7, 1), (-0.7, 1), (0, -1.5))
"""Where a label tries to sit when it belongs above its point: (side, height), the first that is free."""
BELOW = ((0, 1), (0.7, 1), (-0.7, 1), (1, 0), (-1, 0), (0, -1), (-0.7, -1), (0.7, -1), (0, 1.5))


def beside(spot: Spot, size: Spot, side: float, height: float, clear: float) -> Box:
    """Return the box of a size that sits at a side (-1 left, 1 right) and height (-1 above) of a spot, clear of it."""
    wide, high = size
    centre = spot[0] + side * (wide / 2 + (clear if not height else 0))
    middle = spot[1] + height * (high / 2 + clear)
    return Box(centre - wide / 2, middle - high / 2, centre + wide / 2, middle + high / 2)


_FARTHER = tuple((side, height) for height in (-1.6, 1.6, -2.4, 2.4, -3.2, 3.2) for side in (0.0, -0.7, 0.7, -1.0, 1.0))
"""Where a label that must be there looks for a place once all beside its mark are taken, the nearest first."""
_COLUMN = 8
"""Lines are remembered in columns so many pixels wide."""
_TOLERATED = 6
"""A label that may be left out covers at most so much of the lines: some 70 pixels."""


@dataclass(slots=True)
class Room:
    """The part of the sheet that labels may fill, with what already stands in it."""

    bounds: Box
    taken: list[Box] = field(default_factory=list)
    columns: dict[int, list[float]] = field(default_factory=dict)

    def draw_line(self, spots: Sequence[Spot]) -> None:
        """Remember a line, as heights about six pixels apart, sorted into columns of the sheet."""
        for (x0, y0), (x1, y1) in pairwise(spots):
            steps = max(1, int(max(abs(x1 - x0), abs(y1 - y0)) / 6))
            for i in range(steps + 1):
                column = int(x0 + (x1 - x0) * i / steps) // _COLUMN
                self.columns.setdefault(column, []).append(y0 + (y1 - y0) * i / steps)

    def place(
        self,
        spot: Spot,
        size: Spot,
        sides: Iterable[Spot],
        clear: float,
        *,
        must: bool = False,
        across: bool = False,
    ) -> Box | None:
        """Return the free box beside a spot that covers least of the lines.

        Return None where none is free or each lies across lines (unless it may); what must have a place looks
        farther off, and at last takes the place with the fewest collisions.
        """
        boxes = [beside(spot, size, side, height, clear) for side, height in sides]
        best = self.least_covered(boxes, most=math.inf if must or across else _TOLERATED)
        if must and not best:
            boxes += [beside(spot, size, side, height, clear) for side, height in _FARTHER]
            best = next((box for box in boxes if self.free(box)), None)
            best = best or min(boxes, key=lambda box: (not box.within(self.bounds), self._collisions(box)))
        if best:
            self.taken.append(best)
        return best

    def least_covered(self, boxes: Sequence[Box], *, most: float = math.inf) -> Box | None:
        """Return the first of the free boxes that cover least of the lines, if that is not too much."""
        best, least = None, math.inf
        for box in boxes:
            if self.free(box) and (covered := self._covered(box)) <= most and covered < least:
                best, least = box, covered
                if not covered:
                    break
        return best

    def free(self, box: Box, gap: float = 2.0) -> bool:
        """Return whether a box lies within bounds and on nothing."""
        return box.within(self.bounds) and not any(box.overlaps(other, gap) for other in self.taken)

    def _collisions(self, box: Box) -> int:
        return sum(box.overlaps(other) for other in self.taken)

    def _covered(self, box: Box) -> int:
        top, bottom, covered = box.top, box.bottom, 0
        for column in range(int(box.left) // _COLUMN, int(box.right) // _COLUMN + 1):
            for height in self.columns.get(column, ()):
                covered += top <= height <= bottom
        return covered // 2


def spread(middles: Sequence[float], heights: Sequence[float], gap: float, top: float, bottom: float) -> list[float]:
    """Return the middles of stacked labels at least a gap apart, moved as little as possible, between top and bottom.

    Labels keep the order of their middles; neighbours that touch share the way they have to move.
    """
    order = sorted(range(len(middles)), key=lambda i: middles[i])
    clusters: list[list[int]] = []
    for i in order:
        clusters.append([i])
        while (
            len(clusters) > 1
            and _edge(clusters[-2], middles, heights, gap, top, bottom)[1] + gap
            > (_edge(clusters[-1], middles, heights, gap, top, bottom)[0])
        ):
            clusters[-2:] = [clusters[-2] + clusters[-1]]
    placed = list(middles)
    for cluster in clusters:
        edge = _edge(cluster, middles, heights, gap, top, bottom)[0]
        for i in cluster:
            placed[i] = edge + heights[i] / 2
            edge += heights[i] + gap
    return placed


def _edge(
    cluster: list[int], middles: Sequence[float], heights: Sequence[float], gap: float, top: float, bottom: float
) -> Spot:
    """Return the upper and lower edge of a cluster stacked around the mean of its middles, kept between the bounds."""
    total = sum(heights[i] for i in cluster) + gap * (len(cluster) - 1)
    upper = sum(middles[i] for i in cluster) / len(cluster) - total / 2
    upper = max(top, min(upper, bottom - total))
    return upper, upper + total
