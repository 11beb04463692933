"""Write a file whole or not at all."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from contextlib import suppress
from pathlib import Path

from reformdesk.errors import StoreError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_PIECE = 1024 * 1024
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def write_whole(path: Path, content: bytes, *, private: bool = False) -> None:
    """Put ``content`` at ``path``, durable on return; an older file there stays whole on failure.

    ``private`` leaves the file to its owner alone (mode 0600 where the system has modes). Raises
    :class:`StoreError`: ``folder-missing``, ``folder-read-only``, ``disk-full``, ``file-in-use``,
    ``cannot-write``.
    """
    # os.path answers False for a name that is too long, where Path raises
    if not os.path.isdir(path.parent):  # noqa: PTH112
        raise StoreError("folder-missing", folder=str(path.parent))
    if os.path.isdir(path):  # noqa: PTH112
        raise StoreError("is-a-folder", file=str(path))
    unfinished = path.with_name(f".{path.name}.part")
    try:
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if not private:
            unfinished.chmod(0o644)
        unfinished.replace(path)
        _settle(path.parent)
    except OSError as problem:
        raise _as_store_error(problem, path) from problem
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def copy_whole(source: Path, path: Path) -> str:
    """Copy a file of any size to ``path`` as :func:`write_whole` writes one; returns the SHA-256 (hex) that lies there.

    It is read back from its place: some sticks say that something is written when it is not.
    """
    unfinished = path.with_name(f".{path.name}.part")
    try:
        with source.open("rb") as original, unfinished.open("wb") as file:
            shutil.copyfileobj(original, file, _PIECE)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
        _settle(path.parent)
        with path.open("rb") as written:
            return hashlib.file_digest(written, "sha256").hexdigest()
    except OSError as problem:
        raise _as_store_error(problem, path) from problem
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def move_into_place(finished: Path, path: Path) -> None:
    """Give a file that is whole and on the disk its name, durable on return; raises as :func:`write_whole` does."""
    try:
        finished.rename(path)
        _settle(path.parent)
    except OSError as problem:
        raise _as_store_error(problem, path) from problem


def _settle(folder: Path) -> None:
    """Let a new name in a folder be on the disk too; Windows does that by itself, and opens no folder."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        # a file system that cannot do it has nothing better to offer
        with suppress(OSError):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(path: Path) -> None:
    """Make a folder and its parents; raises :class:`StoreError` as :func:`write_whole` does."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError as problem:
        raise StoreError("not-a-folder", folder=str(path)) from problem
    except OSError as problem:
        raise _as_store_error(problem, path / "-") from problem


def _as_store_error(problem: OSError, path: Path) -> StoreError:
    if problem.errno in _FULL:
        return StoreError("disk-full", file=path.name)
    if isinstance(problem, PermissionError) and path.exists():
        return StoreError("file-in-use", file=path.name)
    if problem.errno in _FORBIDDEN:
        return StoreError("folder-read-only", folder=str(path.parent))
    return StoreError("cannot-write", file=str(path), detail=problem.strerror or "")
