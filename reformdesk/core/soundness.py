"""Whether a workspace holds what was written to it: SQLite notices a torn page, not one byte that was changed.

Whatever figures are made of is kept so that it proves itself: documents by their digests, answers by
the chain of their history. All of it is asked whenever a workspace is opened, which takes
milliseconds. A workspace that is not sound is opened to be looked at only, and is never backed up
over the backups of its better days.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from reformdesk.core import filing, history, journal, store
from reformdesk.core.store import Workspace
from reformdesk.errors import ReformDeskError, StoreError
from reformdesk.exchange.documents import digest_of

_TABLES = (
    *("SELECT * FROM meta", "SELECT * FROM rounds", "SELECT * FROM drafts", "SELECT * FROM units"),
    *("SELECT * FROM letters", "SELECT * FROM requests", "SELECT * FROM pins", "SELECT * FROM standing"),
    *("SELECT * FROM approvals", "SELECT * FROM decisions", "SELECT * FROM decision_before"),
    *("SELECT * FROM decision_hands", "SELECT * FROM closings", "SELECT * FROM arrivals"),
    *("SELECT * FROM entered_drafts", "SELECT * FROM folded", "SELECT * FROM office_files"),
    *("SELECT * FROM edition_draft", "SELECT * FROM edition_steps", "SELECT sha256 FROM contents"),
)
"""Reads every word but those that the other checks read: what is no UTF-8 any more is noticed before a page is."""


def open_sound(path: Path) -> Workspace:
    """Open a workspace whose figures are what they were.

    Raises ``StoreError('workspace-damaged')`` where they are not, and as :func:`store.open_workspace` does.
    """
    workspace = store.open_workspace(path)
    try:
        require(workspace)
    except BaseException:
        workspace.close()
        raise
    return workspace


def require(workspace: Workspace) -> None:
    """Raise ``StoreError('workspace-damaged')`` unless a workspace is sound."""
    found = problems(workspace)
    if found:
        raise StoreError("workspace-damaged", file=workspace.path.name, detail=", ".join(found))


def problems(workspace: Workspace) -> list[str]:
    """Return what is not as it was written, as a stable code; empty where all is.

    ``structure``: SQLite finds the file torn. ``text``: a table is gone, or its words are no words any more.
    ``files``, ``decisions``, ``closings``, ``evidence``: one is not what its digest stands for. ``standing``: how
    a submission stands is noted elsewhere than where it was filed. ``history``: an answer is not where its history
    leads.
    """
    return _failing(
        {
            "structure": lambda: not store.check(workspace),
            "text": partial(_all_is_text, workspace),
            "files": partial(_files_are_theirs, workspace),
            "decisions": partial(_decisions_are_theirs, workspace),
            "closings": partial(_closings_are_theirs, workspace),
            "standing": partial(_standing_is_of_files, workspace),
            "evidence": partial(_evidence_is_its, workspace),
            "history": lambda: not history.problems(workspace),
        }
    )


def _failing(checks: Mapping[str, Callable[[], bool]]) -> list[str]:
    """Return the first check that fails: what follows would stumble over the same thing."""
    for code, holds in checks.items():
        try:
            if not holds():
                return [code]
        except (ReformDeskError, ValueError, TypeError, LookupError):
            # damaged text is no JSON any more, or lacks what was in it
            return [code]
    return []


def _all_is_text(workspace: Workspace) -> bool:
    for reading in _TABLES:
        workspace.rows(reading)
    return True


def _files_are_theirs(workspace: Workspace) -> bool:
    # by rowid: all of them at once may be more than the memory holds
    places = [row["place"] for row in workspace.rows("SELECT rowid AS place FROM files ORDER BY rowid")]
    for place in places:
        (row,) = workspace.rows(
            """SELECT digest, data, signer, kind, round, agency, revision, previous, signer_name, signed_at, name,
                      channel, received_at, followed, issuer, entered
               FROM files WHERE rowid = :place""",
            {"place": place},
        )
        filing.undamaged(workspace, row["digest"], row["data"])
    return True


def _decisions_are_theirs(workspace: Workspace) -> bool:
    kept = {str(row["id"]) for row in workspace.rows("SELECT id FROM decisions")}
    return kept == {one.id for one in journal.everything(workspace)}


def _closings_are_theirs(workspace: Workspace) -> bool:
    found = workspace.rows("SELECT digest, document FROM closings")
    return all(digest_of(bytes(row["document"])) == row["digest"] for row in found)


def _standing_is_of_files(workspace: Workspace) -> bool:
    return not workspace.rows(
        """SELECT 1 FROM standing s JOIN files f USING (digest, signer)
           WHERE s.round <> f.round OR s.agency <> f.agency
              OR s.issue NOT IN (SELECT digest FROM files WHERE kind = 'round')
           LIMIT 1"""
    )


def _evidence_is_its(workspace: Workspace) -> bool:
    for row in workspace.rows("SELECT sha256 FROM contents"):
        (kept,) = workspace.rows("SELECT content FROM contents WHERE sha256 = :sha256", {"sha256": row["sha256"]})
        if digest_of(bytes(kept["content"])) != row["sha256"]:
            return False
    return True
