"""Until when an agency has time, in words: for the title bar and for the round's page."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from reformdesk.ui.dates import day, today
from reformdesk.ui.models.form import FormData
from reformdesk.ui.widgets.basics import SIGNS

translate = QCoreApplication.translate
_SOON = 5
"""Days before the deadline from which it is said with a sign."""


@dataclass(frozen=True)
class Due:
    """What is said of a deadline, and its tone: quiet, or with a sign as it comes near or has passed."""

    text: str
    tone: str


def due(data: FormData) -> Due:
    """Return how the deadline stands: the return's own where one is to be answered, else the round's."""
    until = data.asked.returned.until if data.asked is not None else None
    last = until or data.deadline
    left, said = (last - today()).days, day(last)
    # a correction of one's own may go out at any time
    if data.is_handed_in or data.is_correcting:
        return Due(translate("due", "Deadline {day}").format(day=said), "quiet")
    if left < 0:
        text = translate("due", "Answer was due {day}") if until else translate("due", "The deadline was {day}")
        return Due(f"{SIGNS['error']} {text.format(day=said)}", "error")
    if until:
        text = translate("due", "Answer by {day}")
    elif left:
        text = translate("due", "{days} days left until {day}")
    else:
        text = translate("due", "Due today, {day}")
    text = text.format(days=left, day=said)
    return Due(f"{SIGNS['warning']} {text}", "warning") if until or left <= _SOON else Due(text, "quiet")
