"""The document on security promises nothing that no test holds, and says rules, roles and limits as they are."""

import ast
import re
from collections import defaultdict

import pytest

from tests.serving import ROOT
from tracker.domain.entry.evidence import LARGEST_EVIDENCE
from tracker.domain.people.accounts import LONGEST_ACCOUNT
from tracker.domain.people.roles import Permission, Person, Role, role_word
from tracker.domain.text import LONGEST_NAME
from tracker.exchange.bundle.bundle_reading import MOST_UPLOADED
from tracker.exchange.form.reading import MOST_FORM_BYTES, MOST_FORM_ROWS
from tracker.exchange.table.cells import LONGEST_NOTE
from tracker.exchange.workbook.zip_checks import MOST_BYTES, MOST_ROWS
from tracker.services.accounts.passwords import LONGEST, SHORTEST
from tracker.services.text.pasted_quantities import MOST_CHARACTERS

DOCUMENT = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
PROMISES = re.findall(r"^\| ([\d.]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", DOCUMENT, re.MULTILINE)
NAMED_TEST = re.compile(r"`(test_\w+\.py)::(test_\w+)`")

# The requirements of level 1: the number of each in its section of the standard.
LEVEL_1 = {
    "1.2": "12345", "1.3": "12", "1.5": "1",
    "2.1": "1", "2.2": "12", "2.3": "1",
    "3.2": "12", "3.3": "1", "3.4": "12", "3.5": "123",
    "4.1": "1", "4.4": "1",
    "5.2": "12", "5.3": "12",
    "6.1": "1", "6.2": "12345678", "6.3": "12", "6.4": "12",
    "7.2": "1234", "7.4": "12",
    "8.1": "1", "8.2": "12", "8.3": "1",
    "9.1": "123", "9.2": "1",
    "10.4": "12345",
    "11.3": "12", "11.4": "1",
    "12.1": "1", "12.2": "12",
    "13.4": "1",
    "14.2": "1", "14.3": "1",
    "15.1": "1", "15.2": "1", "15.3": "1",
}  # fmt: skip

# How the table of roles says what may be done; everybody may look and keep slide sets.
SAID = {
    Permission.REPORT: "enter values",
    Permission.REVIEW: "accept or return values",
    Permission.PLAN: "write zones, indicators, plans and goals",
    Permission.READ_HISTORY: "read the history",
    Permission.MANAGE_ACCOUNTS: "keep the accounts",
}


def _tests() -> dict[str, set[str]]:
    """Find the tests by the name of their file, in whatever folder it is."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in (ROOT / "tests").rglob("test_*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found[path.name] |= {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    return found


def test_every_requirement_of_level_1_is_answered_once_and_in_order() -> None:
    numbers = [f"{section}.{one}" for section, ones in LEVEL_1.items() for one in ones]
    assert [number for number, *_rest in PROMISES] == numbers
    assert len(numbers) == 70


def test_every_test_that_is_named_exists() -> None:
    tests = _tests()
    named = NAMED_TEST.findall(DOCUMENT)
    gone = [(file, test) for file, test in named if test not in tests[file]]
    found_in = {test: [file for file in tests if test in tests[file]] for _file, test in gone}
    assert gone == [], f"the tests are now in {found_in}"
    assert len(named) > 100


@pytest.mark.parametrize(("number", "answer", "held"), [(row[0], row[2], row[3]) for row in PROMISES])
def test_an_answer_is_plain_and_what_is_met_is_held_by_a_test(number: str, answer: str, held: str) -> None:
    assert re.match(r"met\b|not met by [^,]+, (because|for the same reason)|does not apply, because ", answer), number
    named = NAMED_TEST.findall(held)
    assert named or not answer.startswith("met"), number
    assert held == ", ".join(f"`{file}::{test}`" for file, test in named) or held == "–", number


def test_the_table_of_roles_is_that_of_the_product() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    told = dict(
        re.findall(r"^\| (\w+) \| ([^|]+) \|$", readme.split("| role | may", 1)[1].split("\n\n")[0], re.MULTILINE)
    )
    assert set(told) == {role_word(role).lower() for role in Role}
    planner = told["planner"]
    for role in Role:
        words = told[role_word(role).lower()].replace("what a planner may", planner)
        may = {permission for permission, said in SAID.items() if said in words}
        person = Person(account="li", name="Li", role=role)
        everybody = {Permission.VIEW, Permission.PRESENT}
        assert {permission for permission in Permission if person.may(permission)} == may | everybody, role


def test_what_is_taken_is_written_as_it_is_checked() -> None:
    taken = DOCUMENT.split("## What is taken", 1)[1].split("\n## ", 1)[0]
    rules = dict(re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", taken, re.MULTILINE))
    limits = {
        "names, titles, places in a source": [LONGEST_NAME],
        "notes, definitions, wordings, comments, reasons": [LONGEST_NOTE],
        "account": [LONGEST_ACCOUNT],
        "password": [SHORTEST, LONGEST],
        "bundle": [MOST_UPLOADED // 10**6, MOST_ROWS, MOST_BYTES // 2**20],
        "round workbook": [MOST_FORM_BYTES // 10**6, MOST_FORM_ROWS],
        "evidence": [LARGEST_EVIDENCE // 2**20],
        "pasted text": [MOST_CHARACTERS],
    }
    for what, numbers in limits.items():
        assert [int(one.replace(",", "")) for one in re.findall(r"\d[\d,]*", rules[what])] == numbers, what
