"""ASN.1 as a tree of tags and bytes, to be changed and encoded again, well or badly (X.690)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

CONSTRUCTED = 0x20
SEQUENCE, SET, INTEGER, OCTETS, NULL, IDENTIFIER = 0x30, 0x31, 0x02, 0x04, 0x05, 0x06


@dataclass
class Node:
    """A value: ``inner`` if its tag is constructed, else ``content``."""

    tag: int
    content: bytes = b""
    inner: list[Node] = field(default_factory=list)
    ber: str = ""

    def dump(self) -> bytes:
        """Return the encoding: DER, or as ``ber`` says: ``long`` or ``indefinite`` length, content ``as it is``."""
        if self.ber == "as it is":
            return self.content
        body = b"".join(part.dump() for part in self.inner) if self.tag & CONSTRUCTED else self.content
        if self.ber == "indefinite" and self.tag & CONSTRUCTED:
            return bytes([self.tag, 0x80]) + body + b"\0\0"
        return bytes([self.tag]) + _length(len(body), more=self.ber == "long") + body

    def walk(self) -> Iterator[Node]:
        """Yield the node and all below it, from the root down."""
        yield self
        for part in self.inner:
            yield from part.walk()

    def at(self, *path: int) -> Node:
        """Return the node that a path of places leads to."""
        node = self
        for place in path:
            node = node.inner[place]
        return node


def node(tag: int, *inner: Node, content: bytes = b"") -> Node:
    """Return a new node."""
    return Node(tag, content, list(inner))


def parse(blob: bytes) -> Node:
    """Read one DER value with tags of one byte."""
    found, end = _parse(blob, 0)
    if end != len(blob):
        raise ValueError("bytes behind")
    return found


def _parse(blob: bytes, place: int) -> tuple[Node, int]:
    tag, length, place = blob[place], blob[place + 1], place + 2
    if length & 0x80:
        size = length & 0x7F
        length, place = int.from_bytes(blob[place : place + size], "big"), place + size
    end = place + length
    if not tag & CONSTRUCTED:
        return Node(tag, blob[place:end]), end
    found = Node(tag)
    while place < end:
        inner, place = _parse(blob, place)
        found.inner.append(inner)
    return found, end


def _length(size: int, *, more: bool) -> bytes:
    if size < 128 and not more:
        return bytes([size])
    wanted = max(1, (size.bit_length() + 7) // 8) + more
    return bytes([0x80 | wanted]) + size.to_bytes(wanted, "big")


def nested(depth: int) -> Node:
    """Return sequences within each other."""
    content = bytes([NULL, 0])
    for _ in range(depth):
        content = bytes([SEQUENCE]) + _length(len(content), more=False) + content
    return Node(0, content, ber="as it is")


def integer(number: int) -> Node:
    """Return an INTEGER."""
    return Node(INTEGER, number.to_bytes(number.bit_length() // 8 + 1, "big", signed=True))


def ecdsa(r: int, s: int) -> bytes:
    """Return an ECDSA value (RFC 3279, 2.2.3)."""
    return node(SEQUENCE, integer(r), integer(s)).dump()
