"""The elements of HTML that pages share: tables, pairs, second lines, links side by side. Every text is escaped."""

from collections.abc import Iterable, Sequence

import streamlit as st
from htpy import Element, Fragment, Node, div, fragment, p, table, tbody, td, th, thead, tr


def quiet(text: str | None) -> Element | None:
    """Return a text as a second, smaller line; None where there is none."""
    return div(".quiet")[text] if text else None


def between(separator: str, parts: Iterable[Node]) -> Fragment:
    """Return the parts that are not empty, with a separator between them."""
    shown = [part for part in parts if part]
    return fragment[[(separator if place else None, part) for place, part in enumerate(shown)]]


def plain_table(heads: Sequence[str], rows: Iterable[Sequence[Node]], kinds: Sequence[str] = ()) -> Element:
    """Return a table, each row a card on a phone; `kinds` names the classes of each column (end, strong, short)."""
    columns = list(zip(heads, [*kinds, *[""] * (len(heads) - len(kinds))], strict=True))
    return table(".plain")[
        thead[tr[(th(class_=kind)[head] for head, kind in columns)]],
        tbody[
            (
                tr[(td(class_=kind, data_head=head)[cell] for (head, kind), cell in zip(columns, row, strict=True))]
                for row in rows
            )
        ],
    ]


def pairs_table(pairs: Iterable[tuple[str, Node]]) -> Element:
    """Return names with their texts, a pair a row."""
    return table(".plain")[tbody[(tr[td(".quiet.name")[name], td[text]] for name, text in pairs)]]


def leads(*links: Node) -> None:
    """Draw links side by side."""
    st.html(p(".leads")[between(" · ", links)])
