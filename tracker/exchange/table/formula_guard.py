"""The apostrophe that keeps a spreadsheet from running a text as a formula: put on by export, taken off by import."""

import re

STARTERS = "=+-@\t\r＝＋－＠"
_RISKY = re.compile(rf"'*[{re.escape(STARTERS)}]")
_QUOTED = re.compile(rf"'+[{re.escape(STARTERS)}]")


def guard(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet could take for a formula, or that import would strip."""
    return "'" + text if _RISKY.match(text) else text


def guard_quoted(text: str) -> str:
    """Double the apostrophe of a text that import would strip; for workbooks, whose text cells run nothing."""
    return "'" + text if _QUOTED.match(text) else text


def unguard(text: str) -> str:
    """Take off the apostrophe that `guard` put on; other texts stay as they are."""
    return text[1:] if text[:1] == "'" and _QUOTED.match(text) else text
