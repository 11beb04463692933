"""Windows icons from the drawings: one ``.ico`` of all sizes that Windows asks for."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path

from installer.places import OWN, ROOT, WORK

FILE_TYPES = ("rdesk", "rdround", "rdsub", "rdreply")
"""The endings of the program's files, in the order in which their icons follow the program's own in its image."""
SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
_HEADER = struct.Struct("<HHH")
_ENTRY = struct.Struct("<BBBBHHII")


def container(pictures: Mapping[int, bytes]) -> bytes:
    """Return an icon file of PNG pictures by their size in pixels (256 is written as 0)."""
    head = _HEADER.pack(0, 1, len(pictures))
    offset = _HEADER.size + _ENTRY.size * len(pictures)
    entries, bodies = [], []
    for size, picture in sorted(pictures.items()):
        entries.append(_ENTRY.pack(size % 256, size % 256, 0, 0, 1, 32, len(picture), offset))
        bodies.append(picture)
        offset += len(picture)
    return b"".join([head, *entries, *bodies])


def drawings() -> Mapping[str, Path]:
    """Return the drawing of each icon: the program's first, then those of its files."""
    own = {"reformdesk": ROOT / "resources" / "icons" / "reformdesk.svg"}
    return own | {name: OWN / "icons" / f"{name}.svg" for name in FILE_TYPES}


def paths() -> list[Path]:
    """Return where the icons are written, in their order."""
    return [WORK / f"{name}.ico" for name in drawings()]
