"""Every page of the product, declared once: its section, file, address and title."""

from dataclasses import dataclass
from pathlib import Path

from tracker.language import _

PAGES = Path(__file__).resolve().parents[2] / "pages"


@dataclass(frozen=True, slots=True)
class ListedPage:
    """One page: the section it stands under, its script below pages/, its address and its title."""

    section: str
    script: str
    address: str
    title: str

    @property
    def path(self) -> Path:
        """The script's place on disk."""
        return PAGES / self.script


def page_list() -> tuple[ListedPage, ...]:
    """Return the pages in the order of the navigation, titles in the reader's language; the first opens at /."""
    monitor = _("Monitor")
    return (
        ListedPage(monitor, "monitor/overview.py", "overview", _("Overview")),
        ListedPage(monitor, "monitor/plan.py", "plan", _("Plan")),
        ListedPage(monitor, "monitor/goal.py", "goal", _("Goal")),
        ListedPage(monitor, "monitor/compare.py", "compare", _("Compare")),
        ListedPage(monitor, "monitor/sources.py", "sources", _("Sources")),
    )
