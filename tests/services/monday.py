"""A city whose goals stand everywhere, seen from 2022: a goal for each group, silent ones, and a park with one more."""

from pathlib import Path

from tests.services.conftest import write_bundle
from tracker.services.bundles.bundle_transfer import import_bundle
from tracker.services.view_settings import ViewSettings
from tracker.store import Store, open_store

LOOK = ViewSettings(2022)
_LEVELS = {
    "binding-far": "11.6",
    "worst": "10.4",
    "far": "12",
    "behind": "13",
    "fine": "14",
    "done": "13",
    "silent": "",
}
BUNDLE = {
    "zones": "zone,name,parent\ncity,City,\npark,Park,city\n",
    "sources": "source,title,publisher,published,url\nbook,The plan book,Planning Office,2021-03-01,https://example.org/a\n",
    "indicators": "indicator,name,unit,better,accumulates\n"
    + "".join(f"{name}-things,{name.capitalize()} things,things,up,level\n" for name in _LEVELS)
    + "opening,The opening,state,none,level\n",
    "plans": "plan,zone,name,start,end,issued,succeeds,source\n"
    "city-plan,city,City plan,2021,2025,2021-03-01,,book\npark-plan,park,Park plan,,,2021,city-plan,\n",
    "goals": "goal,plan,indicator,kind,comparator,value,due,baseline_year,baseline_value,nature\n"
    + "".join(
        f"{name},city-plan,{name}-things,level,>=,{12 if name == 'done' else 20},{2022 if name == 'done' else 2025},"
        f"{'2020,10' if level else ','},{'binding' if name == 'binding-far' else ''}\n"
        for name, level in _LEVELS.items()
    )
    + "opening,city-plan,opening,milestone,,,2025,,,\nsomeday,park-plan,far-things,level,>=,5,,,,\n",
    "actuals": "zone,indicator,year,value\n"
    + "".join(f"city,{name}-things,2022,{level}\n" for name, level in _LEVELS.items() if level),
}


def monday_store(folder: Path, bundle: dict[str, str] = BUNDLE) -> Store:
    """Make the city's store in a folder."""
    store = open_store(f"sqlite:///{folder / 'monday.db'}", create=True)
    import_bundle(store, write_bundle(folder / "monday", bundle), who="a planner")
    return store


def report(store: Store, folder: Path, zone: str, indicator: str, year: int, value: str) -> None:
    """Report one value, or correct it."""
    files = {"actuals": f"zone,indicator,year,value\n{zone},{indicator},{year},{value}\n"}
    import_bundle(store, write_bundle(folder / "report", files), who="a reporter")
