"""Tools of an attacker: take a real file apart, change it, and put it together as if nothing had happened."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from collections.abc import Callable, Mapping
from functools import cache

import pytest

from reformdesk.errors import Refused
from reformdesk.exchange import archive, asice, cades
from reformdesk.exchange.keys import SigningKey
from reformdesk.exchange.verification import Verified, seal, verify
from tests.exchange.samples import EVIDENCE, NOW, key, submission, with_evidence

DATA = "submission.json"
MANIFEST, SIGNATURE = "META-INF/ASiCManifest001.xml", "META-INF/signature001.p7s"
OFFICER, HEAD, STRANGER = "Sở Tư pháp", "Giám đốc Sở Tư pháp", "Kẻ khác"
PAPER = "attachments/quyet-dinh.pdf"


@cache
def genuine() -> bytes:
    """A real submission with one piece of evidence."""
    return seal(with_evidence(submission(3)), {"quyet-dinh.pdf": EVIDENCE}, key(OFFICER), NOW)


@cache
def smallest() -> bytes:
    """The smallest real submission."""
    return seal(submission(1), {}, key(OFFICER), NOW)


@cache
def twice_signed() -> bytes:
    """A real submission that the head signed as well."""
    return seal(submission(1), {}, key(OFFICER), NOW, key(HEAD))


def parts_of(blob: bytes) -> dict[str, bytes]:
    """Unpack a real file."""
    return {entry.name: archive.unpack(blob, entry) for entry in archive.directory(blob, asice.DEFAULT_LIMITS)}


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Pack as the program does."""
    return archive.pack(parts, stored="mimetype")


def signed_anew(parts: Mapping[str, bytes], sealing: SigningKey | None = None) -> dict[str, bytes]:
    """Give changed parts a manifest of their own and a signature, as whoever has a key can."""
    changed = dict(parts)
    covered = {name: content for name, content in changed.items() if name != "mimetype" and "META-INF/" not in name}
    manifest = asice._manifest(covered, SIGNATURE)
    return sign_manifest(changed, manifest, sealing)


def sign_manifest(parts: Mapping[str, bytes], manifest: bytes, sealing: SigningKey | None = None) -> dict[str, bytes]:
    """Put a manifest of one's own in, with a good signature over it."""
    return {**parts, MANIFEST: manifest, SIGNATURE: cades.sign(manifest, sealing or key(OFFICER), NOW)}


def zipped(entries: list[tuple[zipfile.ZipInfo | str, bytes]]) -> bytes:
    """Pack with Python's zipfile, which allows nearly anything."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made, warnings.catch_warnings():
        # a name that stands twice
        warnings.simplefilter("ignore")
        for name, content in entries:
            info = name if isinstance(name, zipfile.ZipInfo) else zipfile.ZipInfo(name)
            method = zipfile.ZIP_STORED if info.filename == "mimetype" else zipfile.ZIP_DEFLATED
            made.writestr(info, content, method)
    return buffer.getvalue()


def patched_directory(blob: bytes, name: str, change: Callable[[bytearray, int], None], *, local: bool = True) -> bytes:
    """Change an entry's central record, and its local header alike: ``change`` gets the bytes and the flags' place."""
    made = bytearray(blob)
    (start,) = struct.unpack_from("<L", made, len(made) - 6)
    place = start
    while made[place : place + 4] == b"PK\x01\x02":
        name_length, extra, comment = struct.unpack_from("<3H", made, place + 28)
        if made[place + 46 : place + 46 + name_length] == name.encode():
            (offset,) = struct.unpack_from("<L", made, place + 42)
            change(made, place + 8)
            if local:
                change(made, offset + 6)
        place += 46 + name_length + extra + comment
    return bytes(made)


def refused(blob: bytes, *codes: str) -> str:
    """Require that a file is refused, with one of the codes where they are given; return the code."""
    with pytest.raises(Refused) as problem:
        verify(blob)
    assert not codes or problem.value.code in codes, problem.value.code
    return problem.value.code


def same_content(found: Verified, original: bytes) -> bool:
    """Whether a file that still passes says nothing else than the original did."""
    genuine_one = verify(original)
    return (found.data, found.attachments, found.signers) == (
        genuine_one.data,
        genuine_one.attachments,
        genuine_one.signers,
    )
