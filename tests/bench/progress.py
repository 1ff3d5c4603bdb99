"""What is being measured right now, told on standard error."""

import sys
from time import monotonic

_BEGIN = monotonic()


def tell(words: str) -> None:
    """Say what comes next."""
    sys.stderr.write(f"[{monotonic() - _BEGIN:6.1f} s] {words}\n")
    sys.stderr.flush()
