"""What an agency is told of a round that Home Affairs closed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel

from reformdesk.core.inbox import RoundClosed
from reformdesk.ui.dates import long_moment
from reformdesk.ui.widgets.basics import Strip


def closed_strip(closed: RoundClosed, *, received: bool) -> Strip:
    """Return the sentence; ``received``: the newest submission of the agency has its receipt."""
    translate = QCoreApplication.translate
    text = translate("ClosedStrip", "The round is closed, closing no. {number}, code {code}… (told {moment}).")
    if not received:
        more = translate(
            "ClosedStrip",
            "What you hand in now waits at Home Affairs until they reopen the round; telephone them first.",
        )
        text = f"{text} {more}"
    told = text.format(number=closed.number, code=closed.code, moment=long_moment(closed.told_at))
    strip = Strip("good" if received else "warning", told)
    words = next(one for one in strip.findChildren(QLabel) if one.text() == told)
    words.setToolTip(closed.digest)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return strip
