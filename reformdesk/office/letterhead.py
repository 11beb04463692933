"""The office's own Word file in place of the report's head: looked at before it is read, then filled.

Its sections, styles, headers and pictures stay as they are. ``{{NOI_DUNG}}`` says where the report goes; without
it the report goes to the end. Other placeholders, anywhere in text, headers and footers, become words.
"""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.section import Section

from reformdesk.core.cover_text import CoverText
from reformdesk.core.report import Letterhead, Report
from reformdesk.core.text import vietnamese_day
from reformdesk.errors import Mendable
from reformdesk.office.container import OLE, ZIP, has_document_type, is_locked
from reformdesk.office.report_letter import office_of

if TYPE_CHECKING:
    from lxml.etree import _Element

TEXT, TITLE, PERIOD, DAY, OFFICE, PROVINCE = "NOI_DUNG", "TIEU_DE", "KY_BAO_CAO", "NGAY", "CO_QUAN", "TINH"
"""What stands between ``{{`` and ``}}``: the report's text, what it is about, its period, the day it is written, the
office, the province."""

_BLANK_DAY = "ngày      tháng      năm"
_PLACEHOLDER = re.compile(r"\{\{\s*([A-Z_]+)\s*\}\}")
_ACTIVE = re.compile(r"(?:vbaProject|vbaData|/activeX/)", re.IGNORECASE)
_MACROS = b"macroEnabled"
_MOST_BYTES, _MOST_PARTS, _MOST_UNPACKED = 10 * 1024 * 1024, 1000, 64 * 1024 * 1024
_TEMPLATE = "/attachedTemplate"
_HEADED = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)


def examine(kept: Letterhead) -> None:
    """Look whether a file can be a letterhead, so that it need not be found out when a report is due.

    Raises ``Mendable``: ``letterhead-locked`` (a password), ``letterhead-old`` (.doc), ``letterhead-macros``,
    ``letterhead-too-large``, ``letterhead-unreadable``.
    """
    opened(kept)


def opened(kept: Letterhead) -> WordDocument:
    """Return the file as a document; raises as :func:`examine` does."""
    name = kept.file_name
    if len(kept.content) > _MOST_BYTES:
        raise Mendable("letterhead-too-large", file=name)
    if kept.content.startswith(OLE):
        raise Mendable("letterhead-locked" if is_locked(kept.content) else "letterhead-old", file=name)
    if not kept.content.startswith(ZIP):
        raise Mendable("letterhead-unreadable", file=name)
    try:
        _check_parts(kept)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            word = Document(BytesIO(kept.content))
            # what it lacks shows here and not half-way through the report
            _ = word.element.body, word.sections[-1].page_width, word.settings.element, word.styles["Normal"]
    # the parsers raise whatever they like on a mangled file
    except Exception as problem:
        if isinstance(problem, Mendable):
            raise
        raise Mendable("letterhead-unreadable", file=name) from problem
    _forget_template(word)
    return word


def _check_parts(kept: Letterhead) -> None:
    with zipfile.ZipFile(BytesIO(kept.content)) as archive:
        parts = archive.infolist()
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
            raise Mendable("letterhead-too-large", file=kept.file_name)
        types = archive.read("[Content_Types].xml")
        if _MACROS in types or any(_ACTIVE.search(part.filename) for part in parts):
            raise Mendable("letterhead-macros", file=kept.file_name)
        for part in parts:
            if part.filename.endswith((".xml", ".rels")) and has_document_type(archive.read(part)):
                raise Mendable("letterhead-unreadable", file=kept.file_name)


def _forget_template(word: WordDocument) -> None:
    """Drop the template that the file was made from: whoever opens the report would fetch it from there."""
    part = word.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS)
    for one in list(word.settings.element.iter(qn("w:attachedTemplate"))):
        one.getparent().remove(one)
    for name in [name for name, one in part.rels.items() if one.reltype.endswith(_TEMPLATE)]:
        del part.rels[name]


def words_of(report: Report, text: CoverText) -> dict[str, str]:
    """Return what the placeholders become; a day that is not given stays blank for the records clerk."""
    newest = report.newest
    return {
        TITLE: text.subject,
        PERIOD: newest.title.vi,
        DAY: f"ngày {vietnamese_day(report.dated)}" if report.dated is not None else _BLANK_DAY,
        OFFICE: office_of(newest),
        PROVINCE: newest.province,
    }


def fill(word: WordDocument, words: Mapping[str, str]) -> frozenset[str]:
    """Put words in the place of placeholders, also where Word has split one; return the names of those found.

    What the file calls otherwise, and where the text goes, stays as it is.
    """
    found: set[str] = set()
    headed = [one.target_part.element for one in word.part.rels.values() if one.reltype in _HEADED]
    for root in (word.element.body, *headed):
        for paragraph in root.iter(qn("w:p")):
            found |= _fill_paragraph(paragraph, words)
    return frozenset(found)


def _fill_paragraph(paragraph: _Element, words: Mapping[str, str]) -> set[str]:
    found: set[str] = set()
    # from behind, so that what is still to come keeps its place
    for one in reversed(list(_PLACEHOLDER.finditer(_text_of(paragraph)))):
        if one[1] in words:
            found.add(one[1])
            _replace(paragraph, one.start(), one.end(), words[one[1]])
    return found


def _replace(paragraph: _Element, start: int, end: int, text: str) -> None:
    """Put text in the place of letters that may lie in several runs; it looks like the first of them."""
    at = 0
    for piece in _pieces(paragraph):
        length = len(piece.text or "")
        first, last = max(start - at, 0), min(end - at, length)
        if first < last or (first == last == start - at and text and length > first):
            piece.text = f"{(piece.text or '')[:first]}{text}{(piece.text or '')[last:]}"
            piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            text = ""
        at += length


def _pieces(paragraph: _Element) -> list[_Element]:
    """Return a paragraph's own pieces of text; those of a text box in it are its own paragraphs'."""
    return [one for one in paragraph.iter(qn("w:t")) if next(one.iterancestors(qn("w:p"))) is paragraph]


def _text_of(paragraph: _Element) -> str:
    return "".join(one.text or "" for one in _pieces(paragraph))


def says(word: WordDocument, text: str) -> bool:
    """Whether the file has words of its own anywhere in its text."""
    return any(text in _text_of(paragraph) for paragraph in word.element.body.iter(qn("w:p")))


@contextmanager
def text_goes_in(word: WordDocument) -> Iterator[None]:
    """Let what is added to the document meanwhile stand where the file wants the text."""
    body = word.element.body
    place = next((one for one in body.iter(qn("w:p")) if _is_place(one)), None)
    before = set(body)
    yield
    if place is None:
        return
    for one in [one for one in body if one not in before and one.tag != qn("w:sectPr")]:
        place.addprevious(one)
    _clear(place)


def _is_place(paragraph: _Element) -> bool:
    return any(one[1] == TEXT for one in _PLACEHOLDER.finditer(_text_of(paragraph)))


def _clear(place: _Element) -> None:
    """Take the placeholder's paragraph away, unless a section ends in it or nothing else is left in its cell."""
    parent = place.getparent()
    ends_section = place.find(f".//{qn('w:sectPr')}") is not None
    if parent is not None and not ends_section and not (parent.tag == qn("w:tc") and place.getnext() is None):
        parent.remove(place)
        return
    for one in _PLACEHOLDER.finditer(_text_of(place)):
        if one[1] == TEXT:
            _replace(place, one.start(), one.end(), "")
            return


def leave(word: WordDocument, section: Section) -> None:
    """Give a section headers and footers of its own, and one column: the letterhead ends before it."""
    headings = [section.header, section.footer]
    if word.settings.odd_and_even_pages_header_footer:
        word.settings.odd_and_even_pages_header_footer = False
    for one in headings:
        one.is_linked_to_previous = False
    columns = section._sectPr.find(qn("w:cols"))  # noqa: SLF001 - python-docx has no public way
    if columns is not None:
        section._sectPr.remove(columns)  # noqa: SLF001 - as above
