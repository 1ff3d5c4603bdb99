"""Text that people typed, made safe for where it is shown as markdown."""

import re

# Every character by which Streamlit's markdown would make more of a text than its letters.
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>$:&])")


def markdown(text: str) -> str:
    """Escape a text so that markdown shows it verbatim, on one line."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))
