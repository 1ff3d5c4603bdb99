"""The history's page: filters in the address, an event opened, the files and the hashes, for those who may see it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from tests.services.conftest import write_bundle
from tests.services.round.round_samples import ADMINISTRATOR, BUNDLE, CHEN, LI, SUN, hand_in, take_in, token
from tests.ui.visiting import again, markup_of, text_of, visit
from tracker.domain.entry.entries import Typed
from tracker.domain.people.roles import Person
from tracker.services import stores
from tracker.services.bundles.bundle_transfer import import_bundle
from tracker.services.history.hashes import hash_lines
from tracker.services.planning.definition_saving import save_definition
from tracker.store import Store
from tracker.store.record.definitions import goals
from tracker.ui.session import person as signed_in

SCRIPT = "manage/history.py"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A round in which a value was accepted and a goal changed, with markup in the reason."""
    folder = tmp_path_factory.mktemp("history")
    made = stores.make_store(f"sqlite:///{folder}/tracker.db", empty=True)
    import_bundle(made, write_bundle(folder / "bundle", dict(BUNDLE)), who="import")
    hand_in(made, "firms", Typed(value="145", source="yearbook", comment="as published"))
    take_in(made, "firms")
    goal = next(iter(goals(made, goal="firms-goal")))
    changed = replace(goal, value=Decimal(250))
    save_definition(made, CHEN, changed, before=goal, reason="<b>council</b>", token=token())
    return made


def visited(store: Store, patch: pytest.MonkeyPatch, person: Person, **address: str) -> AppTest:
    """Open the page as a person, at an address."""
    patch.setattr(signed_in, "known_person", lambda: person)
    return visit(SCRIPT, store, year=None, **address)


def labels(page: AppTest) -> set[str]:
    return {box.label for box in page.selectbox}


def test_the_page_tells_what_was_done_with_old_and_new_and_reason(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = visited(store, monkeypatch, CHEN)
    text = text_of(page)
    assert "Changed goal: High-tech firms, 14th plan of the park" in text
    assert "200 → 250" in text
    assert "<b>council</b>" in text
    assert "<b>council</b>" not in markup_of(page)
    assert "Accepted High-tech firms, The park, 2024" in text
    assert "40 things were altered" in text
    assert "the command line" in text
    assert "firms-goal" not in text


def test_the_address_filters_and_a_link_keeps_the_choice(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    page = visited(store, monkeypatch, CHEN, zone="park", indicator="firms", reported="2024")
    assert "2 events" in text_of(page)
    assert "indicator=firms" in markup_of(page)
    assert "4 events" in text_of(visited(store, monkeypatch, CHEN))
    assert "1 event" in text_of(visited(store, monkeypatch, CHEN, deed="submit"))
    assert "1 event" in text_of(visited(store, monkeypatch, CHEN, search="COUNCIL"))
    assert "4 events" in text_of(visited(store, monkeypatch, CHEN, until="soon"))
    assert "Nothing in the history fits" in text_of(visited(store, monkeypatch, CHEN, until="2020-01-01"))
    assert "2 events" in text_of(visited(store, monkeypatch, CHEN, goal="firms-goal"))


def test_a_choice_made_by_hand_goes_into_the_address(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    page = visited(store, monkeypatch, CHEN, search="council")
    page.text_input(key="history by search").set_value("published")
    page.date_input(key="history from").set_value(date(2020, 1, 31))
    again(page, store)
    assert (page.query_params["search"], page.query_params["from"]) == ("published", "2020-01-31")
    assert "1 event" in text_of(page)
    page.date_input(key="history from").set_value(None)
    assert "from" not in again(page, store).query_params


def test_a_deed_opens_to_everything_it_altered(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    text = text_of(visited(store, monkeypatch, CHEN, open="change-1"))
    assert "Altered: 40 things" in text
    assert "indicator: R&D share Unit – %" in text
    entry = text_of(visited(store, monkeypatch, LI, open="entry-1"))
    assert "As typed – 145" in entry


def test_a_deed_of_other_zones_does_not_open(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    page = visited(store, monkeypatch, SUN, open="entry-1")
    assert "There is no such entry in the history" in text_of(page)
    assert "145" not in text_of(page)


def test_each_role_has_the_filters_that_are_its_own(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    official = visited(store, monkeypatch, LI)
    assert labels(official) == {"Zone, with those under it", "Indicator", "Values of year", "Done by", "What was done"}
    assert "goal:" not in text_of(official)
    assert "Plan, with its goals" in labels(visited(store, monkeypatch, CHEN))
    assert "What was done" in labels(visited(store, monkeypatch, ADMINISTRATOR))


def test_who_only_looks_is_asked_to_sign_in(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signed_in, "known_person", lambda: None)
    page = visit(SCRIPT, store)
    assert page.title[0].value == "Sign in to go on"
    assert "Accepted" not in text_of(page)


def test_the_newest_hashes_stand_there_and_a_noted_one_is_found(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    page = visited(store, monkeypatch, CHEN)
    assert [block.value for block in page.code] == hash_lines(store)
    noted = {line: _asked(page, line) for line in (hash_lines(store)[0], "f" * 64, "no hash")}
    assert list(noted.values()) == ["success", "error", "warning"]


def _asked(page: AppTest, noted: str) -> str:
    """Ask for a noted hash and give the kind of the answer."""
    page.text_input(key="noted hash").set_value(noted).run()
    return next(kind for kind in ("success", "error", "warning") if page.get(kind))
