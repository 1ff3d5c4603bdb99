"""A page of a real browser that keeps what it asked for and what it complained of."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, expect

OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# The app while no page is being made.
IDLE = "[data-testid=stApp][data-test-script-state=notRunning]"
# Streamlit looks for its server under the page's address first, where it is answered 404.
LOOKED_FOR = ("/_stcore/health", "/_stcore/host-config")
# Answers once no page has been made for long enough that the width was told and drawn for.
_STILL = """() => new Promise((answer) => {
    const app = document.querySelector("[data-testid=stApp]");
    let waiting = 0;
    const wait = () => {
        clearTimeout(waiting);
        if (app.getAttribute("data-test-script-state") === "notRunning") waiting = setTimeout(still, 800);
    };
    const states = new MutationObserver(wait);
    const still = () => { states.disconnect(); answer(true); };
    states.observe(app, { attributeFilter: ["data-test-script-state"] });
    wait();
})"""


def settled(page: Page) -> None:
    """Wait until the page is made, and made again where its width was not the one supposed."""
    expect(page.locator("h1").first).to_be_visible()
    expect(page.locator(IDLE)).to_be_attached()
    page.evaluate(_STILL)


def last_read(read: Callable[[], object], wanted: object) -> object:
    """Read until it is what is wanted, for a while: a page may say a moment before that the store has it."""
    end = time.monotonic() + 20
    while (found := read()) != wanted and time.monotonic() < end:
        time.sleep(0.2)
    return found


@dataclass
class Record:
    """What a page asked for and complained of since it was opened."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Keep every request, websocket, console error and uncaught error of the page."""
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("websocket", lambda socket: self.requests.append(socket.url))
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def foreign(self, host: str) -> list[str]:
        """Return the requests that went to another host."""
        urls = [urlsplit(request) for request in self.requests]
        return [url.geturl() for url in urls if url.netloc and url.netloc != host]

    def _hear(self, message: ConsoleMessage) -> None:
        place = str(message.location.get("url", ""))
        if message.type == "error" and not place.endswith(LOOKED_FOR):
            self.complaints.append(f"{message.text} ({place})")
