"""Stock phrases for returns: what an office writes to its agencies again and again, in the office's own order."""

from __future__ import annotations

import json
from collections.abc import Iterable

from reformdesk.assets import resource
from reformdesk.core.changes import Changes
from reformdesk.core.store import Workspace
from reformdesk.core.text import nfc
from reformdesk.errors import Mendable

MOST, LONGEST = 100, 500
"""How many phrases there may be, and how many letters each may have."""

_KEPT = "phrases"


def phrases(workspace: Workspace) -> tuple[str, ...]:
    """Return the office's phrases; those that the program comes with until it has any of its own."""
    kept = workspace.meta(_KEPT)
    return tuple(json.loads(kept)) if kept else first_dozen()


def first_dozen() -> tuple[str, ...]:
    """Return the phrases that the program comes with, in Vietnamese: the agencies read them."""
    return tuple(json.loads(resource("phrases", "returns.json").read_text("utf-8")))


def tidied(words: str) -> str:
    """Return words as a phrase is kept: on one line, NFC."""
    return " ".join(nfc(words).split())


def keep(workspace: Workspace, wanted: Iterable[str]) -> Changes:
    """Keep these phrases in this order and no others; blanks and repetitions are left out.

    Raises ``Mendable``: ``phrase-too-long``, ``phrases-too-many``.
    """
    listed = tuple(dict.fromkeys(filter(None, map(tidied, wanted))))
    if len(listed) > MOST:
        raise Mendable("phrases-too-many", most=MOST)
    if any(len(one) > LONGEST for one in listed):
        raise Mendable("phrase-too-long", most=LONGEST)
    if listed == phrases(workspace):
        return Changes.NOTHING
    workspace.set_meta(_KEPT, json.dumps(listed, ensure_ascii=False))
    return Changes.DESK
