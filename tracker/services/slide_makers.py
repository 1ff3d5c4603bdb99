"""Who made a slide set, and who changed it while somebody else was at it, by name."""

from tracker.domain.slide_sets import SlideSet
from tracker.language import _, instant_words
from tracker.services.history_sentences import person_words
from tracker.store import Store
from tracker.store.deed_list import account_names
from tracker.store.slide_sets import who_changed_last


def maker_of(store: Store, one: SlideSet) -> str:
    """Name who made a set."""
    return person_words(one.made_by, account_names(store))


def changed_meanwhile(store: Store, one: SlideSet) -> str:
    """Say who changed a set meanwhile."""
    who = person_words(who_changed_last(store, one.key), account_names(store))
    text = _("{who} changed this slide set meanwhile, on {when}; look at it again before you change it.")
    return text.format(who=who, when=instant_words(one.changed_at.astimezone()))
