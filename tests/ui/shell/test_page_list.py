"""Who may open which page: the navigation and the page itself say the same."""

import re

import pytest

from tests.people import MAY
from tracker.domain.people.roles import VISITOR, Permission, Person, Role
from tracker.ui.shell.navigation import ListedPage, page_list


@pytest.mark.parametrize("listed", page_list(), ids=lambda listed: listed.address)
@pytest.mark.parametrize("role", Role)
def test_the_navigation_shows_a_role_the_pages_of_its_permissions(role: Role, listed: ListedPage) -> None:
    person = Person(account="someone", name="Someone", role=role)
    assert listed.is_for(person) == (listed.permission in MAY[role])


@pytest.mark.parametrize("listed", page_list(), ids=lambda listed: listed.address)
def test_the_navigation_shows_a_visitor_what_is_open_to_all(listed: ListedPage) -> None:
    assert listed.is_for(VISITOR) == (listed.permission == Permission.VIEW and not listed.for_account)


@pytest.mark.parametrize("listed", page_list(), ids=lambda listed: listed.address)
def test_a_page_requires_its_permission_before_it_shows_anything(listed: ListedPage) -> None:
    needed = "require_account()" if listed.for_account else f"require(Permission.{listed.permission.name})"
    text = listed.path.read_text(encoding="utf-8")
    statements = re.split(r"\n\n(?!from|import)", text, maxsplit=1)[1].lstrip()
    assert re.match(rf"(\w+ = )?{re.escape(needed)}", statements)
