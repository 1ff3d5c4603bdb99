"""The habits of the code that no linter holds: short functions, thin pages, one sentence for every module."""

import ast
import re
from pathlib import Path

import pytest

from tests.serving import ROOT
from tracker.ui.shell.navigation import PAGES, page_list

MODULES = sorted((ROOT / "tracker").rglob("*.py"))
SCREENS = [path for path in MODULES if path.relative_to(ROOT).parts[1] in ("services", "ui", "web")]
SCRIPTS = sorted(PAGES.rglob("*.py"))
LONGEST_FUNCTION, LONGEST_PAGE = 45, 60
FORBIDDEN_IN_PAGES = ("pandas", "numpy", "plotly", "sqlalchemy", "tracker.store", "tracker.exchange", "tracker.domain")
# A tag, not a named group of a pattern.
_TAG = re.compile(r"(?<!\?P)</?[a-z][a-z0-9]*[\s/>]")
# Looks for scripts in the page that Streamlit ships; it writes none.
_READS_HTML = ROOT / "tracker" / "web" / "middleware" / "security_headers.py"
SAYS_NOTHING = {"data", "helper", "helpers", "manager", "utils", "util", "process", "common", "misc"}


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _imports(tree: ast.Module) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


@pytest.mark.parametrize("path", SCRIPTS, ids=_name)
def test_a_page_is_a_short_script_that_asks_for_ready_answers(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    forbidden = [name for name in _imports(tree) if any(f"{name}.".startswith(f"{no}.") for no in FORBIDDEN_IN_PAGES)]
    assert ast.get_docstring(tree)
    assert len(text.splitlines()) < LONGEST_PAGE
    assert functions == []
    assert forbidden == []


def test_every_page_on_disk_is_in_the_navigation_and_the_other_way_round() -> None:
    assert sorted(page.path for page in page_list()) == SCRIPTS


def test_pages_have_addresses_of_their_own() -> None:
    addresses = [page.address for page in page_list()]
    assert len(set(addresses)) == len(addresses)


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_file_has_a_subject(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "a module says in one sentence what it is for"
    assert path.stem not in SAYS_NOTHING


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_no_function_is_longer_than_a_screen(path: Path) -> None:
    long = {node.name: _lines(node) for node in _functions(path) if _lines(node) > LONGEST_FUNCTION}
    assert long == {}


def test_most_functions_are_a_few_lines() -> None:
    sizes = sorted(_lines(function) for path in MODULES for function in _functions(path))
    assert sizes[len(sizes) // 2] <= 9
    assert sizes[len(sizes) * 9 // 10] < 30


@pytest.mark.parametrize("path", [*MODULES, *SCRIPTS], ids=_name)
def test_one_sqlite_library_opens_the_store_and_in_two_places_alone(path: Path) -> None:
    # Another library in the same process would drop the locks of the first whenever it closes the file.
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [name for name in _imports(tree) if name.split(".")[0] == "sqlite3"] == []
    calls = [ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)]
    if _name(path) not in ("tracker/store/database/store_file.py", "tracker/store/database/file_copies.py"):
        assert "pysqlite.connect" not in calls


def _functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def _lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


@pytest.mark.parametrize("path", [path for path in [*SCREENS, *SCRIPTS] if path != _READS_HTML], ids=_name)
def test_html_is_made_of_elements_and_templates_alone(path: Path) -> None:
    """A tag in a string is put together by hand, and whatever is put into it may be markup, too."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and node not in documented]
    assert [text.lineno for text in texts if isinstance(text.value, str) and _TAG.search(text.value)] == []
    escaping = {"html", "html.escape", "xml.sax.saxutils", "xml.sax.saxutils.escape"}
    assert _imports(tree) & escaping == set(), "elements and templates escape by themselves"


# What runs or builds code from what it is given, and hashes and random numbers that others can work out.
RUNS_WHAT_IT_IS_GIVEN = {
    "eval",
    "exec",
    "compile",
    "__import__",
    "os.system",
    "os.popen",
    "pickle",
    "marshal",
    "shelve",
}
GUESSED = {"random", "hashlib.md5", "hashlib.sha1", "uuid.uuid1"}


@pytest.mark.parametrize("path", [ROOT / "app.py", *MODULES, *SCRIPTS], ids=_name)
def test_nothing_runs_what_it_is_given_or_can_be_guessed(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    named = {ast.unparse(call.func) for call in calls} | _imports(tree)
    assert named & (RUNS_WHAT_IT_IS_GIVEN | GUESSED) == set()
    options = {keyword.arg for call in calls for keyword in call.keywords}
    assert options & {"shell", "unsafe_allow_html", "unsafe_allow_javascript"} == set()
