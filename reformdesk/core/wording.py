"""What changed between two texts, word by word; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum


class State(StrEnum):
    """Whether a piece stands in both texts, in the new one alone, or in the old one alone."""

    SAME = "same"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True)
class Piece:
    """Some words, with the blanks after them."""

    state: State
    text: str


def between(before: str, after: str) -> tuple[Piece, ...]:
    """Return both texts as one: what is not ``NEW`` reads as ``before``, what is not ``GONE`` as ``after``."""
    old, new = (re.findall(r"\S+\s*|\s+", text) for text in (before, after))
    pieces = []
    # without autojunk: in a long text common words would count as no match
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(Piece(State.SAME, "".join(new[k:m])))
        else:
            pieces += [Piece(State.GONE, "".join(old[i:j])), Piece(State.NEW, "".join(new[k:m]))]
    return tuple(piece for piece in pieces if piece.text)
