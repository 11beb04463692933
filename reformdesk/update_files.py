"""A newer installer beside a file: found, copied to where only this user writes, checked there, and started from there.

The bytes that were checked are the bytes that run: what lies on a stick or in a shared folder may be
changed at any moment, so that the copy is what is checked, and once more in the moment it is started.
"""

from __future__ import annotations

import ctypes
import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from reformdesk.core import updates
from reformdesk.core.outfile import copy_in_slices
from reformdesk.core.updates import Measured, OfficeKeys, Standing
from reformdesk.errors import Mendable, ReformDeskError, Refused, StoreError
from reformdesk.exchange import cades
from reformdesk.exchange.cades import Signer

if sys.platform == "win32":
    import msvcrt
    from ctypes import wintypes

_LARGEST_SEAL = 64 * 1024
_MOST_ENTRIES, _MOST_FOLDERS, _MOST_INSTALLERS = 5000, 20, 5
_ISSUED = "phat-hanh-"
"""How the folders begin that Home Affairs sends (:class:`reformdesk.issuing_files.Issue`)."""
_PREFIX = "reformdesk-update-"
_LEFT_OVER = timedelta(days=1)
_PASSPHRASE = "REFORMDESK_PASSPHRASE"  # noqa: S105 - the variable's name

KeepGoing = Callable[[], bool]
Start = Callable[[Path], object]


@dataclass(frozen=True)
class Offer:
    """What became of the search for a newer version: nothing found where ``version`` is empty.

    ``copy`` is the checked copy and ``digest`` its SHA-256, both only of what may be started. ``problem``
    says why an installer could not be looked at, which says nothing of the installer.
    """

    version: str = ""
    name: str = ""
    standing: Standing | None = None
    signer: str = ""
    fingerprint: str = ""
    copy: Path | None = None
    digest: str = ""
    problem: ReformDeskError | None = None


def places(near: Path) -> list[Path]:
    """Return where an installer for a file may lie: in its folder, the one above, and what was issued into either.

    What was issued last comes first.
    """
    found = [near.parent, near.parent.parent]
    issued = [
        (_changed_at(one), folder / one.name)
        for folder in found
        for one in _entries(folder)
        if one.name.startswith(_ISSUED) and _is(one, os.DirEntry.is_dir)
    ]
    newest = [path for _, path in sorted(issued, reverse=True)]
    return list(dict.fromkeys([*found, *newest[:_MOST_FOLDERS]]))


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """Return what lies in a folder; a folder that is forbidden or gone holds nothing."""
    with suppress(OSError), os.scandir(folder) as entries:
        return list(islice(entries, _MOST_ENTRIES))
    return []


def _changed_at(entry: os.DirEntry[str]) -> float:
    with suppress(OSError):
        return entry.stat(follow_symlinks=False).st_mtime
    return 0


def _files_in(folder: Path) -> list[Path]:
    return [folder / one.name for one in _entries(folder) if _is(one, os.DirEntry.is_file)]


def _is(entry: os.DirEntry[str], kind: Callable[..., bool]) -> bool:
    """Whether an entry is of a kind itself: a link leads elsewhere and is not followed."""
    with suppress(OSError):
        return kind(entry, follow_symlinks=False)
    return False


def find(near: Path, running: str) -> list[Path]:
    """Return the installers near a file that are newer than the ``running`` version, the newest first.

    Those with a seal come before all others: what anybody has put there does not keep them from being looked at.
    """
    files = [file for folder in places(near) for file in _files_in(folder)]
    there = set(files)
    found = updates.newer(files, running)
    return sorted(found, key=lambda one: _seal_beside(one) not in there)[:_MOST_INSTALLERS]


def _seal_beside(installer: Path) -> Path:
    return installer.with_name(installer.name + updates.SEAL_SUFFIX)


def look(installers: Iterable[Path], keys: OfficeKeys, keep_going: KeepGoing = lambda: True) -> Offer:
    """Check installers in their order, and return the first that Home Affairs vouches for, else the best there is.

    The copy of what is returned is the caller's to :func:`throw_away`; no other copy stays.
    """
    best: Offer | None = None
    for installer in installers:
        if not keep_going():
            break
        offer = check(installer, keys)
        if best is None or updates.rank(offer.standing) < updates.rank(best.standing):
            best, offer = offer, best or Offer()
        throw_away(offer)
        if best.standing is Standing.SEALED:
            break
    return best or Offer()


def check(installer: Path, keys: OfficeKeys) -> Offer:
    """Copy an installer to where only this user writes, and say what is to be thought of it.

    Never raises for what it meets: ``problem`` says why an installer could not be looked at.
    """
    version, name = updates.version_named(installer.name), installer.name
    folder: Path | None = None
    offer = Offer(version, name)
    try:
        seal = _seal_of(installer)
        folder = _own_folder()
        copied = _copied(installer, folder / name)
        signer = _signer_of(copied.digest, seal) if seal is not None else None
        key, who = (signer.fingerprint, signer.name) if signer is not None else ("", "")
        standing = updates.judge(name, copied.head, key if seal is not None else None, keys)
        offer = Offer(version, name, standing, who, key)
        if offer.standing in (Standing.SEALED, Standing.UNKNOWN_KEY):
            offer = replace(offer, copy=folder / name, digest=copied.digest.hex())
    except ReformDeskError as problem:
        offer = replace(offer, problem=problem.kept())
    finally:
        if folder is not None and offer.copy is None:
            _remove(folder)
    return offer


def _own_folder() -> Path:
    """Make a folder for its owner alone among the user's temporary files, and take away what earlier ones left."""
    try:
        base = Path(tempfile.gettempdir())
        _sweep(base, datetime.now(UTC) - _LEFT_OVER)
        return Path(tempfile.mkdtemp(prefix=_PREFIX, dir=base))
    except OSError as problem:
        raise StoreError("cannot-write", file=_PREFIX, detail=problem.strerror or "") from problem


def _seal_of(installer: Path) -> bytes | None:
    """Return the seal beside an installer; empty where what lies there is none, ``None`` where nothing does."""
    path = _seal_beside(installer)
    try:
        if not os.path.lexists(path):
            return None
        if path.is_symlink() or not path.is_file() or path.stat().st_size > _LARGEST_SEAL:
            return b""
        with path.open("rb") as file:
            return file.read(_LARGEST_SEAL)
    except OSError as problem:
        raise Mendable("file-unreadable", file=path.name) from problem


def _copied(installer: Path, copy: Path) -> Measured:
    measured = updates.measure(installer.name, copy_in_slices(installer, copy))
    with suppress(OSError):
        copy.chmod(0o500)
    return measured


def _signer_of(digest: bytes, seal: bytes) -> Signer | None:
    with suppress(Refused):
        return cades.verify_digest(digest, seal)
    return None


def start(offer: Offer, launch: Start) -> None:
    """Start the checked copy, where it still is what was checked. Raises ``Refused('installer-changed')``.

    The copy is held open from the look at it until it runs, so that on Windows nobody can change it or put
    another file in its place meanwhile. ``launch`` raises ``OSError`` where it cannot start it
    (``installer-not-started``).
    """
    if offer.copy is None:
        raise Refused("installer-changed", file=offer.name)
    try:
        with _held(offer.copy) as held:
            if _digest_of(held) != offer.digest:
                raise Refused("installer-changed", file=offer.name)
            launch(offer.copy)
    except OSError as problem:
        raise Mendable("installer-not-started", file=offer.name, detail=problem.strerror or "") from problem


if sys.platform == "win32":
    _GENERIC_READ, _SHARE_READ, _OPEN_EXISTING, _NORMAL = 0x80000000, 1, 3, 0x80
    _kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel32.CreateFileW.restype = wintypes.HANDLE
    _kernel32.CreateFileW.argtypes = (
        *(wintypes.LPCWSTR, wintypes.DWORD, wintypes.DWORD, wintypes.LPVOID),
        *(wintypes.DWORD, wintypes.DWORD, wintypes.HANDLE),
    )

    def _held(copy: Path) -> BinaryIO:
        """Open a copy so that others may read it, which starting it is, and nobody writes, renames or removes it."""
        handle = _kernel32.CreateFileW(str(copy), _GENERIC_READ, _SHARE_READ, None, _OPEN_EXISTING, _NORMAL, None)
        if handle == wintypes.HANDLE(-1).value:
            raise ctypes.WinError(ctypes.get_last_error())
        return os.fdopen(msvcrt.open_osfhandle(handle, os.O_RDONLY | os.O_BINARY), "rb")

else:

    def _held(copy: Path) -> BinaryIO:
        """Open a copy; only Windows keeps others from it meanwhile."""
        return copy.open("rb")


def _digest_of(file: BinaryIO) -> str:
    digest = sha256()
    for piece in _slices(file):
        digest.update(piece)
    return digest.hexdigest()


def _slices(file: BinaryIO) -> Iterator[bytes]:
    while piece := file.read(1 << 20):
        yield piece


def launch(program: Path) -> None:
    """Start a program for Windows that outlives this one: no shell, no arguments, nothing inherited."""
    if sys.platform == "win32":
        # a packaged program lets its own libraries be found first, and so would what it starts
        ctypes.windll.kernel32.SetDllDirectoryW(None)
        apart = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
        subprocess.Popen(  # noqa: S603 - checked bytes
            [program], creationflags=apart, close_fds=True, cwd=program.parent, env=environment()
        )


def environment() -> dict[str, str]:
    """Return the environment for what is started: this program's, without the passphrase that a script may have set."""
    return {name: value for name, value in os.environ.items() if name.upper() != _PASSPHRASE}


def throw_away(offer: Offer) -> None:
    """Take a copy away that is not started."""
    if offer.copy is not None:
        _remove(offer.copy.parent)


def _sweep(base: Path, before: datetime) -> None:
    """Take away what an earlier installation left: a program that runs cannot be taken away."""
    for folder in base.glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if datetime.fromtimestamp(folder.lstat().st_mtime, UTC) < before:
                _remove(folder)


def _remove(folder: Path) -> None:
    """Take away a folder that this program made, with the installer in it, and nothing else that lies there."""
    with suppress(OSError):
        if _leads_elsewhere(folder):
            return
        for entry in _entries(folder):
            if updates.version_named(entry.name) and _is(entry, os.DirEntry.is_file):
                _unlink(folder / entry.name)
        folder.rmdir()


def _leads_elsewhere(folder: Path) -> bool:
    """Whether a folder is a link, or on Windows a junction, which is none to :meth:`Path.is_symlink`."""
    found = folder.lstat()
    return not stat.S_ISDIR(found.st_mode) or bool(getattr(found, "st_reparse_tag", 0))


def _unlink(file: Path) -> None:
    try:
        file.unlink()
    except PermissionError:
        # Windows keeps what is read-only
        file.chmod(0o600)
        file.unlink()
