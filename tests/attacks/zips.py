"""A ZIP written field by field (APPNOTE 6.3.10), so that any of them can lie."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from struct import pack
from typing import Any

from reformdesk.exchange import archive, asice

STORED, DEFLATED = 0, 8
_VERSION, _FIRST_DAY = 20, 33


@dataclass(frozen=True)
class Part:
    """One entry. What is ``None`` follows from ``content``; ``packed`` replaces the packed bytes.

    ``local`` changes fields in the local header alone: ``name``, ``method``, ``flags``, ``crc``,
    ``packed_size``, ``size``. ``behind`` follows the packed bytes without being declared; with ``shared`` no
    local entry is written: the record points at ``shared``.
    """

    name: bytes
    content: bytes = b""
    method: int = DEFLATED
    flags: int = 0
    mode: int = 0
    crc: int | None = None
    size: int | None = None
    packed_size: int | None = None
    packed: bytes | None = None
    extra: bytes = b""
    local_extra: bytes = b""
    comment: bytes = b""
    disk: int = 0
    behind: bytes = b""
    shared: int | None = None
    local: Mapping[str, int | bytes] = field(default_factory=dict)

    def body(self) -> bytes:
        """Return the packed bytes."""
        if self.packed is not None:
            return self.packed
        return self.content if self.method == STORED else deflated(self.content)


@dataclass(frozen=True)
class Ends:
    """What surrounds the entries; ``None`` follows from them."""

    before: bytes = b""
    between: bytes = b""
    behind: bytes = b""
    comment: bytes = b""
    count: int | None = None
    length: int | None = None
    start: int | None = None
    disk: int = 0
    moved: bool = True
    zip64: bytes = b""


def deflated(content: bytes) -> bytes:
    """Return a raw deflate stream."""
    stream = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return stream.compress(content) + stream.flush()


def gigabyte() -> bytes:
    """Return a megabyte that inflates to a gigabyte of zeros; equal blocks, so that it is made at once."""
    stream = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    stream.compress(bytes(1 << 20))
    stream.flush(zlib.Z_FULL_FLUSH)
    block = stream.compress(bytes(1 << 20)) + stream.flush(zlib.Z_FULL_FLUSH)
    return block * 1024 + stream.flush()


def build(parts: Iterable[Part], ends: Ends | None = None) -> bytes:
    """Return the archive."""
    ends = ends or Ends()
    blob, records, count = bytearray(ends.before), bytearray(), 0
    shift = 0 if ends.moved else len(ends.before)
    for part in parts:
        count += 1
        body = part.body()
        crc = zlib.crc32(part.content) if part.crc is None else part.crc
        packed_size = len(body) if part.packed_size is None else part.packed_size
        size = len(part.content) if part.size is None else part.size
        offset = len(blob) - shift if part.shared is None else part.shared
        if part.shared is None:
            blob += _local(part, crc, packed_size, size) + body + part.behind
        records += pack("<4s6H", b"PK\x01\x02", _VERSION, _VERSION, part.flags, part.method, 0, _FIRST_DAY)
        records += pack("<3L3H", crc, packed_size, size, len(part.name), len(part.extra), len(part.comment))
        records += pack("<2H2L", part.disk, 0, part.mode << 16, offset)
        records += part.name + part.extra + part.comment
    blob += ends.between
    start = len(blob) - shift if ends.start is None else ends.start
    length = len(records) if ends.length is None else ends.length
    count = count if ends.count is None else ends.count
    blob += records + ends.zip64
    blob += pack("<4s4H", b"PK\x05\x06", ends.disk, ends.disk, count & 0xFFFF, count & 0xFFFF)
    blob += pack("<2LH", length, start, len(ends.comment))
    return bytes(blob + ends.comment + ends.behind)


def _local(part: Part, crc: int, packed_size: int, size: int) -> bytes:
    said: dict[str, int | bytes] = {
        "name": part.name,
        "method": part.method,
        "flags": part.flags,
        "crc": crc,
        "packed_size": packed_size,
        "size": size,
        **part.local,
    }
    name = said["name"]
    assert isinstance(name, bytes)
    head = pack("<4s3H", b"PK\x03\x04", _VERSION, said["flags"], said["method"])
    head += pack("<2H3L", 0, _FIRST_DAY, said["crc"], said["packed_size"], said["size"])
    return head + pack("<2H", len(name), len(part.local_extra)) + name + part.local_extra


def parts_of(blob: bytes) -> dict[str, bytes]:
    """Return a sound archive's files in their order."""
    return {entry.name: archive.unpack(blob, entry) for entry in archive.directory(blob, asice.DEFAULT_LIMITS)}


def as_parts(files: Mapping[str, bytes]) -> list[Part]:
    """Return entries for files as this program would pack them."""
    return [
        Part(name.encode(), content, method=STORED if name == "mimetype" else DEFLATED)
        for name, content in files.items()
    ]


def repack(files: Mapping[str, bytes]) -> bytes:
    """Return files packed with right checksums and offsets."""
    return build(as_parts(files))


def zip64_end(count: int, length: int, start: int, at: int) -> bytes:
    """Return a ZIP64 end record with its locator (APPNOTE 4.3.14, 4.3.15); ``at`` is where it stands."""
    record = pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, length, start)
    return record + pack("<4sLQL", b"PK\x06\x07", 0, at, 1)


def changed(parts: Sequence[Part], which: str, /, **fields: Any) -> list[Part]:
    """Return the entries with fields of the one named so changed."""
    return [replace(one, **fields) if one.name == which.encode() else one for one in parts]
