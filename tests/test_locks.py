"""What is installed is locked by its hashes, and the locks are those of the pins."""

import re

import pytest

from tests.serving import ROOT

PIN = re.compile(r"^([A-Za-z0-9_.-]+)(?:\[[a-z,]+\])?==(\S+)", re.MULTILINE)


def _pins(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return {re.sub(r"[-_.]+", "-", package).lower(): version for package, version in PIN.findall(text)}


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_every_pin_is_locked_at_its_version(name: str) -> None:
    pins = _pins(f"{name}.txt")
    locked = _pins(f"{name}.lock")
    assert pins
    assert {package: locked.get(package) for package in pins} == pins, "run: make locks"


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_everything_that_is_locked_has_hashes(name: str) -> None:
    blocks = re.split(r"\n(?=[A-Za-z])", (ROOT / f"{name}.lock").read_text(encoding="utf-8"))
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_what_runs_is_locked_alike_for_running_and_for_testing() -> None:
    assert _pins("requirements.lock").items() <= _pins("requirements-dev.lock").items()
