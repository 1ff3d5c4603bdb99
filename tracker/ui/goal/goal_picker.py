"""Which goal is shown: picked by its plan, kept in the address, with a plain word where the address knows none."""

import streamlit as st

from tracker.language import _
from tracker.services.choices import goal_to_open, goals_to_pick, plan_of_goal, plan_to_open, plans_to_pick
from tracker.services.view_settings import ViewSettings
from tracker.ui.session.callbacks import callback
from tracker.ui.session.store_handle import store
from tracker.ui.widgets.escaping import markdown
from tracker.ui.widgets.messages import show_empty_store

_PLAN, _GOAL = "plan of the goal", "goal that is shown"


def pick_goal(how: ViewSettings) -> str | None:
    """Show the pickers and return the goal chosen, None where there is none to choose."""
    asked = st.query_params.get("goal")
    plan = None if asked is None else plan_of_goal(store(), asked, how)
    plans = plans_to_pick(store(), how, plan or st.session_state.get("plan") or "")
    if not plans:
        show_empty_store()
        return None
    if asked is not None and plan is None:
        message = _("The address asks for a goal that is not here: {goal}. Pick one below.")
        st.warning(message.format(goal=markdown(asked[:200])))
        asked = None
    return _pickers(plans, plan or _last_plan(plans, how), asked, how)


def _last_plan(plans: dict[str, str], how: ViewSettings) -> str:
    """Return the plan looked at last, else the one with most to see."""
    wanted = (st.session_state.get("plan"), plan_to_open(store(), how))
    return next((plan for plan in wanted if plan in plans), next(iter(plans)))


def _pickers(plans: dict[str, str], plan: str, asked: str | None, how: ViewSettings) -> str | None:
    """Draw the two pickers as the address says; what is picked goes into the address."""
    goals = goals_to_pick(store(), plan, how)
    chosen = asked or goal_to_open(store(), plan, how)
    st.session_state[_PLAN], st.session_state[_GOAL] = plan, chosen
    left, right = st.columns([2, 3])
    left.selectbox(
        _("Plan"),
        list(plans),
        format_func=lambda key: plans.get(key, ""),
        key=_PLAN,
        on_change=callback(_plan_picked),
        args=(how,),
    )
    right.selectbox(
        _("Goal"),
        list(goals),
        format_func=lambda key: goals.get(key, ""),
        key=_GOAL,
        on_change=callback(_goal_picked),
        placeholder=_("This plan has no goals yet"),
    )
    return chosen


def _plan_picked(how: ViewSettings) -> None:
    """Lead to the goal of the plan that was picked which needs attention most."""
    plan = st.session_state[_PLAN]
    st.session_state["plan"] = plan
    first = goal_to_open(store(), plan, how)
    if first is None:
        st.query_params.pop("goal", None)
    else:
        st.query_params["goal"] = first


def _goal_picked() -> None:
    """Write the goal that was picked into the address."""
    st.query_params["goal"] = st.session_state[_GOAL]
