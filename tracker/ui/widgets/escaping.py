"""Text that people typed, made safe for where it is shown as markdown."""

import re

# Every character by which Streamlit's markdown would make more of a text than its letters.
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>$:&/@=])")
# What Streamlit makes icons, links and signs of after markdown is read, when escapes are gone: the character to hold.
_LATER = re.compile(
    r":(?=//|[+-]1:|(?!\d+:)[\w-]+:)|(?<=www)\.|(?<=[\w.+-])@(?=[\w-])|[<>~](?=[-=])|-(?=[->])", re.IGNORECASE
)


def markdown(text: str) -> str:
    """Return a text escaped so that markdown shows it verbatim, on one line."""
    plain, parts, place = " ".join(text.split()), [], 0
    for match in _LATER.finditer(plain):
        # A colour of nothing: an element of its own, across which nothing is looked for.
        parts += [_escaped(plain[place : match.start()]), f":color[{_escaped(match[0])}]{{}}"]
        place = match.end()
    return "".join([*parts, _escaped(plain[place:])])


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)
