"""The one-time link by which a fresh server is taken over by its first administrator."""

import sys

from tracker.language import _
from tracker.services.accounts.first_administrator import first_key
from tracker.services.stores import serving_store


def tell_first_link(public_url: str) -> None:
    """Print the link where there is no administrator yet; it goes to the terminal and into no log of ours."""
    key = first_key(serving_store())
    if key is not None:
        text = _("There is no administrator yet. Make the first one within 24 hours at:")
        sys.stdout.write(f"\n{text}\n{public_url}/first?key={key}\n\n")
        sys.stdout.flush()
