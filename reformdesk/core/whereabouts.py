"""Where the files of Home Affairs and of agencies lie on a machine, found without anyone telling.

Files are known by content, whatever a browser, a messenger or an officer has called them, and only
sound ones are shown. The search never raises for what it meets: a folder may be forbidden, a stick
pulled out, a file half downloaded.
"""

from __future__ import annotations

import os
import stat
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

from reformdesk.core import drives
from reformdesk.core.drives import Kind, Mount
from reformdesk.errors import Refused
from reformdesk.exchange import unpacked
from reformdesk.exchange.payload import ReplyDocument, RoundDocument
from reformdesk.exchange.verification import HEAD_BYTES, Verified, begins_like_ours, verify

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes of what is read because somebody pointed at it; the container's own limits are tighter."""
_DEEPEST_WRAPPING = 2
_ELSEWHERE = 0x1000 | 0x40000 | 0x400000
"""FILE_ATTRIBUTE_OFFLINE, _RECALL_ON_OPEN, _RECALL_ON_DATA_ACCESS: to read it, a cloud would have to download it."""
_NOT_LOOKED_INTO = frozenset({"system volume information", "node_modules", "lost+found"})
_LIKELY_ENDINGS = frozenset({".zip", ".rdround", ".rdreply", ".rdsub", ".bin", ".asice", ""})

_DOWNLOADS = ("Downloads", "Tải xuống", "Tải về")
_DESKTOP = ("Desktop", "Màn hình nền")
_DOCUMENTS = ("Documents", "Tài liệu")
_IN_DOWNLOADS = ("Telegram Desktop", "Zalo Received Files")
_IN_DOCUMENTS = ("Zalo Received Files", "ViberDownloads")
_ZALO = (
    "ZaloData/media/*/ZaloDownloads/file",
    "ZaloData/media/*/ZaloDownloads/resource/*/file",
    "ZaloPC/*/ZaloDownloads/file",
)
"""Below the program's data: a folder for everything, or since its second layout one for each conversation."""
_MOST_CONVERSATIONS = 200


@dataclass(frozen=True)
class SearchLimits:
    """How far a search goes: folders below a given one, entries of a folder, folders in all, bytes of a file."""

    depth: int = 2
    entries: int = 5000
    folders: int = 1000
    file_bytes: int = 5 * 1024 * 1024


DEFAULT_LIMITS = SearchLimits()
KeepGoing = Callable[[], bool]


@dataclass(frozen=True)
class Found:
    """A sound file, or a folder (``is_folder``) into which one was unpacked.

    ``kind`` and ``digest`` are those of :class:`Verified`; whether the key is a known one is another
    question. ``written_at`` is when a round was opened, a reply written or a submission finished.
    ``agencies`` are the ids of whom a reply speaks to, whom a round asks, or who submits. A round alone has
    ``title`` (by language), ``office`` (its name), ``province`` and ``deadline``; a reply has no ``revision``.
    """

    path: Path
    kind: str
    digest: str
    round_id: str
    written_at: datetime
    agencies: tuple[str, ...]
    is_folder: bool
    revision: int | None = None
    title: Mapping[str, str] = field(default_factory=dict)
    office: str = ""
    province: str = ""
    deadline: date | None = None


def likely_folders(
    home: Path, system: str, environ: Mapping[str, str], mounts: Iterable[Mount] | None = None
) -> tuple[Path, ...]:
    """Return the folders of this machine in which a received file would lie, the likeliest first.

    ``system`` is as :data:`drives.SYSTEM` names it; ``mounts`` are :func:`drives.mounts` where not given.
    Only what exists is returned, each folder once.
    """
    if mounts is None:
        mounts = drives.mounts(system, home, environ)
    known = drives.known_folders(system, home, environ)
    bases = [home, *(Path(environ[name]) for name in ("OneDrive", "OneDriveCommercial") if environ.get(name))]

    def named(key: str, names: tuple[str, ...]) -> list[Path]:
        return [*([known[key]] if key in known else []), *(base / name for base in bases for name in names)]

    downloads, documents = named("downloads", _DOWNLOADS), named("documents", _DOCUMENTS)
    messengers = [folder / name for folder in downloads for name in _IN_DOWNLOADS]
    messengers += [folder / name for folder in documents for name in _IN_DOCUMENTS]
    sticks = [Path(mount.root) for mount in mounts if mount.kind is Kind.REMOVABLE]
    wanted = [*downloads, *messengers, *_zalo_folders(environ), *sticks, *named("desktop", _DESKTOP), *documents]
    once: dict[str, Path] = {}
    for folder in filter(_is_folder, wanted):
        once.setdefault(_identity(folder), folder)
    return tuple(once.values())


def _zalo_folders(environ: Mapping[str, str]) -> list[Path]:
    """Return the newest of the folders in which Zalo keeps what conversations brought."""
    found: list[Path] = []
    for name in ("APPDATA", "LOCALAPPDATA"):
        for pattern in _ZALO if environ.get(name) else ():
            with suppress(OSError):
                found += Path(environ[name]).glob(pattern)
    return sorted(found, key=_changed, reverse=True)[:_MOST_CONVERSATIONS]


def find_rounds(
    folders: Iterable[Path], limits: SearchLimits = DEFAULT_LIMITS, keep_going: Callable[[], bool] = lambda: True
) -> list[Found]:
    """Return the rounds, replies and submissions that lie in ``folders``, the newest first.

    ``keep_going`` is asked before every entry and every file, so that the caller can set the time and
    stop it from another thread; what was found until then is returned. Likely names and the youngest files
    are looked at first. The same content that lies in several places is returned once, where it came last.
    """
    search = _Search(limits, keep_going)
    search.run(folders)
    return sorted(search.found(), key=lambda one: (one.written_at, one.revision or 0, one.digest), reverse=True)


def read_container(path: Path, most_bytes: int = LARGEST_FILE) -> bytes:
    """Return the bytes of an exchange file, or of one that was unpacked into a folder, made whole again.

    ``path`` may also be one of the files of such a folder. What is no folder of ours and no part of
    one is read as it is, and left to :func:`reformdesk.exchange.verification.verify`.

    Raises :class:`Refused`: ``path-missing``, ``file-unreadable``, ``too-large``, ``folder-not-ours``
    (nothing of ours was unpacked there), ``part-of-container`` (the rest is missing), and what
    :func:`unpacked.pack` raises.
    """
    try:
        if path.is_dir():
            folder = _container_in(path)
            if folder is None:
                raise Refused("folder-not-ours", folder=path.name)
            return _read_folder(folder, most_bytes)
        return _read_file_or_its_folder(path, most_bytes)
    except FileNotFoundError as problem:
        raise Refused("path-missing", file=path.name) from problem
    except (OSError, ValueError) as problem:
        raise Refused("file-unreadable", file=path.name) from problem


def _read_file_or_its_folder(path: Path, most_bytes: int) -> bytes:
    blob = _read(path, most_bytes)
    if begins_like_ours(blob):
        return blob
    around = path.parent.parent if path.parent.name.casefold() == unpacked.META_FOLDER.casefold() else path.parent
    if unpacked.as_written(path.relative_to(around).as_posix()) is None:
        return blob
    if not _is_container(around):
        raise Refused("part-of-container", file=path.name)
    return _read_folder(around, most_bytes)


def _container_in(folder: Path) -> Path | None:
    """Return the folder that holds the parts: this one, or the only one in it where programs wrap twice."""
    for _ in range(_DEEPEST_WRAPPING + 1):
        if _is_container(folder):
            return folder
        inside = [one for one in _names_in(folder) if not unpacked.is_clutter(one)]
        if len(inside) != 1 or not (folder / inside[0]).is_dir():
            return None
        folder /= inside[0]
    return None


def _is_container(folder: Path) -> bool:
    return _looks_unpacked(_names_in(folder))


def _looks_unpacked(names: Iterable[str]) -> bool:
    """Whether a folder's entries are those of a container: the data and the folder of its signatures."""
    folded = {name.casefold() for name in names}
    return unpacked.META_FOLDER.casefold() in folded and not folded.isdisjoint(unpacked.DATA_NAMES)


def _names_in(folder: Path) -> list[str]:
    """Return the names in a folder, no more than a search would look at."""
    with os.scandir(folder) as entries:
        return [entry.name for entry, _ in zip(entries, range(DEFAULT_LIMITS.entries), strict=False)]


def _read_folder(folder: Path, most_bytes: int) -> bytes:
    """Read the parts of a container, and nothing else that may lie beside them (a whole Downloads, say)."""
    files: dict[str, bytes] = {}
    left = most_bytes
    for path in _parts_in(folder):
        content = _read(path, left)
        left -= len(content)
        files[path.relative_to(folder).as_posix()] = content
    return unpacked.pack(files)


def _parts_in(folder: Path) -> Iterator[Path]:
    own_folders = {unpacked.META_FOLDER.casefold(), unpacked.ATTACHMENTS_FOLDER}
    for name in _names_in(folder):
        if name.casefold() in own_folders:
            inside = [folder / name / inner for inner in _names_in(folder / name)]
            yield from (path for path in inside if unpacked.as_written(f"{name}/{path.name}"))
        elif unpacked.as_written(name):
            yield folder / name


def _read(path: Path, most_bytes: int) -> bytes:
    """Read a regular file; a device or a pipe would never come to an end."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise Refused("file-unreadable", file=path.name)
    if status.st_size > most_bytes:
        raise Refused("too-large", file=path.name)
    with path.open("rb") as file:
        content = file.read(most_bytes + 1)
    if len(content) > most_bytes:
        raise Refused("too-large", file=path.name)
    return content


@dataclass(frozen=True)
class _Hit:
    """A found file with what decides between several of the same content."""

    found: Found
    signatures: int
    changed: float


class _Search:
    """One search: the folders it has been in, and the best place of each content."""

    def __init__(self, limits: SearchLimits, keep_going: Callable[[], bool]) -> None:
        self._limits = limits
        self._keep_going = keep_going
        self._been: set[str] = set()
        self._verified: dict[bytes, Verified | None] = {}
        self._hits: dict[tuple[str, str], _Hit] = {}

    def found(self) -> list[Found]:
        """Return what was found until now."""
        return [hit.found for hit in self._hits.values()]

    def run(self, folders: Iterable[Path]) -> None:
        """Look into the given folders, then level by level into what lies in them."""
        waiting = deque((folder, 0) for folder in folders)
        while waiting and len(self._been) < self._limits.folders and self._keep_going():
            folder, depth = waiting.popleft()
            identity = _identity(folder)
            if identity not in self._been:
                self._been.add(identity)
                below = self._look_into(folder)
                if depth < self._limits.depth:
                    waiting.extend((one, depth + 1) for one in below)

    def _look_into(self, folder: Path) -> list[Path]:
        """Take what a folder holds, and return the folders in it, the youngest first."""
        files, folders = self._list(folder)
        if _looks_unpacked([one.name for one in (*files, *folders)]):
            own = {unpacked.META_FOLDER.casefold(), unpacked.ATTACHMENTS_FOLDER}
            folders = [one for one in folders if one.name.casefold() not in own]
            self._take(folder, is_folder=True)
        for file in files:
            if not self._keep_going():
                return []
            if self._begins_like_ours(file):
                self._take(file, is_folder=False)
        return folders

    def _list(self, folder: Path) -> tuple[list[Path], list[Path]]:
        """Return the files and the folders of a folder, in the order in which they are worth a look."""
        files: list[tuple[bool, float, Path]] = []
        folders: list[tuple[float, Path]] = []
        with suppress(OSError), os.scandir(folder) as entries:
            for entry, _ in zip(entries, range(self._limits.entries), strict=False):
                if not self._keep_going():
                    break
                with suppress(OSError):
                    status = entry.stat()
                    path = folder / entry.name
                    if entry.is_dir(follow_symlinks=False) and _is_worth_a_look(entry.name):
                        folders.append((status.st_mtime, path))
                    elif self._is_readable(status):
                        files.append((path.suffix.casefold() in _LIKELY_ENDINGS, status.st_mtime, path))
        return [one[-1] for one in sorted(files, reverse=True)], [one[-1] for one in sorted(folders, reverse=True)]

    def _is_readable(self, status: os.stat_result) -> bool:
        """Whether it is a file on this machine and not too large; a pipe would keep the search waiting for ever."""
        elsewhere = getattr(status, "st_file_attributes", 0) & _ELSEWHERE
        return stat.S_ISREG(status.st_mode) and not elsewhere and status.st_size <= self._limits.file_bytes

    def _begins_like_ours(self, file: Path) -> bool:
        try:
            with file.open("rb") as opened:
                return begins_like_ours(opened.read(HEAD_BYTES))
        except OSError:
            return False

    def _take(self, path: Path, *, is_folder: bool) -> None:
        """Note a sound file; of the same content, what more have signed and then what is younger stays."""
        try:
            verified = self._verify(read_container(path, self._limits.file_bytes))
        except Refused:
            return
        hit = _Hit(_describe(path, verified, is_folder=is_folder), len(verified.signers), _changed(path))
        key = (verified.kind, verified.digest)
        before = self._hits.get(key)
        if before is None or (hit.signatures, hit.changed) > (before.signatures, before.changed):
            self._hits[key] = hit

    def _verify(self, blob: bytes) -> Verified:
        """Verify bytes, a copy of earlier ones without doing it all again."""
        same = sha256(blob).digest()
        if same not in self._verified:
            self._verified[same] = None
            self._verified[same] = verify(blob)
        known = self._verified[same]
        if known is None:
            raise Refused("not-ours")
        return known


def _describe(path: Path, verified: Verified, *, is_folder: bool) -> Found:
    document = verified.document
    if isinstance(document, RoundDocument):
        names = {agency["id"]: str(agency["name"]) for agency in document.agencies}
        return Found(
            path=path,
            kind=verified.kind,
            digest=verified.digest,
            round_id=document.id,
            written_at=document.opened_at,
            agencies=tuple(names),
            is_folder=is_folder,
            revision=document.revision,
            title=document.title,
            office=names.get(document.office, document.office),
            province=document.province,
            deadline=document.deadline,
        )
    if isinstance(document, ReplyDocument):
        spoken_to = tuple(dict.fromkeys(str(item["agency"]) for item in document.items))
        written_at, agencies, revision = document.written_at, spoken_to, None
    else:
        written_at, agencies, revision = document.finished_at, (document.agency,), document.revision
    return Found(path, verified.kind, verified.digest, document.round_id, written_at, agencies, is_folder, revision)


def _is_worth_a_look(name: str) -> bool:
    """Whether a folder may hold what somebody put there; bins and the system's own folders do not."""
    return not name.startswith((".", "$")) and name.casefold() not in _NOT_LOOKED_INTO


def _identity(folder: Path) -> str:
    """Return what tells one folder from another, by whatever link it was reached."""
    return os.path.normcase(os.path.realpath(folder))


def _is_folder(path: Path) -> bool:
    # os.path answers False for what cannot be asked, where Path may raise
    return os.path.isdir(path)  # noqa: PTH112


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
