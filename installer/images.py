"""What a Windows program or library (a PE image) says of itself."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from installer.places import SITE

SUFFIXES = {".exe", ".dll", ".pyd"}


def _pefile() -> Any:
    """Load the library that PyInstaller itself reads images with; it is pinned with it."""
    if str(SITE) not in sys.path:
        sys.path.append(str(SITE))
    return import_module("pefile")


def imports(path: Path) -> Mapping[str, Sequence[str]]:
    """Return the names that an image wants of each library, by the library's name in small letters."""
    pefile = _pefile()
    image = pefile.PE(str(path), fast_load=True)
    try:
        kinds = ("IMAGE_DIRECTORY_ENTRY_IMPORT", "IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT")
        image.parse_data_directories([pefile.DIRECTORY_ENTRY[kind] for kind in kinds])
        entries = [*getattr(image, "DIRECTORY_ENTRY_IMPORT", []), *getattr(image, "DIRECTORY_ENTRY_DELAY_IMPORT", [])]
        return {
            entry.dll.decode("ascii").lower(): [one.name.decode("ascii") for one in entry.imports if one.name]
            for entry in entries
        }
    finally:
        image.close()


@dataclass(frozen=True)
class Face:
    """What Windows shows of an image: the version that it states, and how many icons it has."""

    version: str
    icons: int


def face(path: Path) -> Face:
    """Return what Windows shows of an image."""
    pefile = _pefile()
    image = pefile.PE(str(path), fast_load=True)
    try:
        image.parse_data_directories([pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_RESOURCE"]])
        kinds = {entry.id: entry for entry in image.DIRECTORY_ENTRY_RESOURCE.entries}
        icons = kinds.get(pefile.RESOURCE_TYPE["RT_GROUP_ICON"])
        strings = [
            table.entries.get(b"ProductVersion", b"")
            for info in getattr(image, "FileInfo", [])
            for part in info
            for table in getattr(part, "StringTable", [])
        ]
        return Face(next(iter(strings), b"").decode("utf-8"), len(icons.directory.entries) if icons else 0)
    finally:
        image.close()


def images(folder: Path) -> Iterator[Path]:
    """Yield the images below a folder in a fixed order."""
    yield from sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
