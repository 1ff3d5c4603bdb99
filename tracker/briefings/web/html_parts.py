"""Elements of a web page: every text is escaped, and only what is made here is markup."""

import html
from collections.abc import Iterable
from typing import TypeAlias

from tracker.charts import NumberTable


class Markup(str):
    """Text that is HTML already, its parts escaped."""

    __slots__ = ()


Part: TypeAlias = str | Markup


def tag(kind: str, *inside: Part, **attributes: str) -> Markup:
    """Write an element; an attribute's name may end with _ and has - for _ (`class_`, `aria_label`)."""
    said = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{html.escape(value)}"' for name, value in attributes.items()
    )
    return Markup(f"<{kind}{said}>{together(inside)}</{kind}>")


def together(parts: Iterable[Part]) -> Markup:
    """Put parts after each other."""
    return Markup("".join(part if isinstance(part, Markup) else html.escape(part) for part in parts))


def paragraphs(text: str, **attributes: str) -> Markup:
    """Write each line of a text as a paragraph."""
    return together(tag("p", line, **attributes) for line in text.splitlines() if line.strip())


def table(numbers: NumberTable, label: str) -> Markup:
    """Write a table that can be scrolled by keyboard where it is wider than the screen."""
    heads = together(tag("th", head, scope="col") for head in numbers.heads)
    rows = together(
        tag("tr", tag("th", row[0], scope="row"), together(tag("td", cell) for cell in row[1:])) for row in numbers.rows
    )
    whole = tag("table", tag("thead", tag("tr", heads)), tag("tbody", rows))
    return tag("div", whole, class_="scrolled", tabindex="0", role="region", aria_label=label)
