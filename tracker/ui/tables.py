"""Tables to read, as HTML: every text escaped, each row a card of its own on a phone."""

from collections.abc import Iterable, Sequence

from tracker.domain.vocabulary import Group
from tracker.ui.badges import colour, group_colour
from tracker.ui.safe import shown_html


class Html(str):
    """Text that is HTML already, its parts escaped."""

    __slots__ = ()


Cell = str | Html

LINK = group_colour(Group.ON_TRACK)
STYLE = f"""<style>
table.plain {{width:100%;max-width:92rem;border-collapse:collapse;border:0}}
table.plain th {{text-align:left;font-weight:600;color:{colour("muted")};border:0;
  border-bottom:2px solid {colour("grid")};padding:.35rem 1.25rem .35rem 0;vertical-align:bottom}}
table.plain td {{border:0;border-bottom:1px solid {colour("grid")};padding:.5rem 1.25rem .5rem 0;vertical-align:top;
  overflow-wrap:anywhere}}
table.plain .end {{text-align:right;font-variant-numeric:tabular-nums}}
table.plain .strong {{font-weight:600;min-width:7.5rem}}
table.plain .end {{min-width:8rem;white-space:nowrap}}
table.plain td:not(.short), table.plain th:not(.short) {{min-width:5.5rem}}
table.plain .name {{width:14rem}}
table.plain .short {{white-space:nowrap}}
.stHtml table.plain a, .stHtml .plain-link.plain-link a {{
  color:{LINK};text-decoration:underline;text-underline-offset:.15em}}
.quiet {{color:{colour("muted")};font-size:.9em}}
@media (max-width:640px) {{
  table.plain thead {{display:none}}
  table.plain tr {{display:block;border-bottom:1px solid {colour("grid")};padding:.6rem 0}}
  table.plain td {{display:block;border:0;padding:.1rem 0;text-align:left}}
  table.plain td.end {{text-align:left;white-space:normal}}
  table.plain td:empty {{display:none}}
  table.plain td:first-child {{font-weight:600;width:auto}}
  table.plain td.quiet:first-child {{font-weight:400}}
  table.plain td[data-head]:not(:first-child, .bare)::before {{content:attr(data-head) ": ";color:{colour("muted")}}}
}}
</style>"""


def cell_html(cell: Cell) -> str:
    """Escape a text, lines kept; leave HTML as it is."""
    return str(cell) if isinstance(cell, Html) else shown_html(cell).replace("\n", "<br>")


def quiet(text: str) -> Html:
    """Write a text as a second, smaller line."""
    return Html(f'<div class="quiet">{shown_html(text)}</div>' if text else "")


def together(*cells: Cell) -> Html:
    """Put the parts of one cell below each other."""
    return Html("".join(cell_html(cell) for cell in cells))


def table_html(heads: Sequence[str], rows: Iterable[Sequence[Cell]], styles: Sequence[str] = ()) -> str:
    """Write a table; `styles` names the classes of each column (end, strong, short)."""
    kinds = [*styles, *[""] * (len(heads) - len(styles))]
    head = "".join(f'<th class="{kind}">{shown_html(name)}</th>' for name, kind in zip(heads, kinds, strict=True))
    body = "".join(f"<tr>{_row(heads, row, kinds)}</tr>" for row in rows)
    return f'{STYLE}<table class="plain"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _row(heads: Sequence[str], row: Sequence[Cell], kinds: Sequence[str]) -> str:
    return "".join(
        f'<td class="{kind}" data-head="{shown_html(head)}">{cell_html(cell)}</td>'
        for head, cell, kind in zip(heads, row, kinds, strict=True)
    )


def pairs_html(pairs: Iterable[tuple[str, Cell]]) -> str:
    """Write names with their texts, a pair a row."""
    rows = "".join(
        f'<tr><td class="quiet name">{shown_html(name)}</td><td>{cell_html(text)}</td></tr>' for name, text in pairs
    )
    return f'{STYLE}<table class="plain"><tbody>{rows}</tbody></table>'


def plain_link(link: str) -> str:
    """Show a link that stands by itself as one; `link` is HTML."""
    return f'{STYLE}<div class="plain-link">{link}</div>'
