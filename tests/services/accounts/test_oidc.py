"""People an identity provider vouches for."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.people import add_person, people_store
from tests.store.conftest import Calendar
from tracker.domain.people.roles import Role
from tracker.services.accounts.account_keeping import OPERATOR, disable_account
from tracker.services.accounts.account_passwords import sign_out_everywhere
from tracker.services.accounts.oidc import VerifiedIdentity, identity_of_claims, session_of_identity
from tracker.services.accounts.sessions import person_of_session, sign_out
from tracker.services.accounts.sign_in import Visit
from tracker.store import Store


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def store(tmp_path: Path, calendar: Calendar) -> Iterator[Store]:
    with people_store(tmp_path, calendar) as opened:
        add_person(opened, Role.OFFICIAL, "li@example.org")
        yield opened


def _claims(calendar: Calendar, **more: object) -> dict[str, object]:
    issued = int(calendar.now.timestamp())
    verified = {"email": "Li@Example.org", "email_verified": True}
    return {"iss": "https://id.example.org", "sub": "42", "iat": issued, **verified, **more}


def _vouched(calendar: Calendar, **more: object) -> VerifiedIdentity:
    vouched = identity_of_claims(_claims(calendar, **more))
    assert vouched is not None
    return vouched


def test_the_address_leads_to_the_account_with_its_role_and_zones(store: Store, calendar: Calendar) -> None:
    first, again = (session_of_identity(store, _vouched(calendar), Visit()) for _time in range(2))
    assert first is not None
    assert first == again
    person = person_of_session(store, first)
    assert person is not None
    assert (person.account, person.zones) == ("li@example.org", frozenset({"city", "park"}))


@pytest.mark.parametrize("verified", [False, None, "true", "True", 1, 1.0, [True], {"value": True}])
def test_an_address_counts_as_verified_only_where_the_provider_says_true(calendar: Calendar, verified: object) -> None:
    assert identity_of_claims(_claims(calendar, email_verified=verified)) is None
    unsaid = _claims(calendar)
    del unsaid["email_verified"]
    assert identity_of_claims(unsaid) is None


@pytest.mark.parametrize("claims", [{"email": None}, *({"iat": time} for time in ("soon", True, float("inf"), 1e300))])
def test_claims_without_a_verified_address_or_a_time_vouch_for_nobody(
    calendar: Calendar, claims: dict[str, object]
) -> None:
    assert identity_of_claims(_claims(calendar, **claims)) is None


def test_nobody_is_let_in_for_an_address_without_an_account(store: Store, calendar: Calendar) -> None:
    assert session_of_identity(store, _vouched(calendar, email="who@example.org"), Visit()) is None


def test_a_disabled_account_is_out_at_once_and_stays_out(store: Store, calendar: Calendar) -> None:
    session = session_of_identity(store, _vouched(calendar), Visit())
    assert session is not None
    disable_account(store, OPERATOR, "li@example.org")
    assert person_of_session(store, session) is None
    assert session_of_identity(store, _vouched(calendar, nonce="another"), Visit()) is None


def test_a_kept_cookie_does_not_undo_signing_out(store: Store, calendar: Calendar) -> None:
    session = session_of_identity(store, _vouched(calendar), Visit())
    assert session is not None
    sign_out(store, session)
    assert person_of_session(store, session_of_identity(store, _vouched(calendar), Visit()) or "") is None


def test_signing_out_everywhere_holds_for_proofs_never_seen_before(store: Store, calendar: Calendar) -> None:
    unseen = _vouched(calendar)
    sign_out_everywhere(store, OPERATOR, "li@example.org")
    assert session_of_identity(store, unseen, Visit()) is None
    calendar.now += timedelta(seconds=1)
    assert session_of_identity(store, _vouched(calendar), Visit()) is not None


def test_a_proof_older_than_a_session_may_be_is_refused(store: Store, calendar: Calendar) -> None:
    old = _vouched(calendar)
    calendar.now += timedelta(days=7, minutes=1)
    assert session_of_identity(store, old, Visit()) is None
