"""The server without gc.freeze, to measure what that brings; `python -m tests.bench.unfrozen`."""

import sys

import app
from tracker.web import startup


def main() -> int:
    """Serve as app.py does."""
    startup.freeze = lambda: None
    return app.main()


if __name__ == "__main__":
    sys.exit(main())
