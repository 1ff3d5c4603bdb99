"""A person who was disabled, changed or signed out since the page was made writes nothing more, by any service."""

import inspect
import pkgutil
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.services.conftest import write_bundle
from tests.services.round.round_samples import BUNDLE, LI, YEAR, add_accounts, hand_in, key, token
from tests.serving import ROOT
from tracker import services
from tracker.domain.entry.entries import Typed
from tracker.domain.people.roles import Person, Role
from tracker.domain.slides.slide_sets import Origin
from tracker.errors import NotAllowedError
from tracker.services.accounts.account_keeping import OPERATOR, add_account, disable_account, enable_account, set_access
from tracker.services.accounts.account_passwords import (
    change_own_password,
    set_password,
    sign_out_everywhere,
    unlock_account,
)
from tracker.services.accounts.sessions import hash_of_token, person_of_session, sign_out
from tracker.services.bundles.bundle_checking import import_upload
from tracker.services.planning.carry_forward import NextPeriod, copy_forward
from tracker.services.planning.definition_saving import save_definition
from tracker.services.planning.typed_definitions import typed_indicator, typed_plan, typed_zone
from tracker.services.review.reviewing import accept, send_back
from tracker.services.round.entering import Submission, save_draft, submit
from tracker.services.round.evidence_files import keep
from tracker.services.round.rounds import set_deadline
from tracker.services.slides.slide_sets import change_set, make_set, refresh_set, remove_set, slide_sets
from tracker.services.text.storing import save_from_text
from tracker.services.view_settings import ViewSettings
from tracker.store import Store
from tracker.store.accounts.sessions import begin_session
from tracker.store.record.definitions import goals

SERVICES = ROOT / "tracker" / "services"
Act = Callable[[Store, Person, Path], object]
FIRST, PASSWORD = "what the office was told", "a phrase nobody would guess"


def _set_of(store: Store) -> tuple[str, int]:
    one = next(one for one in slide_sets(store) if one.name in ("Slides", "Other"))
    return one.key, one.version


def _changed_goal(store: Store, person: Person, _folder: Path) -> str:
    goal = next(iter(goals(store, goal="firms-goal")))
    return save_definition(store, person, replace(goal, due=2024), before=goal, reason="earlier", token=token())


def _loaded(store: Store, person: Person, folder: Path) -> object:
    more = dict(BUNDLE) | {"zones": BUNDLE["zones"] + "island,The island,某岛,city,park\n"}
    return import_upload(store, person, write_bundle(folder / "more", more), token=token())


WRITES: dict[str, tuple[str, Act]] = {
    "add_account": ("root", lambda s, p, _f: add_account(s, p, "new", role=Role.VIEWER)),
    "set_access": ("root", lambda s, p, _f: set_access(s, p, "he", role=Role.VIEWER)),
    "disable_account": ("root", lambda s, p, _f: disable_account(s, p, "he")),
    "enable_account": ("root", lambda s, p, _f: enable_account(s, p, "gone")),
    "set_password": ("root", lambda s, p, _f: set_password(s, p, "he", PASSWORD)),
    "unlock_account": ("root", lambda s, p, _f: unlock_account(s, p, "he")),
    "sign_out_everywhere": ("root", lambda s, p, _f: sign_out_everywhere(s, p, "he")),
    "change_own_password": ("li", lambda s, p, _f: change_own_password(s, p, PASSWORD, "quite another phrase of mine")),
    "save_draft": ("li", lambda s, p, _f: save_draft(s, p, key("output"), Typed(value="145"), 0)),
    "submit": ("li", lambda s, p, _f: submit(s, p, [Submission(key=key("prices"), typed=Typed(value="2.5"))], token())),
    "keep": ("li", lambda s, p, _f: keep(s, p, "report.pdf", b"%PDF-1.7 ...")),
    "accept": ("wang", lambda s, p, _f: accept(s, p, {key("firms"): 1}, token())),
    "send_back": ("wang", lambda s, p, _f: send_back(s, p, {key("place"): 1}, "which year?", token())),
    "set_deadline": ("chen", lambda s, p, _f: set_deadline(s, p, YEAR, date(2025, 3, 31))),
    "save_definition of a zone": (
        "chen",
        lambda s, p, _f: save_definition(s, p, typed_zone({"name": "An island"}), token=token()),
    ),
    "save_definition of an indicator": (
        "chen",
        lambda s, p, _f: save_definition(
            s,
            p,
            typed_indicator({"name": "Trees", "unit": "trees", "better": "up", "accumulates": "level"}),
            token=token(),
        ),
    ),
    "save_definition of a plan": (
        "chen",
        lambda s, p, _f: save_definition(s, p, typed_plan({"name": "Green plan", "zone": "city"}), token=token()),
    ),
    "save_definition of a goal": ("chen", _changed_goal),
    "copy_forward": (
        "chen",
        lambda s, p, _f: copy_forward(s, p, "park-14", NextPeriod(name="15th", start=2026, end=2030), token=token()),
    ),
    "save_from_text": ("chen", lambda s, p, _f: save_from_text(s, p, {"title": "A speech"}, [], token=token())),
    "import_upload": ("chen", _loaded),
    "make_set": (
        "chen",
        lambda s, p, _f: make_set(s, p, "Meeting", Origin.PLAN, ["park-14"], ViewSettings(YEAR), token()),
    ),
    "change_set": ("chen", lambda s, p, _f: change_set(s, p, *_set_of(s), token(), name="Other")),
    "refresh_set": ("chen", lambda s, p, _f: refresh_set(s, p, *_set_of(s), token())),
    "remove_set": ("chen", lambda s, p, _f: remove_set(s, p, *_set_of(s), token())),
}
#: Takes a person and writes nothing, or only by one of those above.
READS = {
    "account_history", "check_bundle", "events_page",
    "key_hash_of", "opened_event", "fetch", "find", "form_of", "history_frame", "kinds_of_history",
    "list_accounts", "may_change", "my_round", "once", "people_of_history", "reads_plans",
    "read_round_form", "round_form", "shown_hashes", "waiting", "wanted_by", "zones_of", "zones_of_history",
}  # fmt: skip
#: Are the way in itself, or take the person's word from those above.
ACTING = {"changing_as", "desk_of", "import_bundle", "refuse_changed", "writing_as"}
CHANGES: dict[str, Callable[[Store, Person], object]] = {
    "disabled": lambda s, p: disable_account(s, OPERATOR, p.account),
    "signed out": lambda s, p: sign_out(s, p.session),
    "signed out everywhere": lambda s, p: sign_out_everywhere(s, OPERATOR, p.account),
    "another role": lambda s, p: set_access(s, OPERATOR, p.account, role=Role.VIEWER),
}


@pytest.fixture
def store(round_store: Store) -> Store:
    """The round with everybody's account, one value submitted, one slide set and one disabled account."""
    add_accounts(round_store)
    add_account(round_store, OPERATOR, "second", role=Role.ADMINISTRATOR)
    add_account(round_store, OPERATOR, "gone", role=Role.VIEWER)
    disable_account(round_store, OPERATOR, "gone")
    set_password(round_store, OPERATOR, "li", FIRST)
    change_own_password(round_store, LI, FIRST, PASSWORD)
    hand_in(round_store, "firms", Typed(value="142"))
    hand_in(round_store, "place", Typed(value="24"))
    make_set(
        round_store, signed_in(round_store, "chen"), "Slides", Origin.PLAN, ["park-14"], ViewSettings(YEAR), token()
    )
    return round_store


def signed_in(store: Store, account: str) -> Person:
    """Begin a session of an account."""
    session = hash_of_token(token())
    with store.write() as connection:
        begin_session(connection, store.clock(), session, account, address="", agent="")
    person = person_of_session(store, session)
    assert person is not None
    return person


def _kept(store: Store) -> dict[str, int]:
    """Count the rows of every table, to which each write adds one at least."""
    with store.read() as connection:
        tables = connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'")).all()
        return {name: connection.scalar(text(f"SELECT count(*) FROM {name}")) or 0 for name in tables}


@pytest.mark.parametrize("change", CHANGES)
def test_a_person_of_an_earlier_page_writes_nothing(store: Store, tmp_path: Path, change: str) -> None:
    people = {account: signed_in(store, account) for account, _write in WRITES.values()}
    for person in people.values():
        CHANGES[change](store, person)
    before = _kept(store)
    for account, write in WRITES.values():
        with pytest.raises(NotAllowedError, match="nothing was written"):
            write(store, people[account], tmp_path)
    assert _kept(store) == before


def test_the_same_people_write_while_nothing_has_changed(store: Store, tmp_path: Path) -> None:
    for name, (account, write) in WRITES.items():
        person = signed_in(store, account)
        before = _kept(store)
        write(store, person, tmp_path)
        assert _kept(store) != before, name


def test_an_official_whose_zones_were_narrowed_writes_nothing_more_even_in_those_left(store: Store) -> None:
    person = signed_in(store, "li")
    set_access(store, OPERATOR, "li", role=Role.OFFICIAL, zones=["port"])
    with pytest.raises(NotAllowedError, match="changed meanwhile"):
        save_draft(store, person, key("output"), Typed(value="145"), 0)


def test_every_service_that_takes_a_person_is_known_to_write_or_to_read_alone() -> None:
    inside = pkgutil.walk_packages(services.__path__, f"{services.__name__}.")
    modules = [import_module(module.name) for module in inside]
    own = {
        name
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__.startswith(services.__name__)
        and not name.startswith("_")
        and any("Person" in str(taken.annotation) for taken in inspect.signature(function).parameters.values())
    }
    assert own == {*(name.partition(" ")[0] for name in WRITES), *READS, *ACTING}


def test_no_service_writes_for_a_person_by_another_way() -> None:
    """Those that write without it know nobody yet, or only end or see a session; bundles serve the command line too."""
    others = {"bundle_transfer", "first_administrator", "guessing", "oidc", "sessions", "sign_in", "stores"}
    other_way = re.compile(r"\b(store\.(write|change)|open_entry_writer)\(")
    found = [module.stem for module in SERVICES.rglob("*.py") if other_way.search(module.read_text(encoding="utf-8"))]
    assert {*found} == {"acting", *others}


def test_a_person_is_made_of_a_session_alone() -> None:
    """Somebody made otherwise would be taken at their word, as the command line is."""
    made = re.compile(r"\b(Person|person_of_account)\(")
    found = [module for module in (ROOT / "tracker").rglob("*.py") if made.search(module.read_text(encoding="utf-8"))]
    # A first password is chosen by the account of a session that is looked up just before.
    assert {module.stem for module in found} == {"roles", "account_keeping", "account_passwords", "sessions"}
