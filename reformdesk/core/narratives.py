"""One box of words an area: what figures do not tell, for the annex and the provincial report."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from reformdesk.core import entry
from reformdesk.core.changes import Changes
from reformdesk.core.entry import NARRATIVE, Place, Step
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.core.text import nfc
from reformdesk.errors import Mendable

LONGEST = 6000
"""Letters of one narrative; some three pages."""


def narratives(workspace: Workspace, round_id: str) -> Mapping[str, str]:
    """Return the narratives of a round, by area."""
    return {area: words for (area, _), words in entry.entries(workspace, round_id, NARRATIVE).items()}


def set_narrative(workspace: Workspace, round_: Round, area: str, words: str, now: datetime) -> Changes:
    """Record an area's narrative; nothing takes it away. Raises ``Mendable``: ``not-owed``, ``narrative-too-long``."""
    text = nfc(words).strip()
    if area not in round_.areas_of(workspace.owner):
        raise Mendable("not-owed", indicator=area)
    if len(text) > LONGEST:
        raise Mendable("narrative-too-long", most=LONGEST)
    with workspace.atomic():
        step = Step(workspace, entry.TYPED, now)
        step.write(Place(round_.id, area, NARRATIVE), text)
    return Changes.ANSWERS if step.wrote else Changes.NOTHING
