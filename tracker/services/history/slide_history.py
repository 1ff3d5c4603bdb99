"""Deeds on slide sets in words: what was done, and which of the presenter's choices it altered."""

from collections.abc import Iterator
from typing import Any

from tracker.domain.statuses import Rule, rule_word
from tracker.domain.text import shown
from tracker.language import _, instant_words, ngettext, number
from tracker.services.history.history_words import NOTHING, Altered
from tracker.store.audit.audit_events import KeptDeed
from tracker.store.slides.slide_set_texts import told_of
from tracker.store.slides.slide_sets import SetDeed


def slides_sentence(deed: KeptDeed) -> str:
    """Say what was done with a slide set."""
    patterns = {
        SetDeed.MADE: _("Made the slide set “{name}”"),
        SetDeed.CHANGED: _("Changed the slide set “{name}”"),
        SetDeed.REFRESHED: _("Refreshed the slide set “{name}”"),
        SetDeed.REMOVED: _("Removed the slide set “{name}”"),
    }
    return patterns[SetDeed(deed.deed)].format(name=shown(told_of(deed.new or "")["name"]))


def slides_altered(deed: KeptDeed) -> tuple[Altered, ...]:
    """Say the choices of a slide set before and after."""
    new = told_of(deed.new or "")
    before = dict(_said(told_of(deed.old))) if deed.old else {}
    about = _("slide set: {name}").format(name=shown(new["name"]))
    if deed.deed == SetDeed.REMOVED:
        return ()
    pairs = [(field, before.get(field, NOTHING), now) for field, now in _said(new)]
    altered = [Altered(about=about, field=field, old=then, new=now) for field, then, now in pairs if then != now]
    if not altered and deed.old:
        return (Altered(about=about, field=_("Order, titles or notes"), old=NOTHING, new=_("changed")),)
    return tuple(altered)


def _said(told: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Say what is told of a set, field by field."""
    slides = told["slides"]
    shown_slides = sum(one.shown for one in slides)
    yield _("Name"), shown(told["name"])
    yield (
        _("Slides shown"),
        ngettext("{shown} of {count} slide", "{shown} of {count} slides", len(slides)).format(
            shown=number(shown_slides), count=number(len(slides))
        ),
    )
    yield _("Own titles"), number(sum(bool(one.title) for one in slides))
    yield _("Slides with notes"), number(sum(bool(one.notes) for one in slides))
    yield _("Known at"), instant_words(told["as_of"].astimezone())
    yield _("Seen from year"), str(told["year"])
    yield _("Rule"), rule_word(Rule(told["rule"]))
