"""A store whose every free text tries to be code: markup, a link, a template, an icon; and what must become of it."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from tests.people import PASSWORD, settle
from tests.services.round.round_samples import key, token
from tracker.domain.entry.entries import Typed
from tracker.domain.people.roles import Person, Role
from tracker.domain.slides.slide_sets import Origin, SlideSet
from tracker.services.accounts.account_keeping import OPERATOR, add_account
from tracker.services.accounts.sessions import person_of_account
from tracker.services.bundles.bundle_transfer import import_bundle
from tracker.services.planning.definition_saving import save_definition
from tracker.services.review.reviewing import send_back
from tracker.services.round.entering import Submission, save_draft, submit
from tracker.services.slides.slide_sets import change_set, make_set, slide_set
from tracker.services.view_settings import ViewSettings
from tracker.store import Store
from tracker.store.record.definitions import goals

#: Pieces that have to be seen as they were typed.
PIECES = (
    "<script>alert(1)</script>",
    "[l](javascript:alert(2))",
    "{{7*7}}",
    "${7*7}",
    ":material/home:",
    "javascript:x",
)
TEXT = " ".join(PIECES)
YEAR = 2024


def _bundle() -> Mapping[str, Sequence[Sequence[object]]]:
    """Every kind of goal's table, with the text wherever a text is free."""
    return {
        "zones": [
            ["zone", "name", "name_zh", "parent", "kind", "aliases"],
            ["city", f"City {TEXT}", f"市 {TEXT}", "", TEXT, TEXT],
            ["park", f"Park {TEXT}", f"园 {TEXT}", "city", TEXT, TEXT],
        ],
        "sources": [
            ["source", "title", "publisher", "published", "url", "note"],
            ["s", f"Source {TEXT}", TEXT, "2021", "https://example.org/<script>alert(4)</script>?{{7*7}}", TEXT],
        ],
        "indicators": [
            ["indicator", "name", "name_zh", "unit", "better", "accumulates", "category", "definition"],
            ["firms", f"Firms {TEXT}", f"企业 {TEXT}", f"firms {TEXT}"[:40], "up", "level", TEXT, TEXT],
            ["labs", f"Labs {TEXT}", f"实验室 {TEXT}", "labs", "up", "level", TEXT, TEXT],
            ["hub", f"Hub {TEXT}", f"中心 {TEXT}", "milestone", "none", "level", TEXT, TEXT],
        ],
        "plans": [
            ["plan", "zone", "name", "name_zh", "start", "end", "source", "note"],
            *(
                [f"{zone}-plan", zone, f"Plan of {zone} {TEXT}", f"规划 {TEXT}", 2021, 2025, "s", TEXT]
                for zone in ("city", "park")
            ),
        ],
        "goals": [
            ["goal", "plan", "indicator", "kind", "comparator", "value", "due", "source", "locator", "wording", "note"],
            *(
                [f"{zone}-firms", f"{zone}-plan", "firms", "level", ">=", 200, 2025, "s", TEXT, TEXT, TEXT]
                for zone in ("city", "park")
            ),
            ["park-labs", "park-plan", "labs", "level", ">=", 90, 2025, "s", TEXT, TEXT, TEXT],
            ["park-hub", "park-plan", "hub", "milestone", "", "", 2024, "s", TEXT, TEXT, TEXT],
        ],
        "actuals": [
            ["zone", "indicator", "year", "value", "source", "locator", "note"],
            *(
                [zone, "firms", year, 100 + (year - 2020) * 12, "s", TEXT, TEXT]
                for zone in ("city", "park")
                for year in (2020, 2022, 2023)
            ),
        ],
    }


def fill(store: Store, folder: Path) -> SlideSet:
    """Fill an empty store by every way in; return its slide set. The people are official, reviewer, and the others."""
    folder.mkdir()
    for kind, rows in _bundle().items():
        with (folder / f"{kind}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    import_bundle(store, folder, who="a planner")
    people: dict[Role, Person] = {role: _person(store, role) for role in Role if role is not Role.VIEWER}
    _round(store, people)
    planner = people[Role.PLANNER]
    goal = next(goals(store, goal="city-firms"))
    save_definition(store, planner, replace(goal, note=f"{TEXT} again"), before=goal, reason=TEXT, token=token())
    made = make_set(store, planner, TEXT[:100], Origin.PLAN, ["park-plan"], ViewSettings(YEAR), token())
    told = [replace(choice, title=TEXT, notes=TEXT) for choice in made.slides]
    change_set(store, planner, made.key, made.version, token(), name=made.name, slides=told)
    return slide_set(store, made.key)


def _person(store: Store, role: Role) -> Person:
    zones = ("park",) if role in (Role.OFFICIAL, Role.REVIEWER) else ()
    account = add_account(store, OPERATOR, str(role), role=role, zones=zones, shown_name=TEXT, password=PASSWORD)
    settle(store, str(role))
    return person_of_account(store, account)


def _round(store: Store, people: Mapping[Role, Person]) -> None:
    """A value waits for its review, one was sent back, and one is being typed."""
    official, reviewer = people[Role.OFFICIAL], people[Role.REVIEWER]
    typed = Typed(value="170", comment=TEXT, source="s", locator=TEXT, reason=TEXT)
    for indicator, year in (("firms", YEAR), ("firms", 2023), ("labs", YEAR)):
        row = Submission(key=key(indicator, year=year), typed=typed, version=0)
        assert submit(store, official, [row], token()).done
    assert send_back(store, reviewer, {key("labs"): 1}, TEXT, token()).done
    save_draft(store, official, key("hub"), Typed(value=TEXT, comment=TEXT), 0)
