"""The theme: readable in light and dark, enough colours for charts, nothing from elsewhere."""

import tomllib

import pytest

from tests.serving import ROOT

CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
GROUNDS = ("background", "secondaryBackground")


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(colour: str, other: str) -> float:
    low, high = sorted((_luminance(colour), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", ["textColor", "linkColor", "orangeColor", "redColor", "grayColor"])
def test_every_ink_can_be_read_on_page_and_card(theme: str, ground: str, ink: str) -> None:
    colours = CONFIG["theme"][theme]
    assert _contrast(colours[ink], colours[f"{ground}Color"]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_white_can_be_read_on_a_chosen_thing_which_stands_out_from_the_page(theme: str) -> None:
    colours = CONFIG["theme"][theme]
    assert _contrast("#FFFFFF", colours["primaryColor"]) >= 4.5
    assert min(_contrast(colours["primaryColor"], colours[f"{ground}Color"]) for ground in GROUNDS) >= 3


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_charts_have_the_ten_colours_they_break_without(theme: str) -> None:
    colours = CONFIG["theme"][theme]["chartCategoricalColors"]
    assert len(set(colours)) >= 10


def test_the_server_keeps_to_itself() -> None:
    assert CONFIG["server"]["address"] == "127.0.0.1"
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert CONFIG["browser"]["serverAddress"] == "localhost"
    assert CONFIG["server"]["maxUploadSize"] == 50
    assert "http" not in str(CONFIG)
