"""A form of somebody else's as a package of parts: looked at before anything parses it, and written again so that
every part that is not filled keeps its bytes.

ECMA-376 part 2 (packages), part 1 clauses 11.2 and 12.2 (the main parts of a document and of a workbook).
"""

from __future__ import annotations

import copy
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from pathlib import Path

from lxml import etree

from reformdesk.errors import Mendable
from reformdesk.office.container import (
    OLE,
    ZIP,
    has_document_type,
    is_lock_mark,
    is_locked,
    marked_by,
    parsed,
    read_up_to,
)

MOST_BYTES = 32 * 1024 * 1024
"""The largest form that is read: forms with pictures have some megabytes."""

_MOST_PARTS = 2000
_MOST_UNPACKED = 128 * 1024 * 1024
_MOST_IN_PART = 32 * 1024 * 1024
_MOST_RATIO = 200
_MOST_BRACES = 50_000
_RATIO_COUNTS_FROM = 1024 * 1024

_TYPES = "[Content_Types].xml"
_DAMAGED = (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, NotImplementedError, EOFError, KeyError)


class FormKind(StrEnum):
    """What a form is; the value is the ending of its name."""

    WORKBOOK = ".xlsx"
    DOCUMENT = ".docx"


_MAIN_TYPES = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": FormKind.WORKBOOK,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": FormKind.DOCUMENT,
}


@dataclass(frozen=True)
class Package:
    """A form's parts. ``main`` is the name of the part that the others hang on."""

    name: str
    kind: FormKind
    main: str
    content: bytes
    entries: tuple[zipfile.ZipInfo, ...]

    @property
    def names(self) -> list[str]:
        """The parts' names in the order of the file."""
        return [entry.filename for entry in self.entries if not entry.is_dir()]

    def part(self, name: str) -> bytes:
        """Return a part; ``Mendable('form-damaged')`` where it cannot be read."""
        try:
            with zipfile.ZipFile(BytesIO(self.content)) as archive:
                return archive.read(name)
        except _DAMAGED as problem:
            raise Mendable("form-damaged", file=self.name) from problem

    def tree(self, name: str) -> etree._Element:
        """Return the root of an XML part; ``Mendable('form-damaged')`` where it is none."""
        try:
            return parsed(self.part(name))
        except (etree.XMLSyntaxError, ValueError) as problem:
            raise Mendable("form-damaged", file=self.name) from problem

    def targets(self, source: str, kind: str) -> dict[str, str]:
        """Return the parts that ``source`` refers to as ``kind``, a relationship type's last word, by their ids."""
        folder, _, base = source.rpartition("/")
        name = f"{folder}/_rels/{base}.rels".removeprefix("/")
        if name not in self.names:
            return {}
        return {
            str(one.get("Id")): posixpath.normpath(posixpath.join("/", folder, str(one.get("Target"))))[1:]
            for one in self.tree(name).iter("{*}Relationship")
            if str(one.get("Type")).endswith(f"/{kind}") and one.get("TargetMode") != "External"
        }

    def with_parts(self, changed: Mapping[str, bytes]) -> bytes:
        """Return the file with some parts exchanged; all others keep their bytes, their order and their dates."""
        out = BytesIO()
        with zipfile.ZipFile(BytesIO(self.content)) as archive, zipfile.ZipFile(out, "w") as written:
            for entry in self.entries:
                held = copy.copy(entry)
                content = changed[entry.filename] if entry.filename in changed else archive.read(entry)
                written.writestr(held, content, compress_type=entry.compress_type)
        return out.getvalue()


def as_part(root: etree._Element) -> bytes:
    """Return a tree as the bytes of a part."""
    tree = root.getroottree()
    said = tree.docinfo.standalone
    head = f' standalone="{"yes" if said else "no"}"' if said is not None else ""
    return f'<?xml version="1.0" encoding="UTF-8"{head}?>\r\n'.encode() + bytes(etree.tostring(tree, encoding="UTF-8"))


def read(path: Path) -> Package:
    """Read a form. Raises ``Mendable`` with one clear reason:

    ``path-missing``, ``file-in-use``, ``file-unreadable``; ``form-open`` (the mark that a program puts beside an
    open file), ``form-locked`` (a password), ``form-old`` (.doc, .xls), ``form-macros``, ``form-other``,
    ``form-too-large``, ``form-damaged``.
    """
    if is_lock_mark(path):
        raise Mendable("form-open", file=marked_by(path))
    content = read_up_to(path, MOST_BYTES)
    if len(content) > MOST_BYTES:
        raise Mendable("form-too-large", file=path.name)
    return opened(content, path.name)


def opened(content: bytes, name: str) -> Package:
    """Return a form that was read as bytes; raises as :func:`read` does."""
    if content.startswith(OLE):
        raise Mendable("form-locked" if is_locked(content) else "form-old", file=name)
    if not content.startswith(ZIP):
        raise Mendable("form-other", file=name)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            entries = tuple(archive.infolist())
            _check_sizes(entries, name)
            for entry in entries:
                _check_part(archive, entry, name)
    except _DAMAGED as problem:
        raise Mendable("form-damaged", file=name) from problem
    kind, main = _main_part(Package(name, FormKind.WORKBOOK, "", content, entries))
    return Package(name, kind, main, content, entries)


def _check_sizes(entries: tuple[zipfile.ZipInfo, ...], name: str) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    bomb = unpacked > _RATIO_COUNTS_FROM and unpacked > _MOST_RATIO * max(packed, 1)
    largest = max((entry.file_size for entry in entries if _is_xml(entry.filename)), default=0)
    if len(entries) > _MOST_PARTS or unpacked > _MOST_UNPACKED or largest > _MOST_IN_PART or bomb:
        raise Mendable("form-too-large", file=name)
    names = [entry.filename for entry in entries]
    # of two parts with one name each program shows another
    if len({one.casefold() for one in names}) != len(names):
        raise Mendable("form-damaged", file=name)


def _is_xml(part: str) -> bool:
    return part.endswith((".xml", ".rels", ".vml"))


def _check_part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> None:
    """Read a part whole once, so that a damaged one is told before anything is filled."""
    content = archive.read(entry)
    if _is_xml(entry.filename) and has_document_type(content):
        raise Mendable("form-damaged", file=name)
    if _is_xml(entry.filename) and content.count(b"{{") > _MOST_BRACES:
        raise Mendable("form-too-large", file=name)
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Mendable("form-damaged", file=name)


def _main_part(package: Package) -> tuple[FormKind, str]:
    if _TYPES not in package.names:
        raise Mendable("form-other", file=package.name)
    types = {
        str(one.get("PartName")).removeprefix("/"): str(one.get("ContentType"))
        for one in package.tree(_TYPES).iter("{*}Override")
    }
    macros = any(name.lower().endswith("vbaproject.bin") for name in package.names)
    if macros or any("macroEnabled" in kind for kind in types.values()):
        raise Mendable("form-macros", file=package.name)
    for name, kind in types.items():
        if kind in _MAIN_TYPES and name in package.names:
            return _MAIN_TYPES[kind], name
    raise Mendable("form-other", file=package.name)
