"""What a test needs of the machine: it skips with the reason, or fails where everything is required."""

import os
import shutil
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


def require_or_skip(condition: object, reason: str) -> None:
    """Skip the test where the condition does not hold; fail it where TRACKER_REQUIRE_ALL=1."""
    if condition:
        return
    if os.environ.get("TRACKER_REQUIRE_ALL") == "1":
        pytest.fail(f"{reason} (and TRACKER_REQUIRE_ALL=1 lets nothing be skipped)", pytrace=False)
    pytest.skip(reason)


def shared_case(path: str) -> Path:
    """Return a file of the design's folder beside the project, which may always be absent."""
    place = SHARED / path
    if not place.exists():
        pytest.skip(f"../shared/{path} is not on this machine")
    return place


def chromium() -> str:
    """Return the browser's place, or skip the test."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or ""
    require_or_skip(found, "no chromium on this machine")
    return found


def office() -> str:
    """Return the place of the office program that renders slides, or skip the test."""
    found = shutil.which("soffice") or ""
    require_or_skip(found, "no LibreOffice on this machine")
    return found


def pdf_reader() -> str:
    """Return the place of the program that reads words and pages of a PDF, or skip the test."""
    found = shutil.which("pdftotext") or ""
    require_or_skip(found, "no poppler-utils on this machine")
    return found
