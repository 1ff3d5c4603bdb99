"""The sentence that a goal's form makes of what is typed so far, with dots where something is still open."""

from collections.abc import Mapping

from tracker.domain.entry.plan_phrases import MEANING, Phrase
from tracker.domain.explaining.headlines import thing
from tracker.domain.explaining.target_wording import spoken_unit
from tracker.domain.vocabulary import Comparator
from tracker.language import _, bounded, clauses, gettext
from tracker.services.cache.query_cache import ledger_of
from tracker.store import Store

_OPEN = "…"


def goal_sentence(store: Store, texts: Mapping[str, str]) -> str:
    """Say a goal as a plan would: "Shenyang newly adds about 150 enterprises between 2021 and 2025."."""
    known = ledger_of(store).catalogue()
    plan = known.plans.get(texts.get("plan", ""))
    indicator = known.indicators.get(texts.get("indicator", ""))
    phrase = Phrase(texts.get("phrase") or Phrase.REACH)
    other = known.indicators.get(texts.get("reference_indicator", ""))
    zone = known.zones.get(texts.get("reference_zone", ""))
    pattern = gettext(MEANING[phrase].sentence)
    if phrase is Phrase.NEWLY_ADD and indicator and not spoken_unit(indicator.unit):
        pattern = _("{zone} newly adds {value} {indicator}")
    said = pattern.format(
        zone=known.zones[plan.zone].name if plan else _OPEN,
        indicator=thing(indicator.name) if indicator else _OPEN,
        name=indicator.name if indicator else texts.get("milestone", "").strip() or _OPEN,
        value=_value(texts, phrase),
        high=texts.get("value_high", "").strip() or _OPEN,
        other=clauses(one.name for one in (other, zone) if one) or _OPEN,
    )
    start = str(plan.start) if plan and plan.start else ""
    return _dated(said, texts, start, over_years=MEANING[phrase].kind.traits.over_years)


def _value(texts: Mapping[str, str], phrase: Phrase) -> str:
    """Put how the value is meant before it, as the form says; words beside the number stay as they are typed."""
    value = texts.get("value", "").strip() or _OPEN
    kind = MEANING[phrase].kind
    if kind.traits.percentage and value[-1].isdigit():
        value += "%"
    unit = spoken_unit(texts.get("unit", "").strip())
    value = f"{value} {unit}" if unit and kind.traits.in_unit else value
    if texts.get("approximate") == "yes":
        value = _("about {value}").format(value=value)
    meant = texts.get("meant", "") if MEANING[phrase].comparator is None else ""
    return _("exactly {value}").format(value=value) if meant == Comparator.EQUAL else bounded(meant, value)


def _dated(said: str, texts: Mapping[str, str], start: str, *, over_years: bool) -> str:
    """Say by when a goal is wanted; languages differ in where a sentence says it."""
    if texts.get("no_due") == "yes":
        return _("{goal}, without a year.").format(goal=said)
    due = texts.get("due", "").strip() or _OPEN
    if over_years and start:
        return _("{goal} between {start} and {due}.").format(goal=said, start=start, due=due)
    return _("{goal} by {due}.").format(goal=said, due=due)
