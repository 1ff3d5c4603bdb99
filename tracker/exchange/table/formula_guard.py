"""The apostrophe that keeps a spreadsheet from running a text as a formula: put on by export, taken off by import."""

import re

STARTERS = "=+-@\t\r＝＋－＠"
_RISKY = re.compile(rf"'*[{re.escape(STARTERS)}]")
_QUOTED = re.compile(rf"'+[{re.escape(STARTERS)}]")


def guard(text: str) -> str:
    """Return a text with an apostrophe where a spreadsheet could take it for a formula, or import would strip one."""
    return "'" + text if _RISKY.match(text) else text


def guard_quoted(text: str) -> str:
    """Return a text with an apostrophe doubled that import would strip; text cells of workbooks run nothing."""
    return "'" + text if _QUOTED.match(text) else text


def unguard(text: str) -> str:
    """Return a text without the apostrophe that `guard` put on; other texts stay as they are."""
    return text[1:] if text[:1] == "'" and _QUOTED.match(text) else text
