"""Folders in which a workspace is not safe: copied by a cloud, on a server, on a stick, or soon swept away.

A workspace is one SQLite file that is written at every keystroke. *How To Corrupt An SQLite Database
File* (sqlite.org/howtocorrupt.html) says why such places are dangerous: locks that network file
systems and synchronising programs do not keep let two writers in at once (section 2.1); a copy that
is taken in the middle of a write, or without its journal, is damaged (1.2, 1.4); and sticks say that
something is written when it is not (3.1, 4.1).
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

from reformdesk.core import drives
from reformdesk.core.drives import WINDOWS, Kind, Mount

CLOUD, NETWORK, REMOVABLE, TEMPORARY = "cloud-folder", "network-folder", "removable", "temporary"

_ONEDRIVE_SETTINGS = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_CLOUD_NAME = re.compile(
    r"onedrive( - .+)?|google drive|googledrive|dropbox( \(.+\))?|iclouddrive|icloud drive|nextcloud\d*|owncloud\d*"
    r"|synologydrive|cloudstation|pcloud drive|megasync"
)
_CLOUD_NAME_AT_HOME = re.compile(r"my drive( \(.+\))?|drive của tôi( \(.+\))?|shared drives|bộ nhớ dùng chung|mega|box")
"""Names too plain to mean a cloud anywhere else than at the top of a drive or in the user's own folder."""
_CLOUD_LIBRARIES = (("library", "mobile documents"), ("library", "cloudstorage"))

_SWEPT_AWAY = re.compile(
    r"temp\d+_.*\.zip(\..*)?|rar\$.*|7z[a-z]+[0-9a-f]{6,}|inetcache|temporary internet files|content\.outlook"
    r"|\$recycle\.bin|\.trash(es|-\d+)?|\.fr-\w+"
)
"""Where the Explorer, WinRAR and 7-Zip unpack what is only looked at, whence Outlook and browsers open; the bins."""
_WINDOWS_TEMP = (("appdata", "local", "temp"), ("windows", "temp"))
_POSIX_TEMP = ("tmp", "var/tmp", "dev/shm", "private/tmp", "private/var/tmp", "private/var/folders", "var/folders")
"""Below the root."""


def unsafe_place(path: PurePath | str, system: str, environ: Mapping[str, str], mounts: Iterable[Mount]) -> str | None:
    """Tell why a workspace should not lie at ``path``; ``None`` where nothing speaks against it.

    ``path`` is absolute, in the spelling of ``system`` (as :data:`drives.SYSTEM` names it), which
    need not be the system this runs on. Returns ``temporary``, ``cloud-folder``, ``network-folder``
    or ``removable``, in this order where several are true: what loses work comes before what risks it.
    """
    place = _pure(system, path)
    known = [(_pure(system, mount.root), mount.kind) for mount in mounts]
    if _is_temporary(place, environ):
        return TEMPORARY
    if _is_copied(place, environ) or any(kind is Kind.CLOUD and place.is_relative_to(root) for root, kind in known):
        return CLOUD
    if isinstance(place, PureWindowsPath) and place.drive.startswith("\\\\"):
        return NETWORK
    around = [(len(root.parts), kind) for root, kind in known if place.is_relative_to(root)]
    # what was mounted last over the same folder is what one sees there
    nearest = max(reversed(around), key=lambda one: one[0], default=(0, Kind.FIXED))[1]
    return {Kind.NETWORK: NETWORK, Kind.REMOVABLE: REMOVABLE}.get(nearest)


def unsafe_here(path: Path) -> str | None:
    """Ask this machine and tell, as :func:`unsafe_place` does, why a workspace should not lie at ``path``."""
    system, home = drives.SYSTEM, Path(os.path.expanduser("~"))  # noqa: PTH111 - Path.home() may raise
    # a drive letter, a link or a junction may lead to a server or into a cloud's folder
    whole = Path(os.path.realpath(path))
    known = (*drives.mounts(system, home, os.environ), *drives.marked_folders(whole))
    return unsafe_place(whole, system, os.environ, known)


def _pure(system: str, path: PurePath | str) -> PurePath:
    if system != WINDOWS:
        return PurePosixPath(path)
    # the long spelling that lifts Windows' limit of 260 letters
    text = re.sub(r"^\\\\[?.]\\(UNC\\)?", lambda mark: "\\\\" if mark.group(1) else "", str(path), flags=re.IGNORECASE)
    return PureWindowsPath(text)


def _names(place: PurePath) -> tuple[str, ...]:
    return tuple(unicodedata.normalize("NFC", part).casefold() for part in place.parts)


def _is_temporary(place: PurePath, environ: Mapping[str, str]) -> bool:
    names = _names(place)
    if any(_SWEPT_AWAY.fullmatch(name) for name in names):
        return True
    roots: list[PurePath]
    if isinstance(place, PureWindowsPath):
        if any(_holds(names, run) for run in _WINDOWS_TEMP):
            return True
        roots = [PureWindowsPath(environ[name]) for name in ("TEMP", "TMP") if environ.get(name)]
    else:
        roots = [PurePosixPath("/") / name for name in (*_POSIX_TEMP, environ.get("TMPDIR", ""))]
    # somebody's TEMP is a whole drive
    return any(place.is_relative_to(root) for root in roots if root.is_absolute() and len(root.parts) > 1)


def _is_copied(place: PurePath, environ: Mapping[str, str]) -> bool:
    """Whether a path says by itself that a cloud has it."""
    on_windows = isinstance(place, PureWindowsPath)
    roots = [environ[name] for name in _ONEDRIVE_SETTINGS if on_windows and environ.get(name)]
    if any(place.is_relative_to(root) for root in roots) or any(_holds(_names(place), run) for run in _CLOUD_LIBRARIES):
        return True
    home = type(place)(environ.get("USERPROFILE" if on_windows else "HOME") or place.anchor)
    for folder in (place, *place.parents):
        name = unicodedata.normalize("NFC", folder.name).casefold()
        at_top = folder.parent in (home, folder.parent.parent)
        if _CLOUD_NAME.fullmatch(name) or (at_top and _CLOUD_NAME_AT_HOME.fullmatch(name)):
            return True
    return False


def _holds(names: tuple[str, ...], run: tuple[str, ...]) -> bool:
    return any(names[start : start + len(run)] == run for start in range(len(names)))
