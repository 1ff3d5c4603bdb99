"""Pages of the yearly round as a person who is signed in sees them, on a store of a test's own."""

from collections.abc import Iterable

import pytest
from streamlit.testing.v1 import AppTest

from tests.services.round.round_samples import YEAR
from tests.serving import ROOT
from tracker.domain.people.roles import Person
from tracker.services import stores
from tracker.store import Store
from tracker.ui.session import person as asking


def sign_in(monkeypatch: pytest.MonkeyPatch, store: Store, person: Person | None) -> None:
    """Have the pages ask this store, as this person."""
    monkeypatch.setattr(stores, "serving_store", lambda: store)
    monkeypatch.setattr(asking, "known_person", lambda: person)


def open_page(name: str, **address: str) -> AppTest:
    """Run a page of the section `report`."""
    page = AppTest.from_file(str(ROOT / "pages" / "report" / f"{name}.py"), default_timeout=60)
    for key, value in address.items():
        page.query_params[key] = value
    return page.run()


def open_round_page(zone: str = "park") -> AppTest:
    """Run "My round" for the year of the samples."""
    return open_page("my_round", round_zone=zone, round_year=str(YEAR))


def said(page: AppTest) -> str:
    """Give all that a page says, as one text."""
    elements: Iterable[object] = (*page.markdown, *page.caption, *page.header, *page.success, *page.error)
    words = [str(getattr(element, "value", "")) for element in (*elements, *page.warning, *page.info)]
    words += [str(element.proto.body) for element in page.get("html")]
    return "\n".join(words)


def labels(page: AppTest) -> list[str]:
    """List what stands on the buttons that can be clicked."""
    return [button.label for button in page.button if not button.disabled]


def click(page: AppTest, label: str) -> AppTest:
    """Click the first button with these words on it."""
    return next(button for button in page.button if label in button.label).click().run()
