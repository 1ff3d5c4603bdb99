"""The main script, run at every visit and click: page settings, navigation, then the page asked for."""

import streamlit as st

from tracker.language import _
from tracker.ui.asked_again import begin_page, say_refused
from tracker.ui.favicon import FAVICON
from tracker.ui.language_choice import choose_language, speak_for_visit
from tracker.ui.links import follow_links
from tracker.ui.looks import choose_look
from tracker.ui.navigation import navigation
from tracker.ui.page_style import lay_style
from tracker.ui.person import person, session_ended
from tracker.ui.screen import watch_screen
from tracker.ui.sign_in import show_person

speak_for_visit()
looking = begin_page()
page = navigation(looking)
st.set_page_config(page_title=_("{page} · Plan tracker").format(page=page.title), page_icon=str(FAVICON), layout="wide")
lay_style()
watch_screen()
show_person(looking, ended=session_ended())
choose_language()
say_refused()
person()
choose_look()
follow_links()
page.run()
