"""A newer version of the program that came along with a file: which one it is, and who vouches for it.

An installer is known by its name, and lies beside its seal. The name only says where to look: what is
believed are the bytes that Home Affairs sealed, and the version that stands in them.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reformdesk.core import pins, roundbook
from reformdesk.core.store import Office, Workspace, open_workspace
from reformdesk.errors import Mendable, StoreError

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


class Standing(StrEnum):
    """What is to be thought of an installer."""

    SEALED = "sealed"
    """By a key that speaks for Home Affairs here."""
    UNKNOWN_KEY = "unknown-key"
    """By a key that is not known here: its code is to be compared."""
    ENDED_KEY = "ended-key"
    """By a key that was Home Affairs' and speaks for it no more, or was found not to be theirs."""
    UNSOUND = "unsound"
    """Without a seal, with one of other bytes, or another version than its name says."""


_WORTH = (Standing.SEALED, Standing.UNKNOWN_KEY, Standing.ENDED_KEY, Standing.UNSOUND)


@dataclass(frozen=True)
class OfficeKeys:
    """The keys of Home Affairs by what a machine's desks know: fingerprints that speak, and that spoke once.

    ``contact`` is how Home Affairs is reached, empty where that is not known.
    """

    speaking: frozenset[str] = frozenset()
    ended: frozenset[str] = frozenset()
    contact: str = ""


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


def judge(name: str, program: bytes, signer: str, keys: OfficeKeys) -> Standing:
    """Say what is to be thought of an installer; ``signer`` is the key that sealed its bytes, empty for no sound seal.

    ``program`` are its first bytes, in which it states its version: an old installer under a new name is
    not what Home Affairs sent.
    """
    if not signer or version_stated(program) != version_in(version_named(name)):
        return Standing.UNSOUND
    if signer in keys.speaking:
        return Standing.SEALED
    return Standing.ENDED_KEY if signer in keys.ended else Standing.UNKNOWN_KEY


def rank(standing: Standing | None) -> int:
    """Return how far from the best an installer is; ``None`` is one that could not be looked at."""
    return _WORTH.index(standing) if standing is not None else len(_WORTH)


def office_keys(workspace: Workspace) -> OfficeKeys:
    """Return Home Affairs' keys as an agency's desk knows them; none at a desk that has no round yet."""
    if workspace.office is not Office.AGENCY:
        return OfficeKeys()
    try:
        round_ = roundbook.latest(workspace)
    except Mendable:
        return OfficeKeys()
    ever = {pin.fingerprint for pin in pins.all_pins(workspace) if pin.subject == round_.office}
    speaking = pins.pinned(workspace, round_.office)
    return OfficeKeys(speaking, frozenset(ever - speaking), round_.by_id[round_.office].contact)


def keys_at(paths: Sequence[Path]) -> OfficeKeys:
    """Return Home Affairs' keys as the desks of some workspace files know them; what cannot be opened knows none."""
    known = []
    for path in paths:
        try:
            with open_workspace(path) as workspace:
                known.append(office_keys(workspace))
        except StoreError:
            continue
    speaking = frozenset[str]().union(*(one.speaking for one in known))
    ended = frozenset[str]().union(*(one.ended for one in known))
    # one that ended at any desk is not believed because another desk has not heard of it yet
    return OfficeKeys(speaking - ended, ended, next((one.contact for one in known if one.contact), ""))
