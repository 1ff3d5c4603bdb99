"""Every status can be read: contrast, glyph and word."""

import pytest

from tracker.charts import GLYPH, Theme, group_word, marked, palette
from tracker.charts.palette import translucent
from tracker.domain.statuses import Group


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(colour: str, other: str) -> float:
    high, low = sorted((_luminance(colour), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", list(Theme))
@pytest.mark.parametrize("group", list(Group))
def test_every_status_colour_is_readable_on_page_and_card(theme: Theme, group: Group) -> None:
    colours = palette(theme)
    assert _contrast(colours.status[group], colours.page) >= 4.5
    assert _contrast(colours.status[group], colours.card) >= 4.5


@pytest.mark.parametrize("theme", list(Theme))
def test_ink_and_muted_text_are_readable(theme: Theme) -> None:
    colours = palette(theme)
    assert (
        min(
            _contrast(text, ground)
            for text in (colours.ink, colours.muted)
            for ground in (colours.page, colours.shaded)
        )
        >= 4.5
    )


def test_every_group_has_its_own_glyph_and_word() -> None:
    assert len({GLYPH[group] for group in Group}) == len(Group)
    assert [marked(group) for group in Group] == ["✔ Met", "▲ On track", "◆ Behind", "▼ Off track", "○ No verdict"]
    assert marked(Group.NO_VERDICT, "No actual yet") == "○ No actual yet"
    assert group_word(Group.MET) == "Met"


def test_a_band_is_its_status_colour_made_translucent() -> None:
    assert translucent("#AD5B00", 0.25) == "rgba(173,91,0,0.25)"
