"""The mark of the product in a browser's tab, kept with the product."""

from pathlib import Path

FAVICON = Path(__file__).with_name("favicon.svg")
