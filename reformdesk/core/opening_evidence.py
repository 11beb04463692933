"""Looking at files that came with a submission: what they really are, and a copy that can do no harm.

A name says nothing: a kind is told by content alone. What can be looked at goes read-only, under a
name made here, into a folder of the program's own, and is opened by the system's program for its
kind. What holds a program, fetches one, or is of no known kind can only be saved.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import unicodedata
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from io import BytesIO
from pathlib import Path, PurePath
from threading import Lock

from reformdesk.core import filing, outfile
from reformdesk.core.store import Workspace
from reformdesk.core.text import slug
from reformdesk.errors import Mendable
from reformdesk.exchange.payload import SubmissionDocument
from reformdesk.exchange.verification import Verified, verify


class Kind(StrEnum):
    """What a file is; ``ACTIVE`` is an Office file with a program in it, or that fetches one."""

    PDF = "pdf"
    PNG = "png"
    JPEG = "jpeg"
    WORD = "word"
    EXCEL = "excel"
    SLIDES = "slides"
    ACTIVE = "active"
    OTHER = "other"


_PICTURES_AND_PRINTS = ((b"%PDF-", Kind.PDF), (b"\x89PNG\r\n\x1a\n", Kind.PNG), (b"\xff\xd8\xff", Kind.JPEG))
_ZIP, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN_PARTS = {"word/document.xml": Kind.WORD, "xl/workbook.xml": Kind.EXCEL, "ppt/presentation.xml": Kind.SLIDES}
_PROGRAM_PARTS = ("vbaproject.bin", "/macrosheets/", "/activex/", ".exe", ".js", ".vbs", ".ps1", ".hta")
_FETCHED = (b"attachedTemplate", b"oleObject", b"frame", b"subDocument")
"""Relationships that load what may run from elsewhere, where they are external; links and pictures are none."""
_STREAMS = (
    ("WordDocument", Kind.WORD),
    ("Workbook", Kind.EXCEL),
    ("Book", Kind.EXCEL),
    ("PowerPoint Document", Kind.SLIDES),
)
_PROGRAM_STREAMS = ("_VBA_PROJECT", "_VBA_PROJECT_CUR", "Macros", "EncryptedPackage", "\x01Ole10Native")
_ENDINGS = {
    Kind.PDF: ".pdf",
    Kind.PNG: ".png",
    Kind.JPEG: ".jpg",
    Kind.WORD: ".docx",
    Kind.EXCEL: ".xlsx",
    Kind.SLIDES: ".pptx",
}
_OLD_ENDINGS = {Kind.WORD: ".doc", Kind.EXCEL: ".xls", Kind.SLIDES: ".ppt"}
_SAVED_UNDER = {".docm", ".xlsm", ".pptm", ".odt", ".ods", ".odp", ".txt", ".csv", ".rtf", ".zip", ".rar", ".7z"}
"""Endings that a file of another kind keeps when it is saved; nothing among them runs by a double click."""
_MOST_NAMES, _MOST_BYTES = 5_000, 1024 * 1024
_LONGEST_STEM = 40
_PREFIX = "reformdesk-evidence-"
_LEFT_OVER = timedelta(days=1)
_FROM_ELSEWHERE = "[ZoneTransfer]\r\nZoneId=3\r\n"
"""What Windows writes beside a download: Office opens such a file in its protected view."""


@dataclass(frozen=True)
class CameAlong:
    """A file that came with a submission.

    ``indicator`` is what it proves, empty for one that belongs to the whole; ``name`` is its own in the
    container, ``title`` what the agency calls it, ``size`` in bytes, ``ending`` what a copy's name ends in.
    """

    indicator: str
    name: str
    title: str
    size: int
    sha256: str
    kind: Kind
    ending: str

    @property
    def can_be_opened(self) -> bool:
        """Whether it is of a kind that an agency may send, with nothing in it that runs."""
        return self.kind in _ENDINGS

    @property
    def is_office_file(self) -> bool:
        """Whether it wants the warning that Office files want."""
        return self.kind in (Kind.WORD, Kind.EXCEL, Kind.SLIDES, Kind.ACTIVE)

    @property
    def harmless_name(self) -> str:
        """Return an ASCII name for a copy: something of the title, something of the digest, the kind's ending."""
        return f"{slug(PurePath(self.title).stem)[:_LONGEST_STEM].strip('-')}-{self.sha256[:8]}{self.ending}"


def came_along(verified: Verified) -> tuple[CameAlong, ...]:
    """Return the files in a sound submission, in the order of its list."""
    document = verified.document
    if not isinstance(document, SubmissionDocument):
        return ()
    found = []
    for line in document.attachments:
        content = verified.attachments[line["name"]]
        title = shown_title(line["title"])
        kind = kind_of(content)
        ending = _ending(kind, content, title)
        found.append(
            CameAlong(line.get("indicator", ""), line["name"], title, len(content), line["sha256"], kind, ending)
        )
    return tuple(found)


def shown_title(title: str) -> str:
    """Return a title without letters that one does not see: they can turn ``fdp.exe`` around."""
    kept = "".join(letter for letter in title if unicodedata.category(letter) not in ("Cc", "Cf", "Zl", "Zp"))
    return " ".join(kept.split())


def _ending(kind: Kind, content: bytes, title: str) -> str:
    if kind in _ENDINGS:
        return (_OLD_ENDINGS if content.startswith(_COMPOUND) else _ENDINGS)[kind]
    suffix = PurePath(title).suffix.lower()
    return suffix if suffix in _SAVED_UNDER else ".bin"


def kind_of(content: bytes) -> Kind:
    """Tell what a file is, by content alone; never raises."""
    if content.startswith(_ZIP):
        return _kind_of_zip(content)
    if content.startswith(_COMPOUND):
        return _kind_of_compound(content)
    return next((kind for beginning, kind in _PICTURES_AND_PRINTS if content.startswith(beginning)), Kind.OTHER)


def _kind_of_zip(content: bytes) -> Kind:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            infos = archive.infolist()
            names = {info.filename for info in infos}
            kind = next((kind for part, kind in _MAIN_PARTS.items() if part in names), Kind.OTHER)
            if kind is Kind.OTHER or "[Content_Types].xml" not in names or len(infos) > _MOST_NAMES:
                return Kind.OTHER
            if any(mark in name.lower() for name in names for mark in _PROGRAM_PARTS):
                return Kind.ACTIVE
            told = [info for info in infos if info.filename == "[Content_Types].xml" or info.filename.endswith(".rels")]
            if any(info.file_size > _MOST_BYTES for info in told):
                return Kind.ACTIVE
            runs = any(_tells_of_programs(archive.read(info)) for info in told)
            return Kind.ACTIVE if runs else kind
    # a broken archive has many ways to say so
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError, zipfile.LargeZipFile):
        return Kind.OTHER


def _tells_of_programs(xml: bytes) -> bool:
    if b"macroEnabled" in xml or b"vbaProject" in xml:
        return True
    relationships = xml.split(b"<Relationship")
    return any(
        b'"External"' in one and any(f'/{mark.decode()}"'.encode() in one for mark in _FETCHED) for one in relationships
    )


def _kind_of_compound(content: bytes) -> Kind:
    """Tell an Office file of before 2007 by the names in its directory, which are UTF-16."""
    if any(name.encode("utf-16-le") in content for name in _PROGRAM_STREAMS):
        return Kind.ACTIVE
    return next((kind for name, kind in _STREAMS if name.encode("utf-16-le") in content), Kind.OTHER)


def content_of(workspace: Workspace, digest: str, signer: str, name: str) -> bytes:
    """Return a file that came with a kept submission; ``KeyError`` where there is none of that name."""
    return verify(filing.bytes_of(workspace, digest, signer)).attachments[name]


def mark_as_from_elsewhere(path: Path) -> None:
    """Say as Windows does that a file came from elsewhere; a disk that cannot keep such marks is no failure."""
    with suppress(OSError):
        Path(f"{path}:Zone.Identifier").write_text(_FROM_ELSEWHERE, "ascii", newline="")


def save(target: Path, content: bytes) -> None:
    """Write a file to where the officer wants it, marked on Windows; raises as writing does."""
    outfile.write_whole(target, content)
    if os.name == "nt":
        mark_as_from_elsewhere(target)


class Viewing:
    """The folder for copies that are looked at, for its owner alone; made at the first copy, emptied at the end."""

    def __init__(
        self,
        base: Path | None = None,
        mark: Callable[[Path], object] | None = mark_as_from_elsewhere if os.name == "nt" else None,
    ) -> None:
        self._base = base or Path(tempfile.gettempdir())
        self._mark = mark
        self._folder: Path | None = None
        self._ended = False
        # the worker copies while the window may close
        self._lock = Lock()

    def put(self, one: CameAlong, content: bytes) -> Path:
        """Lay a read-only copy down. Raises ``Mendable('evidence-not-opened')`` and what writing raises."""
        if not one.can_be_opened:
            raise Mendable("evidence-not-opened", file=one.title)
        with self._lock:
            if self._ended:
                raise Mendable("evidence-not-opened", file=one.title)
            path = self._place() / one.harmless_name
            _remove(path)
            outfile.write_whole(path, content, private=True)
            if self._mark is not None:
                self._mark(path)
            path.chmod(0o400)
            return path

    def _place(self) -> Path:
        if self._folder is None or not self._folder.is_dir():
            _sweep(self._base, datetime.now(UTC) - _LEFT_OVER)
            self._folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=self._base))
        return self._folder

    def end(self) -> None:
        """Take everything away; what another program holds open stays, and goes when this is next used."""
        with self._lock:
            self._ended = True
            if self._folder is not None:
                _empty(self._folder)


def _sweep(base: Path, before: datetime) -> None:
    """Take away what a program that was killed, or a viewer that held on, left behind."""
    for folder in base.glob(f"{_PREFIX}*"):
        with suppress(OSError):
            found = folder.stat(follow_symlinks=False)
            if datetime.fromtimestamp(found.st_mtime, UTC) < before and not folder.is_symlink():
                _empty(folder)


def _empty(folder: Path) -> None:
    for path in folder.iterdir():
        _remove(path)
    shutil.rmtree(folder, ignore_errors=True)


def _remove(path: Path) -> None:
    with suppress(OSError):
        # Windows keeps what is read-only
        path.chmod(0o600)
        path.unlink()
