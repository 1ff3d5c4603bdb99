"""Slides without axes: a sheet counted in pixels, and cards with a stripe in a status colour."""

from tracker.charts.boxes import Box
from tracker.charts.scene import Area, Run, Scene
from tracker.charts.sheet import Sheet
from tracker.domain.statuses import Group


def blank(sheet: Sheet) -> Scene:
    """Return a scene whose axes count the sheet's pixels from its upper left corner."""
    return grounded(Scene(sheet, Box(0, 0, sheet.width, sheet.height), (0, sheet.width), (sheet.height, 0)))


def grounded(scene: Scene) -> Scene:
    """Return a scene of shapes alone with a mark that is not seen: without any, Plotly would draw none of them."""
    scene.marks.append(Run(name="", spots=[(0, 0)], series=False))
    return scene


def card(scene: Scene, box: Box, group: Group) -> None:
    """Draw a card with the stripe of a status at its left."""
    colours, stripe = scene.sheet.colours, stripe_width(scene.sheet)
    scene.shapes.append(Area(x=(box.left, box.right), y=(box.top, box.bottom), fill=colours.card))
    edge = (box.left, box.left + stripe)
    scene.shapes.append(Area(x=edge, y=(box.top, box.bottom), fill=colours.status[group]))


def stripe_width(sheet: Sheet) -> float:
    """Return the width of a card's stripe in pixels."""
    return max(4.0, sheet.px(10))
