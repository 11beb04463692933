"""How a round stands as to its closings, in a few words for heads, lists and the status line."""

from __future__ import annotations

from reformdesk.core.closing_document import State
from reformdesk.core.closings import ClosingStand
from reformdesk.ui.widgets.basics import with_sign
from reformdesk.words import Words

DIFFERS = "differs"


def told(stand: ClosingStand, words: Words) -> str:
    """Return the words for it; empty for a round that was never closed."""
    if stand.state is State.OPEN:
        return ""
    state = DIFFERS if stand.differs else stand.state.value
    return words.closing(state, stand.number, stand.code)


def marked(stand: ClosingStand, words: Words) -> str:
    """Return the words for it behind the sign of their tone: no colour says it alone."""
    return with_sign(tone_of(stand), told(stand, words))


def tone_of(stand: ClosingStand) -> str:
    """Return its tone: good where it is closed and nothing differs."""
    if stand.state is State.CLOSED and not stand.differs:
        return "good"
    return "quiet" if stand.state is State.OPEN else "warning"
