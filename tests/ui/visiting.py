"""Pages as a visitor sees them: opened at an address on a store, and read as text."""

import html
import os
import re
import tempfile
from functools import lru_cache
from pathlib import Path
from unittest.mock import patch

from streamlit.testing.v1 import AppTest

from tests.ui import ten_kinds
from tracker.services import stores
from tracker.services.bundles.bundle_transfer import import_bundle
from tracker.store import Store

PAGES = Path(__file__).resolve().parents[2] / "pages"


@lru_cache(maxsize=1)
def shipped() -> Store:
    """Make a store of the shipped plans, once."""
    return stores.make_store(f"sqlite:///{tempfile.mkdtemp()}/shipped.db")


@lru_cache(maxsize=1)
def kinds() -> Store:
    """Make a store with a goal of each kind, one actual of which was corrected, once."""
    folder = Path(tempfile.mkdtemp())
    made = stores.make_store(f"sqlite:///{folder}/kinds.db", empty=True)
    for corrected in (False, True):
        import_bundle(made, ten_kinds.write(folder / "bundle", corrected=corrected), who="a planner")
    return made


@lru_cache(maxsize=1)
def nothing() -> Store:
    """Make an empty store, once."""
    return stores.make_store(f"sqlite:///{tempfile.mkdtemp()}/nothing.db", empty=True)


@lru_cache(maxsize=1)
def many_sources() -> Store:
    """Make a store of sixty sources and nothing else, once."""
    folder = Path(tempfile.mkdtemp())
    made = stores.make_store(f"sqlite:///{folder}/sources.db", empty=True)
    import_bundle(made, ten_kinds.write_many_sources(folder / "bundle", 60), who="a planner")
    return made


def visit(script: str, store: Store, *, year: int | None = None, **address: str) -> AppTest:
    """Open a page at an address, seen from a year."""
    page = AppTest.from_file(str(PAGES / script), default_timeout=60)
    for name, value in address.items():
        page.query_params[name] = value
    if year is not None:
        page.session_state["year"] = year
    return again(page, store)


def again(page: AppTest, store: Store) -> AppTest:
    """Run a page once more on its store."""
    with patch.dict(os.environ, {"TRACKER_DATABASE_URL": store.url.render_as_string(hide_password=False)}):
        stores.serving_store.cache_clear()
        page.run()
    assert not page.exception, page.exception
    return page


def text_of(page: AppTest) -> str:
    """Give what stands on a page as plain text, without tags and escapes."""
    drawn = [element.proto.body for element in page.get("html")]
    plain = [html.unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", text, flags=re.DOTALL)) for text in drawn]
    written = [*page.title, *page.header, *page.markdown, *page.caption, *page.info, *page.warning]
    plain += [re.sub(r"\\(.)", r"\1", element.value) for element in written]
    return re.sub(r"\s+", " ", " ".join(plain))


def markup_of(page: AppTest) -> str:
    """Give the HTML of a page as it is sent."""
    return "".join(element.proto.body for element in page.get("html"))
