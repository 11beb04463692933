"""A strict ZIP (APPNOTE 6.3.10) of plain files: the layer below the ASiC-E container.

Python's ``zipfile`` is made to read whatever can be read: it inflates a whole entry before it
compares the declared size, and trusts the directory where the local header says something else.
A file from a stranger deserves neither. Here every byte of a file belongs to an entry or to the
directory, both headers of an entry agree, and no entry inflates beyond what it declares.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from struct import Struct

from reformdesk.errors import Refused

_LOCAL = Struct("<4s5H3L2H")
_CENTRAL = Struct("<4s6H3L5H2L")
_END = Struct("<4s4H2LH")
_LOCAL_MARK, _CENTRAL_MARK, _END_MARK = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"

_STORED, _DEFLATED = 0, 8
_VERSION = 20
_FIRST_DAY = (1 << 5) | 1
"""1 January 1980, the earliest day that a ZIP can name: equal input gives equal bytes."""

_STREAMED = 0x8
_HARMLESS_FLAGS = 0x0806
"""The compressor's speed and 'names are UTF-8': they change nothing for ASCII names."""

_FILE_TYPE, _REGULAR = 0o170000, 0o100000
_MOST_RATIO_WRITTEN = 100


@dataclass(frozen=True)
class Limits:
    """What a file may hold: entries, bytes of one entry and of all, their ratio to the file.

    ``data_bytes`` bounds the JSON document, ``signature_bytes`` each signature and ``meta_bytes`` any
    other file under ``META-INF/``, since these are parsed and not only hashed: read by Python, JSON
    grows up to thirty times and ASN.1 a thousand times. A round for 200 agencies has half a megabyte,
    a signature a kilobyte, with a long certificate from an authority some six.
    """

    entries: int = 200
    entry_bytes: int = 32 * 1024 * 1024
    data_bytes: int = 2 * 1024 * 1024
    meta_bytes: int = 256 * 1024
    signature_bytes: int = 32 * 1024
    total_bytes: int = 32 * 1024 * 1024
    ratio: int = 120
    name_length: int = 120


@dataclass(frozen=True)
class Entry:
    """One file as the directory declares it; ``start`` is where its packed bytes begin."""

    name: str
    method: int
    crc: int
    packed: int
    size: int
    start: int
    flags: int
    mode: int

    @property
    def is_plain(self) -> bool:
        """Whether it is a regular file, not encrypted, stored or deflated."""
        return (
            self.mode & _FILE_TYPE in (0, _REGULAR)
            and not self.flags & ~_HARMLESS_FLAGS
            and self.method in (_STORED, _DEFLATED)
        )

    @property
    def is_stored(self) -> bool:
        """Whether its bytes stand in the file as they are."""
        return self.method == _STORED and self.packed == self.size


def directory(blob: bytes, limits: Limits) -> tuple[Entry, ...]:
    """Return the entries in the order in which they stand; nothing is unpacked.

    Raises :class:`Refused`: ``damaged-container``, ``too-large``, ``strange-entry``.
    """
    count, start = _end_record(blob, limits)
    entries: list[Entry] = []
    place, expected = start, 0
    for _ in range(count):
        entry, place, expected = _entry(blob, place, expected, limits)
        entries.append(entry)
    if expected != start or place != len(blob) - _END.size:
        raise Refused("damaged-container", detail="gap")
    _check_sizes(blob, entries, limits)
    return tuple(entries)


def _end_record(blob: bytes, limits: Limits) -> tuple[int, int]:
    """Return the number of entries and where the directory starts; a comment is not allowed."""
    if len(blob) < _END.size or blob[-_END.size :][:4] != _END_MARK:
        raise Refused("damaged-container", detail="end")
    _, disk, first_disk, here, count, length, start, comment = _END.unpack(blob[-_END.size :])
    if (disk, first_disk, comment) != (0, 0, 0) or here != count:
        raise Refused("damaged-container", detail="end")
    if count > limits.entries:
        raise Refused("too-large", detail="entries")
    if start + length != len(blob) - _END.size:
        raise Refused("damaged-container", detail="directory")
    return count, start


def _entry(blob: bytes, place: int, expected: int, limits: Limits) -> tuple[Entry, int, int]:
    """Read one directory record and compare it with the local header, which must stand at ``expected``.

    Returns the entry, the place of the next record, and where the next local header must stand.
    """
    record = blob[place : place + _CENTRAL.size]
    if len(record) != _CENTRAL.size or record[:4] != _CENTRAL_MARK:
        raise Refused("damaged-container", detail="directory")
    (_, _, needed, flags, method, time, day, crc, packed, size) = _CENTRAL.unpack(record)[:10]
    (name_length, extra, comment, disk, _, attributes, offset) = _CENTRAL.unpack(record)[10:]
    raw_name = blob[place + _CENTRAL.size : place + _CENTRAL.size + name_length]
    name = raw_name.decode("ascii", "replace")
    if name_length > limits.name_length or not raw_name.isascii():
        raise Refused("strange-entry", name=name[: limits.name_length])
    if flags & _STREAMED or extra or comment or disk or offset != expected:
        raise Refused("damaged-container", detail="header")
    local = _LOCAL.pack(_LOCAL_MARK, needed, flags, method, time, day, crc, packed, size, name_length, 0)
    start = offset + len(local) + name_length
    if blob[offset:start] != local + raw_name:
        raise Refused("damaged-container", detail="header")
    entry = Entry(name, method, crc, packed, size, start, flags, attributes >> 16)
    return entry, place + _CENTRAL.size + name_length, start + packed


def _check_sizes(blob: bytes, entries: list[Entry], limits: Limits) -> None:
    sizes = [entry.size for entry in entries]
    total = sum(sizes)
    if max(sizes, default=0) > limits.entry_bytes or total > limits.total_bytes:
        raise Refused("too-large", detail="bytes")
    if total > limits.ratio * len(blob):
        raise Refused("too-large", detail="ratio")
    names = [entry.name for entry in entries]
    folded = [name.casefold() for name in names]
    for name, plain in zip(names, folded, strict=True):
        # two names that differ in case alone are one file on Windows
        if folded.count(plain) > 1:
            raise Refused("strange-entry", name=name)


def unpack(blob: bytes, entry: Entry) -> bytes:
    """Return an entry's bytes, never more than it declares. Raises ``Refused('damaged-container')``."""
    packed = blob[entry.start : entry.start + entry.packed]
    content = packed if entry.method == _STORED else _inflate(packed, entry.size)
    if len(content) != entry.size or zlib.crc32(content) != entry.crc:
        raise Refused("damaged-container", detail=entry.name)
    return content


def _inflate(packed: bytes, size: int) -> bytes:
    """Inflate to ``size`` bytes and look no further; all of ``packed`` must have been needed."""
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = stream.decompress(packed, size + 1)
        # where the size is met exactly, the stream's end mark may not have been read yet
        content += stream.decompress(stream.unconsumed_tail, 1)
    except zlib.error as problem:
        raise Refused("damaged-container", detail="deflate") from problem
    if not stream.eof or stream.unused_data or stream.unconsumed_tail:
        raise Refused("damaged-container", detail="deflate")
    return content


def pack(parts: Mapping[str, bytes], stored: str) -> bytes:
    """Return an archive of ``parts`` in their order; the part named ``stored`` is not compressed.

    Equal parts give equal bytes with the same zlib.
    """
    body: list[bytes] = []
    records = b""
    offset = 0
    for name, content in parts.items():
        method, packed = (_STORED, content) if name == stored else _deflate(content)
        raw_name = name.encode("ascii")
        common = (0, method, 0, _FIRST_DAY, zlib.crc32(content), len(packed), len(content), len(raw_name), 0)
        local = _LOCAL.pack(_LOCAL_MARK, _VERSION, *common) + raw_name
        records += _CENTRAL.pack(_CENTRAL_MARK, _VERSION, _VERSION, *common, 0, 0, 0, 0, offset) + raw_name
        body += [local, packed]
        offset += len(local) + len(packed)
    end = _END.pack(_END_MARK, 0, 0, len(parts), len(parts), len(records), offset, 0)
    return b"".join([*body, records, end])


def _deflate(content: bytes) -> tuple[int, bytes]:
    """Return the method and the packed bytes; what would pass for a ZIP bomb is stored as it is."""
    stream = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = stream.compress(content) + stream.flush()
    if len(packed) >= len(content) or len(content) > _MOST_RATIO_WRITTEN * len(packed):
        return _STORED, content
    return _DEFLATED, packed
