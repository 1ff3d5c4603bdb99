"""Who did something is told by name, and two people of one name are told apart."""

from tests.services.round.round_samples import LI_REVIEWS, WANG, add_accounts, hand_in, key, token
from tracker.domain.entry.entries import Typed
from tracker.domain.people.roles import Role
from tracker.services.accounts.account_keeping import OPERATOR, add_account
from tracker.services.goal.goal_report import goal_report_of, record_of
from tracker.services.history.people import person_name
from tracker.services.review.reviewing import accept
from tracker.services.view_settings import ViewSettings
from tracker.store import Store


def test_a_person_is_named_and_an_account_without_one_stays(round_store: Store) -> None:
    add_accounts(round_store)
    assert person_name(round_store, "li") == "Li Na"
    assert person_name(round_store, "somebody long gone") == "somebody long gone"
    assert person_name(round_store, "import") == "the command line"


def test_two_people_who_share_a_name_are_told_apart_by_their_accounts(round_store: Store) -> None:
    add_accounts(round_store)
    add_account(round_store, OPERATOR, "li.2", role=Role.PLANNER, shown_name="li na")
    assert person_name(round_store, "li") == "Li Na (li)"
    assert person_name(round_store, "li.2") == "li na (li.2)"
    assert person_name(round_store, "wang") == "Wang Wei"


def test_the_revisions_of_a_goals_values_name_who_recorded_them(round_store: Store) -> None:
    add_accounts(round_store)
    assert hand_in(round_store, "firms", Typed(value="141")).done
    assert accept(round_store, WANG, {key("firms"): 1}, token()).done
    report = goal_report_of(round_store, "firms-goal", ViewSettings(year=2024))
    recorded = [row.recorded for row in record_of(round_store, report, ViewSettings(year=2024)).dated]
    assert recorded[0].endswith("by Wang Wei")


def test_who_reviewed_a_value_before_is_named(round_store: Store) -> None:
    add_accounts(round_store)
    assert hand_in(round_store, "firms", Typed(value="141")).done
    assert accept(round_store, WANG, {key("firms"): 1}, token()).done
    told = accept(round_store, LI_REVIEWS, {key("firms"): 1}, token())
    assert "reviewed already by Wang Wei" in str(told.refused)
