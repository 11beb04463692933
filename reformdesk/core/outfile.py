"""Write a file whole or not at all."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from io import BufferedWriter
from pathlib import Path
from typing import BinaryIO

from reformdesk.errors import Mendable, StoreError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_PIECE = 1024 * 1024
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def write_whole(path: Path, content: bytes, *, private: bool = False) -> None:
    """Put ``content`` at ``path``, durable on return; an older file there stays whole on failure.

    ``private`` leaves the file to its owner alone (mode 0600 where the system has modes). Raises
    :class:`StoreError`: ``folder-missing``, ``folder-read-only``, ``disk-full``, ``file-in-use``,
    ``cannot-write``.
    """
    _require_place(path)
    try:
        _write_beside(path, content, private=private)
        _put_in_place(path)
    finally:
        _clear_away(path)


def write_together(files: Mapping[Path, bytes]) -> None:
    """Put files that belong together at their paths: all lie on the disk before the first takes its name.

    So where there is no room for all of them every older file stays. Raises as :func:`write_whole` does.
    """
    try:
        for path, content in files.items():
            _require_place(path)
            _write_beside(path, content, private=False)
        for path in files:
            _put_in_place(path)
    finally:
        for path in files:
            _clear_away(path)


def require_writable(path: Path) -> None:
    """Find out before long work whether a file can be put at ``path``; raises as :func:`write_whole` does."""
    _require_place(path)
    try:
        _write_beside(path, b"", private=True)
        if os.name == "nt" and path.exists():
            # a program that has it open does not let it be replaced, nor be opened to be written
            with path.open("r+b"):
                pass
    except OSError as problem:
        raise _as_store_error(problem, path) from problem
    finally:
        _clear_away(path)


def require_another(path: Path, source: Path) -> None:
    """Let nobody write over what is read for it; raises ``Mendable('over-its-source')``."""
    if path.exists() and source.exists() and path.samefile(source):
        raise Mendable("over-its-source", file=path.name)


def _require_place(path: Path) -> None:
    # os.path answers False for a name that is too long, where Path raises
    if not os.path.isdir(path.parent):  # noqa: PTH112
        raise StoreError("folder-missing", folder=str(path.parent))
    if os.path.isdir(path):  # noqa: PTH112
        raise StoreError("is-a-folder", file=str(path))


def _unfinished(path: Path) -> Path:
    return path.with_name(f".{path.name}.part")


def _write_beside(path: Path, content: bytes, *, private: bool) -> None:
    """Write the unfinished file, durable on return."""
    unfinished = _unfinished(path)
    try:
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if not private:
            unfinished.chmod(0o644)
    except PermissionError as problem:
        # whatever lies at the path itself was not touched yet
        raise StoreError("folder-read-only", folder=str(path.parent)) from problem
    except OSError as problem:
        raise _as_store_error(problem, path) from problem


def _put_in_place(path: Path) -> None:
    try:
        _unfinished(path).replace(path)
        _settle(path.parent)
    except OSError as problem:
        raise _as_store_error(problem, path) from problem


def _clear_away(path: Path) -> None:
    with suppress(OSError):
        _unfinished(path).unlink(missing_ok=True)


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


def copy_in_slices(source: Path, path: Path, size: int = 1 << 20) -> Iterator[bytes]:
    """Copy a file, yielding each slice of ``size`` bytes once it is written; durable when exhausted.

    What is unfinished is the caller's to clear away. Raises ``Mendable('file-unreadable')`` and as
    :func:`write_whole` does.
    """
    try:
        file = source.open("rb")
    except OSError as problem:
        raise Mendable("file-unreadable", file=str(source)) from problem
    with file, _created(path) as written:
        while piece := _slice_of(file, size, source):
            try:
                written.write(piece)
            except OSError as problem:
                raise _as_store_error(problem, path) from problem
            yield piece
        try:
            written.flush()
            os.fsync(written.fileno())
        except OSError as problem:
            raise _as_store_error(problem, path) from problem


def _created(path: Path) -> BufferedWriter:
    try:
        return path.open("xb")
    except OSError as problem:
        raise _as_store_error(problem, path) from problem


def _slice_of(file: BinaryIO, size: int, source: Path) -> bytes:
    try:
        return file.read(size)
    except OSError as problem:
        raise Mendable("file-unreadable", file=str(source)) from problem


def remove_folder(path: Path) -> None:
    """Clear an unfinished folder away; what cannot be removed stays."""
    shutil.rmtree(path, ignore_errors=True)


def move_into_place(finished: Path, path: Path) -> None:
    """Give a file or folder that is whole its name, durable on return; raises as :func:`write_whole` does."""
    _put(finished.rename, path)


def take_the_place(finished: Path, path: Path) -> None:
    """Put a file that is whole in the place of another, durable on return; raises as :func:`write_whole` does."""
    _put(finished.replace, path)


def _put(put: Callable[[Path], object], path: Path) -> None:
    try:
        put(path)
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
