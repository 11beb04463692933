"""Where keys lie: files of their own, never in the workspace.

A key is looked for in ``keys/`` beside the workspace, in ``keys/`` one folder up, and in the
user's data folder; a new one goes to the first of these that exists, else to the user's data
folder.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import platformdirs

from reformdesk.core.outfile import make_folder, write_whole
from reformdesk.core.store import Office, Workspace
from reformdesk.errors import Mendable
from reformdesk.exchange import keys
from reformdesk.exchange.keys import SigningKey

SUFFIX = ".p12"


def key_name(workspace: Workspace) -> str:
    """Return the file name of the desk's key."""
    stem = "home-affairs" if workspace.office is Office.HOME_AFFAIRS else workspace.owner
    return f"{stem}{SUFFIX}"


def folders(workspace: Workspace) -> list[Path]:
    """Return the folders where a key may lie, in the order they are looked at."""
    place = workspace.path.absolute().parent
    own = Path(platformdirs.user_data_dir("ReformDesk", appauthor=False))
    return [place / "keys", place.parent / "keys", own / "keys"]


def find(workspace: Workspace) -> Path | None:
    """Return the desk's key file, or ``None`` where none was made yet."""
    candidates = (folder / key_name(workspace) for folder in folders(workspace))
    return next((path for path in candidates if path.is_file()), None)


def unlock(workspace: Workspace, passphrase: str) -> SigningKey:
    """Open the desk's key. Raises ``Mendable``: ``key-missing``, ``wrong-passphrase``."""
    path = find(workspace)
    if path is None:
        raise Mendable("key-missing", file=key_name(workspace))
    try:
        blob = path.read_bytes()
    except OSError as problem:
        raise Mendable("key-unreadable", file=str(path)) from problem
    return keys.unlock(blob, passphrase)


def create(
    workspace: Workspace, holder: str, passphrase: str, now: datetime, *, rounds: int = keys.KDF_ROUNDS
) -> SigningKey:
    """Make the desk's key and keep it, readable by its owner alone; an existing one is never replaced."""
    if find(workspace) is not None:
        raise Mendable("key-exists", file=key_name(workspace))
    if not passphrase:
        raise Mendable("passphrase-empty")
    *beside, own = folders(workspace)
    folder = next((place for place in beside if place.is_dir()), own)
    make_folder(folder)
    blob = keys.create(holder, workspace.owner, passphrase, now, rounds=rounds)
    write_whole(folder / key_name(workspace), blob, private=True)
    return keys.unlock(blob, passphrase)
