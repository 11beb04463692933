"""Where keys lie: files of their own, never in the workspace.

A key is looked for in ``keys/`` beside the workspace, in ``keys/`` one folder up, and in the
user's data folder; a new one goes to the first of these that exists, else to the user's data
folder. The head who approves has a key of the own beside the officer's.
"""

from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from reformdesk.core.outfile import make_folder, write_whole
from reformdesk.core.store import Office, Workspace, timestamp
from reformdesk.core.text import nfc, slug
from reformdesk.errors import Mendable
from reformdesk.exchange import keychange, keys
from reformdesk.exchange.keys import SealingKey, SigningKey

SUFFIX = ".p12"
_CHANGES, _COPIED, _FINGERPRINT = "key-changes", "key-copied", "key-fingerprint"
_MOST_CHANGES = 8


class Role(StrEnum):
    """Whose key it is: the officer's who prepares, or the head's who approves."""

    OFFICER = "officer"
    HEAD = "head"


def key_name(workspace: Workspace, role: Role = Role.OFFICER) -> str:
    """Return the file name of one of the desk's keys."""
    stem = "home-affairs" if workspace.office is Office.HOME_AFFAIRS else workspace.owner
    return f"{stem}{SUFFIX}" if role is Role.OFFICER else f"{stem}-{role}{SUFFIX}"


def folders(workspace: Workspace) -> list[Path]:
    """Return the folders where a key may lie, in the order they are looked at."""
    import platformdirs

    place = workspace.path.absolute().parent
    own = Path(platformdirs.user_data_dir("ReformDesk", appauthor=False))
    return [place / "keys", place.parent / "keys", own / "keys"]


def find(workspace: Workspace, role: Role = Role.OFFICER) -> Path | None:
    """Return the desk's key file, or ``None`` where none was made yet."""
    candidates = (folder / key_name(workspace, role) for folder in folders(workspace))
    return next((path for path in candidates if path.is_file()), None)


def unlock(workspace: Workspace, passphrase: str, role: Role = Role.OFFICER) -> SigningKey:
    """Open the desk's key. Raises ``Mendable``: ``key-missing``, ``wrong-passphrase``, ``key-damaged``."""
    return keys.unlock(_read(workspace, role), passphrase)


def _read(workspace: Workspace, role: Role) -> bytes:
    path = find(workspace, role)
    if path is None:
        raise Mendable("key-missing", file=key_name(workspace, role))
    return read_key_file(path)


def read_key_file(path: Path) -> bytes:
    """Return a key file's bytes; ``Mendable('key-unreadable')`` where that cannot be."""
    try:
        return path.read_bytes()
    except OSError as problem:
        raise Mendable("key-unreadable", file=str(path)) from problem


def create(
    workspace: Workspace,
    holder: str,
    passphrase: str,
    now: datetime,
    role: Role = Role.OFFICER,
    *,
    rounds: int = keys.KDF_ROUNDS,
) -> SigningKey:
    """Make one of the desk's keys and keep it, readable by its owner alone; an existing one is never replaced."""
    if find(workspace, role) is not None:
        raise Mendable("key-exists", file=key_name(workspace, role))
    blob = keys.create(holder, workspace.owner, passphrase, now, rounds=rounds)
    key = keys.unlock(blob, passphrase)
    _keep(workspace, blob, role)
    # there is a key now that no copy has
    workspace.set_meta(_COPIED, "")
    if role is Role.OFFICER:
        workspace.set_meta(_FINGERPRINT, key.fingerprint)
    return key


def _keep(workspace: Workspace, blob: bytes, role: Role) -> None:
    *beside, own = folders(workspace)
    folder = next((place for place in beside if place.is_dir()), own)
    make_folder(folder)
    write_whole(folder / key_name(workspace, role), blob, private=True)


def change(
    workspace: Workspace, old: SealingKey, holder: str, passphrase: str, now: datetime, *, rounds: int = keys.KDF_ROUNDS
) -> SigningKey:
    """Make the officer's key anew and let the old one sign over to it, so that nobody need telephone.

    The old key file stays beside the new one, under a name with the day.
    """
    blob = keys.create(holder, workspace.owner, passphrase, now, rounds=rounds)
    key = keys.unlock(blob, passphrase)
    handed_over = keychange.hand_over(old, speaker(workspace), key.fingerprint, now)
    statements = (*statements_for(workspace, old), handed_over)[-_MOST_CHANGES:]
    with workspace.atomic():
        _remember_changes(workspace, key, statements)
        _replace(workspace, blob, key, now)
    return key


def replace(
    workspace: Workspace, holder: str, passphrase: str, now: datetime, *, rounds: int = keys.KDF_ROUNDS
) -> SigningKey:
    """Make the officer's key anew after the old one was lost: the other side compares its code by telephone."""
    blob = keys.create(holder, workspace.owner, passphrase, now, rounds=rounds)
    return adopt(workspace, blob, passphrase, now)


def adopt(workspace: Workspace, blob: bytes, passphrase: str, now: datetime) -> SigningKey:
    """Put a key from another place, its backup copy or the reserve key, in the place of the desk's key."""
    key = keys.unlock(blob, passphrase)
    _replace(workspace, blob, key, now)
    return key


def change_passphrase(workspace: Workspace, old: str, new: str, *, rounds: int = keys.KDF_ROUNDS) -> SigningKey:
    """Put the officer's key under another passphrase; what the old one opened of this desk, it opens no more.

    The new file is whole and was tried before it takes the old one's place. The same is done with the
    desk's older keys that were put away under the old passphrase; copies elsewhere stay as they are.
    Raises what :func:`unlock` raises, ``Mendable``: ``passphrase-empty``, ``passphrase-same``.
    """
    path = find(workspace)
    if path is None:
        raise Mendable("key-missing", file=key_name(workspace))
    changed = keys.change_passphrase(read_key_file(path), old, new, rounds=rounds)
    for other in _others(workspace, path):
        with suppress(Mendable):  # under yet another passphrase, which is nothing that leaves
            write_whole(other, keys.change_passphrase(read_key_file(other), old, new, rounds=rounds), private=True)
    write_whole(path, changed, private=True)
    key = keys.unlock(changed, new)
    workspace.set_meta(_FINGERPRINT, key.fingerprint)
    return key


def _others(workspace: Workspace, path: Path) -> Iterator[Path]:
    """Give the other files on this machine that hold keys of this desk's officer."""
    stem = Path(key_name(workspace)).stem
    own = re.compile(rf"{re.escape(stem)}(-[0-9]{{8}}T[0-9]{{6}}Z)?{re.escape(SUFFIX)}")
    for folder in folders(workspace):
        for other in sorted(folder.glob(f"{stem}*{SUFFIX}")) if folder.is_dir() else ():
            if own.fullmatch(other.name) and other.is_file() and not other.samefile(path):
                yield other


def _replace(workspace: Workspace, blob: bytes, key: SigningKey, now: datetime) -> None:
    path = find(workspace)
    if path is None:
        _keep(workspace, blob, Role.OFFICER)
    else:
        # no key is ever lost by making another
        put_away = path.with_stem(f"{path.stem}-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}")
        write_whole(put_away, read_key_file(path), private=True)
        write_whole(path, blob, private=True)
    with workspace.atomic():
        workspace.set_meta(_COPIED, "")
        workspace.set_meta(_FINGERPRINT, key.fingerprint)


def fingerprint(workspace: Workspace) -> str:
    """Return the fingerprint of the officer's key without opening it; empty where none is known."""
    return workspace.meta(_FINGERPRINT)


def speaker(workspace: Workspace) -> str:
    """Return for whom the desk's key speaks."""
    return keychange.HOME_AFFAIRS if workspace.office is Office.HOME_AFFAIRS else workspace.owner


def statements_for(workspace: Workspace, key: SealingKey) -> tuple[bytes, ...]:
    """Return how ``key`` followed the desk's older keys; empty where it did not."""
    kept = json.loads(workspace.meta(_CHANGES, "{}"))
    if kept.get("fingerprint") != key.fingerprint:
        return ()
    return tuple(b64decode(one) for one in kept["statements"])


def _remember_changes(workspace: Workspace, key: SigningKey, statements: Sequence[bytes]) -> None:
    kept = {"fingerprint": key.fingerprint, "statements": [b64encode(one).decode() for one in statements]}
    workspace.set_meta(_CHANGES, json.dumps(kept))


def copy_to(workspace: Workspace, folder: Path, now: datetime) -> Path:
    """Save the desk's key in a second place, and the head's where there is one; returns where the first lies.

    Each is read back and compared. Raises what writing raises, and ``Mendable('same-place')`` where
    it lies there already.
    """
    roles = [Role.OFFICER, *(role for role in (Role.HEAD,) if find(workspace, role) is not None)]
    targets = [_copy(workspace, role, folder) for role in roles]
    workspace.set_meta(_COPIED, timestamp(now))
    return targets[0]


def _copy(workspace: Workspace, role: Role, folder: Path) -> Path:
    blob, path, target = _read(workspace, role), find(workspace, role), folder / key_name(workspace, role)
    if path is not None and target.exists() and target.samefile(path):
        raise Mendable("same-place", folder=str(folder))
    write_whole(target, blob, private=True)
    if read_key_file(target) != blob:
        raise Mendable("key-unreadable", file=str(target))
    return target


def files(workspace: Workspace) -> list[Path]:
    """Return the desk's own key files: the officer's, and the head's where there is one."""
    found = (find(workspace, role) for role in (Role.OFFICER, Role.HEAD))
    return [path for path in found if path is not None]


def note_copied(workspace: Workspace, now: datetime) -> None:
    """Remember that the key lies in a second place."""
    workspace.set_meta(_COPIED, timestamp(now))


def copied_at(workspace: Workspace) -> str:
    """Return when the key was last saved in a second place (RFC 3339 UTC); empty where it never was."""
    return workspace.meta(_COPIED)


def make_reserve(
    workspace: Workspace,
    folder: Path,
    holder: str,
    passphrase: str,
    now: datetime,
    *,
    rounds: int = keys.KDF_ROUNDS,
) -> SigningKey:
    """Make a key for the safe, in a folder outside; no file there is replaced (``key-exists``)."""
    return _make_outside(workspace, folder, "reserve", holder, passphrase, now, rounds)


def make_for_colleague(
    workspace: Workspace,
    folder: Path,
    holder: str,
    colleague: str,
    passphrase: str,
    now: datetime,
    *,
    rounds: int = keys.KDF_ROUNDS,
) -> SigningKey:
    """Make a key for a colleague who seals as well, in a folder outside; raises as :func:`make_reserve`.

    Its certificate names the office and, in brackets, the colleague. Raises ``Mendable('colleague-missing')``.
    """
    name = " ".join(nfc(colleague).split())
    if not name:
        raise Mendable("colleague-missing")
    return _make_outside(workspace, folder, slug(name), f"{holder} ({name})", passphrase, now, rounds)


def _make_outside(
    workspace: Workspace, folder: Path, mark: str, holder: str, passphrase: str, now: datetime, rounds: int
) -> SigningKey:
    target = folder / f"{Path(key_name(workspace)).stem}-{mark}{SUFFIX}"
    if target.exists():
        raise Mendable("key-exists", file=target.name)
    blob = keys.create(holder, workspace.owner, passphrase, now, rounds=rounds)
    write_whole(target, blob, private=True)
    return keys.unlock(blob, passphrase)
