"""A newer version of the program that came along with a file: which one it is, and who vouches for it.

An installer is known by its name, and lies beside its seal. The name only says where to look: what is
believed are the bytes that Home Affairs sealed, and the version that stands in them.
"""

from __future__ import annotations

import re
import sqlite3
import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from hashlib import sha256
from pathlib import Path

from reformdesk.core import filing, pins, roundbook
from reformdesk.core.pins import How, Pin
from reformdesk.core.store import Office, Workspace, open_workspace
from reformdesk.errors import Mendable, ReformDeskError, Refused
from reformdesk.exchange.payload import RoundDocument

SEAL_SUFFIX = ".p7s"
"""Behind the installer's whole name; the seal is a detached CMS signature."""

Version = tuple[int, int, int, int]
"""As Windows compares them; what is not said is 0."""

_NAME = re.compile(r"ReformDesk-(?P<version>[0-9.]+)-setup\.exe")
_VERSION = re.compile(r"[0-9]{1,5}(?:\.[0-9]{1,5}){1,3}")
_STATED = "VS_VERSION_INFO\0".encode("utf-16-le") + b"\0\0" + struct.pack("<I", 0xFEEF04BD)
"""How a program for Windows begins to state its version (VS_VERSIONINFO with its VS_FIXEDFILEINFO)."""
_PRODUCT_VERSION_AT = 12
"""Bytes behind that beginning."""
_PROGRAM = b"MZ"
_HEAD = 4 * 1024 * 1024
"""Bytes in which an installer states its version; what it unpacks comes behind."""
LARGEST_INSTALLER = 256 * 1024 * 1024
_SLICE = 1 << 20
_NO_DESK = (ReformDeskError, LookupError, ValueError, TypeError, AttributeError, sqlite3.Error)
"""What a file raises that was damaged or made up, and looks like a desk."""


class Standing(StrEnum):
    """What is to be thought of an installer."""

    SEALED = "sealed"
    """By a key of Home Affairs whose code was compared on this machine, or that such a key named."""
    UNKNOWN_KEY = "unknown-key"
    """By a key that nobody has compared on this machine: its code is to be compared."""
    ENDED_KEY = "ended-key"
    """By a key that was Home Affairs' and speaks for it no more, or was found not to be theirs."""
    OTHER_VERSION = "other-version"
    """Soundly sealed, and inside another version than its name says."""
    UNSOUND = "unsound"
    """With a seal that is none, or one of other bytes."""
    UNSEALED = "unsealed"
    """Without any seal."""


_WORTH = tuple(Standing)
"""The best first."""


@dataclass(frozen=True)
class OfficeKeys:
    """The keys of Home Affairs by what a machine's desks know: fingerprints that speak, and that spoke once.

    ``trusted`` are those of the speaking ones that may vouch for a program: whoever brings a workspace here
    can write any key into it, but not that its code was compared on this machine. ``contact`` is how Home
    Affairs is reached, empty where that is not known.
    """

    speaking: frozenset[str] = frozenset()
    ended: frozenset[str] = frozenset()
    contact: str = ""
    trusted: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Measured:
    """What was learnt of a file while its bytes passed: their SHA-256, and how they begin."""

    digest: bytes
    head: bytes


def version_in(text: str) -> Version | None:
    """Read a version as the program writes it (``1.10.0``); ``None`` for any other text."""
    if not _VERSION.fullmatch(text):
        return None
    first, second, third, fourth = [*map(int, text.split(".")), 0, 0][:4]
    return first, second, third, fourth


def version_named(name: str) -> str:
    """Return the version that an installer's file name says; empty where it is no installer's name."""
    found = _NAME.fullmatch(name)
    return found["version"] if found and version_in(found["version"]) else ""


def newer(found: Iterable[Path], running: str) -> list[Path]:
    """Return the installers of a version above the ``running`` one, the newest first."""
    here = version_in(running) or (0, 0, 0, 0)
    above = [(version_in(version_named(path.name)), path) for path in found]
    wanted = [(version, path) for version, path in above if version is not None and version > here]
    return [path for _, path in sorted(wanted, key=lambda one: one[0], reverse=True)]


def version_stated(program: bytes) -> Version | None:
    """Return the version that a program for Windows states of itself; ``None`` for what is no such program."""
    place = program.find(_STATED)
    if not program.startswith(_PROGRAM) or place < 0:
        return None
    stated = program[place + len(_STATED) + _PRODUCT_VERSION_AT :][:8]
    if len(stated) < 8:
        return None
    high, low = struct.unpack("<II", stated)
    return high >> 16, high & 0xFFFF, low >> 16, low & 0xFFFF


def measure(name: str, pieces: Iterable[bytes]) -> Measured:
    """Measure an installer's bytes, a piece at a time. Raises ``Refused('too-large')``."""
    digest, head, size = sha256(), bytearray(), 0
    for piece in pieces:
        digest.update(piece)
        size += len(piece)
        if size > LARGEST_INSTALLER:
            raise Refused("too-large", file=name)
        if len(head) < _HEAD:
            head += piece
    return Measured(digest.digest(), bytes(head))


def measure_file(path: Path) -> Measured:
    """Measure an installer on the disk. Raises ``Refused``: ``path-missing``, ``file-unreadable``, ``too-large``."""
    try:
        if path.exists() and not path.is_file():
            raise Refused("file-unreadable", file=path.name)
        with path.open("rb") as file:
            return measure(path.name, iter(partial(file.read, _SLICE), b""))
    except FileNotFoundError as problem:
        raise Refused("path-missing", file=path.name) from problem
    except OSError as problem:
        raise Refused("file-unreadable", file=path.name) from problem


def require_as_named(name: str, program: bytes) -> None:
    """Require that an installer is a program for Windows and, inside, of the version that its name says.

    ``program`` are its first bytes. Raises ``Refused``: ``installer-no-program``, ``installer-other-version``.
    """
    stated = version_stated(program)
    if stated is None:
        raise Refused("installer-no-program", file=name)
    if stated != version_in(version_named(name)):
        raise Refused("installer-other-version", file=name, version=".".join(map(str, stated)))


def judge(name: str, program: bytes, signer: str | None, keys: OfficeKeys) -> Standing:
    """Say what is to be thought of an installer; ``program`` are its first bytes.

    ``signer`` is the key that sealed its bytes: empty for no sound seal, ``None`` for no seal at all. An old
    installer under a new name is not what Home Affairs sent.
    """
    if not signer:
        return Standing.UNSEALED if signer is None else Standing.UNSOUND
    if version_stated(program) != version_in(version_named(name)):
        return Standing.OTHER_VERSION
    if signer in keys.ended:
        return Standing.ENDED_KEY
    return Standing.SEALED if signer in keys.trusted else Standing.UNKNOWN_KEY


def rank(standing: Standing | None) -> int:
    """Return how far from the best an installer is; ``None`` is one that could not be looked at."""
    return _WORTH.index(standing) if standing is not None else len(_WORTH)


def office_keys(workspace: Workspace, compared: frozenset[str] = frozenset()) -> OfficeKeys:
    """Return Home Affairs' keys as a desk knows them; none at an agency's desk that has no round yet.

    ``compared`` are the fingerprints whose codes were compared on this machine.
    """
    if workspace.office is not Office.AGENCY:
        revoked = frozenset(pins.revoked(workspace, *roundbook.OWN_SUBJECTS))
        own = [one for one in pins.all_pins(workspace) if one.subject in roundbook.OWN_SUBJECTS]
        return _known(workspace, own, revoked, compared)
    try:
        round_ = roundbook.latest(workspace)
    except Mendable:
        return OfficeKeys()
    of_office = [one for one in pins.all_pins(workspace) if one.subject == round_.office]
    return _known(workspace, of_office, frozenset(), compared, round_.by_id[round_.office].contact)


def _known(
    workspace: Workspace, known: Sequence[Pin], revoked: frozenset[str], compared: frozenset[str], contact: str = ""
) -> OfficeKeys:
    ever = frozenset(one.fingerprint for one in known) | revoked
    speaking = frozenset(one.fingerprint for one in known if one.ended_at is None) - revoked
    # a key first seen came with a file that anybody may have sent
    more_than_seen = frozenset(one.fingerprint for one in known if one.how is not How.FIRST_SEEN)
    trusted = speaking & more_than_seen
    if trusted - compared:
        trusted &= _vouched_for(workspace, compared)
    return OfficeKeys(speaking, ever - speaking, contact, trusted)


def _vouched_for(workspace: Workspace, compared: frozenset[str]) -> frozenset[str]:
    """Return the keys that were compared, and those that they named or were followed by in the desk's round files.

    The files' own seals say who named whom: what the workspace has noted of it could be made up.
    """
    believed = set(compared)
    for sealed in _round_files(workspace) if compared else ():
        try:
            verified, _ = roundbook.read_round_file(sealed)
        except ReformDeskError:
            continue
        signer, document = verified.signers[0].fingerprint, verified.document
        if believed & {signer, *verified.followed} and isinstance(document, RoundDocument):
            believed |= {signer, *(one["fingerprint"] for one in document.keys)}
    return frozenset(believed)


def _round_files(workspace: Workspace) -> Iterator[bytes]:
    """Give the round files of a desk, every issue of them, as they came one after the other."""
    for round_id in roundbook.round_ids(workspace):
        for row in filing.filed(workspace, "round", round_id):
            yield filing.bytes_of(workspace, row["digest"], row["signer"])


def keys_at(paths: Sequence[Path], compared: frozenset[str] = frozenset()) -> OfficeKeys:
    """Return Home Affairs' keys as the desks of some workspace files know them; what is no desk knows none."""
    known = []
    for path in paths:
        try:
            with open_workspace(path) as workspace:
                known.append(office_keys(workspace, compared))
        except _NO_DESK:
            continue
    speaking, ended, trusted = (
        frozenset[str]().union(*found)
        for found in (
            [one.speaking for one in known],
            [one.ended for one in known],
            [one.trusted for one in known],
        )
    )
    # one that ended at any desk is not believed because another desk has not heard of it yet
    contact = next((one.contact for one in known if one.contact), "")
    return OfficeKeys(speaking - ended, ended, contact, trusted - ended)
