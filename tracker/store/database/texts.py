"""The store's edge for texts: what could not be kept and drawn as it is reaches no database."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Engine, event

from tracker.domain.text import drawable, refuse_unfit


def guard_texts(engine: Engine) -> Engine:
    """Have an engine raise RefusedInputError for every statement with a value that is no text; return the engine."""

    @event.listens_for(engine, "before_cursor_execute")
    def _asked(_connection: Any, _cursor: Any, _statement: Any, values: Any, *_how: Any) -> None:
        refuse_unfit(values)

    return engine


def guarded(rows: Iterable[Sequence[Any]]) -> Iterator[Sequence[Any]]:
    """Yield rows for the driver itself, past the engine; RefusedInputError where a text of one is none."""
    for row in rows:
        refuse_unfit(row)
        yield row


def json_of(text: str) -> Any:
    """Read a text of JSON, with the sign for an unknown character where another program put half a character."""
    content = json.loads(text)
    spoiled = "\\ud" in text.lower()
    return json.loads(drawable(json.dumps(content, ensure_ascii=False))) if spoiled else content
