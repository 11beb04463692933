"""A text that a program keeps in pieces, each with its own formatting: read as one, and filled in its pieces.

Word breaks what was typed wherever the spelling, a correction or a language changed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from lxml import etree

from reformdesk.office import placeholders
from reformdesk.office.form_answers import Filled, Left, Outcome

Answers = Mapping[str, Outcome]
"""What stands for each text between braces; what is not in it is not asked yet."""

UNASKED = Left("unasked")

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_EXCERPT = 60


class Where(StrEnum):
    """What kind of place a placeholder stands in."""

    CELL = "cell"
    SHEET_HEADER = "sheet-header"
    COMMENT = "comment"
    SHAPE = "shape"
    TABLE = "table"
    PARAGRAPH = "paragraph"
    HEADER = "header"
    FOOTER = "footer"
    NOTE = "note"
    OTHER = "other"


@dataclass(frozen=True)
class Place:
    """Where a placeholder stands: ``at`` is a cell (``B7``) or a table's place (``2, 3, 4``: table, row, column).

    ``sheet`` is a workbook's; ``text`` is how the paragraph begins, or the part's name where nothing better is known.
    """

    where: Where
    sheet: str = ""
    at: str = ""
    text: str = ""


@dataclass(frozen=True)
class Line:
    """A placeholder of a form and what became of it."""

    place: Place
    raw: str
    outcome: Outcome


@dataclass(frozen=True)
class Piece:
    """A piece of a text; what is ``fixed``, a hyphen or a break of its own kind, goes with its placeholder."""

    element: etree._Element
    text: str
    fixed: bool = False


class Write(Protocol):
    """Puts a text in the element of a piece."""

    def __call__(self, element: etree._Element, text: str, /) -> None:
        """Write."""


def outcome_of(answers: Answers, inner: str) -> Outcome:
    """Return what stands for a placeholder."""
    return answers.get(inner, UNASKED)


def fill(pieces: Sequence[Piece], answers: Answers, place: Place, write: Write) -> list[Line]:
    """Fill a text's placeholders: each answer in the piece where its placeholder begins, in that piece's formatting."""
    text = "".join(piece.text for piece in pieces)
    found = placeholders.find(text)
    lines = [Line(place, one.raw, outcome_of(answers, one.inner)) for one in found]
    changes = [
        (one.start, one.end, clean(line.outcome.text))
        for one, line in zip(found, lines, strict=True)
        if isinstance(line.outcome, Filled)
    ]
    if changes:
        _exchange(pieces, changes, write)
    raw = placeholders.unclosed(text)
    return [*lines, Line(place, raw, Left("not-closed"))] if raw else lines


def _exchange(pieces: Sequence[Piece], changes: Sequence[tuple[int, int, str]], write: Write) -> None:
    start = 0
    for piece in pieces:
        end = start + len(piece.text)
        touching = [one for one in changes if one[0] < end and one[1] > start]
        if touching and piece.fixed:
            _remove(piece.element)
        elif touching:
            write(piece.element, _rewritten(piece.text, start, touching))
        start = end


def _rewritten(text: str, start: int, changes: Sequence[tuple[int, int, str]]) -> str:
    """Return a piece that begins at ``start`` of the whole; an answer goes where its placeholder begins."""
    kept, at = [], 0
    for first, last, answer in changes:
        here = first - start
        kept.append(text[at : max(here, at)])
        if here >= 0:
            kept.append(answer)
        at = min(last - start, len(text))
    return "".join([*kept, text[at:]])


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def clean(text: str) -> str:
    """Return a text without what XML cannot hold."""
    return _NOT_IN_XML.sub("", text)


def excerpt(text: str) -> str:
    """Return how a text begins, on one line."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _EXCERPT else f"{plain[:_EXCERPT]}…"


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace: a file may be in the transitional or the strict one."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def beside(element: etree._Element, name: str) -> str:
    """Return a name in the namespace of an element."""
    tag = str(element.tag)
    return f"{tag.rpartition('}')[0]}}}{name}" if "}" in tag else name


def drawn_paragraphs(root: etree._Element, answers: Answers, place: Place) -> list[Line]:
    """Fill the paragraphs of a drawing or a chart (DrawingML, ECMA-376 part 1 clause 21.1.2)."""
    lines = []
    for paragraph in root.iter("{*}p"):
        if "drawingml" not in str(paragraph.tag):
            continue
        pieces = [Piece(one, one.text or "") for run in paragraph.iter("{*}r") for one in run.iterchildren("{*}t")]
        lines += fill(pieces, answers, place, _write_drawn)
    return lines


def _write_drawn(element: etree._Element, text: str) -> None:
    # a break is an element beside the run there, and the run's formatting would have to be repeated
    element.text = text.replace("\n", "; ")


def not_reached(name: str, root: etree._Element) -> list[Line]:
    """Return the placeholders of a part in which none is filled."""
    found = []
    for element in root.iter():
        texts = [element.text or "", element.tail or "", *(str(value) for value in element.attrib.values())]
        found += [one.raw for text in texts for one in placeholders.find(text)]
    return [Line(Place(Where.OTHER, text=name), raw, Left("not-reached")) for raw in found]


def has_braces(content: bytes) -> bool:
    """Whether a part may hold a placeholder: UTF-16 and character references are looked into."""
    return b"{" in content or b"&#" in content or "｛".encode() in content or content[:2] in (b"\xff\xfe", b"\xfe\xff")
