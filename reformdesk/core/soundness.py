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
from reformdesk.errors import ReformDeskError, Refused, StoreError
from reformdesk.exchange.documents import digest_of


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
    """Return what is not as it was written, each as a stable code; empty where all is.

    ``structure``: SQLite finds the file torn. ``files``, ``decisions``, ``closings``, ``evidence``: one is
    not what its digest stands for. ``history``: an answer is not where its history leads.
    """
    return _failing(
        {
            "structure": lambda: not store.check(workspace),
            "files": partial(_files_are_theirs, workspace),
            "decisions": partial(_decisions_are_theirs, workspace),
            "closings": partial(_closings_are_theirs, workspace),
            "evidence": partial(_evidence_is_its, workspace),
            "history": lambda: not history.problems(workspace),
        }
    )


def unproved(workspace: Workspace) -> list[str]:
    """Return the names of kept files that do not prove themselves any more, seals and all.

    That takes some milliseconds for each file: a self-check asks it, opening does not.
    """
    # not loaded by whatever opens a workspace
    from reformdesk.exchange.verification import verify

    found = []
    for row in workspace.rows("SELECT rowid AS place, digest, signer, name FROM files ORDER BY rowid"):
        (kept,) = workspace.rows("SELECT bytes FROM files WHERE rowid = :place", {"place": row["place"]})
        try:
            proved = verify(bytes(kept["bytes"]))
        except Refused:
            found.append(str(row["name"]))
            continue
        if (proved.digest, proved.signers[0].fingerprint) != (row["digest"], row["signer"]):
            found.append(str(row["name"]))
    return found


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


def _files_are_theirs(workspace: Workspace) -> bool:
    # by rowid: all of them at once may be more than the memory holds
    places = [row["place"] for row in workspace.rows("SELECT rowid AS place FROM files ORDER BY rowid")]
    for place in places:
        (row,) = workspace.rows("SELECT digest, data FROM files WHERE rowid = :place", {"place": place})
        filing.undamaged(workspace, row["digest"], row["data"])
    return True


def _decisions_are_theirs(workspace: Workspace) -> bool:
    kept = {str(row["id"]) for row in workspace.rows("SELECT id FROM decisions")}
    return kept == {one.id for one in journal.everything(workspace)}


def _closings_are_theirs(workspace: Workspace) -> bool:
    found = workspace.rows("SELECT digest, document FROM closings")
    return all(digest_of(bytes(row["document"])) == row["digest"] for row in found)


def _evidence_is_its(workspace: Workspace) -> bool:
    for row in workspace.rows("SELECT sha256 FROM contents"):
        (kept,) = workspace.rows("SELECT content FROM contents WHERE sha256 = :sha256", {"sha256": row["sha256"]})
        if digest_of(bytes(kept["content"])) != row["sha256"]:
            return False
    return True
