"""Whatever a page leaves for later goes through one module, which asks again who is there."""

import ast
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.serving import ROOT
from tracker.domain.people.roles import Person, Role
from tracker.ui.session import person as asking

WAY = ROOT / "tracker" / "ui" / "session" / "callbacks.py"
SCREEN = sorted({*(ROOT / "tracker" / "ui").rglob("*.py"), *(ROOT / "pages").rglob("*.py")} - {WAY})
#: Keep what was typed, and ask themselves before they write.
KEEPING = {"_keep_at_once", "_changed", "_typed", "_keep_title", "_keep_notes"}
#: What runs later by itself, or gives a file an address.
LATER = {"fragment", "dialog", "download_button", "image", "audio", "video", "pdf", "logo"}
CALLBACKS = {"on_click", "on_change", "on_select", "on_submit", "on_dismiss"}


def left_for_later(text: str) -> list[str]:
    """Give the places by which a module leaves something for later that asks nobody again."""
    return [ast.unparse(node) for node in ast.walk(ast.parse(text)) if _leaves(node)]


def _leaves(node: ast.AST) -> bool:
    match node:
        case ast.keyword(arg=str(name)) if name.startswith("on_"):
            return not _asks(node.value)
        case ast.Attribute():
            return node.attr == "download_button" or (node.attr in LATER and _is_streamlit(node.value))
        case ast.Constant():
            return node.value in CALLBACKS
        case ast.Call():
            return _hides(node) or ast.unparse(node).startswith("getattr(st,")
        case ast.Import():
            return any(one.name == "streamlit" and one.asname != "st" for one in node.names)
        case ast.ImportFrom():
            return node.module == "streamlit"
    return False


def _asks(value: ast.expr) -> bool:
    """Whether a callback asks who is there, keeps typed words alone, or is the way in, for anybody."""
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
        kept = value.func.id == "keeping" and ast.unparse(value.args[0]) in KEEPING
        return value.func.id == "callback" or kept
    nothing = isinstance(value, ast.Lambda) and isinstance(value.body, ast.Constant)
    return nothing or (isinstance(value, ast.Constant) and value.value != "") or ast.unparse(value) == "st.login"


def _is_streamlit(value: ast.expr) -> bool:
    return isinstance(value, ast.Name) and value.id == "st"


def _hides(call: ast.Call) -> bool:
    """Whether a callback may stand in a call of Streamlit without its name: by its place, or in unpacked arguments."""
    called = isinstance(call.func, ast.Attribute) and _is_streamlit(call.func.value)
    return called and (len(call.args) > 3 or any(keyword.arg is None for keyword in call.keywords))


@pytest.mark.parametrize("path", SCREEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_is_left_for_later_that_asks_nobody(path: Path) -> None:
    assert left_for_later(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "written",
    [
        "st.button('a', on_click=remove, args=(person,))",
        "left.button('a', on_click=lambda: remove(person))",
        "st.button('a', on_click=keeping(remove))",
        "st.data_editor(rows, on_change=typed)",
        "st.dataframe(rows, on_select=chosen)",
        "st.button('a', 'key', 'help', remove)",
        "st.button('a', **{'on_click': remove})",
        "st.selectbox('a', rows, **more)",
        "@st.fragment\ndef draw(): ...",
        "@st.dialog('a')\ndef draw(): ...",
        "right.download_button('a', make)",
        "st.image(drawn)",
        "from streamlit import fragment",
        "import streamlit as other",
        "getattr(st, 'fragment')(draw)",
        "_watch(key='a', on_width_change=keep)",
    ],
)
def test_the_ways_around_are_found(written: str) -> None:
    assert left_for_later(written)


LI = Person(account="li", name="Li", role=Role.OFFICIAL, zones=frozenset({"park"}))


def _page() -> None:
    import streamlit as st

    from tracker.ui.session.callbacks import begin_page, callback, fragment, say_refused

    begin_page()
    say_refused()
    done = st.session_state.setdefault("done", [])

    @fragment
    def part() -> None:
        st.button("Redraw")
        st.text("drawn for one")

    st.button("Do it", on_click=callback(done.append), args=("done",))
    part()


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (None, "Your account was changed meanwhile, so the last click did nothing."),
        (Person(account="li", name="Li", role=Role.VIEWER), "Your account was changed meanwhile"),
        (Person(account="li", name="Li", role=Role.OFFICIAL, zones=frozenset({"port"})), "Your account was changed"),
        (Person(account="wu", name="Wu", role=Role.OFFICIAL, zones=frozenset({"park"})), "Your account was changed"),
    ],
)
def test_a_click_on_a_page_made_for_another_does_nothing(
    monkeypatch: pytest.MonkeyPatch, now: Person | None, said: str
) -> None:
    monkeypatch.setattr(asking, "known_person", lambda: LI)
    page = AppTest.from_function(_page).run()
    page.button[0].click().run()
    assert page.session_state["done"] == ["done"]
    monkeypatch.setattr(asking, "known_person", lambda: now)
    page.button[0].click().run()
    assert page.session_state["done"] == ["done"]
    assert page.warning[0].value.startswith(said)
    page.button[0].click().run()
    assert page.session_state["done"] == ["done", "done"], "the page made again is the other's"
    assert not page.warning
