"""The server; `python app.py` makes the store ready and serves the pages of tracker/ui/shell/frame.py."""

import os
import sys
from pathlib import Path

import streamlit
from streamlit.starlette import App

from tracker import web
from tracker.briefings.deck.presenting_address import PRESENTING
from tracker.errors import TrackerError
from tracker.ui.session.files_in_memory import owners_of, uploads_held
from tracker.ui.session.person import provider_claims, provider_secrets
from tracker.ui.shell.navigation import page_list
from tracker.ui.widgets.messages import show_failure

HERE = Path(__file__).resolve().parent
# What the first page would import otherwise, while a person waits.
LOADED_FIRST = ("pandas", "pyarrow", "plotly.graph_objects", "tracker.services", "tracker.charts", "tracker.ui")


def server(settings: web.ServerSettings) -> App:
    """Return Streamlit's application around the frame, with our routes, middleware and start-up."""
    return App(
        HERE / "tracker" / "ui" / "shell" / "frame.py",
        secrets=provider_secrets(settings.access.provider, settings.public_url),
        lifespan=web.lifespan(LOADED_FIRST, web.prepare_answers, web.watch_store),
        # The first page opens at / alone, so its own address leads there.
        routes=[
            web.health_route(web.check_store),
            web.redirect_route(f"/{page_list()[0].address}", "/"),
            *web.sign_in_routes(),
            *web.presenting_routes(open_display=settings.access.open_display),
            web.evidence_route(),
            web.language_route(),
        ],
        middleware=web.middleware_stack(
            Path(streamlit.__file__).parent / "static",
            settings.hosts,
            open_display=settings.access.open_display,
            pages=[*(f"/{page.address}" for page in page_list()), PRESENTING],
            owners_of=owners_of,
            held=uploads_held,
            claims=provider_claims if settings.access.provider else web.no_claims,
            secure=settings.access.secure,
            public_url=settings.public_url,
        ),
        on_script_error=show_failure,
    )


def main() -> int:
    """Serve until stopped; the exit status is 1 where the store or a setting is wrong."""
    try:
        settings = web.read_settings(os.environ)
        web.ready_store()
        web.print_first_link(settings.public_url)
    except TrackerError as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    # Where uvicorn, which Streamlit starts, looks for the proxies that it believes.
    os.environ["FORWARDED_ALLOW_IPS"] = ",".join(settings.proxies)
    server(settings).run(
        config={
            "server.address": settings.address,
            "server.port": settings.port,
            "server.allowedHosts": list(settings.hosts),
            "browser.serverAddress": settings.shown_name,
            "server.trustedUserHeaders": {web.SESSION_HEADER: "session"},
        }
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
