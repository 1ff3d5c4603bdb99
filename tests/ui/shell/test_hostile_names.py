"""Names that try to be icons, links, colours and formulas: every page escapes them wherever markdown is read."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.services.conftest import MakeStore
from tests.services.round.round_samples import (
    ADMINISTRATOR,
    BUNDLE,
    CHEN,
    LI,
    WANG,
    YEAR,
    add_accounts,
    hand_in,
    key,
    token,
)
from tests.serving import ROOT
from tests.ui.round_pages import sign_in
from tracker.domain.entry.entries import Typed
from tracker.domain.people.roles import Person
from tracker.domain.slides.slide_sets import Origin
from tracker.services.round.entering import save_draft
from tracker.services.slides.slide_sets import make_set
from tracker.services.view_settings import ViewSettings
from tracker.store import Store

NAME = "HOSTILE :material/home: www.evil.cn http://evil.cn a@evil.cn :smile: :red[x] $x^2$ **b** a -> b :streamlit:"
#: What a letter-by-letter name must not leave unescaped.
TRIES = (":material/", "www.evil", "http://", "a@evil", ":smile:", ":red[", "$x^2$", "**b**", " -> ", ":streamlit:")
PAGES: tuple[tuple[str, Mapping[str, str], Person], ...] = (
    ("monitor/overview", {}, CHEN),
    ("monitor/overview", {"zone": "park"}, CHEN),
    ("monitor/overview", {"zone": NAME}, CHEN),
    ("monitor/plan", {"plan": "park-14"}, CHEN),
    ("monitor/plan", {"plan": NAME}, CHEN),
    ("monitor/goal", {"goal": "rd-goal"}, CHEN),
    ("monitor/goal", {"goal": NAME}, CHEN),
    ("monitor/compare", {"indicator": "firms"}, CHEN),
    ("monitor/compare", {"indicator": NAME}, CHEN),
    ("monitor/sources", {"source": "yearbook"}, CHEN),
    ("monitor/sources", {"source": NAME}, CHEN),
    ("plan/plans", {}, CHEN),
    ("plan/plans", {"plan": "park-14"}, CHEN),
    ("plan/zones", {"zone": "park"}, CHEN),
    ("plan/indicators", {"indicator": "rd"}, CHEN),
    ("plan/goal_form", {"goal": "rd-goal"}, CHEN),
    ("report/my_round", {"round_zone": "park", "round_year": str(YEAR)}, LI),
    ("report/review", {}, WANG),
    ("manage/history", {}, ADMINISTRATOR),
    ("manage/history", {"text": NAME, "zone": NAME, "who": NAME}, CHEN),
    ("manage/accounts", {}, ADMINISTRATOR),
    ("manage/password", {}, LI),
    ("present/slides", {"set": "SET"}, CHEN),
    ("present/slides", {"set": NAME}, CHEN),
    ("present/slide_sets", {}, CHEN),
)


def _named(table: str) -> str:
    """Put the name into every column of names and titles."""
    head, *rows = table.strip().split("\n")
    names = [place for place, column in enumerate(head.split(",")) if column in ("name", "name_zh", "title")]
    made = []
    for row in rows:
        cells = row.split(",")
        for place in names:
            cells[place] = f"{NAME} {cells[place]}"
        made.append(",".join(cells))
    return "\n".join([head, *made]) + "\n"


@pytest.fixture
def hostile(store_of: MakeStore) -> Store:
    store = store_of({kind: _named(table) for kind, table in BUNDLE.items()})
    add_accounts(store)
    assert hand_in(store, "rd", Typed(value="1.65", comment=NAME)).done
    save_draft(store, LI, key("firms"), Typed(value=NAME, comment=NAME), 0)
    return store


def _read_as_markdown(page: AppTest) -> Iterator[str]:
    """Give every text of a page that the browser reads as markdown."""
    for element in page.main:
        yield from _texts(element)
    for element in page.sidebar:
        yield from _texts(element)


_KINDS = ("title", "header", "subheader", "markdown", "caption", "success", "info", "warning", "error")


def _texts(element: Any) -> Iterator[str]:
    if element.type in _KINDS:
        yield str(element.value)
    proto: Any = getattr(element, "proto", None)
    for name in ("label", "help", "text"):
        if element.type not in ("text", "code", *_KINDS) and isinstance(text := getattr(proto, name, None), str):
            yield text
    if element.type in ("radio", "button_group", "segmented_control", "pills"):
        yield from (getattr(option, "content", str(option)) for option in proto.options)


def test_no_page_reads_a_name_as_markdown(hostile: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    made = make_set(hostile, CHEN, NAME[:100], Origin.PLAN, ["park-14"], ViewSettings(YEAR), token())
    read, unescaped = 0, []
    for script, address, person in PAGES:
        sign_in(monkeypatch, hostile, person)
        page = AppTest.from_file(str(ROOT / "pages" / f"{script}.py"), default_timeout=60)
        for name, value in address.items():
            page.query_params[name] = made.key if value == "SET" else value
        page.run()
        assert not page.exception, script
        texts = list(_read_as_markdown(page))
        read += sum("HOSTILE" in text for text in texts)
        unescaped += [(script, one, text) for text in texts for one in TRIES if one in text]
    assert unescaped == [], "\n".join(map(str, unescaped))
    assert read > 20
