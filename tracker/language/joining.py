"""Parts put together as each language does it: lists, remarks, labels, and sentences that follow each other."""

from collections.abc import Iterable

from tracker.language.catalogue import _


def listed(parts: Iterable[str]) -> str:
    """Return names and values as a list: "a, b, c"; empty parts are left out, here as in all that follows."""
    return _joined(_("{item}, {next}"), parts)


def both(parts: Iterable[str]) -> str:
    """Return a list with "and" before the last: "a, b and c"."""
    *before, last = [part for part in parts if part] or [""]
    return _("{items} and {last}").format(items=listed(before), last=last) if before else last


def clauses(parts: Iterable[str]) -> str:
    """Return parts of one statement after each other, which are no list of equals: "the book, its office, page 3"."""
    return _joined(_("{clause}, {next}"), parts)


def remarks(parts: Iterable[str]) -> str:
    """Return remarks after each other, each of which could stand alone: "a; b"."""
    return _joined(_("{remark}; {next}"), parts)


def sentences(*parts: str) -> str:
    """Let whole sentences follow each other."""
    return _joined(_("{sentence} {next}"), parts)


def labelled(name: str, text: str) -> str:
    """Return a text after its name: "name: text"."""
    return _("{name}: {text}").format(name=name, text=text)


def aside(text: str, more: str) -> str:
    """Return a text with something in brackets: "text (more)"; the text alone where there is no more."""
    return _("{text} ({more})").format(text=text, more=more) if more else text


def _joined(pattern: str, parts: Iterable[str]) -> str:
    """Return parts joined with what stands in the pattern between its first and its next part."""
    between = pattern[pattern.index("}") + 1 : pattern.rindex("{")]
    return between.join(part for part in parts if part)
