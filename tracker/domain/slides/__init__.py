"""Sets of slides that come back the same at any time."""
