"""A record as the texts of its form."""

from tracker.domain.records import Goal
from tracker.services.meanwhile import named_texts
from tracker.services.typed_goals import goal_texts
from tracker.ui.widgets.typed_forms import Kept


def texts_of(record: Kept | None) -> dict[str, str]:
    """Write a record's fields as texts, a goal's in the plan's words; nothing for a new one."""
    if record is None:
        return {}
    return goal_texts(record) if isinstance(record, Goal) else named_texts(record)
