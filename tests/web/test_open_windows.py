"""What an open window can still do after its person was signed out, disabled or changed elsewhere: nothing."""

from collections.abc import Callable, Iterator

import pytest

from tests.conftest import Serve
from tests.people import add_person
from tests.serving import Served
from tests.store.samples import GOAL, PLAN, fill
from tests.web.open_window import window
from tracker.domain.people.roles import Person, Role
from tracker.domain.slides.slide_sets import Origin, SlideSet
from tracker.services.accounts.account_keeping import OPERATOR, disable_account, enable_account, set_access
from tracker.services.accounts.sessions import hash_of_token, new_token, sign_out
from tracker.services.slides.slide_sets import make_set, slide_set
from tracker.services.view_settings import ViewSettings
from tracker.store import Store, open_store
from tracker.store.accounts.sessions import begin_session

ENDED, CHANGED = "Your session has ended, so the last click did nothing", "Your account was changed meanwhile"
MEGABYTE = 1024 * 1024
Change = Callable[[Store, Person, str], object]
CHANGES: dict[str, tuple[Change, str]] = {
    "disabled": (lambda store, person, _token: disable_account(store, OPERATOR, person.account), ENDED),
    "signed out": (lambda store, _person, token: sign_out(store, hash_of_token(token)), ENDED),
    "changed": (lambda store, person, _token: set_access(store, OPERATOR, person.account, role=Role.VIEWER), CHANGED),
}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    return f"sqlite:///{tmp_path_factory.mktemp('windows') / 'tracker.db'}"


@pytest.fixture(scope="module")
def store(place: str) -> Iterator[Store]:
    opened = open_store(place, create=True)
    fill(opened)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def people(store: Store) -> dict[Role, Person]:
    return {role: add_person(store, role) for role in Role}


@pytest.fixture(scope="module")
def one(store: Store, people: dict[Role, Person]) -> SlideSet:
    return make_set(store, people[Role.PLANNER], "Slides", Origin.PLAN, [PLAN.plan], ViewSettings(2022), "token")


@pytest.fixture(scope="module")
def open_server(serve: Serve, store: Store, place: str) -> Served:
    return serve(place, TRACKER_OPEN_DISPLAY="yes")


@pytest.fixture(scope="module")
def closed_server(serve: Serve, store: Store, place: str) -> Served:
    return serve(place, TRACKER_OPEN_DISPLAY="no")


def sign_in(store: Store, person: Person) -> str:
    """Begin a session of an account that is as it was at first, and give its token."""
    enable_account(store, OPERATOR, person.account)
    zones = ["city"] if person.role is Role.OFFICIAL else ["park"] if person.role is Role.REVIEWER else []
    set_access(store, OPERATOR, person.account, role=person.role, zones=zones)
    token = new_token()
    with store.write() as connection:
        begin_session(connection, store.clock(), hash_of_token(token), person.account, address="", agent="")
    return token


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("server", ["open_server", "closed_server"])
def test_a_click_of_somebody_who_has_changed_does_nothing_and_says_so(
    request: pytest.FixtureRequest, store: Store, people: dict[Role, Person], one: SlideSet, server: str, change: str
) -> None:
    person = people[Role.PLANNER]
    token = sign_in(store, person)
    with window(request.getfixturevalue(server), token) as page:
        assert "Remove the set" not in page.open("slides", set=one.key)
        name, refresh = page.widget("Name of the set"), page.widget("Refresh the slides")
        happen, words = CHANGES[change]
        happen(store, person, token)
        assert words in page.type(name, "Renamed through the window")
        # What no page would send: a button that is not drawn any more.
        page.press(refresh)
        page.type(name, "Renamed by hand")
    assert slide_set(store, one.key) == one


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("server", ["open_server", "closed_server"])
def test_no_file_is_made_for_somebody_who_has_changed_and_none_is_left_behind(
    request: pytest.FixtureRequest, store: Store, people: dict[Role, Person], server: str, change: str
) -> None:
    person, served = people[Role.PLANNER], request.getfixturevalue(server)
    token = sign_in(store, person)
    with window(served, token) as page, window(served, sign_in(store, people[Role.VIEWER])) as other:
        page.open("history")
        wanted = page.download("Download CSV")
        address = page.make_file(wanted)
        assert "first load" in page.get(address).text
        assert other.get(address).status_code == 404
        with window(served) as nobody:
            assert nobody.get(address).status_code in (401, 404)
        happen, words = CHANGES[change]
        happen(store, person, token)
        assert page.make_file(wanted) == ""
        assert words in page.said_next()
        assert page.get(address).status_code in (401, 404)


@pytest.mark.parametrize("change", ["disabled", "signed out"])
def test_a_part_of_a_page_is_redrawn_for_nobody_else(
    closed_server: Served, store: Store, people: dict[Role, Person], change: str
) -> None:
    person = people[Role.VIEWER]
    token = sign_in(store, person)
    with window(closed_server, token) as page:
        page.open("goal", goal=GOAL.goal)
        parts = list(page.fragments)
        drawn = "\n".join(page.redraw(part) for part in parts)
        assert "12.1" in drawn
        assert "File to download" in drawn
        CHANGES[change][0](store, person, token)
        for part in parts:
            said = page.redraw(part)
            assert "Sign in to go on" in said
            assert "12.1" not in said
            page.open("goal", goal=GOAL.goal)


def test_files_are_taken_from_whose_role_hands_them_over_and_no_longer(
    open_server: Served, store: Store, people: dict[Role, Person]
) -> None:
    for role in Role:
        token = sign_in(store, people[role])
        with window(open_server, token) as page:
            page.open("sources")
            answer = page.upload(b"%PDF-1.7 ...")
            taken = role in (Role.OFFICIAL, Role.PLANNER, Role.ADMINISTRATOR)
            assert answer.status_code == (204 if taken else 403)
            assert taken or "Your role hands over no files" in answer.text
            sign_out(store, hash_of_token(token))
            assert page.upload(b"%PDF-1.7 ...").status_code == 401
    with window(open_server) as nobody:
        nobody.open("sources")
        assert nobody.upload(b"%PDF-1.7 ...").status_code == 401


def test_files_are_limited_in_size_and_in_all(open_server: Served, store: Store, people: dict[Role, Person]) -> None:
    with window(open_server, sign_in(store, people[Role.OFFICIAL])) as page:
        page.open("sources")
        answer = page.upload(b"x" * (50 * MEGABYTE + 100_000))
        assert (answer.status_code, answer.text) == (413, "The file is too large: at most 50 MB are taken.")
        assert [page.upload(b"x" * (49 * MEGABYTE)).status_code for _file in range(4)] == [204] * 4
        answer = page.upload(b"x" * (10 * MEGABYTE))
        assert answer.status_code == 429
        assert "196 MB together" in answer.text
        with window(open_server, sign_in(store, people[Role.OFFICIAL])) as second:
            second.open("sources")
            assert second.upload(b"x" * (10 * MEGABYTE)).status_code == 429, "another window of the same person"
        with window(open_server, sign_in(store, people[Role.PLANNER])) as other:
            other.open("sources")
            assert other.upload(b"x" * (10 * MEGABYTE)).status_code == 204
