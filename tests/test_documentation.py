"""The documentation names what exists, and what exists is documented."""

import argparse
import ast
import re
from pathlib import Path

import pytest

from tests.serving import ROOT
from tracker.cli import _parser
from tracker.ui.shell.navigation import page_list

PAPERS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
README = (ROOT / "README.md").read_text(encoding="utf-8")
EVERYTHING = "\n".join(paper.read_text(encoding="utf-8") for paper in PAPERS)
SETTING = re.compile(r"\bTRACKER_[A-Z_]*[A-Z]\b")
NAMED_COMMAND = re.compile(r"python -m tracker (?:--database \S+ )?([a-z]+)")
NAMED_TARGET = re.compile(r"(?:^|`)make ([a-z-]+)", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#]+)")
NAMED_PLACE = re.compile(r"`((?:tracker|pages|tests|data|docs)/[\w./-]*|[\w-]+\.(?:py|txt|toml|md))`")
NAMED_OBJECT = re.compile(r"`([\w./-]+\.py):([\w.]+)`")


def _commands() -> dict[str, argparse.ArgumentParser]:
    action = next(action for action in _parser()._actions if isinstance(action, argparse._SubParsersAction))
    return dict(action.choices)


def _options(parser: argparse.ArgumentParser) -> set[str]:
    return {option for action in parser._actions for option in action.option_strings} - {"-h", "--help"}


def _targets() -> set[str]:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z-]+):(?!=)", makefile, re.MULTILINE))


def _settings_of_code() -> set[str]:
    places = [ROOT / "app.py", ROOT / "Makefile", ROOT / ".ci" / "run", *(ROOT / "tracker").rglob("*.py")]
    return {name for place in places for name in SETTING.findall(place.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("command", sorted(_commands()))
def test_every_command_and_each_of_its_options_is_documented(command: str) -> None:
    assert re.search(rf"`{command}\b", README), f"{command} is missing from the table of commands"
    assert {option for option in _options(_commands()[command]) if option not in README} == set()


def test_every_documented_command_exists() -> None:
    assert set(NAMED_COMMAND.findall(EVERYTHING)) <= set(_commands())


def test_every_setting_is_documented_and_every_documented_setting_exists() -> None:
    assert _settings_of_code() == set(SETTING.findall(README))
    assert set(SETTING.findall(EVERYTHING)) <= _settings_of_code()


def test_every_documented_make_target_exists() -> None:
    assert set(NAMED_TARGET.findall(EVERYTHING)) <= _targets()


def test_help_says_what_each_target_does() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    described = set(re.findall(r"^([a-z]+):.*## \S", makefile, re.MULTILINE))
    asked_for = {"help", "run", "test", "check", "bench", "texts", "format", "lint", "types", "contracts", "clean"}
    assert described == {*asked_for, "locks", "advisories"}


def test_every_page_is_in_the_readme_with_its_section_and_address() -> None:
    first, *others = page_list()
    addressed = [(first, "/"), *((page, f"/{page.address}") for page in others)]
    rows = [f"| {page.section} | {page.title} | `{address}` |" for page, address in addressed]
    assert [row for row in rows if row not in README] == []


def test_every_documented_page_exists() -> None:
    rows = re.findall(r"^\| [^|]+ \| ([^|]+) \| `(/\S*)` \|", README, re.MULTILINE)
    assert sorted(title for title, _address in rows) == sorted(page.title for page in page_list())


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_what_a_document_points_to_exists(paper: Path) -> None:
    text = paper.read_text(encoding="utf-8")
    linked = [target for target in LINK.findall(text) if not (paper.parent / target).exists()]
    made_on_first_start = {"data/tracker.db"}
    named = [place for place in NAMED_PLACE.findall(text) if not _exists(place, paper)]
    assert linked == []
    assert [place for place in named if place not in made_on_first_start] == []


def _exists(place: str, paper: Path) -> bool:
    return (ROOT / place).exists() or (paper.parent / place).exists()


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_function_and_class_that_a_document_names_is_in_its_file(paper: Path) -> None:
    named = NAMED_OBJECT.findall(paper.read_text(encoding="utf-8"))
    assert [f"{place}:{name}" for place, name in named if name not in _defined(ROOT / place)] == []


def _defined(place: Path) -> set[str]:
    """Return the names that a file defines at its outermost level, and those within its classes as Class.name."""
    if not place.exists():
        return set()
    found: set[str] = set()
    for node in ast.parse(place.read_text(encoding="utf-8")).body:
        found |= _names(node)
        if isinstance(node, ast.ClassDef):
            found |= {f"{node.name}.{name}" for inner in node.body for name in _names(inner)}
    return found


def _names(node: ast.stmt) -> set[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return {node.name}
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return {target.id for target in targets if isinstance(target, ast.Name)}
