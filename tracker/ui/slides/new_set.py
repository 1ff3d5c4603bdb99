"""A new slide set: made from a plan, a zone, a comparison or goals picked by hand."""

import secrets

import streamlit as st

from tracker.domain.people.roles import Person
from tracker.domain.slides.slide_sets import MOST_PICKED, Origin
from tracker.errors import TrackerError
from tracker.language import _
from tracker.services.choices import goals_to_pick, plan_to_open, plans_to_choose, zones_to_choose
from tracker.services.slides.slide_sets import make_set
from tracker.services.view_settings import ViewSettings
from tracker.ui.compare.compare_picker import pick_comparison
from tracker.ui.session.person import Permission
from tracker.ui.session.sign_in import offer_sign_in
from tracker.ui.session.store_handle import store
from tracker.ui.shell.links import lead_to, present_link
from tracker.ui.widgets.escaping import markdown

_TOKEN, _PICKED = "token of the new slide set", "goals picked for slides"


def make_slide_set(person: Person, how: ViewSettings) -> None:
    """Draw what a set is made from, then the ways to present it at once and to keep it."""
    words = {
        Origin.PLAN: _("A plan"),
        Origin.ZONE: _("A zone with all its plans"),
        Origin.COMPARISON: _("An indicator across zones"),
        Origin.GOALS: _("Goals picked by hand"),
    }
    origin = st.segmented_control(
        _("Made from"),
        list(words),
        format_func=lambda option: words[option],
        required=True,
        default=Origin.PLAN,
        key="made from",
    )
    subjects, usual_name = _subjects(Origin(origin or Origin.PLAN), how)
    if not subjects:
        st.info(_("Pick what the slides are to be made from."))
        return
    present_link(words=_("Present at once, without keeping"), **_asked(Origin(origin or Origin.PLAN), subjects))
    if not person.may(Permission.PRESENT):
        st.caption(_("To keep a set of slides, with your own order, titles and notes, sign in."))
        offer_sign_in("below the slides")
        return
    name = st.text_input(_("Name of the set"), usual_name, max_chars=120, key=f"name of the new set {usual_name}")
    token = st.session_state.setdefault(_TOKEN, secrets.token_urlsafe(16))
    # Other slides are kept by another button: a second click on the one of these is none on its button.
    if st.button(_("Keep the slides"), type="primary", key=f"keep the slides {token}"):
        _keep(person, name, Origin(origin or Origin.PLAN), subjects, how)


def _subjects(origin: Origin, how: ViewSettings) -> tuple[list[str], str]:
    """Draw the pickers of an origin; return the keys picked and the name a set of them has unless told otherwise."""
    match origin:
        case Origin.PLAN:
            plans = plans_to_choose(store(), how)
            st.session_state.setdefault("plan of the slides", plan_to_open(store(), how) or None)
            return _choose(_("Plan"), plans, "plan of the slides")
        case Origin.ZONE:
            return _choose(_("Zone, with those under it"), zones_to_choose(store(), how), "zone of the slides")
        case Origin.COMPARISON:
            asked = pick_comparison(how)
            return ([asked.indicator, *asked.zones], _("Comparison")) if asked else ([], "")
        case Origin.GOALS:
            return _goals(how)


def _choose(label: str, options: dict[str, str], key: str) -> tuple[list[str], str]:
    picked = st.selectbox(label, list(options), format_func=lambda option: options.get(option, ""), key=key)
    return ([picked], options[picked].strip()) if picked else ([], "")


def _goals(how: ViewSettings) -> tuple[list[str], str]:
    """Draw the plans, one at a time, and their goals; what was picked of another plan stays picked."""
    plans = plans_to_choose(store(), how)
    plan = st.selectbox(
        _("Plan"), list(plans), format_func=lambda option: plans.get(option, ""), key="plan of the goals"
    )
    if not plan:
        return [], ""
    offered = {goal: f"{label} – {plans[plan]}" for goal, label in goals_to_pick(store(), plan, how).items()}
    before: dict[str, str] = st.session_state.setdefault(_PICKED, {})
    options = before | offered
    picked = st.multiselect(
        _("Goals"),
        list(options),
        format_func=lambda goal: options.get(goal, ""),
        default=list(before),
        max_selections=MOST_PICKED,
        key=f"goals of {plan}",
        placeholder=_("Pick goals; change the plan for more"),
    )
    st.session_state[_PICKED] = {goal: options[goal] for goal in picked}
    return picked, _("Goals picked by hand") if picked else ""


def _asked(origin: Origin, subjects: list[str]) -> dict[str, str]:
    """Return what is picked as an address names it."""
    match origin:
        case Origin.COMPARISON:
            return {"indicator": subjects[0], "zones": ",".join(subjects[1:])}
        case Origin.GOALS:
            return {"goals": ",".join(subjects)}
        case _:
            return {str(origin): subjects[0]}


def _keep(person: Person, name: str, origin: Origin, subjects: list[str], how: ViewSettings) -> None:
    try:
        made = make_set(store(), person, name, origin, subjects, how, st.session_state[_TOKEN])
    except TrackerError as refusal:
        st.error(markdown(str(refusal)))
        return
    del st.session_state[_TOKEN]
    lead_to("slides", set=made.key)
