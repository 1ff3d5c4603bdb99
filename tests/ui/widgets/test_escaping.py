"""What people typed is letters where markdown is read: nothing is left for what Streamlit looks for afterwards."""

import re

import pytest

from tracker.ui.widgets.escaping import markdown

#: What the browser makes of the text between elements, once markdown is read: icons, links, emoji and signs.
_LATER = re.compile(
    r":(?!\d+:)[\w+-]+:|https?://|www\.|[\w.+-]@[\w-]|(^|\s)(<->|->|<-|--|>=|<=|~=)(\s|$)",
    re.IGNORECASE,
)
NAMES = [
    "see :material/home: and :material_home:",
    ":streamlit: :smile: :+1: :-1:",
    "http://evil.cn/a?b=c HTTPS://evil.cn",
    "go www.evil.cn, WWW.evil.cn",
    "mail a.b@evil.cn",
    "a -> b <- c <-> d -- e >= f <= g ~= h",
    ":red[x] :color[x]{foreground=red}",
    "$x^2$ **b** _i_ `c` # [l](u) ![i](u) <b>x</b> &amp; a|b \\ ~~s~~",
    "规划：到2025年达到12:30:45",
]


def _pieces(escaped: str) -> list[str]:
    """Take markdown apart as the browser does: at the elements that hold one sign, with the escapes gone."""
    parts = re.split(r":color\[((?:\\.|[^\]\\])+)\]\{\}", escaped)
    return [re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", part) for part in parts]


@pytest.mark.parametrize("name", NAMES)
def test_every_letter_is_shown_and_nothing_is_made_of_them(name: str) -> None:
    pieces = _pieces(markdown(name))
    assert "".join(pieces) == name
    assert [
        match[0] for piece in pieces if (match := _LATER.search(piece)) and not re.fullmatch(r":\d+:", match[0])
    ] == []


@pytest.mark.parametrize("sign", "\\`*_{}[]()#+-.!|~<>$:&/@=")
def test_no_sign_of_markdown_stands_unescaped(sign: str) -> None:
    assert markdown(f"a {sign} b") == f"a \\{sign} b"
