"""One sentence for each event of the history: what was done with what."""

from collections.abc import Iterator, Sequence
from typing import Any

from tracker.domain.entry.entries import NoValue
from tracker.domain.field_words import field_word, vocabulary_word
from tracker.domain.history.events import EventKind, event_kind
from tracker.domain.people.accounts import FIRST_ADMINISTRATOR, AccountEventKind
from tracker.domain.people.roles import Role, role_word
from tracker.domain.slides.slide_sets import SlideEvent
from tracker.domain.statuses import Rule, rule_word
from tracker.domain.text import shown
from tracker.domain.vocabulary import Certainty
from tracker.language import _, aside, date_words, instant_words, listed, ngettext, number
from tracker.services.cache.query_cache import Catalogue
from tracker.services.history.altered_fields import NOTHING, Altered, source_words, value_name
from tracker.services.history.people import person_words
from tracker.store.audit.audit_events import AuditEvent, Chain
from tracker.store.audit.change_contents import Holds
from tracker.store.entry.typed_texts import typed_of
from tracker.store.slides.slide_set_texts import told_of

_ORDER = ("plan", "goal", "indicator", "zone", "source")


def origin_words(event: AuditEvent, known: Catalogue) -> str:
    """Return from which file, plan or address an event came."""
    if event.chain is Chain.ACCOUNTS:
        return _("from {address}").format(address=event.address) if event.address else ""
    plan = known.plans.get(event.origin or "")
    return plan.name if plan else event.origin or ""


def change_sentence(event: AuditEvent, held: Holds, altered: Sequence[Altered], known: Catalogue) -> str:
    """Return a change of plans or values: by its name where it is one thing, else with counts."""
    kind = event_kind(event.deed)
    names = list(dict.fromkeys(field.about for field in altered))
    what = names[0] if held.total <= 1 and len(names) == 1 else counted(held)
    plan = known.plans.get(event.origin or "")
    return {
        EventKind.IMPORT: _("Imported “{origin}”: {what}"),
        EventKind.CREATE: _("Wrote {what}"),
        EventKind.CHANGE: _("Changed {what}"),
        EventKind.COPY: _("Copied {origin} forward: {what}"),
        EventKind.FROM_TEXT: _("Taken from the text “{origin}”: {what}"),
        EventKind.ACCEPT: _("Accepted {what}"),
    }.get(kind, _("Stored {what}")).format(what=what, origin=plan.name if plan else event.origin or "–")


def counted(held: Holds) -> str:
    """Count what an event holds: "3 new plans, 43 new goals, 120 values"."""
    kinds = [(entity, counts) for entity in _ORDER for counts in (held.new, held.changed) if entity in counts]
    parts = [_counted(entity, counts[entity], new=counts is held.new) for entity, counts in kinds]
    if held.actuals:
        parts.append(ngettext("{count} value", "{count} values", held.actuals).format(count=number(held.actuals)))
    return listed(parts) or _("nothing that you may see")


def _counted(entity: str, count: int, *, new: bool) -> str:
    words = {
        ("zone", True): ngettext("{count} new zone", "{count} new zones", count),
        ("zone", False): ngettext("{count} changed zone", "{count} changed zones", count),
        ("source", True): ngettext("{count} new source", "{count} new sources", count),
        ("source", False): ngettext("{count} changed source", "{count} changed sources", count),
        ("indicator", True): ngettext("{count} new indicator", "{count} new indicators", count),
        ("indicator", False): ngettext("{count} changed indicator", "{count} changed indicators", count),
        ("plan", True): ngettext("{count} new plan", "{count} new plans", count),
        ("plan", False): ngettext("{count} changed plan", "{count} changed plans", count),
        ("goal", True): ngettext("{count} new goal", "{count} new goals", count),
        ("goal", False): ngettext("{count} changed goal", "{count} changed goals", count),
    }
    return words[entity, new].format(count=number(count))


def entry_sentence(event: AuditEvent, known: Catalogue) -> str:
    """Return what was done with an entry, or that a deadline was set."""
    if event.zone is None or event.indicator is None:
        day = date_words(event.new)
        return _("Set the deadline for the values of {year}: {day}").format(year=event.year, day=day)
    value = value_name(event.zone, event.indicator, str(event.year), known)
    patterns = {
        EventKind.SUBMIT: _("Submitted {value}"),
        EventKind.ACCEPT: _("Accepted {value}"),
        EventKind.RETURN: _("Returned {value}"),
    }
    return patterns[event_kind(event.deed)].format(value=value)


def entry_altered(event: AuditEvent, known: Catalogue) -> tuple[Altered, ...]:
    """Return what was typed before and after, field by field, or the days of a deadline."""
    if event.zone is None or event.indicator is None:
        about = _("Values of {year}").format(year=event.year)
        return (Altered(about=about, field=_("Deadline"), old=date_words(event.old), new=date_words(event.new)),)
    about = value_name(event.zone, event.indicator, str(event.year), known)
    old, new = typed_words(event.old, known), typed_words(event.new, known)
    pairs = [(name, old.get(name, NOTHING), new.get(name, NOTHING)) for name in new | old]
    return tuple(Altered(about=about, field=name, old=then, new=now) for name, then, now in pairs if then != now)


def typed_words(text: str | None, known: Catalogue) -> dict[str, str]:
    """Return what was typed, by the names of the fields; only what was filled in."""
    if text is None:
        return {}
    typed = typed_of(text)
    status = vocabulary_word(Certainty(typed.status)) if typed.status in tuple(Certainty) else shown(typed.status)
    parts = {
        _("As typed"): no_value_words(typed.no_value) if typed.no_value else shown(typed.value),
        field_word("status"): status,
        field_word("source"): shown(typed.new_source) or source_words(typed.source, known),
        field_word("locator"): shown(typed.locator),
        _("Comment"): shown(typed.comment),
        **{
            field_word(name): shown(getattr(typed, name))
            for name in ("numerator", "denominator", "explanation", "explanation_zh", "measures")
        },
    }
    return {name: words for name, words in parts.items() if words}


def no_value_words(why: NoValue) -> str:
    """Return why there is no value."""
    return {
        NoValue.NOT_COLLECTED: _("no value: not collected"),
        NoValue.NOT_PUBLISHED: _("no value: not yet published"),
        NoValue.NOT_APPLICABLE: _("no value: not applicable"),
    }[why]


def account_sentence(event: AuditEvent, names: dict[str, str]) -> str:
    """Return what was done with an account."""
    known = {kind.value: kind for kind in AccountEventKind}.get(event.deed)
    patterns = {
        AccountEventKind.SIGNED_IN: _("{account} signed in"),
        AccountEventKind.FAILED: _("A sign-in as {account} failed"),
        AccountEventKind.SLOWED: _("Sign-ins as {account} were slowed down after failures"),
        AccountEventKind.SIGNED_OUT: _("{account} signed out"),
        AccountEventKind.SIGNED_OUT_EVERYWHERE: _("{account} was signed out everywhere"),
        AccountEventKind.ADDED: _("The account {account} was added"),
        AccountEventKind.DISABLED: _("The account {account} was disabled"),
        AccountEventKind.ENABLED: _("The account {account} was enabled again"),
        AccountEventKind.UNLOCKED: _("Failed sign-ins as {account} were forgotten"),
        AccountEventKind.PASSWORD_CHANGED: _("The password of {account} was changed"),
        AccountEventKind.ACCESS_CHANGED: _("The role of {account} was changed"),
    }
    pattern = patterns.get(known, _("Something was done with the account {account}")) if known else "{account}"
    return pattern.format(account=person_words(event.account or "", names))


def account_altered(event: AuditEvent, names: dict[str, str], known: Catalogue) -> tuple[Altered, ...]:
    """Return the role and zones of an account before and after."""
    if not event.detail:
        return ()
    old, arrow, new = event.detail.partition(" → ")
    about, field = person_words(event.account or "", names), _("Role")
    pair = (access_words(old, known), access_words(new, known)) if arrow else (NOTHING, access_words(old, known))
    return (Altered(about=about, field=field, old=pair[0], new=pair[1]),)


def access_words(detail: str, known: Catalogue) -> str:
    """Return a role with its zones, kept as "official (city, park)"; any other words as they are."""
    if detail == FIRST_ADMINISTRATOR:
        return _("first administrator")
    role, _bracket, zones = detail.removesuffix(")").partition(" (")
    if role not in tuple(Role):
        return detail
    named = [known.zones[zone].name if zone in known.zones else zone for zone in zones.split(", ") if zone]
    return aside(role_word(Role(role)), listed(named))


def slides_sentence(event: AuditEvent) -> str:
    """Return what was done with a slide set."""
    patterns = {
        SlideEvent.MADE: _("Made the slide set “{name}”"),
        SlideEvent.CHANGED: _("Changed the slide set “{name}”"),
        SlideEvent.REFRESHED: _("Refreshed the slide set “{name}”"),
        SlideEvent.REMOVED: _("Removed the slide set “{name}”"),
    }
    return patterns[SlideEvent(event.deed)].format(name=shown(told_of(event.new or "")["name"]))


def slides_altered(event: AuditEvent) -> tuple[Altered, ...]:
    """Return the choices of a slide set before and after."""
    new = told_of(event.new or "")
    before = dict(_said(told_of(event.old))) if event.old else {}
    about = _("slide set: {name}").format(name=shown(new["name"]))
    if event.deed == SlideEvent.REMOVED:
        return ()
    pairs = [(field, before.get(field, NOTHING), now) for field, now in _said(new)]
    altered = [Altered(about=about, field=field, old=then, new=now) for field, then, now in pairs if then != now]
    if not altered and event.old:
        return (Altered(about=about, field=_("Order, titles or notes"), old=NOTHING, new=_("changed")),)
    return tuple(altered)


def _said(kept: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what is told of a set, field by field."""
    slides = kept["slides"]
    shown_slides = sum(slide.shown for slide in slides)
    yield _("Name"), shown(kept["name"])
    yield (
        _("Slides shown"),
        ngettext("{shown} of {count} slide", "{shown} of {count} slides", len(slides)).format(
            shown=number(shown_slides), count=number(len(slides))
        ),
    )
    yield _("Own titles"), number(sum(bool(slide.title) for slide in slides))
    yield _("Slides with notes"), number(sum(bool(slide.notes) for slide in slides))
    yield _("Known at"), instant_words(kept["as_of"].astimezone())
    yield _("Seen from year"), str(kept["year"])
    yield _("Rule"), rule_word(Rule(kept["rule"]))
