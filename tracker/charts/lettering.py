"""How wide text will be, and where it breaks, from the average widths of Noto Sans."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from unicodedata import east_asian_width

LINE = 1.3
"""Height of a line of text, in font sizes, as Plotly sets it."""

_BOLD = 1.06
_WIDTHS = {
    "ijl'’|": 0.26,
    " .,:;·!": 0.28,
    "()[]I-frt/": 0.37,
    "cszxvyk": 0.51,
    "abdeghnopqu": 0.6,
    "w%": 0.82,
    "mMW—": 0.93,
    "LEFJTSYZPXK": 0.57,
    "ABCDGHNOQRUV&": 0.71,
    "●○▲◆▼✔→": 1.0,
}
_WIDTH_OF = {letter: width for letters, width in _WIDTHS.items() for letter in letters}
_OTHER = 0.57
# No line begins with the first or ends with the second; % and a unit of two signs stay with their number.
_CLOSING = "，。、；：！？）》」』】〕”’…—–·,.;:!?)%％℃"
_OPENING = "（《「『【〔“‘("
# Where a Chinese sentence pauses, and the letters of large numbers that stay with their unit.
_PAUSES, _LARGE = "，；：。", "亿万"
_SHORTEST = 0.4
"""How short one of two lines may be, against the other, for a break where the sentence pauses."""

# Controls, what XML cannot hold, and marks that turn the reading direction round and could disguise a name.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]+")


def visible(text: str) -> str:
    """Return text as it is seen: what nobody sees becomes a space."""
    return _UNSEEN.sub(" ", text)


@lru_cache(maxsize=4096)
def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of one line of text in pixels, at a font size in pixels."""
    ems = sum(_WIDTH_OF.get(letter) or (1.0 if east_asian_width(letter) in "WF" else _OTHER) for letter in text)
    return ems * size * (_BOLD if bold else 1.0)


def wrapped(text: str, size: float, room: float, *, bold: bool = False, most: int = 2) -> tuple[str, ...]:
    """Return text in at most so many lines of about the same width, none wider than the room in pixels."""
    for count in range(1, most + 1):
        lines = _balanced(text, count, size, bold=bold)
        if all(width_of(line, size, bold=bold) <= room for line in lines):
            return _at_pause(text, size, room, bold=bold) or lines if count == 2 else lines
    return _cut(_filled(text, size, room, bold=bold), most, size, room, bold=bold)


def shortened(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """Return text, cut with an ellipsis where it is wider than the room."""
    if width_of(text, size, bold=bold) <= room:
        return text
    while len(text) > 1 and width_of(text + "…", size, bold=bold) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def is_cut(texts: Iterable[str]) -> bool:
    """Return whether words of a text were lost for want of room."""
    return any(text.endswith("…") for text in texts)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of letters, not yet escaped, with the step in which it appears."""

    text: str
    size: float
    colour: str
    bold: bool = False
    step: int = 1

    @property
    def width(self) -> float:
        """Return its width in pixels."""
        return width_of(self.text, self.size, bold=self.bold)

    def says(self, text: str) -> "Line":
        """Return a line of another text set like this one."""
        return replace(self, text=text)


def block_size(lines: Sequence[Line]) -> tuple[float, float]:
    """Return width and height in pixels of lines set below each other; nothing for none."""
    return max((line.width for line in lines), default=0.0), sum(line.size * LINE for line in lines)


def broken(line: Line, room: float, most: int) -> list[Line]:
    """Return a line broken into at most so many that fit a width; none where it has no text."""
    texts = wrapped(line.text, line.size, room, bold=line.bold, most=most) if line.text else ()
    return [line.says(text) for text in texts]


def cut_to(line: Line, room: float) -> Line:
    """Return a line shortened to a width."""
    return line.says(shortened(line.text, line.size, room, bold=line.bold))


def largest(lines: Iterable[Line], room: float, most: int) -> list[Line]:
    """Return the first of one text's lines, in ever smaller letters, that is not cut when broken, else the last."""
    fitted: list[Line] = []
    for line in lines:
        fitted = broken(line, room, most)
        if not is_cut(each.text for each in fitted):
            break
    return fitted


def _at_pause(text: str, size: float, room: float, *, bold: bool) -> tuple[str, ...]:
    """Return text in two where a Chinese sentence pauses, nearest its middle; nothing where a line were too short."""
    cuts = [place for place in range(1, len(text)) if text[place - 1] in _PAUSES and text[place] not in _CLOSING]
    fit: dict[float, tuple[str, ...]] = {}
    for lines in ((text[:cut].strip(), text[cut:].strip()) for cut in cuts):
        less, more = sorted(width_of(line, size, bold=bold) for line in lines)
        if more <= room and less >= _SHORTEST * more:
            fit[more] = lines
    return fit[min(fit)] if fit else ()


def _pieces(text: str) -> list[str]:
    """Return text split at spaces, and between any two letters of scripts that put none."""
    words: list[str] = []
    for word in filter(None, text.split(" ")):
        cuts = [0, *(i for i in range(1, len(word)) if _breaks_between(word[i - 1], word[i])), len(word)]
        parts = [word[start:end] for start, end in pairwise(cuts)]
        parts[-1] += " "
        # A number stays with a unit that a space sets off from it: 40 亿元.
        if words and words[-1][-2:-1].isdigit() and east_asian_width(parts[0][0]) in "WF":
            parts[0] = words.pop() + parts[0]
        words += parts
    return words


def _breaks_between(before: str, after: str) -> bool:
    """Return whether a line may end between two letters, one of which is Chinese: not before a mark that closes."""
    if after in _CLOSING or before in _OPENING or before in _LARGE or after.isspace() or before.isspace():
        return False
    # A number stays with what it counts: 2025年.
    return east_asian_width(before) in "WF" or (east_asian_width(after) in "WF" and not before.isdigit())


def _balanced(text: str, count: int, size: float, *, bold: bool) -> tuple[str, ...]:
    total = width_of(text, size, bold=bold)
    lines: list[str] = []
    line, done = "", 0.0
    for piece in _pieces(text):
        wide = width_of(piece, size, bold=bold)
        # A piece goes to the next line once its middle lies beyond this line's share.
        if line and len(lines) < count - 1 and done + wide / 2 > total * (len(lines) + 1) / count:
            lines.append(line.strip())
            line = ""
        line += piece
        done += wide
    return tuple([*lines, line.strip()] if line.strip() else lines) or ("",)


def _filled(text: str, size: float, room: float, *, bold: bool) -> list[str]:
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and width_of((line + piece).rstrip(), size, bold=bold) > room:
            lines.append(line.strip())
            line = ""
        line += piece
    return [*lines, line.strip()]


def _cut(lines: list[str], most: int, size: float, room: float, *, bold: bool) -> tuple[str, ...]:
    kept = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return tuple(shortened(line, size, room, bold=bold) for line in kept if line)
