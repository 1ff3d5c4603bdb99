"""What the history can be filtered by, with the words shown for it, as far as a person may see."""

from tracker.domain.history.events import EventKind, event_kind_word
from tracker.domain.people.roles import ZONE_ROLES, Permission, Person
from tracker.services.cache.query_cache import ledger_of
from tracker.services.choices import told_apart
from tracker.services.history.people import people_names, person_words
from tracker.services.scopes import zones_to_choose
from tracker.services.view_settings import Look
from tracker.store import Store
from tracker.store.audit.audit_events import people

_OF_VALUES = (
    *(EventKind.IMPORT, EventKind.SUBMIT, EventKind.ACCEPT, EventKind.RETURN, EventKind.DEADLINE),
    EventKind.SLIDES,
)


def reads_plans(person: Person) -> bool:
    """Say whether the history of plans and goals is the person's to read, and not values alone."""
    return person.may(Permission.READ_HISTORY) and person.role not in ZONE_ROLES


def zones_of_history(store: Store, person: Person, look: Look) -> dict[str, str]:
    """List the zones whose history a person may read; NotAllowedError."""
    person.require(Permission.READ_HISTORY)
    listed = zones_to_choose(store, look)
    return listed if reads_plans(person) else {key: name for key, name in listed.items() if key in person.zones}


def indicators_of_history(store: Store) -> dict[str, str]:
    """List the indicators by name."""
    known = ledger_of(store).catalogue().indicators.values()
    return told_apart(sorted(((one.indicator, one.name) for one in known), key=lambda pair: pair[1]))


def people_of_history(store: Store, person: Person) -> dict[str, str]:
    """List who did anything that the person may see, by name; NotAllowedError."""
    person.require(Permission.READ_HISTORY)
    names, found = people_names(store), people(store, accounts=person.may(Permission.MANAGE_ACCOUNTS))
    return told_apart(sorted(((key, person_words(key, names)) for key in found), key=lambda pair: pair[1]))


def kinds_of_history(person: Person) -> dict[str, str]:
    """List the kinds of deeds that the person may see."""
    kinds = [kind for kind in EventKind if kind is not EventKind.OTHER] if reads_plans(person) else list(_OF_VALUES)
    seen = [kind for kind in kinds if kind is not EventKind.ACCOUNT or person.may(Permission.MANAGE_ACCOUNTS)]
    return {kind.value: event_kind_word(kind) for kind in seen}
