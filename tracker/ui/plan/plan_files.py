"""A plan or a goal to take along: its slides as files, and a plan's mid-term report."""

from tracker.briefings.deck.address import deck_asked_for
from tracker.briefings.files import FileKind, deck_files, midterm_files
from tracker.language import current_language
from tracker.services.looking import Look
from tracker.ui.session.store_handle import store
from tracker.ui.session.view_settings import look_in_address
from tracker.ui.widgets.downloads import take_along


def take_plan_along(plan: str, how: Look) -> None:
    """Show the files of a plan: its slides, and its mid-term report."""
    looked = look_in_address()

    def files() -> dict[str, FileKind]:
        slides = deck_files(lambda: deck_asked_for(store(), {"plan": plan, **looked}))
        return slides | midterm_files(store(), plan, how)

    take_along(files, (plan, how, store().version(), current_language()), key="plan")


def take_goal_along(goal: str, how: Look) -> None:
    """Show the files of one goal's slides."""
    looked = look_in_address()
    take_along(
        lambda: deck_files(lambda: deck_asked_for(store(), {"goals": goal, **looked})),
        (goal, how, store().version(), current_language()),
        key="goal",
    )
