"""The number formats of a workbook's cells, as far as a figure has to fit them (ECMA-376 part 1 clause 18.8)."""

from __future__ import annotations

import re
from copy import deepcopy
from enum import StrEnum
from functools import cached_property

from lxml import etree
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format

from reformdesk.office.form_package import Package, as_part
from reformdesk.office.form_runs import local

_IN_QUOTES = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')


class Shape(StrEnum):
    """How a cell shows a number: as it is, a hundredfold with a per cent sign, as a day, or as what was typed."""

    PLAIN = "plain"
    PERCENT = "percent"
    DATE = "date"
    TEXT = "text"


class Formats:
    """The formats of the cells of one workbook, by the index that cells carry."""

    def __init__(self, package: Package) -> None:
        self._package = package
        found = [one for one in package.targets(package.main, "styles").values() if one in package.names]
        self.part = found[0] if found else ""
        self.is_changed = False
        self._marked: dict[int, int] = {}

    @cached_property
    def _root(self) -> etree._Element | None:
        return self._package.tree(self.part) if self.part else None

    @cached_property
    def _cell_formats(self) -> list[etree._Element]:
        held = next(self._root.iterchildren("{*}cellXfs"), None) if self._root is not None else None
        return [one for one in held if local(one) == "xf"] if held is not None else []

    @cached_property
    def _codes(self) -> dict[str, str]:
        held = next(self._root.iterchildren("{*}numFmts"), None) if self._root is not None else None
        return {str(one.get("numFmtId")): str(one.get("formatCode")) for one in held} if held is not None else {}

    def shape(self, cell: etree._Element) -> Shape:
        """Return how a cell shows a number."""
        index = _index(cell)
        if index >= len(self._cell_formats):
            return Shape.PLAIN
        number = str(self._cell_formats[index].get("numFmtId", "0"))
        code = self._codes.get(number) or BUILTIN_FORMATS.get(int(number) if number.isdigit() else 0, "General")
        return shape_of(code)

    def mark_as_text(self, cell: etree._Element) -> None:
        """Give a cell its own format once more, with the mark that what is in it was meant as text."""
        index = _index(cell)
        if index >= len(self._cell_formats):
            return
        if index not in self._marked:
            made = deepcopy(self._cell_formats[index])
            made.set("quotePrefix", "1")
            held = self._cell_formats[index].getparent()
            if held is None:
                return
            held.append(made)
            self._cell_formats.append(made)
            held.set("count", str(len(self._cell_formats)))
            self._marked[index] = len(self._cell_formats) - 1
            self.is_changed = True
        cell.set("s", str(self._marked[index]))

    def content(self) -> bytes:
        """Return the part as it is now."""
        if self._root is None:
            raise RuntimeError("a workbook without formats has none that changed")
        return as_part(self._root)


def shape_of(code: str) -> Shape:
    """Return how a format shows a positive number."""
    first = _IN_QUOTES.sub("", code.split(";", maxsplit=1)[0])
    if "%" in first:
        return Shape.PERCENT
    if first.strip() == "@":
        return Shape.TEXT
    return Shape.DATE if is_date_format(code) else Shape.PLAIN


def _index(cell: etree._Element) -> int:
    index = str(cell.get("s", "0"))
    return int(index) if index.isascii() and index.isdigit() else 0
