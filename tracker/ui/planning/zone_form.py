"""The zones as planners see and change them: the tree with its plans, and the form for one zone."""

import streamlit as st
from htpy import Element, div

from tracker.domain.field_words import field_word
from tracker.domain.people.roles import Person
from tracker.language import _, number, remarks
from tracker.services.cache.query_cache import Catalogue
from tracker.services.choices import zones_to_choose
from tracker.services.planning.planning_lists import ZoneLine, stored, zone_lines
from tracker.services.planning.typed_definitions import typed_zone
from tracker.ui.planning.saving import save_button, texts_of
from tracker.ui.session.store_handle import store
from tracker.ui.shell.links import link_to
from tracker.ui.shell.view_settings import chosen_view
from tracker.ui.widgets.elements import leads, plain_table
from tracker.ui.widgets.escaping import markdown
from tracker.ui.widgets.typed_form import choice_field, open_form, text_field


def zone_list() -> None:
    """List the zones, each before those under it."""
    heads = (_("Zone"), _("Kind"), _("Also called"), _("Plans"))
    rows = [
        (
            _indented(line),
            line.zone.kind or "",
            remarks(line.zone.aliases),
            number(line.plans),
        )
        for line in zone_lines(store())
    ]
    leads(link_to(_("＋ New zone"), "zones", new="yes"))
    st.html(plain_table(heads, rows, ("", "", "", "end")))


def _indented(line: ZoneLine) -> Element:
    return div(style=f"padding-left:{line.depth}em")[link_to(line.zone.name, "zones", zone=line.zone.zone)]


def zone_form(person: Person, known: Catalogue, key: str) -> None:
    """Draw the form for a zone, a new one where the key is empty."""
    before = stored(store()).zones.get(key)
    form = open_form(person.account, "zone", key, lambda: (before, texts_of(before)))
    st.header(markdown(known.zones[key].name) if before else _("New zone"), anchor=False)
    left, right = st.columns(2)
    with left:
        name = text_field(form, "name", field_word("name"))
        text_field(form, "name_zh", field_word("name_zh"))
        text_field(form, "aliases", field_word("aliases"), hint=_("Several names are separated by semicolons."))
    with right:
        above = {zone: words for zone, words in zones_to_choose(store(), chosen_view()).items() if zone != key}
        choice_field(form, "parent", field_word("parent"), above)
        text_field(form, "kind", field_word("kind"), example=_("city, development zone, park …"))

    done = _("Saved: {name}").format(name=name)
    save_button(person, form, lambda: typed_zone(form.texts, key), done, stay="zone")
