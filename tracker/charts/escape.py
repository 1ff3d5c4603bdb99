"""The one way text gets into a Plotly figure: as the letters it is made of, never as markup."""

import html
import re

# Controls, and marks that turn the reading direction round, could disguise a name.
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")
# What Plotly reads as TeX ($…$) or as a place to fill in (%{…}).
_READ_BY_PLOTLY = str.maketrans({"$": "&#36;", "%": "&#37;"})


def escape(text: str) -> str:
    """Return text that Plotly shows letter by letter: no tags, links, line breaks, styles, TeX or templates."""
    seen = _UNSEEN.sub(" ", text)
    # Plotly decodes &lt; &gt; &amp; and numeric entities once, after it has looked for tags; it does not know &quot;.
    escaped = html.escape(seen, quote=False)
    return escaped.translate(_READ_BY_PLOTLY) if "$" in seen or "%{" in seen else escaped
