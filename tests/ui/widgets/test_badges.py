"""The chip that says a status."""

from tracker.charts.palette import Theme, palette
from tracker.domain.statuses import GROUP_OF, Group, Status
from tracker.ui.widgets.badges import badge, glyph, status_text


def test_a_status_is_said_with_the_glyph_of_its_group_and_its_own_word() -> None:
    assert status_text(Status.MISSED) == "▼ Missed"
    assert status_text(Status.MET_EARLY) == "✔ Met early"
    assert glyph(Group.NO_VERDICT) == "○"


def test_a_chip_bears_glyph_word_and_the_colours_of_both_themes() -> None:
    for status in Status:
        chip = str(badge(status))
        assert status_text(status) in chip
        for theme in Theme:
            assert palette(theme).status[GROUP_OF[status]] in chip
