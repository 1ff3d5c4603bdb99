"""How a slide set is viewed: as it stood at its instant, who made it, and who changed it while it was open."""

from dataclasses import dataclass
from datetime import datetime

from tracker.domain.slides.slide_sets import SlideSet
from tracker.language import _, instant_words
from tracker.services.history.people import person_name
from tracker.services.view_settings import ViewSettings
from tracker.store import Store
from tracker.store.slides.slide_sets import goals_new_since, newest_change, who_changed_last


@dataclass(frozen=True, slots=True)
class Frozen:
    """One way to look that gives the same at any time; `unknown` are the goals that were entered since."""

    view: ViewSettings
    unknown: frozenset[str] = frozenset()


def frozen(store: Store, slide_set: SlideSet) -> Frozen:
    """Look as a set does; what stands now is asked for wherever that is the same, for it is in memory."""
    with store.read() as connection:
        newest = newest_change(connection)
    as_of = None if newest is None or newest <= slide_set.as_of else slide_set.as_of
    unknown: frozenset[str] = frozenset()
    if newest is not None and newest > slide_set.refreshed_at:
        unknown = goals_new_since(store, slide_set.refreshed_at)
    return Frozen(ViewSettings(slide_set.year, as_of, slide_set.rule), unknown)


def instant_of(store: Store, view: ViewSettings, now: datetime) -> datetime:
    """Return the instant at which a set made now stands still: as looked, else now with everything that is recorded."""
    if view.as_of is not None:
        return view.as_of
    with store.read() as connection:
        newest = newest_change(connection)
    return now if newest is None else max(now, newest)


def maker_of(store: Store, slide_set: SlideSet) -> str:
    """Name who made a set."""
    return person_name(store, slide_set.made_by)


def changed_by_another(store: Store, slide_set: SlideSet) -> str:
    """Return who changed a set meanwhile."""
    who = person_name(store, who_changed_last(store, slide_set.key))
    text = _("{who} changed this slide set meanwhile, on {when}; look at it again before you change it.")
    return text.format(who=who, when=instant_words(slide_set.changed_at.astimezone()))
