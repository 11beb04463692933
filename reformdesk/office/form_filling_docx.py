"""Placeholders in a Word document, filled in its parts' XML so that nothing else of the document changes.

ECMA-376 part 1 clause 17: paragraphs of runs, in the body, tables, headers and footers, notes, comments and text boxes.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from reformdesk.office.form_answers import Filled
from reformdesk.office.form_package import Package, as_part
from reformdesk.office.form_runs import (
    Answers,
    Line,
    Piece,
    Place,
    Where,
    beside,
    drawn_paragraphs,
    excerpt,
    fill,
    has_braces,
    local,
    not_reached,
)

_PARTS = {
    "document": Where.PARAGRAPH,
    "hdr": Where.HEADER,
    "ftr": Where.FOOTER,
    "footnotes": Where.NOTE,
    "endnotes": Where.NOTE,
    "comments": Where.COMMENT,
}
_FIXED = {"noBreakHyphen": "-", "softHyphen": "", "tab": " ", "br": " ", "cr": " "}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def filled(package: Package, answers: Answers) -> tuple[dict[str, bytes], list[Line]]:
    """Return the parts that are changed, and what became of each placeholder."""
    changed: dict[str, bytes] = {}
    lines: list[Line] = []
    # the body is what people read first
    for name in sorted(package.names, key=lambda one: (one != package.main, one)):
        if not name.endswith(".xml") or not has_braces(package.part(name)):
            continue
        root = package.tree(name)
        found = _fill_part(name, root, answers)
        lines += [line for line, repeated in found if not repeated]
        if any(isinstance(line.outcome, Filled) for line, _ in found):
            changed[name] = as_part(root)
    return changed, lines


def _fill_part(name: str, root: etree._Element, answers: Answers) -> list[tuple[Line, bool]]:
    """Return what became of each placeholder, and whether it only repeats another for older programs."""
    where = _PARTS.get(local(root))
    if where is None:
        drawn = drawn_paragraphs(root, answers, Place(Where.SHAPE, text=name))
        return [(line, False) for line in drawn or not_reached(name, root)]
    tables = {table: number for number, table in enumerate(root.iter("{*}tbl"), 1)}
    found = []
    for paragraph in [one for one in root.iter("{*}p") if "wordprocessingml" in str(one.tag)]:
        pieces = list(_pieces(paragraph))
        place = _place(paragraph, pieces, where, tables)
        # a text box stands there once more for programs that do not know its newer form
        repeated = any(local(one) == "Fallback" for one in paragraph.iterancestors())
        found += [(line, repeated) for line in fill(pieces, answers, place, _write)]
    return found


def _pieces(element: etree._Element) -> Iterator[Piece]:
    """Yield a paragraph's text in its order, without what was moved away and without the paragraphs inside it."""
    for child in element:
        name = local(child)
        if name == "t":
            yield Piece(child, child.text or "")
        elif name in _FIXED and local(element) == "r":
            yield Piece(child, _FIXED[name], fixed=True)
        elif name not in ("p", "moveFrom", "del", "rPr", "pPr"):
            yield from _pieces(child)


def _place(paragraph: etree._Element, pieces: list[Piece], where: Where, tables: dict[etree._Element, int]) -> Place:
    text = excerpt("".join(piece.text for piece in pieces))
    if where is not Where.PARAGRAPH:
        return Place(where, text=text)
    cell = row = None
    for above in paragraph.iterancestors():
        match local(above):
            case "txbxContent" if cell is None:
                return Place(Where.SHAPE, text=text)
            case "tc" if cell is None:
                cell = above
            case "tr" if row is None:
                row = above
            case "tbl" if cell is not None and row is not None:
                at = (tables[above], _number(above, row), _number(row, cell))
                return Place(Where.TABLE, at=", ".join(map(str, at)), text=text)
    return Place(Where.PARAGRAPH, text=text)


def _number(whole: etree._Element, part: etree._Element) -> int:
    """Return which row of a table, or which cell of a row, ``part`` is."""
    alike = [one for one in whole.iter(str(part.tag)) if _nearest(one, str(whole.tag)) is whole]
    return alike.index(part) + 1


def _nearest(element: etree._Element, tag: str) -> etree._Element | None:
    return next(element.iterancestors(tag), None)


def _write(element: etree._Element, text: str) -> None:
    """Put a text in a piece; its lines are parted by breaks within the run."""
    first, *others = text.split("\n")
    _set(element, first)
    at = element
    for line in others:
        broken, more = etree.Element(beside(element, "br")), etree.Element(str(element.tag))
        _set(more, line)
        at.addnext(broken)
        broken.addnext(more)
        at = more


def _set(element: etree._Element, text: str) -> None:
    element.text = text
    if text != text.strip() or "  " in text:
        element.set(_SPACE, "preserve")
