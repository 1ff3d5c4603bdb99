"""The colours, glyphs and words of the charts, in light and in dark; colour means status and nothing else."""

from dataclasses import dataclass
from enum import StrEnum

from tracker.domain.statuses import Group, group_word

FAMILY = "Noto Sans, Segoe UI, Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif"


class Theme(StrEnum):
    """The two grounds a chart is drawn on."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme, as #RRGGBB."""

    page: str
    card: str
    ink: str
    muted: str
    actual: str
    needed: str
    grid: str
    axis: str
    satisfied: str
    shaded: str
    bands: tuple[str, str, str]
    status: dict[Group, str]


_LIGHT = Palette(
    page="#FFFFFF",
    card="#F4F6F9",
    ink="#1A2230",
    muted="#4A5464",
    actual="#1D2F4A",
    needed="#8592A3",
    grid="#DDE3EA",
    axis="#8592A3",
    satisfied="rgba(11,107,211,0.08)",
    shaded="#EBF3FB",
    bands=("#E3E8EE", "#EEF1F5", "#F6F8FA"),
    status={
        Group.MET: "#0A3866",
        Group.ON_TRACK: "#0B6BD3",
        Group.BEHIND: "#AD5B00",
        Group.OFF_TRACK: "#86102A",
        Group.NO_VERDICT: "#5B6270",
    },
)
_DARK = Palette(
    page="#0F151E",
    card="#1A2330",
    ink="#F2F5F9",
    muted="#B4BDCA",
    actual="#EDF1F7",
    needed="#7C8899",
    grid="#2A3442",
    axis="#7C8899",
    satisfied="rgba(63,169,245,0.12)",
    shaded="#152738",
    bands=("#2B3746", "#222C3A", "#1A2330"),
    status={
        Group.MET: "#BBE1FC",
        Group.ON_TRACK: "#3FA9F5",
        Group.BEHIND: "#FFB454",
        Group.OFF_TRACK: "#FF5C6C",
        Group.NO_VERDICT: "#9197A8",
    },
)
_OF_THEME = {Theme.LIGHT: _LIGHT, Theme.DARK: _DARK}

GLYPH = {
    Group.MET: "✔",
    Group.ON_TRACK: "▲",
    Group.BEHIND: "◆",
    Group.OFF_TRACK: "▼",
    Group.NO_VERDICT: "○",
}


def palette(theme: Theme) -> Palette:
    """Return the colours of a theme."""
    return _OF_THEME[theme]


def marked(group: Group, words: str | None = None) -> str:
    """Return a group's glyph before its word, or before more exact words for the same state."""
    return f"{GLYPH[group]} {words or group_word(group)}"


def translucent(colour: str, opacity: float) -> str:
    """Return a #RRGGBB colour as rgba with the opacity (0 to 1)."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"
