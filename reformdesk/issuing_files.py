"""Phát hành: one folder with all that goes to the agencies, written whole or not at all."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from hashlib import sha256
from pathlib import Path

from reformdesk.core import filing, roundbook, updates
from reformdesk.core.outfile import copy_in_slices, make_folder, move_into_place, remove_folder, write_whole
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.errors import Mendable, Refused, StoreError
from reformdesk.exchange import cades
from reformdesk.exchange.keys import SealingKey, matching_code
from reformdesk.exchange.payload import RoundDocument
from reformdesk.office import form_template
from reformdesk.office.form_template import Filled
from reformdesk.office.guide_docx import guide
from reformdesk.office.letter_docx import OfficeKey, draft_letter

FORMS = "bieu-excel"
LETTER = "cong-van-du-thao.docx"
GUIDES = {"vi": "huong-dan.docx", "en": "guide.docx"}
SUMS = "SHA256SUMS"
_PROGRAMS = ("ReformDesk-*-setup.exe", "ReformDesk-*-portable.zip")
_INSTALLER_SUFFIX = ".exe"
_SLICE = 1 << 20


@dataclass(frozen=True)
class Issue:
    """A round as it goes out: ``sealed`` are the round file's bytes, ``keys`` begin with the one that sealed it."""

    round: Round
    sealed: bytes
    keys: tuple[OfficeKey, ...]

    @property
    def folder(self) -> str:
        """The name of the folder to send; a corrected round says which issue it is."""
        issue = f"-lan-{self.round.revision}" if self.round.revision > 1 else ""
        return f"phat-hanh-{self.round.id}{issue}"


@dataclass(frozen=True)
class Item:
    """A file of the folder, by its path with ``/``: made by ``content``, or copied from ``source``.

    What is copied must still have the SHA-256 ``digest`` (hex) where one is given.
    """

    name: str
    content: Callable[[], bytes] | None = None
    source: Path | None = None
    digest: str = ""

    def pieces(self) -> int:
        """Return how many steps it takes to write."""
        if self.source is None:
            return 1
        with suppress(OSError):
            return max(1, -(-self.source.stat().st_size // _SLICE))
        return 1


@dataclass(frozen=True)
class Installer:
    """An installer that may be sealed, as it was looked at: its ``version``, and the SHA-256 ``digest`` (hex)."""

    path: Path
    version: str
    digest: str


@dataclass(frozen=True)
class SealedInstaller:
    """An installer with Home Affairs' ``seal``: a detached CMS signature over the bytes of SHA-256 ``digest`` (hex)."""

    path: Path
    digest: str
    seal: bytes


@dataclass(frozen=True)
class Progress:
    """How far the writing is, in steps of about the same length, and at which file."""

    done: int
    total: int
    name: str


def read(workspace: Workspace, round_id: str) -> Issue:
    """Return what goes out for a round of Home Affairs. Raises ``Mendable('unknown-round')``."""
    sealed = filing.bytes_of(workspace, roundbook.load(workspace, round_id).digest)
    verified, round_ = roundbook.read_round_file(sealed)
    sealing = verified.signers[0]
    named = verified.document.keys if isinstance(verified.document, RoundDocument) else ()
    others = sorted(
        (one for one in named if one["fingerprint"] != sealing.fingerprint), key=lambda one: one["role"] == "reserve"
    )
    keys = [
        OfficeKey(sealing.name, matching_code(sealing.fingerprint)),
        *(OfficeKey(one["name"], matching_code(one["fingerprint"]), one["role"] == "reserve") for one in others),
    ]
    return Issue(round_, sealed, tuple(keys))


def usual_places() -> tuple[Path, ...]:
    """Return where the installer may lie: beside the program, and where a checkout builds it."""
    return Path(sys.executable).parent, Path(__file__).resolve().parent.parent / "dist"


def find_programs(places: Iterable[Path]) -> tuple[Path, ...]:
    """Return the newest installer and the newest portable copy in some folders; a file is taken as it is.

    Raises ``Mendable('path-missing')`` for a place that is not there.
    """
    given: list[Path] = []
    folders: list[Path] = []
    for place in places:
        if not place.exists():
            raise Mendable("path-missing", file=str(place))
        (folders if place.is_dir() else given).append(place)
    for pattern in _PROGRAMS:
        found = [path for folder in folders for path in folder.glob(pattern) if path.is_file()]
        # an installer under another name would go out without a seal
        named = [path for path in found if path.suffix != _INSTALLER_SUFFIX or updates.version_named(path.name)]
        given += sorted(named, key=_version)[-1:]
    return tuple(given)


def _version(path: Path) -> tuple[int, ...]:
    return tuple(int(digits) for digits in re.findall(r"\d+", path.name))


def installer_in(programs: Iterable[Path]) -> Path | None:
    """Return the installer among what goes along, which wants Home Affairs' seal."""
    return next((path for path in programs if updates.version_named(path.name)), None)


def names_of(programs: Iterable[Path]) -> list[str]:
    """Return how what goes along of the program is called in the folder, the installer's seal included."""
    names: list[str] = []
    for path in programs:
        names += [path.name, path.name + updates.SEAL_SUFFIX] if updates.version_named(path.name) else [path.name]
    return names


def examine(path: Path) -> Installer:
    """Look at an installer before it is sealed.

    Raises ``Refused``: ``installer-no-program``, ``installer-other-version``, and what
    :func:`reformdesk.core.updates.measure_file` raises.
    """
    measured = updates.measure_file(path)
    updates.require_as_named(path.name, measured.head)
    return Installer(path, updates.version_named(path.name), measured.digest.hex())


def seal(workspace: Workspace, installer: Installer, key: SealingKey, now: datetime) -> SealedInstaller:
    """Seal an installer with a key of Home Affairs, so that agencies' programs can tell that it came from there.

    What is sealed are the bytes that were looked at, whatever lies at their path by now. Raises ``Mendable``:
    ``own-key-revoked``, ``installer-foreign-key``.
    """
    roundbook.require_unrevoked(workspace, key)
    if key.fingerprint not in roundbook.own_keys(workspace):
        raise Mendable("installer-foreign-key")
    digest = bytes.fromhex(installer.digest)
    return SealedInstaller(installer.path, installer.digest, cades.sign_digest(digest, key, now))


def plan(issue: Issue, programs: Sequence[Path], sealed: SealedInstaller | None = None) -> tuple[Item, ...]:
    """Return the files of the folder, without the list of their digests; ``sealed`` is one of ``programs``."""
    round_ = issue.round
    file = f"{round_.id}.rdround"
    owing = [agency.id for agency in round_.agencies if round_.owed(agency.id)]
    return (
        Item(file, lambda: issue.sealed),
        # mail systems drop what they do not know, and let a .zip pass
        Item(f"{file}.zip", lambda: issue.sealed),
        Item(LETTER, partial(draft_letter, round_, issue.keys)),
        *(Item(name, partial(guide, round_, issue.keys[0].code, FORMS, language)) for language, name in GUIDES.items()),
        *(
            Item(f"{FORMS}/{form_template.file_name(round_, agency)}", partial(_form, round_, agency))
            for agency in owing
        ),
        *(item for program in programs for item in _items_of(program, sealed)),
    )


def _items_of(program: Path, sealed: SealedInstaller | None) -> Iterator[Item]:
    if sealed is None or program != sealed.path:
        yield Item(program.name, source=program)
        return
    yield Item(program.name, source=program, digest=sealed.digest)
    yield Item(program.name + updates.SEAL_SUFFIX, lambda: sealed.seal)


def _form(round_: Round, agency: str) -> bytes:
    return form_template.workbook(Filled(round_, agency, {}))


def target(issue: Issue, place: Path) -> Path:
    """Return the folder that is written in ``place``. Raises ``Mendable('folder-there')`` where it is there already."""
    folder = place / issue.folder
    if folder.exists():
        raise Mendable("folder-there", folder=str(folder))
    return folder


def write(issue: Issue, items: Sequence[Item], place: Path) -> Generator[Progress]:
    """Write the folder into ``place``, a step at a time: a form, or a slice of a copied program.

    The folder has its name once everything in it is on the disk. Whoever closes the iterator before
    its end, or whatever goes wrong, leaves nothing behind. Raises ``Mendable``: ``folder-there``,
    ``file-unreadable``; ``Refused('installer-changed')``; and :class:`StoreError` as
    :func:`reformdesk.core.outfile.write_whole` does.
    """
    folder = target(issue, place)
    make_folder(place)
    unfinished = place / f".{folder.name}.part"
    # of a program that was killed while it wrote
    remove_folder(unfinished)
    total = sum(item.pieces() for item in items) + 1
    done = 0
    sums: list[str] = []
    try:
        make_folder(unfinished / FORMS)
        for item in items:
            digest = sha256()
            for piece in _written(item, unfinished / item.name):
                digest.update(piece)
                done += 1
                yield Progress(min(done, total - 1), total, item.name)
            if item.digest not in ("", digest.hexdigest()):
                raise Refused("installer-changed", file=item.name)
            sums.append(f"{digest.hexdigest()}  {item.name}\n")
        write_whole(unfinished / SUMS, "".join(sums).encode())
        _put(unfinished, folder)
    finally:
        remove_folder(unfinished)
    yield Progress(total, total, SUMS)


def _written(item: Item, path: Path) -> Iterator[bytes]:
    if item.source is not None:
        yield from copy_in_slices(item.source, path, _SLICE)
    elif item.content is not None:
        content = item.content()
        write_whole(path, content)
        yield content


def _put(unfinished: Path, folder: Path) -> None:
    """Give the folder its name; where somebody took the name meanwhile, it is theirs."""
    try:
        move_into_place(unfinished, folder)
    except StoreError as problem:
        if folder.exists():
            raise Mendable("folder-there", folder=str(folder)) from problem
        raise
