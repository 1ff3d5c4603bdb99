"""Links between pages as plain HTML: they open without a reload, in a new tab too, and keep how the reader looks."""

from urllib.parse import parse_qsl, urlencode, urlsplit

import streamlit as st
from htpy import Element, a

from tracker.briefings.deck.presenting_address import address_of
from tracker.domain.text import drawable
from tracker.language import _
from tracker.services.overview.counts_by_group import Scope
from tracker.ui.session.sign_in import here
from tracker.ui.shell.navigation import page_list
from tracker.ui.shell.view_settings import view_in_address

# Takes clicks on links into the product from the browser, which would load the whole application again. On its way to
# another page Streamlit adds the old page with the new page's choices to the browser's history: that step is left out.
_FOLLOW = """
const oneStep = (target) => {
    if (target.pathname === location.pathname) return;
    const restore = () => { delete history.pushState; };
    history.pushState = function(state, title, url) {
        if (new URL(url, location.href).pathname === location.pathname) return;
        restore();
        history.pushState(state, title, url);
    };
    setTimeout(restore, 5000);
};
export default function({ setStateValue }) {
    const follow = (event) => {
        const link = event.target.closest && event.target.closest(".stHtml a[data-lead]");
        const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
        if (!link || !plain) return;
        event.preventDefault();
        oneStep(new URL(link.href));
        setStateValue("followed", `${Date.now()} ${link.getAttribute("href")}`);
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
}
"""


_FOLLOWED = "link that was followed last"
_links = st.components.v2.component("links_of_pages", js=_FOLLOW)


def href(address: str, **named: str) -> str:
    """Return the address of a page with what it is asked for and how the reader looks."""
    query = {**{name: value for name, value in named.items() if value}, **view_in_address()}
    place = "./" if address == page_list()[0].address else address
    return f"{place}?{urlencode(query)}" if query else place


def link_to(words: str, address: str, *, title: str = "", **named: str) -> Element:
    """Return a link to a page."""
    return a(data_lead="", href=href(address, **named), title=title or None)[words]


def follow_links() -> None:
    """Lead to the page of the link that was clicked; stands in the frame, once."""
    with st.sidebar:
        click = str(_links(key="links_of_pages", on_followed_change=lambda: None).followed or "")
    # A value that stays, because a trigger is lost where two runs follow each other closely.
    if click and click != st.session_state.get(_FOLLOWED):
        st.session_state[_FOLLOWED] = click
        lead_by(click.partition(" ")[2])


def lead_by(link: str) -> None:
    """Open the page a link of this product names, with what it asks for; nothing for any other link."""
    try:
        parts = urlsplit(drawable(link))
    except ValueError:
        return
    lead_to(parts.path.strip("./"), **dict(parse_qsl(parts.query)))


def lead_to(address: str, **named: str) -> None:
    """Open a page by its address, the first one by none; nothing where there is no such page."""
    pages = page_list()
    scripts = {"": pages[0].path} | {page.address: page.path for page in pages}
    if address in scripts:
        st.switch_page(scripts[address], query_params={**view_in_address(), **named})


def present_link(*, words: str = "", **asked: str) -> None:
    """Show the link that presents a set, plan, zone, goals or comparison as the reader looks at it, and leads back."""
    looked = {} if asked.get("set") else view_in_address()
    st.html(present_button(address_of(**asked, **looked, back=here()), words))


def present_button(place: str, words: str = "") -> Element:
    """Return the link to slides, which look like a button."""
    return a(".present", target="_self", href=place)["▶ ", words or _("Present")]


def present_scope(scope: Scope) -> None:
    """Show the link that presents the plan or zone that is looked at; nothing where all are."""
    if scope.plan:
        present_link(plan=scope.plan)
    elif scope.zone:
        present_link(zone=scope.zone)
