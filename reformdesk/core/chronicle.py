"""A workspace's history as a hash chain and a Merkle tree: what was once shown cannot be unsaid.

Each line carries the hash of itself and the line before, so that an edited line is seen. The tree
over these links (RFC 9162, 2.1) gives a submission one short proof that its history only goes on
from the one that an earlier submission named: a line that was changed or cut off in between
cannot be hidden, not even by reckoning the whole chain anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

NO_LINES = sha256().hexdigest()
"""The head of an empty history (RFC 9162, 2.1.1)."""

_FIRST = "reformdesk-history/1"
_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_LINKED = ("round", "indicator", "part", "before", "after", "source", "undoes", "changed_at")


@dataclass(frozen=True)
class Head:
    """A history as it stood: how many lines, and the root (hex) of the tree over their links."""

    length: int
    root: str


def link(before: str, line: Mapping[str, Any]) -> str:
    """Return the link (hex) of a line of the history; ``before`` is the link of the line before, empty for none.

    ``undoes`` counts lines from 1, as the ids of an unbroken history do.
    """
    words = [before or _FIRST, *(line[name] for name in _LINKED)]
    return sha256(_written(words).encode()).hexdigest()


def head(links: Sequence[str]) -> Head:
    """Return the head of a history with these links."""
    return Head(len(links), _root([_leaf(one) for one in links]).hex())


def extension_proof(links: Sequence[str], length: int) -> list[bytes]:
    """Return the proof that this history goes on from its own first ``length`` lines (RFC 9162, 2.1.4.1).

    Empty where there is nothing to prove: no lines before, or none since.
    """
    if not 0 < length < len(links):
        return []
    return _subproof([_leaf(one) for one in links], length, whole=True)


def extends(before: Head, after: Head, proof: Sequence[bytes]) -> bool:
    """Whether ``proof`` shows that ``after`` only added lines to ``before`` (RFC 9162, 2.1.4.2)."""
    if before.length == 0:
        return before.root == NO_LINES and not proof
    if before.length == after.length:
        return before.root == after.root and not proof
    if before.length > after.length or not proof:
        return False
    return _leads_to(before, after, list(proof))


def _leads_to(before: Head, after: Head, proof: list[bytes]) -> bool:
    old_root, new_root = bytes.fromhex(before.root), bytes.fromhex(after.root)
    if before.length & (before.length - 1) == 0:
        proof = [old_root, *proof]
    place, last = before.length - 1, after.length - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    old = new = proof[0]
    for part in proof[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            old, new = _node(part, old), _node(part, new)
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            new = _node(new, part)
        place, last = place >> 1, last >> 1
    return last == 0 and (old, new) == (old_root, new_root)


def _leaf(one: str) -> bytes:
    return sha256(b"\x00" + bytes.fromhex(one)).digest()


def _node(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


def _split(count: int) -> int:
    """Return the largest power of two below ``count``."""
    return 1 << (count - 1).bit_length() - 1


def _root(leaves: Sequence[bytes]) -> bytes:
    if not leaves:
        return bytes.fromhex(NO_LINES)
    level = list(leaves)
    # pairing level by level, the odd one going up as it is, gives the tree that RFC 9162 splits from the top
    while len(level) > 1:
        paired = [_node(level[at], level[at + 1]) for at in range(0, len(level) - 1, 2)]
        level = paired + level[len(paired) * 2 :]
    return level[0]


def _subproof(leaves: Sequence[bytes], length: int, *, whole: bool) -> list[bytes]:
    if length == len(leaves):
        return [] if whole else [_root(leaves)]
    middle = _split(len(leaves))
    if length <= middle:
        return [*_subproof(leaves[:middle], length, whole=whole), _root(leaves[middle:])]
    return [*_subproof(leaves[middle:], length - middle, whole=False), _root(leaves[:middle])]
