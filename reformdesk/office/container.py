"""A stranger's office file before anything parses it: how it is read, what it is told by, how its XML is parsed."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from reformdesk.errors import Mendable

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a file begins that is a container of today, and one of before 2007 or one that is locked."""

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LOCK_MARKS = ("~$", ".~lock.")
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def read_up_to(path: Path, most: int) -> bytes:
    """Return a file's bytes, one more than ``most`` where it has more.

    Raises ``Mendable``: ``path-missing``, ``file-in-use``, ``file-unreadable``.
    """
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except FileNotFoundError as problem:
        raise Mendable("path-missing", file=path.name) from problem
    except PermissionError as problem:
        raise Mendable("file-in-use", file=path.name) from problem
    except OSError as problem:
        raise Mendable("file-unreadable", file=path.name) from problem


def is_lock_mark(path: Path) -> bool:
    """Whether a file is only the mark that a program puts beside one that is open in it."""
    return path.name.startswith(_LOCK_MARKS)


def marked_by(path: Path) -> str:
    """Return the name of the file that a mark stands for."""
    return path.name.removeprefix("~$").removeprefix(".~lock.").removesuffix("#")


def is_locked(content: bytes) -> bool:
    """Whether a file that begins as :data:`OLE` is one of today under a password, and none of an old format."""
    return _ENCRYPTED in content


def has_document_type(content: bytes) -> bool:
    """Whether a part declares a document type: no part of the format, and the one way to entities that multiply."""
    # NULs: UTF-16
    return _DOCTYPE.search(content.replace(b"\0", b"")) is not None


def parsed(content: bytes) -> etree._Element:
    """Return a part's root; nothing is fetched and nothing expanded, whatever the part asks for.

    Raises :class:`lxml.etree.XMLSyntaxError`.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(content, parser)
