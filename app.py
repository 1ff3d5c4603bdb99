"""The server: Streamlit's application around tracker/ui/frame.py, with its routes, middleware and start-up."""

import os
import sys
from pathlib import Path

import streamlit
from streamlit.starlette import App

from tracker import web
from tracker.errors import TrackerError
from tracker.ui.failures import show_failure
from tracker.ui.page_list import page_list

HERE = Path(__file__).resolve().parent
# What the first page would import otherwise, while a person waits.
LOADED_FIRST = ("pandas", "pyarrow", "plotly.graph_objects", "tracker.services", "tracker.charts", "tracker.ui")


settings = web.read_settings(os.environ)
app = App(
    HERE / "tracker" / "ui" / "frame.py",
    lifespan=web.lifespan(web.ready_store, LOADED_FIRST),
    # The first page opens at / alone, so its own address leads there.
    routes=[web.health_route(web.check_store), web.moved_route(f"/{page_list()[0].address}", "/")],
    middleware=web.middleware(Path(streamlit.__file__).parent / "static", settings.hosts),
    on_script_error=show_failure,
)


def main() -> int:
    """Serve until stopped; the exit status is 1 where the store or a setting is wrong."""
    try:
        web.ready_store()
    except TrackerError as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    app.run(
        config={
            "server.address": settings.address,
            "server.port": settings.port,
            "server.allowedHosts": list(settings.hosts),
            "browser.serverAddress": settings.shown_name,
        }
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
