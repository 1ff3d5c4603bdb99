"""What a presenting address asks for, read and written in one place."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from tracker.briefings.deck.compose import deck_of
from tracker.briefings.deck.contents import Deck
from tracker.domain.slides.slide_sets import Origin, SlideSet
from tracker.domain.statuses import Rule
from tracker.errors import NotFoundError
from tracker.language import _
from tracker.services.slides.slide_sets import passing_set, slide_set
from tracker.services.view_settings import ViewSettings
from tracker.store import Store

PRESENTING = "/present"
"""Where slides are presented; what is presented stands in the query."""


def address_of(**asked: str) -> str:
    """Return the address that presents what is asked: `set`, `plan`, `zone`, `goals`, or `indicator` with `zones`.

    `year`, `as_of` and `rule` say how it is looked at, `back` is the place one came from; "" is left out.
    """
    return f"{PRESENTING}?{urlencode({name: text for name, text in asked.items() if text}, quote_via=quote)}"


def deck_asked_for(store: Store, asked: Mapping[str, str]) -> Deck:
    """Return the deck an address asks for; NotFoundError, RefusedInputError where there is no such thing."""
    return deck_of(store, _set_asked_for(store, asked))


def _set_asked_for(store: Store, asked: Mapping[str, str]) -> SlideSet:
    if asked.get("set"):
        return slide_set(store, asked["set"])
    origin, subjects = _subjects(asked)
    return passing_set(store, origin, subjects, _look(asked))


def _subjects(asked: Mapping[str, str]) -> tuple[Origin, list[str]]:
    if asked.get("plan"):
        return Origin.PLAN, [asked["plan"]]
    if asked.get("goals"):
        return Origin.GOALS, asked["goals"].split(",")
    if asked.get("indicator"):
        return Origin.COMPARISON, [asked["indicator"], *asked.get("zones", "").split(",")]
    if asked.get("zone"):
        return Origin.ZONE, [asked["zone"]]
    raise NotFoundError(_("This address names nothing to present."))


def _look(asked: Mapping[str, str]) -> ViewSettings:
    """Return how it is looked at; a rule that is not there is the usual one."""
    year, rule = asked.get("year", ""), asked.get("rule", "")
    known = Rule(rule) if rule in tuple(Rule) else Rule.TIME
    return ViewSettings.at(
        asked.get("as_of"), int(year) if year.isascii() and year.isdigit() and len(year) == 4 else None, known
    )
