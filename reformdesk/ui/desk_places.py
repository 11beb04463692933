"""Where desks lie on this machine: those that were open last, and where a new one goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

from reformdesk.core import store
from reformdesk.errors import StoreError

_KEY = "recent"
_MOST = 5
_FOLDER = "ReformDesk"


def recent() -> list[Path]:
    """Return the workspaces that were open last and are still there, the last one first."""
    stored = QSettings().value(_KEY, [])
    names = [stored] if isinstance(stored, str) else list(stored or [])  # type: ignore[call-overload] # QVariant
    return [path for path in map(Path, names) if path.is_file()]


def remember(path: Path) -> None:
    """Let a workspace be the one that was open last."""
    others = [str(one) for one in recent() if one != path.absolute()]
    QSettings().setValue(_KEY, [str(path.absolute()), *others][:_MOST])


def own_place(name: str, unsafe: Callable[[Path], str | None]) -> Path:
    """Return where a desk's workspace lies, or is to lie; ``unsafe`` says why a place is not one for it.

    That is in Documents, unless a cloud or a server has them and the user's own folder is safer.
    """
    kinds = (QStandardPaths.StandardLocation.DocumentsLocation, QStandardPaths.StandardLocation.HomeLocation)
    places = [Path(QStandardPaths.writableLocation(kind)) / _FOLDER / f"{name}{store.SUFFIX}" for kind in kinds]
    standing = next((one for one in places if one.exists()), None)
    path = standing or next((one for one in places if unsafe(one) is None), places[0])
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise StoreError("folder-read-only", folder=str(path.parent)) from problem
    return path
