"""Asks axe what in an open page keeps people out who cannot see, hear or point as others do."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from tests.requirements import require_or_skip

# Where the Makefile puts axe-core.
_PLACE = Path(sys.prefix) / "axe" / "node_modules" / "axe-core" / "axe.min.js"
EVERYTHING = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
#: What can differ between two themes of the same page.
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
_ASK = """
async ([asked, foreign]) => {
    const run = { runOnly: asked, resultTypes: ["violations"], elementRef: true };
    const found = await axe.run(document, run);
    const theirs = (rule, node) => foreign.some(([name, place]) => name === rule && node.element.closest(place));
    return found.violations.flatMap(({ id, nodes }) => nodes.filter((node) => !theirs(id, node))
        .map((node) => [id, node.target.join(" "), node.failureSummary, node.html]));
}
"""


@dataclass(frozen=True)
class Foreign:
    """A finding in markup that is Streamlit's own and cannot be changed from outside: which rule, where, why."""

    rule: str
    within: str
    why: str


_SECTIONS = (
    "The list of pages holds its sections as <div>s between <ul> and <li>; every link in it is named and reached."
)
FOREIGN = (
    Foreign("list", "[data-testid=stSidebarNav]", _SECTIONS),
    Foreign("listitem", "[data-testid=stSidebarNav]", _SECTIONS),
    Foreign(
        "presentation-role-conflict",
        "[data-testid=stFileUploaderDropzone]",
        "The ground to drop files on is named although it is no control; the button in it is the control.",
    ),
)


def axe_script() -> str:
    """Return axe-core's text, or skip the test."""
    require_or_skip(_PLACE.exists(), "no axe-core on this machine (make brings it where there is npm)")
    return _PLACE.read_text(encoding="utf-8")


def findings(page: Page, script: str, asked: Mapping[str, object] = EVERYTHING) -> list[str]:
    """Return what axe finds in the page as it stands, one readable text each: rule, place, why, markup."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(script)
    foreign = [[one.rule, one.within] for one in FOREIGN]
    return [_told(*found) for found in page.evaluate(_ASK, [asked, foreign])]


def _told(rule: str, place: str, why: str, markup: str) -> str:
    return f"{rule}: {place}\n    {' '.join(why.split())}\n    {markup[:300]}"
