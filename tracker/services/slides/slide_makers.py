"""Who made a slide set, and who changed it while somebody else was at it, by name."""

from tracker.domain.slides.slide_sets import SlideSet
from tracker.language import _, instant_words
from tracker.services.history.people import person_name
from tracker.store import Store
from tracker.store.slides.slide_sets import who_changed_last


def maker_of(store: Store, one: SlideSet) -> str:
    """Name who made a set."""
    return person_name(store, one.made_by)


def changed_meanwhile(store: Store, one: SlideSet) -> str:
    """Say who changed a set meanwhile."""
    who = person_name(store, who_changed_last(store, one.key))
    text = _("{who} changed this slide set meanwhile, on {when}; look at it again before you change it.")
    return text.format(who=who, when=instant_words(one.changed_at.astimezone()))
