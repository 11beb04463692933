"""Placeholders in a workbook, filled in its parts' XML so that nothing else of the workbook changes.

ECMA-376 part 1 clause 18: cells with shared or inline texts, headers and footers of sheets, comments, and what is
drawn on sheets. A cell that is only a placeholder becomes a number in the cell's own format.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cached_property

from lxml import etree
from openpyxl.utils.cell import column_index_from_string, get_column_letter

from reformdesk.core.values import format_plain
from reformdesk.office import placeholders
from reformdesk.office.container import parsed
from reformdesk.office.form_answers import Filled, Left, Outcome
from reformdesk.office.form_formats import Formats, Shape
from reformdesk.office.form_package import Package, as_part
from reformdesk.office.form_runs import (
    Answers,
    Line,
    Piece,
    Place,
    Where,
    beside,
    clean,
    drawn_paragraphs,
    fill,
    has_braces,
    local,
    not_reached,
    outcome_of,
)
from reformdesk.office.sheet_text import begins_like_a_formula

_MOST_LETTERS = 32_767
"""Of a cell's text; a program that meets more says that the file is broken."""
_MOST_DIGITS = 15
"""Of a number in a sheet; what is longer would lose its last digits."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_REF = re.compile(r"(?P<left>[A-Z]{1,3})(?P<top>[0-9]+):(?P<right>[A-Z]{1,3})")
_BEFORE_CALC = ("sheets", "functionGroups", "externalReferences", "definedNames")


def filled(package: Package, answers: Answers) -> tuple[dict[str, bytes], list[Line]]:
    """Return the parts that are changed, and what became of each placeholder."""
    book = _Book(package, answers)
    for name, sheet in book.sheets.items():
        book.fill_sheet(name, sheet)
    book.fill_others()
    if book.changed and any(_has_formulas(package.part(sheet)) for sheet in book.sheets.values()):
        book.recalculate()
    if book.formats.is_changed:
        book.changed[book.formats.part] = book.formats.content()
    return book.changed, book.lines


def _has_formulas(content: bytes) -> bool:
    return re.search(rb"<(?:\w+:)?f[\s>/]", content) is not None


@dataclass
class _Sheet:
    name: str
    part: str
    heads: frozenset[str]


class _Book:
    """A workbook that is being filled: ``changed`` has its new parts, ``lines`` what became of each placeholder."""

    def __init__(self, package: Package, answers: Answers) -> None:
        self._package = package
        self._answers = answers
        self.changed: dict[str, bytes] = {}
        self.lines: list[Line] = []
        self._seen: set[str] = set()

    @cached_property
    def sheets(self) -> Mapping[str, str]:
        """The sheets' parts by their names, in order."""
        targets = self._package.targets(self._package.main, "worksheet")
        found = {}
        for one in self._package.tree(self._package.main).iter("{*}sheet"):
            ids = [str(value) for key, value in one.attrib.items() if str(key).endswith("}id")]
            part = targets.get(next(iter(ids), ""))
            if part in self._package.names:
                found[str(one.get("name"))] = str(part)
        return found

    @cached_property
    def formats(self) -> Formats:
        """The number formats of its cells."""
        return Formats(self._package)

    @cached_property
    def _shared(self) -> list[etree._Element]:
        """The texts that cells share."""
        parts = list(self._package.targets(self._package.main, "sharedStrings").values())
        if not parts or parts[0] not in self._package.names:
            return []
        self._seen.add(parts[0])
        return [one for one in self._package.tree(parts[0]) if local(one) == "si"]

    def fill_sheet(self, name: str, part: str) -> None:
        """Fill a sheet's cells and what stands above and below its pages; then what belongs to it."""
        self._seen.add(part)
        root = self._package.tree(part)
        sheet = _Sheet(name, part, self._table_heads(part))
        before = len(self.lines)
        for cell in root.iter("{*}c"):
            self._fill_cell(cell, sheet)
        for element in root:
            match local(element):
                case "headerFooter":
                    for one in element:
                        self.lines += _fill_header(one, self._answers, Place(Where.SHEET_HEADER, sheet=name))
                case "sheetData":
                    continue
                case _:
                    # what a check asks for, or where a link goes
                    self.lines += not_reached(name, element)
        if any(isinstance(line.outcome, Filled) for line in self.lines[before:]):
            self.changed[part] = as_part(root)
        for comments in self._package.targets(part, "comments").values():
            self._fill_comments(name, comments)
        for drawing in self._package.targets(part, "drawing").values():
            self._fill_drawn(name, drawing)
            for chart in self._package.targets(drawing, "chart").values():
                self._fill_drawn(name, chart)

    def _table_heads(self, part: str) -> frozenset[str]:
        """Return the cells that head the sheet's tables: such a cell and its table name the column alike."""
        heads = set()
        for name in self._package.targets(part, "table").values():
            if name not in self._package.names:
                continue
            self._seen.add(name)
            table = self._package.tree(name)
            if table.get("headerRowCount", "1") == "0":
                continue
            ref = _REF.match(str(table.get("ref")))
            if ref is not None:
                columns = range(column_index_from_string(ref["left"]), column_index_from_string(ref["right"]) + 1)
                heads |= {f"{get_column_letter(column)}{ref['top']}" for column in columns}
        return frozenset(heads)

    def _fill_cell(self, cell: etree._Element, sheet: _Sheet) -> None:
        parts = {local(child): child for child in cell}
        at = str(cell.get("r", ""))
        place = Place(Where.CELL, sheet.name, at)
        if "f" in parts:
            found = placeholders.find(parts["f"].text or "")
            self.lines += [Line(place, one.raw, Left("formula")) for one in found]
            return
        held = self._text_of(cell, parts)
        text = "".join(piece.text for piece in held)
        if "{" not in text and "｛" not in text:
            return
        found = placeholders.find(text)
        if found and at in sheet.heads:
            self.lines += [Line(place, one.raw, Left("table-head")) for one in found]
        elif len(found) == 1 and not (text[: found[0].start] + text[found[0].end :]).strip():
            self._fill_whole(cell, place, found[0])
        else:
            self._fill_text(cell, place, held)

    def _text_of(self, cell: etree._Element, parts: Mapping[str, etree._Element]) -> list[Piece]:
        """Return the pieces of a cell's text."""
        kind = cell.get("t", "n")
        if kind == "s" and "v" in parts:
            index = (parts["v"].text or "").strip()
            if index.isascii() and index.isdigit() and int(index) < len(self._shared):
                return list(_pieces(self._shared[int(index)]))
        elif kind == "inlineStr" and "is" in parts:
            return list(_pieces(parts["is"]))
        elif kind == "str" and "v" in parts:
            return [Piece(parts["v"], parts["v"].text or "")]
        return []

    def _fill_whole(self, cell: etree._Element, place: Place, found: placeholders.Found) -> None:
        """Fill a cell that is a placeholder and nothing else."""
        outcome = outcome_of(self._answers, found.inner)
        if isinstance(outcome, Filled):
            shape = self.formats.shape(cell)
            outcome = _fitting(outcome, shape)
            if isinstance(outcome, Filled):
                self._write(cell, outcome, shape)
        self.lines.append(Line(place, found.raw, outcome))

    def _write(self, cell: etree._Element, outcome: Filled, shape: Shape) -> None:
        amount = outcome.amount
        if amount is None or shape is Shape.TEXT or len(amount.as_tuple().digits) > _MOST_DIGITS:
            self._put_text(cell, [_text_element(cell, clean(outcome.text))])
            return
        _empty(cell)
        value = etree.SubElement(cell, beside(cell, "v"))
        value.text = format_plain(amount / 100 if shape is Shape.PERCENT else amount)

    def _fill_text(self, cell: etree._Element, place: Place, held: list[Piece]) -> None:
        """Fill placeholders within a cell's text; its pieces keep their formatting."""
        holder = held[0].element
        while local(holder) not in ("si", "is", "c"):
            above = holder.getparent()
            if above is None:
                return
            holder = above
        if local(holder) == "c":
            texts = [_text_element(cell, held[0].text)]
        else:
            # a shared text may stand in other cells, and in places that are not filled
            texts = [deepcopy(one) for one in holder if local(one) in ("t", "r")]
        inside = etree.Element(beside(cell, "is"))
        inside.extend(texts)
        lines = fill(list(_pieces(inside)), self._answers, place, _set)
        length = sum(len(piece.text) for piece in _pieces(inside))
        if length > _MOST_LETTERS:
            lines = [Line(place, line.raw, Left("too-long")) for line in lines]
        elif any(isinstance(line.outcome, Filled) for line in lines):
            self._put_text(cell, texts)
        self.lines += lines

    def _put_text(self, cell: etree._Element, texts: list[etree._Element]) -> None:
        _empty(cell)
        if not "".join(piece.text for one in texts for piece in _pieces_in(one)):
            return
        cell.set("t", "inlineStr")
        inside = etree.SubElement(cell, beside(cell, "is"))
        inside.extend(texts)
        written = "".join(piece.text for piece in _pieces(inside))
        if begins_like_a_formula(written):
            # a text it is already; marked so, it stays one when somebody goes into the cell and out again
            self.formats.mark_as_text(cell)

    def _fill_comments(self, sheet: str, part: str) -> None:
        if part not in self._package.names or part in self._seen:
            return
        self._seen.add(part)
        root = self._package.tree(part)
        found = []
        for comment in root.iter("{*}comment"):
            place = Place(Where.COMMENT, sheet, str(comment.get("ref", "")))
            for text in comment.iterchildren("{*}text"):
                found += fill(list(_pieces(text)), self._answers, place, _set)
        self._keep(part, root, found)

    def _fill_drawn(self, sheet: str, part: str) -> None:
        if part not in self._package.names or part in self._seen:
            return
        self._seen.add(part)
        if has_braces(self._package.part(part)):
            root = self._package.tree(part)
            self._keep(part, root, drawn_paragraphs(root, self._answers, Place(Where.SHAPE, sheet)))

    def _keep(self, part: str, root: etree._Element, found: list[Line]) -> None:
        self.lines += found
        if any(isinstance(line.outcome, Filled) for line in found):
            self.changed[part] = as_part(root)

    def fill_others(self) -> None:
        """Name the placeholders in parts in which none is filled."""
        for name in self._package.names:
            if name.endswith((".xml", ".vml")) and name not in self._seen and has_braces(self._package.part(name)):
                self.lines += not_reached(name, self._package.tree(name))

    def recalculate(self) -> None:
        """Let programs compute every formula anew: what a cell last showed was computed without the figures."""
        for part in self.sheets.values():
            content = self.changed.get(part) or self._package.part(part)
            if _has_formulas(content):
                root = parsed(content)
                for cell in root.iter("{*}c"):
                    _forget_result(cell)
                self.changed[part] = as_part(root)
        book = self._package.tree(self._package.main)
        calculation = next(book.iterchildren("{*}calcPr"), None)
        if calculation is None:
            calculation = etree.Element(beside(book, "calcPr"))
            before = [one for one in book if local(one) in _BEFORE_CALC]
            before[-1].addnext(calculation) if before else book.append(calculation)
        calculation.set("fullCalcOnLoad", "1")
        self.changed[self._package.main] = as_part(book)


def _fitting(outcome: Filled, shape: Shape) -> Outcome:
    """Return a figure unless the cell's format would show another one."""
    if outcome.amount is None:
        return outcome
    if shape is Shape.PERCENT and not outcome.per_cent:
        return Left("percent-cell")
    return Left("date-cell") if shape is Shape.DATE else outcome


def _pieces(text: etree._Element) -> Iterator[Piece]:
    """Yield a text's pieces, without the readings that some languages write above it."""
    for child in text:
        if local(child) == "t":
            yield Piece(child, child.text or "")
        elif local(child) == "r":
            yield from _pieces(child)


def _pieces_in(element: etree._Element) -> Iterator[Piece]:
    """Yield the pieces of a text's own element, or of a run."""
    if local(element) == "t":
        yield Piece(element, element.text or "")
    else:
        yield from _pieces(element)


def _text_element(cell: etree._Element, text: str) -> etree._Element:
    element = etree.Element(beside(cell, "t"))
    _set(element, text)
    return element


def _set(element: etree._Element, text: str) -> None:
    element.text = text
    if text != text.strip() or "\n" in text or "  " in text:
        element.set(_SPACE, "preserve")


def _empty(cell: etree._Element) -> None:
    _forget_kind(cell)
    for child in list(cell):
        if local(child) in ("v", "is"):
            cell.remove(child)


def _forget_result(cell: etree._Element) -> None:
    parts = {local(child): child for child in cell}
    if "f" in parts:
        _forget_kind(cell)
        if "v" in parts:
            cell.remove(parts["v"])


def _forget_kind(cell: etree._Element) -> None:
    if "t" in cell.attrib:
        del cell.attrib["t"]


def _fill_header(element: etree._Element, answers: Answers, place: Place) -> list[Line]:
    """Fill a header's or footer's text, in which ``&`` begins a code (clause 18.3.1.46)."""

    def write(one: etree._Element, text: str) -> None:
        one.text = text

    doubled = {
        inner: _doubled(outcome) if isinstance(outcome, Filled) else outcome for inner, outcome in answers.items()
    }
    # behind a code for the size of letters, digits would be read as part of it
    text = re.sub(r"(&\d+)(?=[{｛]{2})", r"\1 ", element.text or "")
    return fill([Piece(element, text)], doubled, place, write)


def _doubled(outcome: Filled) -> Filled:
    return replace(outcome, text=outcome.text.replace("&", "&&").replace("\n", " "))
