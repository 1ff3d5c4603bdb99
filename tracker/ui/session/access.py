"""Who gets in, as this server's settings say."""

import os

from tracker.services.access_settings import AccessSettings, read_access


def access() -> AccessSettings:
    """Read the settings; the server has refused to start where they leave open whether visitors may look."""
    return read_access(os.environ)
