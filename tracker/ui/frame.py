"""The main script, run at every visit and click: page settings, navigation, then the page asked for."""

import streamlit as st

from tracker.domain.people.roles import VISITOR
from tracker.language import _
from tracker.ui.favicon import FAVICON
from tracker.ui.language_choice import choose_language, speak_for_visit
from tracker.ui.links import follow_links
from tracker.ui.looks import choose_look
from tracker.ui.navigation import navigation
from tracker.ui.page_style import lay_style
from tracker.ui.person import known_person, person, session_ended
from tracker.ui.screen import watch_screen
from tracker.ui.sign_in import show_person

speak_for_visit()
looking = known_person() or VISITOR
page = navigation(looking)
st.set_page_config(page_title=_("{page} · Plan tracker").format(page=page.title), page_icon=str(FAVICON), layout="wide")
lay_style()
watch_screen()
show_person(looking, ended=session_ended())
choose_language()
person()
choose_look()
follow_links()
page.run()
