"""What an officer is told of a submission from a desk that was put back: expected, or not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from reformdesk.core.recoveries import Restored
from reformdesk.core.standing import Reason
from reformdesk.ui.dates import long_moment
from reformdesk.ui.models.review import ReviewData
from reformdesk.ui.widgets.basics import Strip, button


def restored_strip(data: ReviewData, restored: Restored, accept: Callable[[str], object]) -> Strip:
    """Return the sentence; a button accepts what waits for nothing but its history."""
    one = data.received
    translate = QCoreApplication.translate
    moment = long_moment(restored.written.written_at) if restored.written is not None else ""
    if restored.written is None:
        text = translate(
            "RestoredStrip",
            "It says that its desk was put back from a recovery file, but none of this office is that one. Telephone "
            "the agency.",
        )
    elif restored.newer:
        text = translate(
            "RestoredStrip",
            "Its desk was put back from the recovery file of {moment}, but no. {numbers} was accepted since. Write a "
            "new recovery file for the agency.",
        )
    elif not restored.goes_on:
        text = translate(
            "RestoredStrip",
            "Its desk was put back from the recovery file of {moment}, but it does not go on from where that file "
            "ends. Telephone the agency.",
        )
    elif one.on_chain:
        text = translate("RestoredStrip", "The desk was put back from the recovery file of {moment}.")
    elif data.open_keys:
        text = translate(
            "RestoredStrip",
            "Its desk was put back from the recovery file of {moment}. So the key is new and the history begins anew; "
            "once the code is compared it is received.",
        )
    else:
        text = translate(
            "RestoredStrip",
            "Its desk was put back from the recovery file of {moment}. So its history begins anew, which is expected.",
        )
    numbers = ", ".join(map(str, restored.newer))
    tone = "good" if one.on_chain and restored.written is not None else "warning"
    strip = Strip(tone, text.format(moment=moment, numbers=numbers))
    if Reason.HISTORY_BROKEN in one.reasons:
        verb = translate("RestoredStrip", "Accept it")
        if not restored.is_expected:
            verb = translate("RestoredStrip", "Accept it all the same")
        strip.add(button(verb, lambda: accept(one.digest)))
    return strip
