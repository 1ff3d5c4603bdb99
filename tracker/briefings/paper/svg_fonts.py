"""A chart's SVG for writers that look for each text's font by its first family alone."""

import re

CHINESE_LETTER = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_TEXT = re.compile(r"<(text|tspan)( [^>]*)?>([^<]*)")


def chinese_first(drawn: str, families: list[str]) -> str:
    """Name the Chinese families on every text with Chinese letters, which would else be set in Japanese forms."""
    named = ", ".join(families)

    def name(found: re.Match[str]) -> str:
        kind, attributes, text = found[1], found[2] or "", found[3]
        if not CHINESE_LETTER.search(text):
            return found[0]
        return f'<{kind}{attributes} font-family="{named}">{text}'

    return _TEXT.sub(name, drawn)
