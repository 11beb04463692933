"""What is being typed and is no answer yet: kept key by key, so that a power cut costs one letter.

A draft is no change of an answer and has no history. It goes once the answer is written, or what
was typed is taken back.
"""

from __future__ import annotations

from collections.abc import Mapping

from reformdesk.core.changes import Changes
from reformdesk.core.store import Workspace
from reformdesk.core.text import nfc


def drafts(workspace: Workspace, round_id: str) -> Mapping[tuple[str, str], str]:
    """Return what was being typed in a round when the program stopped, by indicator (or area) and part."""
    found = workspace.rows("SELECT indicator, part, text FROM drafts WHERE round = :round", {"round": round_id})
    return {(row["indicator"], row["part"]): row["text"] for row in found}


def keep(workspace: Workspace, round_id: str, indicator: str, part: str, text: str) -> Changes:
    """Keep what is being typed as it stands now, in NFC."""
    line = {"round": round_id, "indicator": indicator, "part": part, "text": nfc(text)}
    with workspace.atomic():
        workspace.db.execute(
            "INSERT INTO drafts (round, indicator, part, text) VALUES (:round, :indicator, :part, :text)"
            " ON CONFLICT (round, indicator, part) DO UPDATE SET text = excluded.text",
            line,
        )
    return Changes.NOTHING


def drop(workspace: Workspace, round_id: str, indicator: str, part: str) -> Changes:
    """Forget what was being typed."""
    with workspace.atomic():
        drop_within(workspace, round_id, indicator, part)
    return Changes.NOTHING


def drop_within(workspace: Workspace, round_id: str, indicator: str, part: str) -> None:
    """Forget what was being typed, in a transaction that the caller has begun."""
    workspace.connection.execute(
        "DELETE FROM drafts WHERE round = :round AND indicator = :indicator AND part = :part",
        {"round": round_id, "indicator": indicator, "part": part},
    )
