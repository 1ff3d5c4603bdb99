"""What is asked for in words stays words to the database, whatever signs of its language they bear."""

from collections.abc import Callable
from contextlib import suppress

import pytest

from tests.services.round.round_samples import CHEN, WANG, hand_in
from tracker.domain.entry.entries import Typed
from tracker.errors import NotAllowedError, NotFoundError
from tracker.services.accounts.sessions import person_of_session
from tracker.services.accounts.sign_in import SignInRefusedError, Visit, sign_in
from tracker.services.history.event_list import HistoryFilters, events_page
from tracker.services.overview.counts_by_group import Scope, overview
from tracker.services.review.reviewing import waiting
from tracker.services.round.evidence_files import find
from tracker.services.slides.slide_sets import slide_set
from tracker.services.sources.documents import documents
from tracker.services.view_settings import ViewSettings
from tracker.store import Store, verify
from tracker.store.audit.newest_hashes import newest_hashes
from tracker.store.record.definitions import goals, plans

COMMANDS = (
    "' OR '1'='1",
    "x' OR 1=1 --",
    "'; DROP TABLE plans; --",
    '" OR ""="',
    "%' UNION SELECT account, password FROM accounts --",
    ":goal",
    "\\'; DELETE FROM goals; --",
    "$1 ?",
)
QUESTIONS: dict[str, Callable[[Store, str], object]] = {
    "history by words": lambda store, asked: events_page(store, CHEN, HistoryFilters(text=asked)).rows,
    "history by person": lambda store, asked: events_page(store, CHEN, HistoryFilters(who=asked)).rows,
    "history by goal": lambda store, asked: events_page(store, CHEN, HistoryFilters(goal=asked)).rows,
    "history by plan": lambda store, asked: events_page(store, CHEN, HistoryFilters(plan=asked)).rows,
    "history by zone": lambda store, asked: events_page(store, CHEN, HistoryFilters(zone=asked)).rows,
    "history by indicator": lambda store, asked: events_page(store, CHEN, HistoryFilters(indicator=asked)).rows,
    "documents": documents,
    "overview of a zone": lambda store, asked: overview(store, ViewSettings.at(), Scope(zone=asked)),
    "entries of a zone": lambda store, asked: waiting(store, WANG, zone=asked),
    "goals": lambda store, asked: list(goals(store, goal=asked)),
    "evidence": lambda store, asked: find(store, CHEN, asked),
    "slide set": slide_set,
    "session": person_of_session,
    "sign-in": lambda store, asked: sign_in(store, asked, asked, Visit(asked, asked, asked)),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_signs_of_sql_are_letters_in_every_question(round_store: Store, question: str) -> None:
    hand_in(round_store, "firms", Typed(value="142", comment="as published"))
    before = len(list(plans(round_store))), len(list(goals(round_store)))
    found: list[object] = []
    for command in COMMANDS:
        with suppress(NotFoundError, NotAllowedError, SignInRefusedError):
            found.append(QUESTIONS[question](round_store, command))
    assert not any(found)
    assert (len(list(plans(round_store))), len(list(goals(round_store)))) == before
    assert verify(round_store) == []
    assert newest_hashes(round_store)
