"""The main script, run at every visit and click: page settings, navigation, then the page asked for."""

import streamlit as st

from tracker.language import _
from tracker.ui.favicon import FAVICON
from tracker.ui.links import follow_links
from tracker.ui.looks import choose_look
from tracker.ui.navigation import navigation
from tracker.ui.page_style import lay_style
from tracker.ui.screen import measure_screen

page = navigation()
st.set_page_config(page_title=_("{page} · Plan tracker").format(page=page.title), page_icon=str(FAVICON), layout="wide")
lay_style()
measure_screen()
choose_look()
follow_links()
page.run()
