"""The main script, run at every visit and click: page settings, navigation, then the page asked for."""

import streamlit as st

from tracker.language import _
from tracker.ui.session.callbacks import begin_page, say_refused
from tracker.ui.session.language import speak_for_visit
from tracker.ui.session.person import person, session_ended
from tracker.ui.session.screen import watch_screen
from tracker.ui.session.sign_in import show_person
from tracker.ui.shell.language import choose_language
from tracker.ui.shell.links import follow_links
from tracker.ui.shell.navigation import navigation
from tracker.ui.shell.page_style import FAVICON, lay_style
from tracker.ui.shell.view_settings import choose_view

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
choose_view()
follow_links()
page.run()
