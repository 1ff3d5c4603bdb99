"""Tests of a browser and of servers stay with one worker, one after the other: two browsers would starve each other."""

from xdist.scheduler.loadscope import LoadScopeScheduling

ALONE = (
    "tests/browser/",
    "tests/web/test_server.py",
    "tests/web/test_proxies.py",
    "tests/web/test_store_in_use.py",
    "tests/web/test_open_windows.py",
)


class OneBrowserAtATime(LoadScopeScheduling):  # type: ignore[misc]  # the scheduler comes without types
    """Gives every test to whichever worker is free, and all that open browsers to one."""

    def _split_scope(self, nodeid: str) -> str:
        return "browser" if nodeid.startswith(ALONE) else nodeid
