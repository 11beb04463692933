"""What this machine says of its drives, of its folders, and of those that a cloud copies.

The edge to the system: everything here only asks and answers with plain facts, and none of it
raises where there is no answer. :mod:`reformdesk.core.whereabouts` decides on them.
"""

from __future__ import annotations

import json
import os
import re
import string
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

if sys.platform == "win32":
    import ctypes
    import winreg

WINDOWS, LINUX, MACOS = "Windows", "Linux", "Darwin"
"""The systems, as :func:`platform.system` calls them."""
SYSTEM = {"win32": WINDOWS, "darwin": MACOS}.get(sys.platform, LINUX)
"""The one that this runs on; to ask :mod:`platform` costs Windows a query of its own."""


class Kind(StrEnum):
    """What a place is on; :attr:`CLOUD` is a folder that some program copies elsewhere while it is used."""

    FIXED = "fixed"
    REMOVABLE = "removable"
    NETWORK = "network"
    CLOUD = "cloud"


@dataclass(frozen=True)
class Mount:
    """A drive or a folder from which on everything below is of one kind."""

    root: str
    kind: Kind


# proc(5); what is mounted by a program (fuse.*) reaches over the network unless it is one of the local ones
_NETWORK_TYPES = frozenset({
    "9p", "afs", "ceph", "cifs", "coda", "davfs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "smb3", "smbfs",
    "sshfs", "vboxsf", "vmhgfs",
})  # fmt: skip
_LOCAL_FUSE = frozenset(
    f"fuse.{name}" for name in ("bindfs", "cryfs", "encfs", "gocryptfs", "lxcfs", "mergerfs", "portal", "snapfuse")
)
_CLOUD_FUSE = frozenset(f"fuse.{name}" for name in ("google-drive-ocamlfuse", "onedriver", "rclone"))
_STICKS = ("/media/", "/run/media/")
_OCTAL = re.compile(r"\\([0-7]{3})")

# winbase.h: GetDriveTypeW
_DRIVE_REMOVABLE, _DRIVE_FIXED, _DRIVE_REMOTE = 2, 3, 4
_NO_BOX = 0x0001
"""SEM_FAILCRITICALERRORS: an empty card reader is no reason to stop the program with a box."""
_STREAMED_LABEL = "Google Drive"
_SYNC_ROOTS = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Explorer\SyncRootManager"
_SHELL_FOLDERS = r"Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"
_SHELL_NAMES = {"downloads": "{374DE290-123F-4565-9164-39C4925E467B}", "desktop": "Desktop", "documents": "Personal"}

_XDG_NAMES = {"downloads": "XDG_DOWNLOAD_DIR", "desktop": "XDG_DESKTOP_DIR", "documents": "XDG_DOCUMENTS_DIR"}
_XDG_LINE = re.compile(r'^\s*(XDG_\w+_DIR)="(.*)"\s*$', re.MULTILINE)
_SYNCED_LINE = re.compile(r"^[^\n=]*localPath=(.+?)/?\s*$", re.MULTILINE)
_QT_LETTER = re.compile(r"\\x([0-9a-f]{1,4})")
_MOST_OF_A_SETTING = 1024 * 1024
_SYNC_MARKS = (
    ".sync",
    ".stfolder",
    ".dropbox",
    ".dropbox.cache",
    ".owncloudsync.log",
    ".nextcloudsync.log",
    ".SynologyWorkingDirectory",
    ".tmp.driveupload",
    ".tmp.drivedownload",
)
"""What Resilio, Syncthing, Dropbox, ownCloud, Nextcloud, Synology and Google Drive leave in the folders they copy."""


def mounts(system: str, home: Path, environ: Mapping[str, str]) -> tuple[Mount, ...]:
    """Return the drives of this machine, and the folders that a cloud's settings name."""
    clouds = (Mount(root, Kind.CLOUD) for root in _cloud_roots(system, home, environ))
    return (*_drives(system), *clouds)


def marked_folders(path: Path) -> tuple[Mount, ...]:
    """Return the folders around ``path`` in which a synchronising program has left its mark."""
    if str(path).startswith("\\\\"):
        # a server that is gone would keep every question waiting
        return ()
    return tuple(
        Mount(str(folder), Kind.CLOUD)
        for folder in (path, *path.parents)
        if any(os.path.lexists(folder / mark) for mark in _SYNC_MARKS)
    )


def known_folders(system: str, home: Path, environ: Mapping[str, str]) -> dict[str, Path]:
    """Return where the system has put ``downloads``, ``desktop`` and ``documents``, as far as it says."""
    if system == WINDOWS:
        return {name: Path(place) for name, place in _shell_folders().items()}
    settings = Path(environ.get("XDG_CONFIG_HOME") or home / ".config") / "user-dirs.dirs"
    return xdg_folders(_text(settings), home)


def xdg_folders(text: str, home: Path) -> dict[str, Path]:
    """Read ``user-dirs.dirs`` of freedesktop.org; a folder set to the home itself is switched off."""
    lines = {name: place.replace('\\"', '"') for name, place in _XDG_LINE.findall(text)}
    places = {name: Path(lines[key].replace("$HOME", str(home), 1)) for name, key in _XDG_NAMES.items() if key in lines}
    return {name: place for name, place in places.items() if place != home and place.is_absolute()}


def parse_mountinfo(text: str) -> tuple[Mount, ...]:
    """Read ``/proc/self/mountinfo`` (proc(5)): where each file system hangs, and of what kind it is."""
    found = []
    for line in text.splitlines():
        front, dash, back = line.partition(" - ")
        fields = front.split(" ")
        if dash and len(fields) > 4:
            root = _OCTAL.sub(lambda code: chr(int(code.group(1), 8)), fields[4])
            found.append(Mount(root, _kind_of_type(back.split(" ")[0], root)))
    return tuple(found)


def _kind_of_type(name: str, root: str) -> Kind:
    if name in _CLOUD_FUSE:
        return Kind.CLOUD
    if name in _NETWORK_TYPES or (name.startswith("fuse.") and name not in _LOCAL_FUSE):
        return Kind.NETWORK
    return Kind.REMOVABLE if root.startswith(_STICKS) else Kind.FIXED


def kind_of_drive(drive_type: int, label: str | None) -> Kind | None:
    """Tell the kind of a Windows drive from ``GetDriveTypeW``; ``label`` is ``None`` where no medium is in it."""
    if drive_type == _DRIVE_REMOTE:
        return Kind.NETWORK
    if label is None or drive_type not in (_DRIVE_REMOVABLE, _DRIVE_FIXED):
        return None
    if label.startswith(_STREAMED_LABEL):
        return Kind.CLOUD
    return Kind.REMOVABLE if drive_type == _DRIVE_REMOVABLE else Kind.FIXED


def _drives(system: str) -> tuple[Mount, ...]:
    if system == WINDOWS:
        return tuple(_windows_drives())
    if system == MACOS:
        # the system's own volume is a link to the root
        volumes = [folder for folder in _folders_in(Path("/Volumes")) if not folder.is_symlink()]
        return tuple(Mount(str(folder), Kind.REMOVABLE) for folder in volumes)
    return parse_mountinfo(_text(Path("/proc/self/mountinfo")))


def _cloud_roots(system: str, home: Path, environ: Mapping[str, str]) -> Iterator[str]:
    """Yield the folders that clouds have registered with Windows or written into their own settings."""
    if system == WINDOWS:
        yield from _registered_sync_roots()
    own = [Path(environ[name]) for name in ("APPDATA", "LOCALAPPDATA") if environ.get(name)]
    for folder in (home / ".dropbox", *(place / "Dropbox" for place in own)):
        yield from dropbox_roots(_text(folder / "info.json"))
    settings = (home / ".config", home / "Library" / "Preferences", *own)
    for folder in settings:
        for name, file in (("Nextcloud", "nextcloud.cfg"), ("ownCloud", "owncloud.cfg")):
            yield from nextcloud_roots(_text(folder / name / file))


def dropbox_roots(text: str) -> list[str]:
    """Read Dropbox's ``info.json``: the folder of each account."""
    try:
        accounts = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return []
    listed = accounts.values() if isinstance(accounts, dict) else ()
    return [one["path"] for one in listed if isinstance(one, dict) and isinstance(one.get("path"), str) and one["path"]]


def nextcloud_roots(text: str) -> list[str]:
    r"""Read ``nextcloud.cfg`` or ``owncloud.cfg``; older Qt writes letters beyond ASCII as ``\x1ea3``."""
    found = [_QT_LETTER.sub(lambda code: chr(int(code.group(1), 16)), one) for one in _SYNCED_LINE.findall(text)]
    return [one.strip('"').rstrip("/") for one in found if one.strip('"/')]


def _text(path: Path) -> str:
    """Return a setting's text, or nothing where there is none."""
    try:
        with path.open("rb") as file:
            return file.read(_MOST_OF_A_SETTING).decode("utf-8", "replace")
    except OSError:
        return ""


def _folders_in(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _windows_drives() -> list[Mount]:
    """Ask Windows for each drive letter; network drives are not touched, since they may be gone."""
    found: list[Mount] = []
    if sys.platform == "win32":
        kernel = ctypes.WinDLL("kernel32")
        before = ctypes.c_uint32()
        kernel.SetThreadErrorMode(_NO_BOX, ctypes.byref(before))
        there = kernel.GetLogicalDrives()
        for number, letter in enumerate(string.ascii_uppercase):
            root = f"{letter}:\\"
            drive_type = kernel.GetDriveTypeW(ctypes.c_wchar_p(root)) if there >> number & 1 else 0
            label = ctypes.create_unicode_buffer(261)
            answered = drive_type in (_DRIVE_REMOVABLE, _DRIVE_FIXED) and kernel.GetVolumeInformationW(
                ctypes.c_wchar_p(root), label, len(label), None, None, None, None, 0
            )
            kind = kind_of_drive(drive_type, label.value if answered else None)
            if kind:
                found.append(Mount(root, kind))
        kernel.SetThreadErrorMode(before, None)
    return found


def _registered_sync_roots() -> list[str]:
    """Return what OneDrive, Google, Dropbox, iCloud and the like have registered with the Windows Explorer."""
    found: list[str] = []
    if sys.platform == "win32":
        with suppress(OSError), winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _SYNC_ROOTS) as top:
            for number in range(winreg.QueryInfoKey(top)[0]):
                with suppress(OSError), winreg.OpenKey(top, winreg.EnumKey(top, number) + r"\UserSyncRoots") as one:
                    found += [str(winreg.EnumValue(one, place)[1]) for place in range(winreg.QueryInfoKey(one)[1])]
    return found


def _shell_folders() -> dict[str, str]:
    """Return the folders that the user has moved in the Explorer, or that OneDrive has taken over."""
    found: dict[str, str] = {}
    if sys.platform == "win32":
        with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, _SHELL_FOLDERS) as key:
            for name, value in _SHELL_NAMES.items():
                with suppress(OSError):
                    found[name] = winreg.ExpandEnvironmentStrings(str(winreg.QueryValueEx(key, value)[0]))
    return found
